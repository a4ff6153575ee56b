"""A district in which every text that may come from a document is hostile."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from agreementlint.audit.model import (
    Agreement,
    Change,
    Contact,
    CrossFinding,
    DistrictReport,
    Event,
    Kommune,
    Share,
    Template,
)
from agreementlint.model import Absence, DocumentReport, Evidence, Problem, Report, Verdict
from tests.report.reports import HOSTILE, VERDICTS

SCRIPT = "</style></title><script>document.title='taken'</script><img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://example.invalid/","hei")&cmd|\' /C calc\'!A0'
STARTS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "http://example.invalid/",
          "mailto:a@example.invalid", "'=1", "_x001B_", "0123", "internal:A1", "{=1+1}")
TEXT = f"{FORMULA} {SCRIPT} {HOSTILE} {{{{ 7 * 7 }}}} {{% raw %}} ;\"'"


def evidence(text: str) -> Evidence:
    return Evidence(text, section=TEXT, page=1, bbox=(1.0, 1.0, 2.0, 2.0))


def hostile(verdict: Verdict) -> Verdict:
    return replace(
        verdict, message=TEXT, suggestion=f"{TEXT}\n{TEXT}", asks=TEXT,
        evidence=tuple(evidence(start) for start in STARTS[:3]),
        absence=verdict.absence and Absence(1, 2, (TEXT, FORMULA), evidence(TEXT), TEXT),
        waiver=verdict.waiver and replace(verdict.waiver, reason=TEXT, by=FORMULA))


def documents() -> tuple[DocumentReport, ...]:
    judged = tuple(
        DocumentReport(f"{start}{SCRIPT}.pdf", "ab" * 32, "pdf", pages=2, unread_pages=(2,),
                       facts={"municipalities": [start, TEXT], "police_district": TEXT,
                              "politikontakter": [TEXT]},
                       verdicts=tuple(map(hostile, VERDICTS)), crashes=(TEXT,))
        for start in STARTS)
    return (*judged,
            DocumentReport(FORMULA, None, None, error=Problem("damaged", TEXT)),
            DocumentReport(SCRIPT, None, "pdf", kind="other", notice=TEXT))


def report() -> Report:
    return Report("0.1.0", "2023-03-27", dt.date(2026, 11, 21), "nb", documents())


def district() -> DistrictReport:
    whole = report()
    numbers = tuple(range(len(STARTS)))
    day = dt.date(2027, 3, 1)
    return DistrictReport(
        report=whole,
        district=TEXT,
        kommuner=tuple(Kommune(start, TEXT, (number,), number)
                       for number, start in enumerate(STARTS)),
        agreements=tuple(Agreement(number, (start,), "in-force", {TEXT: (start,)}, day, day,
                                   superseded_by=0) for number, start in enumerate(STARTS)),
        contacts=(Contact(FORMULA, (TEXT, SCRIPT), STARTS, numbers, doubtful=True),),
        findings=(CrossFinding("DI001", "dekning", "fail", "error", TEXT, STARTS, numbers,
                               ((0, evidence(TEXT)),)),),
        events=tuple(Event(day, "expiry", number, (start,), TEXT, TEXT, f"{number}@x")
                     for number, start in enumerate(STARTS)),
        shares=tuple(Share(one.rule, TEXT, one.severity, {one.verdict: 1}) for one in VERDICTS),
        horizon=6,
        templates=(Template(numbers, 0.9, {"PR001": numbers}),),
        since=day,
        changes=(Change("cell", TEXT, 0, "PR001", "pass", "fail", "agreement", TEXT),
                 Change("removed", FORMULA, why=TEXT)),
    )
