"""DI001: the kommuner of a district and their agreements → which have none that holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from agreementlint.audit.kommuner import alphabetical
from agreementlint.audit.model import CrossFinding, State
from agreementlint.audit.saying import Speaker
from agreementlint.audit.states import Standing, is_agreement
from agreementlint.messages import shown
from agreementlint.model import DocumentReport

UNSURE: tuple[State, ...] = ("doubtful", "unsigned", "in-force")
"""States of agreements that may hold for a kommune where none surely does. In force is then one
that only names a former part of it."""


def findings(rule: Speaker, standing: Standing, kommuner: Sequence[str] | None,
             ) -> Iterator[CrossFinding]:
    """What is found for the `kommuner` of the district (None: nobody knows which district)."""
    counted = sorted(standing.kommuner, key=alphabetical) if kommuner is None else kommuner
    lacking = [name for name in counted if standing.holding(name) is None]
    cases: Mapping[str, list[str]] = {"unsure": [], "later": [], "ended": [], "none": []}
    for name in lacking:
        cases[_case(name, standing)].append(name)
    unread = [number for number, document in enumerate(standing.documents)
              if _may_be_any(document, number, standing)]
    for case, names in cases.items():
        about = [one.document for name in names for one in standing.of(name)]
        if names and case == "none" and unread:
            yield rule.says("unread", kommuner=names, about=unread)
        elif names:
            ends = [pair for number in about for pair in rule.words(number, "valid_to")]
            dated = [_dated(rule, name, case, standing) for name in names]
            yield rule.says(case, {"dated": dated}, kommuner=names, about=about, evidence=ends)
    if kommuner is None and not lacking:
        yield rule.says("no-district")
    elif not lacking:
        yield rule.says("covered", kommuner=counted)


def _case(kommune: str, standing: Standing) -> str:
    if standing.of(kommune, *UNSURE):
        return "unsure"
    if standing.of(kommune, "future"):
        return "later"
    return "ended" if standing.of(kommune) else "none"


def _dated(rule: Speaker, kommune: str, case: str, standing: Standing) -> str:
    """'Gol (31.12.2025)': when its last agreement ended, or the next one begins."""
    ends = [one.until for one in standing.of(kommune) if one.until]
    starts = [one.since for one in standing.of(kommune, "future") if one.since]
    day = min(starts, default=None) if case == "later" else max(ends, default=None)
    return f"{kommune} ({shown(day, rule.lang)})" if day else kommune


def _may_be_any(document: DocumentReport, number: int, standing: Standing) -> bool:
    """Whether it may be the agreement of a kommune that nothing else names: it was not read, or an
    agreement that may hold does not say whose it is."""
    if not is_agreement(document):
        return document.error is not None or bool(document.unread_pages)
    agreement = standing.by_document[number]
    return not agreement.kommuner and agreement.state in (*UNSURE, "future")
