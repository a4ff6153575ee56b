"""Turns a Report or a DistrictReport into one HTML file that needs nothing beside it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from agreementlint.audit.model import DistrictReport
from agreementlint.model import Report
from agreementlint.report.html.charts import bar, upcoming, wheel
from agreementlint.report.html.page import page
from agreementlint.report.html.pictures import Pictures
from agreementlint.report.rows import (
    KOMMUNE_STATES,
    agreements_by_document,
    columns,
    kommune_rows,
    matrix,
    shares_by_need,
)

NO_PICTURES: Pictures = {}


def html_report(report: Report, pictures: Pictures = NO_PICTURES) -> str:
    """The page of `check`: each document with its facts and verdicts; where there are several, a
    table of them first."""
    return page("check.html", report.lang, pictures, report=report)


def html_district(district: DistrictReport, pictures: Pictures = NO_PICTURES) -> str:
    """The page of `audit`: the state of the district, then each agreement as `check` has it."""
    return page("district.html", district.report.lang, pictures, **district_shows(district))


def district_shows(district: DistrictReport) -> dict[str, Any]:
    """What the page of `audit` shows."""
    report = district.report
    kommuner = kommune_rows(district)
    covered = Counter(row.state for row in kommuner)
    states = Counter(agreement.state for agreement in district.agreements)
    return {
        "report": report, "district": district,
        "kommuner": kommuner, "agreements": agreements_by_document(district),
        "columns": columns(report.documents), "matrix": matrix(report.documents),
        "covered": bar([(state, covered[state]) for state in reversed(KOMMUNE_STATES)]),
        "states": bar(states.most_common()),
        "shares": [(share, bar([(name, share.counts.get(name, 0))
                                for name in ("pass", "review", "unknown", "fail")]))
                   for share in shares_by_need(district.shares)],
        "wheel": wheel(upcoming(district.events, report.as_of), report.as_of),
    }
