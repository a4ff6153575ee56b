"""Turns a Report into text or bytes: one function per format, named in FORMATS, and for a
DistrictReport in DISTRICT_FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from agreementlint.model import Report
from agreementlint.report.style import Style

if TYPE_CHECKING:
    from agreementlint.audit.model import DistrictReport


def as_terminal(report: Report, style: Style) -> str:
    from agreementlint.report.terminal import terminal_report

    return terminal_report(report, style)


def as_json(report: Report, style: Style) -> str:
    from agreementlint.report.json import json_report

    return json_report(report)


def as_jsonl(report: Report, style: Style) -> str:
    from agreementlint.report.json import jsonl_report

    return jsonl_report(report)


def as_html(report: Report, style: Style) -> str:
    from agreementlint.report.html import html_report
    from agreementlint.report.html.pictures import pictures

    return html_report(report, pictures(report.documents))


def as_csv(report: Report, style: Style) -> str:
    from agreementlint.report.csv import csv_report

    return csv_report(report)


def as_sarif(report: Report, style: Style) -> str:
    from agreementlint.report.sarif import sarif_report

    return sarif_report(report, all_verdicts=style.verbose)


def as_junit(report: Report, style: Style) -> str:
    from agreementlint.report.junit import junit_report

    return junit_report(report)


def as_github(report: Report, style: Style) -> str:
    from agreementlint.report.github import github_report

    return github_report(report)


def as_gitlab(report: Report, style: Style) -> str:
    from agreementlint.report.gitlab import gitlab_report

    return gitlab_report(report)


FORMATS: Mapping[str, Callable[[Report, Style], str]] = {
    "terminal": as_terminal,
    "json": as_json,
    "jsonl": as_jsonl,
    "html": as_html,
    "csv": as_csv,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
    "gitlab": as_gitlab,
}


def district_as_terminal(district: DistrictReport, style: Style) -> str:
    from agreementlint.report.terminal_district import district_terminal_report

    return district_terminal_report(district, style)


def district_as_json(district: DistrictReport, style: Style) -> str:
    from agreementlint.report.json_district import district_json_report

    return district_json_report(district)


def district_as_jsonl(district: DistrictReport, style: Style) -> str:
    return as_jsonl(district.report, style)


def district_as_html(district: DistrictReport, style: Style) -> str:
    from agreementlint.report.html import html_district
    from agreementlint.report.html.pictures import pictures

    return html_district(district, pictures(district.report.documents, district.findings))


def district_as_csv(district: DistrictReport, style: Style) -> str:
    from agreementlint.report.csv import csv_district

    return csv_district(district)


def district_as_xlsx(district: DistrictReport, style: Style) -> bytes:
    from agreementlint.report.excel import workbook

    return workbook(district)


def district_as_ics(district: DistrictReport, style: Style) -> str:
    from agreementlint.report.ics import calendar

    return calendar(district)


def district_as_sarif(district: DistrictReport, style: Style) -> str:
    from agreementlint.report.sarif import sarif_district

    return sarif_district(district, all_verdicts=style.verbose)


DISTRICT_FORMATS: Mapping[str, Callable[[DistrictReport, Style], str | bytes]] = {
    "terminal": district_as_terminal,
    "json": district_as_json,
    "jsonl": district_as_jsonl,
    "html": district_as_html,
    "csv": district_as_csv,
    "xlsx": district_as_xlsx,
    "ics": district_as_ics,
    "sarif": district_as_sarif,
}
"""Files that end on a name here get that format."""

BINARY = frozenset({"xlsx"})
"""Formats that no terminal shows."""

EXPLAINING = frozenset({"sarif"})
"""Formats that tell of the rules themselves."""
