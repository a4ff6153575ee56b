"""`test-rules`: what the examples of a pack show, and what its author is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agreementlint.cli import app, main
from agreementlint.packs.trial import trials
from agreementlint.rules import builtin, load, pack_names
from tests.rulefiles import write_rule

CASES = """\
  - verdict: pass
    when: {text: {words: [natteravn*]}}
    message: {nb: Avtalen nevner ravnene., nn: Avtalen nemner ravnane., en: They are named.}
  - verdict: review
    when: {text: {words: [natteravn*], force: [optional]}}
    message: {nb: Bare en mulighet., nn: Berre ei moglegheit., en: Only an option.}
"""
PASS = "Kommunen skal støtte natteravnene når partene møtes ofte."
NYNORSK = "Kommunen skal støtte natteravnane når partane møtest ofte."
NEAR = "Kommunen kan støtte natteravnene."
FAIL = "Kommunen har ikke noe slikt."


def examples(*pairs: tuple[str, str]) -> str:
    return "".join(f"  - {{verdict: {verdict}, text: '{text}'}}\n" for verdict, text in pairs)


GOOD = examples(("pass", PASS), ("pass", NYNORSK), ("review", NEAR), ("fail", FAIL))


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A pack of one rule, its parts replaceable, and its remedy right."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pakke").mkdir()

    def written(cases: str = CASES, examples: str = GOOD, replace: tuple[str, str] = ("", ""),
                ) -> Path:
        file = write_rule(Path("pakke"), "LO001", "natteravn", cases=cases, examples=examples)
        text = file.read_text(encoding="utf-8")
        text = text.replace("Vi sier noe.", PASS).replace("Vi seier noko.", NYNORSK)
        text = text.replace("severity:", "title: {nb: Ravn, nn: Ramn, en: Raven}\nseverity:")
        assert replace[0] in text
        file.write_text(text.replace(*replace, 1) if replace[0] else text, encoding="utf-8")
        return file

    return written


def run(*options: str) -> Result:
    return CliRunner().invoke(app, ["test-rules", "pakke", *options])


def kinds(result: Result) -> list[tuple[str, int]]:
    rule, = json.loads(result.stdout)["rules"]
    return [(one["kind"], one["line"]) for one in rule["remarks"]]


def test_a_good_pack(pack: Callable[..., Path]) -> None:
    pack()
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "✓ LO001 natteravn  4 av 4 eksempler stemmer", "",
        "Regler: 1. Eksempler som stemmer: 4 av 4. Obs: 0. Tips: 0."]


def test_an_example_that_gets_another_verdict(pack: Callable[..., Path]) -> None:
    pack(examples=GOOD + examples(("fail", "Politiet skal møte natteravnene.")))
    result = run("--lang", "en")
    assert result.exit_code == 1
    assert "✗ LO001 natteravn  4 of 5 examples are right" in result.stdout
    assert 'pakke/LO001-natteravn.yaml:31:5: should give "fail", but gave "pass"' in result.stdout
    assert "Rested on: «Politiet skal møte natteravnene.»" in result.stdout
    assert run("--fail-on", "never").exit_code == 1


UNSEEN = CASES.replace("[natteravn*]}", "[natteravn*, vokter]}", 1)


@pytest.mark.parametrize(("parts", "kind", "line", "status"), [
    ({"cases": UNSEEN}, "unseen", 13, 1),
    ({"cases": CASES + CASES.replace("[natteravn*]", "[natteravn*], with: [kommune*]")
      .splitlines(keepends=True)[0] + "    when: {text: {words: [natteravn*], with: [kommune*]}}\n"
      "    message: {nb: To., nn: To., en: Two.}\n"}, "untested", 18, 1),
    ({"replace": ("clause: Kommunen skal", "clause: Kommunen skal ikke")}, "remedy", 23, 1),
    ({"examples": examples(("pass", PASS), ("pass", NYNORSK), ("review", NEAR), ("fail", FAIL),
                           ("fail", FAIL))}, "same-example", 31, 0),
    ({"replace": ("  chapter: \"7\"\n", "")}, "unsourced", 6, 0),
    ({"replace": ("title: {nb: Ravn, nn: Ramn, en: Raven}\n", "")}, "untitled", 1, 0),
    ({"replace": ("nn: Avtalen nemner ravnane., en: They are named.",
                  "nn: Avtalen nevner vel ravnene da., en: Avtalen nevner vel ravnene da.")},
     "untranslated", 14, 0),
])
def test_what_an_author_is_told(pack: Callable[..., Path], parts: dict[str, str], kind: str,
                                line: int, status: int) -> None:
    pack(**parts)
    result = run("--format", "json")
    assert (kind, line) in kinds(result)
    assert result.exit_code == status
    assert run("--fail-on", "note").exit_code == 1
    assert run("--fail-on", "never").exit_code == 0


@pytest.mark.parametrize("pattern", [r"(natt\w*\s?)+$", r"(a+)+$", r"^(\w+\s?)*ravn;$",
                                     r"natt((e|er)*)*x"])
def test_a_pattern_that_may_take_too_long(pack: Callable[..., Path], pattern: str) -> None:
    pack(cases=CASES.replace("[natteravn*]", f"[natteravn*], pattern: ['{pattern}']", 1))
    assert ("slow", 13) in kinds(run("--format", "json"))


def test_an_example_on_which_a_pattern_takes_too_long(pack: Callable[..., Path]) -> None:
    slow = CASES.replace("{words: [natteravn*]}", "{pattern: ['(a+)+$', 'natteravn']}", 1)
    pack(cases=slow, examples=GOOD + examples(("fail", f"Kommunen {'a' * 50}!")))
    result = run()
    assert result.exit_code == 2
    assert "mønsteret «(a+)+$» tar for lang tid" in " ".join(result.stdout.split())


def test_a_case_that_never_shows_its_words_without_counting(pack: Callable[..., Path]) -> None:
    first = CASES[: CASES.index("  - verdict: review")]
    pack(cases=first, examples=examples(("pass", PASS), ("pass", NYNORSK), ("fail", FAIL)))
    assert "never-near" in dict(kinds(run("--format", "json")))


def test_one_written_standard_alone(pack: Callable[..., Path]) -> None:
    pack(examples=examples(("pass", PASS), ("review", NEAR + " Partene møtes."), ("fail", FAIL)))
    assert "no-standard" in dict(kinds(run("--format", "json")))


def test_mistakes_in_the_files_are_told_all_at_once(pack: Callable[..., Path]) -> None:
    pack(replace=("severity: warning", "severity: alvorlig\nrar: 1"))
    result = run()
    assert result.exit_code == 2 and result.stdout == ""
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        "ukjent ord «alvorlig»; tillatt", "ukjent nøkkel «rar»; tillatt"]


def test_nothing_hostile_reaches_the_terminal(pack: Callable[..., Path]) -> None:
    pack(examples=GOOD + '  - {verdict: pass, text: "Ingen \\e[31m ravn \\u202e her."}\n')
    for form in ("terminal", "json"):
        shown = run("--format", form).stdout
        assert all(one.isprintable() for one in shown.replace("\n", ""))


def test_no_such_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["test-rules", str(tmp_path / "nei")])
    told = capsys.readouterr().err
    assert ended.value.code == 2 and "Det finnes ingen mappe" in told and "nei" in told


def test_a_file_is_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "LO001-x.yaml"
    file.write_text("id: LO001\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["test-rules", str(file), "--lang", "en"])
    assert ended.value.code == 2 and "is a file; give the folder" in capsys.readouterr().err


def test_a_file_with_another_ending_is_told(tmp_path: Path,
                                            capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "LO001-x.yml").write_text("id: LO001\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["test-rules", str(tmp_path), "--lang", "nn"])
    told = capsys.readouterr().err
    assert "LO001-x.yml er ikkje med" in told


def test_the_id_of_a_pack_that_is_not_asked_for_suggests_no_other_rule(
        capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["explain", "LO002"])
    told = capsys.readouterr().err
    assert ended.value.code == 2 and "--rules MAPPE" in told and "Mente du" not in told


def test_a_pack_holds_only_where_it_is_asked_for(tmp_path: Path,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    assert "avtalemal" in pack_names()
    assert not any("pakker" in rule.at.path for rule in load([builtin()]))
    monkeypatch.chdir(tmp_path)
    Path("agreementlint.toml").write_text('rules = ["avtalemal"]\n', encoding="utf-8")
    shown = [CliRunner().invoke(app, ["rules", *more]).stdout
             for more in (["--no-config"], ["--rules", "avtalemal"], [])]
    assert ["MA001" in one for one in shown] == [False, True, True]


def test_the_template_follows_the_pack_that_is_made_from_it() -> None:
    seeds = Path(__file__).parents[3] / "shared" / "seeds"
    file = next(seeds.glob("003_*.txt"), None)
    if file is None:
        pytest.skip("the template is not here")
    result = CliRunner().invoke(app, ["check", str(file), "--rules", "avtalemal", "--select", "MA",
                                      "--no-cache", "--no-config", "--format", "json"])
    document, = json.loads(result.stdout)["documents"]
    assert {one["verdict"] for one in document["verdicts"]} == {"pass", "inapplicable"}


@pytest.mark.parametrize("name", pack_names())
def test_the_packs_that_come_with_the_program(name: str) -> None:
    every = load([builtin(), builtin() / "pakker" / name])
    own = [rule for rule in every if "pakker" in rule.at.path]
    assert own
    for trial in trials(own, every, "nb"):
        assert not trial.wrong, [one.verdict for one in trial.wrong]
        assert not trial.remarks, [str(one.fault) for one in trial.remarks]
