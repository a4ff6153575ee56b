"""Turns a Report into text: one function per format, named in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
