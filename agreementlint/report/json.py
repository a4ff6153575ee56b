"""Turns a Report into the contract's JSON: one object, or one document object a line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from agreementlint.model import (
    Absence,
    DocumentReport,
    Evidence,
    Report,
    StaleWaiver,
    Verdict,
    Waiver,
)
from agreementlint.report.text import visible

SCHEMA = "agreementlint-report/1"

NO_FACTS: Mapping[str, Any] = {
    "municipalities": [],
    "police_district": None,
    "politikontakter": [],
    "meetings_per_year": None,
    "evaluation_interval_months": None,
    "revision_interval_months": None,
    "valid_from": None,
    "valid_to": None,
    "signed_on": None,
}


def json_report(report: Report, district: Mapping[str, Any] | None = None) -> str:
    """Set document by document: all at once, a thousand of them would take half a gigabyte."""
    before = {
        "schema": SCHEMA,
        "tool": {"name": "agreementlint", "version": report.version, "guide": report.guide},
        "as_of": report.as_of,
        "coverage": report.coverage and asdict(report.coverage),
        "waivers": [stale_object(one) for one in report.stale],
    }
    return "".join([
        "{",
        *(f'\n  "{name}": {written(value)},' for name, value in before.items()),
        '\n  "documents": [',
        *commas(f"\n    {written(document_object(document), depth=2)}"
                for document in report.documents),
        "\n  ]," if report.documents else "],",
        f'\n  "district": {written(district)}',
        "\n}\n",
    ])


def commas(texts: Iterable[str]) -> Iterator[str]:
    """The texts, with a comma between any two."""
    for place, text in enumerate(texts):
        yield f",{text}" if place else text


def written(value: Any, depth: int = 1) -> str:
    """The JSON of a value that stands so many levels down; its own texts hold no line feed."""
    text = json.dumps(plain(value), ensure_ascii=False, indent=2)
    return text.replace("\n", "\n" + "  " * depth)


def jsonl_report(report: Report) -> str:
    return "".join(json_line(document) for document in report.documents)


def json_line(document: DocumentReport) -> str:
    return json.dumps(plain(document_object(document)), ensure_ascii=False) + "\n"


def document_object(document: DocumentReport) -> dict[str, Any]:
    error = document.error
    facts = {name: document.facts.get(name) for name in NO_FACTS}
    return {
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "pages": document.pages,
        "ocr_pages": document.ocr_pages,
        "unread_pages": document.unread_pages,
        "ocr_confidence": document.ocr_confidence,
        "language": document.language,
        "kind": document.kind,
        "notice": document.notice,
        "error": error and {"kind": error.kind, "message": error.message},
        "facts": {name: NO_FACTS[name] if value is None else value
                  for name, value in facts.items()},
        "verdicts": [verdict_object(verdict) for verdict in document.verdicts],
    }


def stale_object(stale: StaleWaiver) -> dict[str, Any]:
    return {"state": stale.state, "rule": stale.rule, "documents": stale.documents,
            **waiver_object(stale.waiver), "baseline": stale.baseline,
            "file": stale.file, "line": stale.line}


def waiver_object(waiver: Waiver) -> dict[str, Any]:
    return {"reason": waiver.reason, "by": waiver.by, "until": waiver.until}


def verdict_object(verdict: Verdict) -> dict[str, Any]:
    return {
        "rule": verdict.rule,
        "name": verdict.name,
        "verdict": verdict.verdict,
        "severity": verdict.severity,
        "message": verdict.message,
        "suggestion": verdict.suggestion,
        "guide": {"chapter": verdict.chapter, "page": verdict.page},
        "waiver": verdict.waiver and waiver_object(verdict.waiver),
        "absence": verdict.absence and absence_object(verdict.absence),
        "evidence": [evidence_object(evidence) for evidence in verdict.evidence],
    }


def absence_object(absence: Absence) -> dict[str, Any]:
    return {
        "pages_read": absence.pages_read,
        "pages": absence.pages,
        "looked_for": absence.looked_for,
        "nearest": absence.nearest and evidence_object(absence.nearest)
                   | {"why_not": absence.why_not},
    }


def evidence_object(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": " ".join(evidence.text.split()),
        "section": evidence.section,
        "page": evidence.page,
        "line": evidence.line,
        "bbox": evidence.bbox and [round(side, 2) for side in evidence.bbox],
    }


def plain(value: Any) -> Any:
    """What JSON can hold: dates as ISO text, whole numbers without a fraction, no control
    characters."""
    if isinstance(value, str):
        return visible(value, keep="\n")
    if isinstance(value, Mapping):
        return {visible(str(key)): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
