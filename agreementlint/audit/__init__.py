"""Many DocumentReports into one DistrictReport: the state of the agreements of a district."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from agreementlint.audit.model import DistrictReport
from agreementlint.model import Report

if TYPE_CHECKING:
    from agreementlint.register import Register


def audit(report: Report, *, district: str | None, register: Register, horizon: int,
          previous: Mapping[str, Any] | None) -> DistrictReport:
    """What the documents of one run say together. `district` is the register's short name (None:
    none was asked for), `horizon` in months, `previous` the JSON object of an earlier audit."""
    return DistrictReport(report=report, district=district, kommuner=(), agreements=(), contacts=(),
                          findings=(), events=(), shares=(), horizon=horizon)
