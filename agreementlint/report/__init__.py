"""Turns a Report into text or bytes: one function per format, named in FORMATS, and for a
DistrictReport in DISTRICT_FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from agreementlint.audit.model import DistrictReport
from agreementlint.model import Report
from agreementlint.report.style import Style


def as_terminal(report: Report, style: Style) -> str:
    from agreementlint.report.terminal import terminal_report

    return terminal_report(report, style)


def as_json(report: Report, style: Style) -> str:
    from agreementlint.report.json import json_report

    return json_report(report)


def as_jsonl(report: Report, style: Style) -> str:
    from agreementlint.report.json import jsonl_report

    return jsonl_report(report)


FORMATS: Mapping[str, Callable[[Report, Style], str]] = {
    "terminal": as_terminal,
    "json": as_json,
    "jsonl": as_jsonl,
}


def district_as_terminal(district: DistrictReport, style: Style) -> str:
    return as_terminal(district.report, style)


def district_as_json(district: DistrictReport, style: Style) -> str:
    return as_json(district.report, style)


def district_as_jsonl(district: DistrictReport, style: Style) -> str:
    return as_jsonl(district.report, style)


DISTRICT_FORMATS: Mapping[str, Callable[[DistrictReport, Style], str | bytes]] = {
    "terminal": district_as_terminal,
    "json": district_as_json,
    "jsonl": district_as_jsonl,
}
"""Files that end on a name here get that format."""

BINARY = frozenset({"xlsx"})
"""Formats that no terminal shows."""
