"""What Python programs are given: Reports on one document and Audits of many, whose values have
types, and which are JSON when asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from agreementlint import model
from agreementlint.audit.model import DistrictReport


@dataclass(frozen=True, slots=True)
class Facts:
    """What an agreement says; None, or empty, where it does not. Names of kommuner are the
    register's, without "kommune". `meetings_per_year` is the least number that is promised for each
    kommune's own politiråd; intervals are in months."""

    municipalities: tuple[str, ...] = ()
    police_district: str | None = None
    politikontakter: tuple[str, ...] = ()
    meetings_per_year: float | None = None
    evaluation_interval_months: float | None = None
    revision_interval_months: float | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    signed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Report(model.Report):
    """What the rules say of one document. `document` is all that is said of it; the most wanted of
    that, and the report as JSON, are at hand here."""

    @property
    def document(self) -> model.DocumentReport:
        """The document: `path`, `sha256`, `format`, `pages`, `unread_pages`, `ocr_pages`,
        `language`, and all that the other properties give."""
        return self.documents[0]

    @property
    def kind(self) -> model.Kind:
        """What sort of paper it is; only an "agreement" or a "template" is judged."""
        return self.document.kind

    @property
    def notice(self) -> str | None:
        """The sentence for what is no agreement, and therefore has no verdicts."""
        return self.document.notice

    @property
    def facts(self) -> Facts:
        return facts_of(self.document)

    @property
    def verdicts(self) -> tuple[model.Verdict, ...]:
        """One for every selected rule, in catalogue order."""
        return self.document.verdicts

    @property
    def findings(self) -> tuple[model.Verdict, ...]:
        """The verdicts that are `fail`, `review` or `unknown` and have no waiver."""
        return tuple(verdict for verdict in self.verdicts if verdict.is_finding)

    def to_json(self) -> str:
        """The JSON report, as `agreementlint check --format json` writes it (docs/json.md)."""
        from agreementlint.report.json import json_report

        return json_report(self)


@dataclass(frozen=True, slots=True)
class Audit(DistrictReport):
    """What the agreements of a police district say, each and together. A document that could not be
    read has an `error` instead of verdicts."""

    @property
    def documents(self) -> tuple[model.DocumentReport, ...]:
        """One for every file; the rest of the audit tells of them by their places here."""
        return self.report.documents

    def to_json(self) -> str:
        """The JSON report, as `agreementlint audit --format json` writes it (docs/json.md)."""
        from agreementlint.report.json_district import district_json_report

        return district_json_report(self)


def facts_of(document: model.DocumentReport) -> Facts:
    """The facts of a document of a Report or an Audit."""
    said: dict[str, Any] = {}
    for one in fields(Facts):
        value = document.facts.get(one.name)
        if value is not None:
            said[one.name] = tuple(value) if isinstance(value, list) else value
    return Facts(**said)


def values(record: Any) -> Mapping[str, Any]:
    """The fields of a dataclass by name, as they are."""
    return {one.name: getattr(record, one.name) for one in fields(record)}
