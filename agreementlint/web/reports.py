"""Papers to reports on them, and those to files that can be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from agreementlint import __version__
from agreementlint.audit.model import DistrictReport
from agreementlint.model import Checked, DocumentReport, Lang, Report
from agreementlint.request import covered, edition
from agreementlint.run.task import Task, rules
from agreementlint.web.desk import Paper
from agreementlint.web.reviewing import Asked, reviewed

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "pdf": PDF, "docx": WORD,
}
"""The media type of each ending."""

REVIEWED = ("docx", "pdf")
"""The formats of which a reviewed copy can be made."""


class Download(NamedTuple):
    """A file and the ending of its name."""

    data: bytes
    ending: str


class Judged(NamedTuple):
    """A paper and what is said of it in a language."""

    paper: Paper
    report: DocumentReport


@dataclass(frozen=True, slots=True)
class Reporting:
    """How reports are made: as the task has it, and of the police district with that name (None:
    the one that the agreements name)."""

    task: Task
    district: str | None = None


def report(judged: Sequence[Judged], lang: Lang, how: Reporting) -> Report:
    known = rules(how.task.packs)
    return Report(version=__version__, guide=edition(known), as_of=how.task.as_of, lang=lang,
                  documents=tuple(one.report for one in judged), coverage=coverage(how.task.packs))


@lru_cache(maxsize=2)
def coverage(packs: tuple[str, ...]) -> Checked | None:
    known = rules(packs)
    return covered(known, frozenset(rule.id for rule in known))


def district(judged: Sequence[Judged], lang: Lang, how: Reporting) -> DistrictReport:
    from agreementlint import register
    from agreementlint.audit import audit
    from agreementlint.rules import builtin, load_district
    from agreementlint.rules.stamps import stamps

    packs = [builtin(), *map(Path, how.task.packs)]
    return audit(report(judged, lang, how), district=how.district, register=register.register(),
                 rules=load_district(packs), stamps=stamps(rules(how.task.packs)))


def as_html(judged: Sequence[Judged], lang: Lang, how: Reporting) -> str:
    from agreementlint.report.html import html_district, html_report
    from agreementlint.report.html.pictures import pictures

    contents = {number: one.paper.data for number, one in enumerate(judged)}
    documents = [one.report for one in judged]
    if len(judged) == 1:
        return html_report(report(judged, lang, how), pictures(documents, contents=contents))
    whole = district(judged, lang, how)
    return html_district(whole, pictures(documents, whole.findings, contents))


def as_xlsx(judged: Sequence[Judged], lang: Lang, how: Reporting) -> bytes:
    from agreementlint.report.excel import workbook

    return workbook(district(judged, lang, how))


def as_ics(judged: Sequence[Judged], lang: Lang, how: Reporting) -> str:
    from agreementlint.report.ics import calendar

    return calendar(district(judged, lang, how))


def as_json(judged: Sequence[Judged], lang: Lang, how: Reporting) -> str:
    from agreementlint.report.json import json_report
    from agreementlint.report.json_district import district_json_report

    if len(judged) == 1:
        return json_report(report(judged, lang, how))
    return district_json_report(district(judged, lang, how))


REPORTS: Mapping[str, Callable[[Sequence[Judged], Lang, Reporting], str | bytes]] = {
    "html": as_html, "xlsx": as_xlsx, "ics": as_ics, "json": as_json,
}


def download(judged: Sequence[Judged], ending: str, lang: Lang, how: Reporting) -> Download:
    """The report on one paper, or on a district, in the format of that ending."""
    made = REPORTS[ending](judged, lang, how)
    return Download(made.encode("utf-8") if isinstance(made, str) else made, ending)


def copy(paper: Paper, lang: Lang, how: Reporting) -> Download | None:
    """The paper with the findings in it; None for what can hold none. Raises ReadError."""
    document = paper.document
    if document is None or document.format not in REVIEWED:
        return None
    asked = Asked(paper.name, how.task.as_of, lang, how.task.packs, how.task.any_document, document)
    return Download(reviewed(paper.data, asked), document.format)
