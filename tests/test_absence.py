"""No rule says that something is missing while a part of the document was not read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from agreementlint.judge import judge
from agreementlint.model import Document, Verdict
from agreementlint.rules import builtin, load
from tests.agreements import agreement_of

GOLD = Path(__file__).parent.parent / "corpus/gold"
SILENT = "Samarbeidsavtale mellom Gol kommune og Sør-Øst politidistrikt\n\nPartene samarbeider.\n"
TEXTS = {
    "silent": SILENT,
    "nothing": "Samarbeidsavtale\n\nPartene samarbeider.\n",
    **{name: (GOLD / f"{name}.txt").read_text(encoding="utf-8")
       for name in ("a-rauma", "b-kviteseid-mal", "b-nord-osterdal")},
}
RULES = load([builtin()])


def verdicts(document: Document) -> dict[str, Verdict]:
    report = judge(document, RULES, dt.date(2024, 1, 1), any_document=True)
    return {verdict.rule: verdict for verdict in report.verdicts}


@pytest.mark.parametrize("name", TEXTS)
def test_no_rule_fails_by_absence_while_a_page_is_unread(name: str) -> None:
    document = replace(agreement_of(TEXTS[name]).document, pages=2)
    read = verdicts(document)
    unread = verdicts(replace(document, unread_pages=(2,), why_unread="illegible"))
    assert read.keys() == unread.keys() == {rule.id for rule in RULES}
    absent = {rule for rule, verdict in read.items()
              if verdict.verdict == "fail" and verdict.absence is not None}
    assert absent, "nothing is missing here, so the test could not fail"
    assert {unread[rule].verdict for rule in absent} == {"unknown"}
    for verdict in unread.values():
        if verdict.verdict == "fail":
            assert verdict.evidence and verdict.absence is None


@pytest.mark.parametrize(("unread", "verdict"), [((), "fail"), ((2,), "unknown")])
def test_a_number_may_stand_on_the_page_that_was_not_read(unread: tuple[int, ...], verdict: str,
                                                          ) -> None:
    text = SILENT + "\n# 1 Mål\n\nTrygghet.\n\f\nRåd\n\nVi møtes.\n\f\n# 3 Varighet\n\nTo år.\n"
    document = agreement_of(text).document
    assert verdicts(replace(document, unread_pages=unread))["UT004"].verdict == verdict
