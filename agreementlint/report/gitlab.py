"""Turns a Report into the code quality report that GitLab shows in merge requests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any

from agreementlint.model import DocumentReport, Report, Severity
from agreementlint.report.json import plain
from agreementlint.report.spoken import heading, line_of, slashed
from agreementlint.waivers import fingerprint

SEVERITIES: Mapping[Severity, str] = {"error": "critical", "warning": "major", "note": "minor"}


def gitlab_report(report: Report) -> str:
    """The findings that no waiver covers, and the documents that could not be read. GitLab wants a
    line of everything; what has none is shown at the first."""
    issues = [issue for document in report.documents for issue in issues_of(document, report)]
    return json.dumps(plain(issues), ensure_ascii=False, indent=2) + "\n"


def issues_of(document: DocumentReport, report: Report) -> Iterator[dict[str, Any]]:
    path = slashed(document.path)
    if document.error is not None:
        yield issue(path, None, document.error.kind, document.error.message, "blocker", "")
    for sentence in document.crashes:
        yield issue(path, None, "crashed", sentence, "blocker", sentence)
    for verdict in document.verdicts:
        if verdict.is_finding:
            told = f"{heading(verdict, report.lang)}. {verdict.message}"
            yield issue(path, line_of(verdict), verdict.rule, told, SEVERITIES[verdict.severity],
                        fingerprint(verdict))


def issue(path: str, line: int | None, name: str, told: str, severity: str, what: str,
          ) -> dict[str, Any]:
    """`what` tells it from others of the same name in the file."""
    of_all = blake2b(f"{path}\0{name}\0{what}".encode("utf-8", "replace"), digest_size=16)
    return {
        "description": told,
        "check_name": name,
        "fingerprint": of_all.hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line or 1}},
    }
