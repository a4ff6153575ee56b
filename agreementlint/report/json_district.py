"""Turns a DistrictReport into the contract's JSON: the report with `district` filled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agreementlint.audit.model import (
    Agreement,
    Change,
    Contact,
    CrossFinding,
    DistrictReport,
    Event,
    Kommune,
    Share,
    Template,
)
from agreementlint.report.json import evidence_object, json_report


def district_json_report(district: DistrictReport) -> str:
    return json_report(district.report, district_object(district))


def district_object(district: DistrictReport) -> dict[str, Any]:
    """Documents are told by their place in `documents`, from 0."""
    return {
        "name": district.district,
        "horizon": district.horizon,
        "since": district.since,
        "rules": {id: {"digest": stamp.digest, "dated": stamp.dated}
                  for id, stamp in district.stamps.items()},
        "kommuner": [kommune_object(one) for one in district.kommuner],
        "agreements": [agreement_object(one) for one in district.agreements],
        "contacts": [contact_object(one) for one in district.contacts],
        "findings": [finding_object(one) for one in district.findings],
        "events": [event_object(one) for one in district.events],
        "shares": [share_object(one) for one in district.shares],
        "templates": [template_object(one) for one in district.templates],
        "changes": None if district.changes is None else
                   [change_object(one) for one in district.changes],
    }


def kommune_object(kommune: Kommune) -> Mapping[str, Any]:
    return {"name": kommune.name, "number": kommune.number, "in_force": kommune.in_force,
            "agreements": kommune.agreements}


def agreement_object(agreement: Agreement) -> Mapping[str, Any]:
    return {"document": agreement.document, "kommuner": agreement.kommuner,
            "names": agreement.names, "parts": agreement.parts, "state": agreement.state,
            "since": agreement.since, "until": agreement.until,
            "superseded_by": agreement.superseded_by}


def contact_object(contact: Contact) -> Mapping[str, Any]:
    return {"name": contact.name, "names": contact.names, "kommuner": contact.kommuner,
            "maybe": contact.maybe, "perhaps": contact.perhaps, "documents": contact.documents,
            "doubtful": contact.doubtful}


def finding_object(finding: CrossFinding) -> Mapping[str, Any]:
    return {"rule": finding.rule, "name": finding.name, "verdict": finding.verdict,
            "severity": finding.severity, "message": finding.message,
            "kommuner": finding.kommuner, "documents": finding.documents,
            "evidence": [{"document": number, **evidence_object(words)}
                         for number, words in finding.evidence]}


def event_object(event: Event) -> Mapping[str, Any]:
    return {"date": event.date, "kind": event.kind, "document": event.document,
            "kommuner": event.kommuner, "title": event.title, "why": event.why, "uid": event.uid}


def share_object(share: Share) -> Mapping[str, Any]:
    part = share.share
    return {"rule": share.rule, "name": share.name, "severity": share.severity,
            "counts": share.counts, "judged": share.judged,
            "share": None if part is None else round(part, 4)}


def template_object(template: Template) -> Mapping[str, Any]:
    return {"documents": template.documents, "shared": round(template.shared, 4),
            "gaps": template.gaps}


def change_object(change: Change) -> Mapping[str, Any]:
    return {"what": change.what, "path": change.path, "document": change.document,
            "rule": change.rule, "before": change.before, "after": change.after,
            "cause": change.cause, "why": change.why}
