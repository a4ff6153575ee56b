from __future__ import annotations

import re
from pathlib import Path

import pytest

from agreementlint.rules import COVERAGE, RuleError, builtin, load
from agreementlint.rules.guide import coverages
from tests.rulefiles import write_rule

GUIDE = "001_*.txt"
SEEDS = Path(__file__).resolve().parents[1].parent / "shared" / "seeds"
SAME = 9
"""So many words in a row that stand in the guide too would be its sentences, not our own."""

TEXT = """\
edition: 2023-03-27
reasons:
  - name: time
    text: {nb: kan bare ses over tid, nn: kan berre sjåast over tid, en: is seen over time}
chapters:
  - chapter: "7"
    title: {nb: Evaluering, nn: Evaluering, en: Evaluation}
    recommendations:
      - page: 25
        asks: {nb: Partene ser tilbake., nn: Partane ser tilbake., en: They look back.}
        rules: [PR002]
      - page: 25
        asks: {nb: Partene lærer av det., nn: Partane lærer av det., en: They learn from it.}
        unchecked: time
"""


def faults(folder: Path, text: str) -> list[str]:
    """The mistakes of a coverage that stands beside one rule, of chapter 7, page 25."""
    write_rule(folder)
    (folder / COVERAGE).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        coverages([folder], load([folder]))
    return [str(fault).replace(f"{folder}/", "") for fault in raised.value.faults]


def test_a_right_file_becomes_a_coverage(tmp_path: Path) -> None:
    write_rule(tmp_path)
    (tmp_path / COVERAGE).write_text(TEXT, encoding="utf-8")
    coverage, = coverages([tmp_path], load([tmp_path]))
    assert coverage.places == {("PR002", "7", 25)}
    assert [one.unchecked for one in coverage.recommendations] == [None, "time"]
    assert coverage.chapters[0].title.of("en") == "Evaluation"


@pytest.mark.parametrize(("right", "wrong", "said"), [
    ("rules: [PR002]", "rules: [PR003]",
     'coverage.yaml:9:9: unknown rule "PR003"; allowed: PR002 — did you mean "PR002"?'),
    ("rules: [PR002]", "unchecked: time",
     "PR002-moter.yaml:1:1: coverage.yaml does not name PR002 under chapter 7, page 25"),
    ("- page: 25", "- page: 26",
     "PR002-moter.yaml:1:1: coverage.yaml does not name PR002 under chapter 7, page 25"),
    ('chapter: "7"', 'chapter: "8"',
     "PR002-moter.yaml:1:1: coverage.yaml does not name PR002 under chapter 7, page 25"),
    ("edition: 2023-03-27", "edition: 2019-01-01",
     "PR002-moter.yaml:1:1: coverage.yaml is of the guide of 2019-01-01"),
    ("unchecked: time", "unchecked: tiem",
     'coverage.yaml:12:9: unknown reason "tiem"; allowed: time — did you mean "time"?'),
    ("unchecked: time", "rules: [PR002]",
     'coverage.yaml:3:5: nothing gives the reason "time"'),
    ("        unchecked: time\n", "",
     'coverage.yaml:12:9: either "rules" or "unchecked" is expected here'),
    ("unchecked: time", "unchecked: time\n        rules: [PR002]",
     'coverage.yaml:12:9: either "rules" or "unchecked" is expected here'),
    ("unchecked: time", "why: time",
     'coverage.yaml:14:9: unknown key "why"; allowed: page, asks, rules, unchecked, question'),
    ("en: Evaluation", "e: Evaluation", 'coverage.yaml:7:12: the key "en" is missing'),
    ("page: 25", "page: tjuefem", "coverage.yaml:9:15: a whole number is expected here, but YAML "
     "reads tjuefem as text"),
    ("chapters:\n", TEXT[TEXT.index("chapters:"):],
     'coverage.yaml:15:5: the chapter "7" stands here twice'),
])
def test_a_mistake_is_told_with_its_place(tmp_path: Path, right: str, wrong: str,
                                          said: str) -> None:
    assert right in TEXT
    assert said in faults(tmp_path, TEXT.replace(right, wrong, 1))


def test_a_rule_that_refers_to_no_place_is_not_named(tmp_path: Path) -> None:
    file = write_rule(tmp_path, "AV005", "datert")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('  chapter: "7"\n  page: 25\n', ""), encoding="utf-8")
    assert faults(tmp_path, TEXT.replace("[PR002]", "[PR002, AV005]")) == [
        "coverage.yaml:9:9: the rule AV005 names no chapter of the guide"]


def test_rules_of_another_folder_need_not_be_named(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    write_rule(tmp_path / "one")
    write_rule(tmp_path / "other", "EV001", "evaluering")
    (tmp_path / "one" / COVERAGE).write_text(TEXT, encoding="utf-8")
    folders = [tmp_path / "one", tmp_path / "other"]
    assert len(coverages(folders, load(folders))) == 1


def test_folders_without_a_coverage(tmp_path: Path) -> None:
    write_rule(tmp_path)
    with pytest.raises(RuleError, match=f"{re.escape(str(tmp_path))}:1:1: no coverage.yaml"):
        coverages([tmp_path], load([tmp_path]))


def test_every_rule_of_the_program_is_where_it_says_in_the_guide() -> None:
    rules = load([builtin()])
    coverage, = coverages([builtin()], rules)
    referring = {(rule.id, rule.guide.chapter, rule.guide.page) for rule in rules
                 if rule.guide.chapter is not None}
    assert referring and referring <= coverage.places
    assert {id for id, _, _ in coverage.places} == {id for id, _, _ in referring}


def number(chapter: str) -> tuple[int, ...]:
    return tuple(map(int, chapter.split(".")))


def test_chapters_and_pages_stand_in_the_order_of_the_guide() -> None:
    coverage, = coverages([builtin()], load([builtin()]))
    chapters = [number(one.chapter) for one in coverage.chapters]
    pages = [one.page for one in coverage.recommendations]
    assert chapters == sorted(chapters) and pages == sorted(pages)


@pytest.fixture
def guide() -> str:
    for file in SEEDS.glob(GUIDE):
        return file.read_text(encoding="utf-8")
    pytest.skip("the guide is not here")


def test_the_words_are_our_own(guide: str) -> None:
    taken = runs(guide)
    coverage, = coverages([builtin()], load([builtin()]))
    assert not [one.asks.nb for one in coverage.recommendations
                if taken & (runs(one.asks.nb) | runs(one.asks.nn))]


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[start:] for start in range(SAME)), strict=False))


def test_every_chapter_starts_on_the_page_of_the_contents(guide: str) -> None:
    first = {match[1].rstrip("."): int(match[2]) for match in
             re.finditer(r"^(\d[\d.]*) .*\t(\d+)$", guide, re.M)}
    coverage, = coverages([builtin()], load([builtin()]))
    assert {one.chapter: one.recommendations[0].page for one in coverage.chapters} == {
        one.chapter: first[one.chapter] for one in coverage.chapters}
