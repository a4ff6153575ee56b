"""The files of rules that only several agreements together can follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from agreementlint.report.explain import explanation
from agreementlint.report.style import Style
from agreementlint.rules import RuleError, builtin, load, load_district
from agreementlint.rules.format import DistrictRule
from agreementlint.rules.guide import coverages
from agreementlint.rules.selection import selected
from agreementlint.rules.terms import DISTRICT_CASES

RULES = load_district([builtin()])


def source() -> str:
    file, = builtin().rglob("DI003-*.yaml")
    return file.read_text(encoding="utf-8")


def faults(folder: Path, text: str, name: str = "DI003-dublett.yaml") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        load_district([folder])
    return [str(fault).replace(f"{folder}/", "") for fault in raised.value.faults]


def test_the_rules_of_the_catalogue() -> None:
    assert [(rule.id, rule.name, rule.severity) for rule in RULES] == [
        ("DI001", "dekning", "warning"), ("DI002", "politikontakt-belastning", "error"),
        ("DI003", "dublett", "note"), ("DI004", "utlop", "warning")]
    assert {rule.id for rule in RULES} == DISTRICT_CASES.keys()
    assert not {rule.id for rule in load([builtin()])} & DISTRICT_CASES.keys()


def test_they_refer_to_chapters_and_pages_of_the_guide() -> None:
    coverage, = coverages([builtin()], load([builtin()]))
    pages = {(chapter.chapter, one.page) for chapter in coverage.chapters
             for one in chapter.recommendations}
    assert {(rule.guide.chapter, rule.guide.page) for rule in RULES if rule.guide.chapter} <= pages


@pytest.mark.parametrize(("right", "wrong", "said"), [
    ("scope: district", "scope: kommune",
     'DI003-dublett.yaml:3:8: unknown word "kommune"; allowed: district'),
    ("case: copies", "case: copy",
     'unknown case "copy"; allowed: copies, later, single, undecided, versions — did you mean '
     '"copies"?'),
    ("case: copies", "case: single", 'the case "copies" is missing'),
    ("{others}", "{other}", 'unknown field in nb "other"; allowed: document, kommuner, others'),
    ("severity: note", "severity: notis", 'unknown word "notis"'),
    ("name: dublett", "name: dubletter", "the file must be named DI003-dubletter.yaml"),
    ("id: DI003", "id: DI009", 'unknown rule of districts "DI009"'),
])
def test_a_mistake_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, said: str,
                                          ) -> None:
    assert right in source()
    assert any(said in fault for fault in faults(tmp_path, source().replace(right, wrong, 1)))


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one/DI003-dublett.yaml").write_text(source(), encoding="utf-8")
    assert any("is taken by" in fault for fault in faults(tmp_path, source()))


def test_they_are_selected_like_the_others() -> None:
    every = (*load([builtin()]), *RULES)
    assert selected(every, ["DI"], []) == {"DI001", "DI002", "DI003", "DI004"}
    assert "DI002" not in selected(every, [], ["politikontakt-belastning"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_they_are_explained(rule: DistrictRule, lang: str) -> None:
    said = " ".join(explanation(rule, lang, Style()).split())  # type: ignore[arg-type]
    assert rule.id in said and "agreementlint audit" in said and "{" not in said
