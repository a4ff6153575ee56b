"""Turns reports into the rows and columns that several formats show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from agreementlint.audit.model import Agreement, DistrictReport, Kommune, Share
from agreementlint.messages import listed, say, shown
from agreementlint.model import DocumentReport, Evidence, Lang, Severity, Verdict, VerdictName
from agreementlint.report.json import NO_FACTS
from agreementlint.report.words import SEVERITIES

WORST: Mapping[VerdictName, int] = {"fail": 0, "review": 1, "unknown": 2}


# ---------------------------------------------------------------- one document


def findings(document: DocumentReport) -> Iterator[tuple[Severity, list[Verdict]]]:
    """The findings of each severity that has some, the worst first."""
    for severity in SEVERITIES:
        found = [verdict for verdict in document.verdicts
                 if verdict.is_finding and verdict.severity == severity]
        if found:
            yield severity, sorted(found, key=lambda verdict: WORST[verdict.verdict])


def others(document: DocumentReport) -> Iterator[tuple[str, list[Verdict]]]:
    """What is no finding: "pass", "waived", "inapplicable", each if there are any."""
    rest = [verdict for verdict in document.verdicts if not verdict.is_finding]
    groups = {
        "pass": [one for one in rest if one.verdict == "pass"],
        "waived": [one for one in rest if one.verdict not in ("pass", "inapplicable")],
        "inapplicable": [one for one in rest if one.verdict == "inapplicable"],
    }
    return ((name, verdicts) for name, verdicts in groups.items() if verdicts)


def facts(document: DocumentReport, lang: Lang) -> Iterator[tuple[str, str]]:
    """Label and value of what the agreement says."""
    for name in NO_FACTS:
        value = document.facts.get(name)
        text = shown(value, lang) if value not in (None, [], ()) else "–"
        if name.endswith("_months") and value is not None:
            text = say(lang, "months", count=text)
        yield say(lang, f"fact-{name}"), text


def advice(verdict: Verdict) -> str:
    return (verdict.suggestion or "").partition("\n")[0]


def clause(verdict: Verdict) -> str:
    """The words to paste."""
    return (verdict.suggestion or "").partition("\n")[2].strip("\n")


def evidence_of(verdict: Verdict) -> Iterator[Evidence]:
    """All words that are quoted for a verdict, the nearest miss last."""
    yield from verdict.evidence
    if verdict.absence is not None and verdict.absence.nearest is not None:
        yield verdict.absence.nearest


def absence(verdict: Verdict, lang: Lang) -> str:
    """The proof of absence in one paragraph; "" where there is none."""
    found = verdict.absence
    if found is None:
        return ""
    parts = [say(lang, "all-read") if found.pages is None else
             say(lang, "pages-read", read=found.pages_read, pages=found.pages)]
    if found.looked_for:
        parts.append(say(lang, "looked-for", phrases=", ".join(found.looked_for)))
    if found.nearest is not None:
        parts.append(f"{say(lang, 'nearest')}: «{found.nearest.text}»")
    if found.why_not:
        parts.append(say(lang, "why-not", reason=found.why_not))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def name_of(path: str) -> str:
    return PurePath(path).name or path


# ---------------------------------------------------------------- many documents


class Column(NamedTuple):
    """A rule of the matrix."""

    rule: str
    name: str


class Row(NamedTuple):
    """A judged document of the matrix, by its place in the report, and its verdict in each column
    (None: it was not judged by that rule)."""

    number: int
    document: DocumentReport
    verdicts: tuple[Verdict | None, ...]


def columns(documents: Sequence[DocumentReport]) -> list[Column]:
    """The rules that some document was judged by, in the catalogue's order."""
    return list(dict.fromkeys(Column(verdict.rule, verdict.name)
                              for document in documents for verdict in document.verdicts))


def matrix(documents: Sequence[DocumentReport]) -> list[Row]:
    heads = columns(documents)
    rows = []
    for number, document in enumerate(documents):
        found = {Column(one.rule, one.name): one for one in document.verdicts}
        if found:
            rows.append(Row(number, document, tuple(found.get(head) for head in heads)))
    return rows


# ---------------------------------------------------------------- districts


class KommuneRow(NamedTuple):
    """`state` is "in-force", "not-in-force" (there are agreements, but none holds) or "none";
    `agreement` is the one in force."""

    kommune: Kommune
    state: str
    agreement: Agreement | None


KOMMUNE_STATES = ("none", "not-in-force", "in-force")


def agreements_by_document(district: DistrictReport) -> Mapping[int, Agreement]:
    return {agreement.document: agreement for agreement in district.agreements}


def kommune_rows(district: DistrictReport) -> list[KommuneRow]:
    """The kommuner, those without an agreement first."""
    found = agreements_by_document(district)
    rows = []
    for kommune in district.kommuner:
        held = None if kommune.in_force is None else found.get(kommune.in_force)
        state = ("in-force" if kommune.in_force is not None else
                 "not-in-force" if kommune.agreements else "none")
        rows.append(KommuneRow(kommune, state, held))
    return sorted(rows, key=lambda row: (KOMMUNE_STATES.index(row.state), row.kommune.name))


def shares_by_need(shares: Sequence[Share]) -> list[Share]:
    """The rules that most agreements depart from first; those that were never judged last."""
    return sorted(shares, key=lambda one: (one.share is None, one.share or 0.0, one.rule))


def whose(number: int, district: DistrictReport, lang: Lang) -> str:
    """The kommuner of the agreement in a document, or else the name of its file."""
    document = district.report.documents[number]
    agreement = agreements_by_document(district).get(number)
    kommuner = agreement.kommuner if agreement else document.facts.get("municipalities")
    return listed(kommuner, lang) if kommuner else name_of(document.path)


def period(agreement: Agreement | None) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day, as far as they are known."""
    return (None, None) if agreement is None else (agreement.since, agreement.until)


def path(district: DistrictReport, number: int) -> str:
    return district.report.documents[number].path


def paths(district: DistrictReport, numbers: Iterable[int]) -> str:
    """The paths of documents told by their places in the report."""
    return ", ".join(path(district, number) for number in numbers)
