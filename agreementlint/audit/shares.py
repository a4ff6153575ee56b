"""Verdicts of many agreements → for each rule, how many got which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from agreementlint.audit.model import Share
from agreementlint.model import DocumentReport, Verdict, VerdictName


def shares(documents: Iterable[DocumentReport]) -> tuple[Share, ...]:
    """One for each rule, in the order of the verdicts."""
    counts: dict[str, Counter[VerdictName]] = {}
    said: dict[str, Verdict] = {}
    for document in documents:
        for verdict in document.verdicts:
            said.setdefault(verdict.rule, verdict)
            counts.setdefault(verdict.rule, Counter())[verdict.verdict] += 1
    return tuple(Share(one.rule, one.name, one.severity, dict(counts[one.rule]))
                 for one in said.values())
