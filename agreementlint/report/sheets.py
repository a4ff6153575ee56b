"""Turns a DistrictReport into the sheets of a workbook: names, heads, widths and cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from agreementlint.audit.model import Agreement, DistrictReport
from agreementlint.messages import listed, page_list, say, shown
from agreementlint.model import DocumentReport, Evidence, Lang, Verdict, VerdictName
from agreementlint.report.rows import (
    absence,
    advice,
    agreements_by_document,
    clause,
    columns,
    kommune_rows,
    matrix,
    path,
    paths,
    period,
    shares_by_need,
    whose,
)
from agreementlint.report.text import place
from agreementlint.report.words import SIGNS, counts, guide_place, standing, total, whole_district

LONGEST = 32_767
"""Characters that a cell holds."""

WIDE, MIDDLE, NARROW = 60, 28, 12
RULE_WIDTH = 13


class Column(NamedTuple):
    """`width` is in characters."""

    head: str
    width: float = MIDDLE


class Cell(NamedTuple):
    """A text, a date, a count, or a share (a float from 0 to 1); `look` is a verdict, a state of a
    kommune, or "bold"."""

    value: str | int | float | dt.date | None
    look: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`frozen` are the columns that stay in sight, `bars` those that show their shares as bars."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    frozen: int = 1
    bars: tuple[int, ...] = ()


def sheets(district: DistrictReport) -> Iterator[Sheet]:
    """Those that have something to show, the overview first."""
    yield overview(district)
    yield kommuner(district)
    yield matrix_sheet(district)
    yield findings(district)
    yield documents(district)
    yield contacts(district)
    yield calendar(district)
    if district.templates:
        yield templates(district)
    if district.changes is not None:
        yield changes(district)


def sheet(district: DistrictReport, name: str, heads: Iterable[tuple[str, float]],
          rows: Iterable[Iterable[Cell | str | int | float | dt.date | None]], **more: object,
          ) -> Sheet:
    """A sheet whose heads are keys of messages; a row's values may be bare."""
    lang = district.report.lang
    title = say(lang, f"sheet-{name}")
    return Sheet(
        title, title, tuple(Column(say(lang, key), width) for key, width in heads),
        tuple(tuple(one if isinstance(one, Cell) else Cell(one) for one in row) for row in rows),
        **more,  # type: ignore[arg-type]
    )


def overview(district: DistrictReport) -> Sheet:
    """The share of each rule, and above it what the report is."""
    report = district.report
    lang = report.lang
    rows = kommune_rows(district)
    without = sum(row.state != "in-force" for row in rows)
    notes = [
        district.district or say(lang, "report-no-district"),
        say(lang, "report-judged", as_of=shown(report.as_of, lang),
            guide=shown(dt.date.fromisoformat(report.guide), lang)),
        whole_district(len(rows), without, len(district.agreements), len(report.documents), lang),
        say(lang, "report-voluntary"),
    ]
    if report.coverage is not None:
        notes.append(say(lang, "report-coverage", checked=report.coverage.checked,
                         all=report.coverage.recommendations))
    verdicts: tuple[VerdictName, ...] = ("pass", "review", "unknown", "fail", "inapplicable")
    return sheet(
        district, "overview",
        [("rule", NARROW), ("name", MIDDLE), ("severity", 16), ("report-share", NARROW),
         *((f"tally-{name}", NARROW) for name in verdicts)],
        ([Cell(share.rule, "bold"), share.name, say(lang, f"severity-{share.severity}"),
          share.share, *(share.counts.get(name, 0) for name in verdicts)]
         for share in shares_by_need(district.shares)),
        notes=tuple(notes), bars=(3,),
    )


def kommuner(district: DistrictReport) -> Sheet:
    lang = district.report.lang
    return sheet(
        district, "kommuner",
        [("report-kommune", MIDDLE), ("report-number", NARROW), ("report-state", MIDDLE),
         ("fact-valid_from", NARROW), ("fact-valid_to", NARROW), ("report-agreement", 40),
         ("report-all-agreements", WIDE)],
        ([Cell(row.kommune.name, "bold"), row.kommune.number,
          Cell(say(lang, f"kommune-{row.state}"), row.state),
          *period(row.agreement),
          "" if row.kommune.in_force is None else path(district, row.kommune.in_force),
          paths(district, row.kommune.agreements)] for row in kommune_rows(district)),
    )


def matrix_sheet(district: DistrictReport) -> Sheet:
    report = district.report
    lang = report.lang
    agreements = agreements_by_document(district)
    heads = (Column(say(lang, "column-kommuner"), MIDDLE), Column(say(lang, "column-file"), MIDDLE),
             Column(say(lang, "report-state"), 16),
             *(Column(f"{rule} {name}", RULE_WIDTH) for rule, name in columns(report.documents)))
    rows = tuple(
        (Cell(whose(row.number, district, lang), "bold"), Cell(row.document.path),
         Cell(state(agreements.get(row.number), lang)),
         *(verdict_cell(verdict, lang) for verdict in row.verdicts))
        for row in matrix(report.documents))
    title = say(lang, "sheet-matrix")
    return Sheet(title, say(lang, "report-matrix"), heads, rows, frozen=1)


def verdict_cell(verdict: Verdict | None, lang: Lang) -> Cell:
    """Sign and word; the colour is the format's."""
    if verdict is None:
        return Cell(None)
    name = standing(verdict)
    return Cell(f"{SIGNS[name]} {say(lang, name)}", name)


def findings(district: DistrictReport) -> Sheet:
    """One row for each finding, first those of several agreements."""
    report = district.report
    lang = report.lang
    heads = [("column-kommuner", 20), ("column-file", 24), ("rule", 9), ("name", 20),
             ("severity", 13), ("report-verdict", 13), ("column-message", 36),
             ("column-evidence", 42), ("report-place", 20), ("column-absence", 36),
             ("guide", 14), ("column-asks", 32), ("advice", 32), ("clause", 40)]
    rows: list[list[Cell | str]] = []
    for one in district.findings:
        rows.append([listed(one.kommuner, lang) if one.kommuner else "",
                     paths(district, one.documents), one.rule, one.name,
                     say(lang, f"severity-{one.severity}"),
                     Cell(f"{SIGNS[one.verdict]} {say(lang, one.verdict)}", one.verdict),
                     one.message,
                     *quoted([evidence for _, evidence in one.evidence], lang), *[""] * 5])
    for row in matrix(report.documents):
        for verdict in row.verdicts:
            if verdict is not None and verdict.is_finding:
                rows.append(finding(whose(row.number, district, lang), row.document, verdict, lang))
    return sheet(district, "findings", heads, rows)


def finding(owner: str, document: DocumentReport, verdict: Verdict, lang: Lang,
            ) -> list[Cell | str]:
    return [owner, document.path, verdict.rule, verdict.name,
            say(lang, f"severity-{verdict.severity}"), verdict_cell(verdict, lang),
            verdict.message, *quoted(verdict.evidence, lang), absence(verdict, lang),
            guide_place(verdict.chapter, verdict.page, lang) or verdict.source or "",
            verdict.asks or "",
            advice(verdict), clause(verdict)]


def quoted(evidence: Iterable[Evidence], lang: Lang) -> tuple[str, str]:
    """The agreement's words, and where they stand."""
    found = list(evidence)
    return ("\n".join(f"«{one.text}»" for one in found),
            "\n".join(dict.fromkeys(where for one in found if (where := place(one, lang)))))


def documents(district: DistrictReport) -> Sheet:
    """Every file, also those that could not be judged, with the reason."""
    report = district.report
    lang = report.lang
    agreements = agreements_by_document(district)

    def row(number: int, document: DocumentReport) -> list[Cell | str | int | dt.date | None]:
        agreement = agreements.get(number)
        count = counts(document)
        told = [document.error.message if document.error else "", document.notice or "",
                *document.crashes]
        return [
            Cell(document.path, "bold"), listed(agreement.kommuner, lang) if agreement else "",
            say(lang, "unreadable") if document.error else say(lang, f"kind-{document.kind}"),
            state(agreement, lang), *period(agreement),
            document.pages, pages(document.ocr_pages, lang), pages(document.unread_pages, lang),
            total(document, lang) if document.verdicts else " ".join(filter(None, told)),
            *(count[name] for name in ("fail", "review", "unknown", "pass", "waived")),
        ]

    tallies = [(f"tally-{name}", 10) for name in ("fail", "review", "unknown", "pass", "waived")]
    return sheet(
        district, "documents",
        [("column-file", 40), ("column-kommuner", MIDDLE), ("column-kind", 16),
         ("report-state", 16), ("fact-valid_from", NARROW), ("fact-valid_to", NARROW),
         ("column-pages", 8), ("column-ocr", 16), ("column-unread", 16), ("report-result", WIDE),
         *tallies],
        (row(number, document) for number, document in enumerate(report.documents)),
    )


def contacts(district: DistrictReport) -> Sheet:
    lang = district.report.lang
    return sheet(
        district, "contacts",
        [("name", MIDDLE), ("report-count", NARROW), ("column-kommuner", WIDE),
         ("report-spellings", MIDDLE), ("column-told", MIDDLE), ("report-documents", WIDE)],
        ([Cell(one.name, "bold"), len(one.kommuner), ", ".join(one.kommuner), "; ".join(one.names),
          say(lang, "report-doubtful") if one.doubtful else "", paths(district, one.documents)]
         for one in sorted(district.contacts, key=lambda one: (-len(one.kommuner), one.name))),
    )


def calendar(district: DistrictReport) -> Sheet:
    lang = district.report.lang
    return sheet(
        district, "calendar",
        [("report-date", NARROW), ("report-what", NARROW), ("column-kommuner", MIDDLE),
         ("column-message", WIDE), ("report-why", WIDE), ("column-file", 40)],
        ([event.date, say(lang, f"event-{event.kind}"),
          listed(event.kommuner, lang) if event.kommuner else "", event.title, event.why,
          path(district, event.document)]
         for event in sorted(district.events, key=lambda event: (event.date, event.uid))),
        frozen=0,
    )


def templates(district: DistrictReport) -> Sheet:
    """One row for each gap of a template; one for a template without gaps."""
    names = {share.rule: share.name for share in district.shares}
    rows: list[list[str | float | int]] = []
    for number, template in enumerate(district.templates, 1):
        for rule, heirs in (template.gaps or {"": ()}).items():
            rows.append([number, template.shared, paths(district, template.documents), rule,
                         names.get(rule, ""), len(heirs), paths(district, heirs)])
    return sheet(
        district, "templates",
        [("column-template", 8), ("column-shared", NARROW), ("report-documents", WIDE),
         ("rule", NARROW), ("name", MIDDLE), ("column-heirs", NARROW), ("column-inherited", WIDE)],
        rows,
    )


def changes(district: DistrictReport) -> Sheet:
    lang = district.report.lang
    since = f" {shown(district.since, lang)}" if district.since else ""
    return sheet(
        district, "changes",
        [("column-file", 40), ("report-change", MIDDLE), ("rule", NARROW), ("report-before", 16),
         ("report-after", 16), ("report-cause", MIDDLE), ("report-why", WIDE)],
        ([Cell(one.path, "bold"), say(lang, f"change-{one.what}"), one.rule or "",
          *(Cell(f"{SIGNS[verdict]} {say(lang, verdict)}", verdict) if verdict else ""
            for verdict in (one.before, one.after)),
          say(lang, f"cause-{one.cause}") if one.cause else "", one.why]
         for one in district.changes or ()),
        notes=(say(lang, "report-changes") + since,),
    )


# ---------------------------------------------------------------- what stands in a cell


def state(agreement: Agreement | None, lang: Lang) -> str:
    return "" if agreement is None else say(lang, f"state-{agreement.state}")


def pages(numbers: tuple[int, ...], lang: Lang) -> str:
    return page_list(numbers, lang) if numbers else ""
