"""Turns a Report or a DistrictReport into CSV that a spreadsheet opens as it is meant."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from agreementlint.audit.model import CrossFinding, DistrictReport
from agreementlint.messages import listed, say
from agreementlint.model import DocumentReport, Lang, Report, Verdict
from agreementlint.report.rows import absence, advice, agreements_by_document, clause
from agreementlint.report.text import visible
from agreementlint.report.words import standing, waiver_words

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes the letters for those of an old Windows."""

FORMULA = tuple("=+-@")
HEADS = (
    "column-file", "column-kommuner", "column-kind", "report-state", "rule", "name", "severity",
    "report-verdict", "column-message", "column-evidence", "column-section", "column-page",
    "column-line", "column-absence", "column-chapter", "column-guide-page", "column-asks",
    "advice", "clause", "column-waiver", "column-told", "column-as-of",
)


def csv_report(report: Report) -> str:
    """One row for each document and rule; one for each document without verdicts, which says
    why."""
    return table(report.lang, (row for document in report.documents
                               for row in document_rows(document, report)))


def csv_district(district: DistrictReport) -> str:
    """The same, with the state of each agreement, and a row for each finding of several."""
    report = district.report
    return table(report.lang, district_rows(district))


def district_rows(district: DistrictReport) -> Iterator[dict[str, str]]:
    report = district.report
    agreements = agreements_by_document(district)
    for number, document in enumerate(report.documents):
        agreement = agreements.get(number)
        known = {} if agreement is None else {
            "report-state": say(report.lang, f"state-{agreement.state}"),
            "column-kommuner": ", ".join(agreement.kommuner)}
        for row in document_rows(document, report):
            yield row | known
    for finding in district.findings:
        yield across(finding, report)


def document_rows(document: DocumentReport, report: Report) -> Iterator[dict[str, str]]:
    lang = report.lang
    common = {
        "column-file": document.path,
        "column-kommuner": ", ".join(document.facts.get("municipalities") or ()),
        "column-kind": "" if document.error else say(lang, f"kind-{document.kind}"),
        "column-told": told(document),
        "column-as-of": report.as_of.isoformat(),
    }
    for verdict in document.verdicts:
        yield common | verdict_row(verdict, lang)
    if not document.verdicts:
        yield common


def told(document: DocumentReport) -> str:
    """Why it was not judged, or not wholly."""
    said = [document.error.message if document.error else "", document.notice or ""]
    return " ".join(filter(None, [*said, *document.crashes]))


def verdict_row(verdict: Verdict, lang: Lang) -> dict[str, str]:
    evidence = verdict.evidence
    waiver = verdict.waiver
    places = {
        "column-section": dict.fromkeys(one.section for one in evidence if one.section),
        "column-page": dict.fromkeys(str(one.page) for one in evidence if one.page is not None),
        "column-line": dict.fromkeys(str(one.line) for one in evidence if one.line is not None),
    }
    return {head: "; ".join(found) for head, found in places.items()} | {
        "rule": verdict.rule,
        "name": verdict.name,
        "severity": say(lang, f"severity-{verdict.severity}"),
        "report-verdict": say(lang, standing(verdict)),
        "column-message": verdict.message,
        "column-evidence": " | ".join(one.text for one in evidence),
        "column-absence": absence(verdict, lang),
        "column-chapter": verdict.chapter or "",
        "column-guide-page": "" if verdict.page is None else str(verdict.page),
        "column-asks": verdict.asks or "",
        "advice": advice(verdict),
        "clause": clause(verdict),
        "column-waiver": "" if waiver is None else waiver_words(waiver, lang),
    }


def across(finding: CrossFinding, report: Report) -> dict[str, str]:
    """The row of what several agreements say together."""
    lang = report.lang
    return {
        "column-file": ", ".join(report.documents[n].path for n in finding.documents),
        "column-kommuner": listed(finding.kommuner, lang) if finding.kommuner else "",
        "column-kind": say(lang, "kind-across"),
        "rule": finding.rule,
        "name": finding.name,
        "severity": say(lang, f"severity-{finding.severity}"),
        "report-verdict": say(lang, finding.verdict),
        "column-message": finding.message,
        "column-evidence": " | ".join(evidence.text for _, evidence in finding.evidence),
        "column-page": "; ".join(dict.fromkeys(
            str(one.page) for _, one in finding.evidence if one.page is not None)),
        "column-as-of": report.as_of.isoformat(),
    }


def table(lang: Lang, rows: Iterable[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([say(lang, head) for head in HEADS])
    for row in rows:
        writer.writerow([inert(row.get(head, "")) for head in HEADS])
    return BYTE_ORDER_MARK + out.getvalue()


def inert(text: str) -> str:
    """The text on one line, and no formula to any spreadsheet."""
    flat = " ".join(visible(text).split())
    return f"'{flat}" if flat.startswith(FORMULA) else flat
