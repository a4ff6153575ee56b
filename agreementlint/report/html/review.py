"""Turns the checklist of a draft into one HTML file that needs nothing beside it."""

from __future__ import annotations

from agreementlint.model import Report
from agreementlint.report.checklist import Checklist
from agreementlint.report.html.page import page


def html_checklist(report: Report, found: Checklist) -> str:
    """The page of `review`; `report` has the one draft."""
    return page("review.html", report.lang, {}, report=report, found=found,
                document=report.documents[0])
