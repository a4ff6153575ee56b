"""The verb `text`, over real sentences; and a pattern that takes too long."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from agreementlint.cli import app
from agreementlint.judge import judge
from agreementlint.model import DocumentReport, Lang
from agreementlint.reading.dispatch import read_here
from agreementlint.rules import RuleError
from agreementlint.rules.format import Rule
from tests.rulefiles import one_rule, write_rule

CASES = """\
  - verdict: pass
    when: {text: %s}
    message: {nb: Ja., nn: Ja., en: Yes.}
"""
SLOW = CASES % "{pattern: ['(a+)+$']}"
LONG = f"Kommunen og politiet samarbeider om {'a' * 60}!"


def rule_of(folder: Path, options: str) -> Rule:
    return one_rule(folder, id="LO001", name="lokal", cases=CASES % options)


def judged(rule: Rule, text: str, lang: Lang = "nb") -> DocumentReport:
    document = read_here(f"Avtale\n\n{text}\n".encode(), name="avtale.txt")
    return judge(document, [rule], dt.date(2026, 1, 1), lang, any_document=True)


@pytest.mark.parametrize(("options", "text", "verdict"), [
    ("{words: [natteravn]}", "Kommunen skal støtte natteravnene.", "pass"),
    ("{words: [natteravn]}", "Kommunen skal ikke støtte natteravnene.", "fail"),
    ("{words: [natteravn]}", "Kommunen kan støtte natteravnene.", "fail"),
    ("{words: [natteravn], force: [optional]}", "Kommunen kan støtte natteravnene.", "pass"),
    ("{words: [natteravn], force: [negated]}", "Kommunen skal ikke støtte natteravnene.", "pass"),
    ("{words: [øvelse], with: [beredskap*]}", "Partene holder øvelser for beredskapen.", "pass"),
    ("{words: [øvelse], with: [beredskap*]}", "Partene holder øvelser i korpset.", "fail"),
    ("{words: [øvelse], quantity: [frequency]}", "Partene holder øvelse hvert år.", "pass"),
    ("{words: [øvelse], quantity: [frequency]}", "Partene holder øvelser.", "fail"),
    ("{words: [øvelse], with: [beredskapsråd]}",
     "Partene er enige om dette.\n\nBeredskapsrådet skal:\n\n- holde øvelser med de frivillige\n"
     "- lage planer for alle", "pass"),
    ("{pattern: ['natte?ravn\\w*']}", "Nattravnene får støtte av kommunen.", "pass"),
    ("{words: [natteravn], pattern: ['vakt\\w+']}", "Partene har en vaktordning.", "pass"),
])
def test_what_it_holds_of(tmp_path: Path, options: str, text: str, verdict: str) -> None:
    found, = judged(rule_of(tmp_path, options), text).verdicts
    assert found.verdict == verdict
    assert bool(found.evidence) is (verdict == "pass")


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_slow_pattern_is_one_sentence_with_its_place(tmp_path: Path, lang: Lang) -> None:
    report = judged(rule_of(tmp_path, "{pattern: ['(a+)+$']}"), LONG, lang)
    assert [one.verdict for one in report.verdicts] == ["unknown"]
    sentence, = report.crashes
    assert "avtale.txt: " in sentence and "LO001" in sentence and "(a+)+$" in sentence
    assert f"{tmp_path}/LO001-lokal.yaml:12:29" in sentence


def test_a_slow_pattern_ends_with_status_2_and_the_other_rules_are_judged(tmp_path: Path) -> None:
    pack, file = tmp_path / "pakke", tmp_path / "avtale.txt"
    pack.mkdir()
    write_rule(pack, "LO001", "lokal", cases=SLOW)
    file.write_text(f"Avtale\n\n{LONG}\n\nPolitirådet har to møter i året.\n", encoding="utf-8")
    result = CliRunner().invoke(app, [
        "check", str(file), "--rules", str(pack), "--any-document", "--select", "LO001,PR002",
        "--no-cache", "--no-config"])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1 and "tar for lang tid" in result.stderr
    assert "Følger 1 av 2" in result.stdout


def test_a_slow_pattern_is_told_once_for_all_documents(tmp_path: Path) -> None:
    pack = tmp_path / "pakke"
    pack.mkdir()
    write_rule(pack, "LO001", "lokal", cases=SLOW)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Avtale {number}\n\n{LONG}\n", encoding="utf-8")
    result = CliRunner().invoke(app, [
        "check", *(str(tmp_path / f"{number}.txt") for number in range(3)), "--rules", str(pack),
        "--any-document", "--select", "LO001", "--no-cache", "--no-config"])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.rstrip().endswith("Det samme gjelder 3 dokumenter i alt.")


@pytest.mark.parametrize(("options", "said"), [
    ("{pattern: ['(a']}", "12:29: this is no regular expression (missing closing parenthesis, at "
                          "character 3)"),
    ("{pattern: [\"\\bord\"]}", "12:29: the pattern has characters that cannot be seen"),
    ("{pattern: ['a*']}", "12:29: the pattern fits an empty text"),
    ("{words: [ravn, 'natt*ravn']}", "12:33: \"natt*ravn\" cannot be looked for"),
    ("{with: [ravn]}", "12:18: the condition does not say what to look for"),
    ("{word: [ravn]}", 'did you mean "words"?'),
])
def test_mistakes_in_it(tmp_path: Path, options: str, said: str) -> None:
    with pytest.raises(RuleError) as caught:
        rule_of(tmp_path, options)
    assert said in str(caught.value.faults[0])
