from __future__ import annotations

from pathlib import Path

import pytest

from agreementlint.lint import lint
from agreementlint.model import Fact
from agreementlint.rules import load
from tests.cases import case, span
from tests.rulefiles import CASES, EXAMPLES, one_rule, write_rule

TWICE = span("to ganger i året")
STATED = {"meetings_per_year": Fact(2.5, "stated", (TWICE,))}
SILENT = {"meetings_per_year": Fact(None, "absent")}

INAPPLICABLE = """\
  - verdict: inapplicable
    when: {rule: {id: PK001, is: [fail]}}
    message: {nb: Ikke aktuelt., nn: Ikkje aktuelt., en: Not so.}
"""


def test_a_case_that_holds_quotes_the_agreement(tmp_path: Path) -> None:
    verdict, = lint(case(STATED), [one_rule(tmp_path)]).verdicts
    assert (verdict.verdict, verdict.message, verdict.suggestion) == ("pass", "2,5 møter.", None)
    evidence, = verdict.evidence
    assert (evidence.text, evidence.section, evidence.page, evidence.line) == (
        "to ganger i året", "Politiråd", 1, None)
    assert evidence.bbox == (72.0, 102.0, 80.0, 112.0)
    assert verdict.absence is None


def test_a_text_file_has_lines_and_no_pages(tmp_path: Path) -> None:
    verdict, = lint(case(STATED, pages=None), [one_rule(tmp_path)]).verdicts
    assert (verdict.evidence[0].page, verdict.evidence[0].line, verdict.evidence[0].bbox) == (
        None, 2, None)


def test_absence_is_proved(tmp_path: Path) -> None:
    verdict, = lint(case(SILENT), [one_rule(tmp_path)], "nn", "nb").verdicts
    assert (verdict.verdict, verdict.message) == ("fail", "Ingenting.")
    assert verdict.suggestion == "Sei noko.\nVi sier noe."  # the clause in the agreement's words
    assert verdict.absence is not None
    assert (verdict.absence.pages_read, verdict.absence.pages) == (2, 2)
    assert verdict.absence.looked_for == ("møte", "samling")
    assert verdict.absence.nearest is None


def test_nothing_is_missing_from_pages_that_were_not_read(tmp_path: Path) -> None:
    verdict, = lint(case(SILENT, unread=(2,)), [one_rule(tmp_path)]).verdicts
    assert verdict.verdict == "unknown"
    assert "side 2" in verdict.message
    assert verdict.absence is not None and verdict.absence.pages_read == 1


def test_what_was_found_stands_although_a_page_was_not_read(tmp_path: Path) -> None:
    verdict, = lint(case(STATED, unread=(2,)), [one_rule(tmp_path)]).verdicts
    assert verdict.verdict == "pass"


def test_a_failing_case_without_words_is_an_absence_too(tmp_path: Path) -> None:
    cases = CASES.replace("verdict: pass", "verdict: fail").replace("[stated], at_least: 2",
                                                                    "[absent]")
    rule = one_rule(tmp_path, cases=cases, examples="  - {verdict: fail, text: Ingenting.}")
    assert lint(case(SILENT), [rule]).verdicts[0].absence is not None
    assert lint(case(SILENT, unread=(1,)), [rule]).verdicts[0].verdict == "unknown"


def test_words_do_not_prove_what_is_not_there(tmp_path: Path) -> None:
    cases = CASES.replace("verdict: pass", "verdict: fail\n    by_absence: true")
    rule = one_rule(tmp_path, cases=cases, examples="  - {verdict: fail, text: Ingenting.}")
    for unread, expected in (((), "fail"), ((2,), "unknown")):
        verdict, = lint(case(STATED, unread=unread), [rule]).verdicts
        assert verdict.verdict == expected
        assert verdict.absence is not None
        assert [words.text for words in verdict.evidence] == ["to ganger i året"]


def test_the_nearest_miss_is_the_first_that_the_text_has(tmp_path: Path) -> None:
    near = """\
  verdict: fail
  message: {nb: Ingenting., nn: Ingenting., en: Nothing.}
  looked_for: {nb: [møte], nn: [møte], en: [meeting]}
  near:
    - when: {fact: {name: council, state: [described]}}
      why_not: {nb: Det er SLT., nn: Det er SLT., en: That is SLT.}
    - when: {fact: {name: evaluation, state: [whole]}}
      why_not: {nb: Det er evaluering., nn: Det er evaluering., en: That is evaluation.}
"""
    facts = {**SILENT, "council": Fact(None, "absent"),
             "evaluation": Fact(12, "whole", (span("Rådet evalueres årlig"),))}
    absence = lint(case(facts), [one_rule(tmp_path, absent=near)]).verdicts[0].absence
    assert absence is not None and absence.nearest is not None
    assert absence.nearest.text == "Rådet evalueres årlig"
    assert absence.why_not == "Det er evaluering."


def test_a_rule_that_waits_for_another(tmp_path: Path) -> None:
    write_rule(tmp_path, "PR007", "deltar", cases=INAPPLICABLE,
               examples=EXAMPLES.replace("pass", "inapplicable"))
    write_rule(tmp_path, "PK001", "kontakt")
    rules = load([tmp_path])
    assert [(one.rule, one.verdict) for one in lint(case(SILENT), rules).verdicts] == [
        ("PR007", "inapplicable"), ("PK001", "fail")]
    assert [one.verdict for one in lint(case(STATED), rules).verdicts] == ["fail", "pass"]


@pytest.mark.parametrize("facts", [
    {},
    {"meetings_per_year": Fact(2, "stated", (TWICE,))},
])
def test_a_rule_that_crashes_still_has_its_row(tmp_path: Path, facts: dict[str, Fact]) -> None:
    write_rule(tmp_path, "PR002", "moter", cases=CASES.replace("{value}", "{per_year}"))
    write_rule(tmp_path, "PR003", "andre", cases=CASES.replace("meetings_per_year", "period")
               .replace("[stated], at_least: 2", "[bounded]"))
    linted = lint(case({**facts, "period": Fact(2, "bounded")}), load([tmp_path]))
    assert [one.verdict for one in linted.verdicts] == ["unknown", "pass"]
    assert [rule for rule, _ in linted.crashes] == ["PR002"]
