"""DocumentReports → Agreements: what each concerns, whether it holds, what has taken its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from agreementlint.audit.kommuner import Concerned
from agreementlint.audit.model import Agreement, State
from agreementlint.model import DocumentReport
from agreementlint.norwegian.durations import end_of

LASTS = 48
"""Months after which an agreement that names no end may well have been forgotten: a council period.
From then on a person must say whether it is followed."""

APART = {frozenset({"council-only", "services-only"})}
"""Sorts of agreements that stand beside each other: neither takes the other's place."""


def is_agreement(document: DocumentReport) -> bool:
    """Whether it was judged as an agreement that somebody has made: no unfilled form, letter …"""
    return document.kind == "agreement" and document.error is None and document.notice is None


def agreement(number: int, document: DocumentReport, about: Concerned, as_of: dt.date) -> Agreement:
    """The agreement that the document with this number is, as if it were the only one."""
    facts = document.facts
    since, until = facts.get("valid_from") or facts.get("signed_on"), _until(document)
    return Agreement(
        document=number,
        kommuner=about.kommuner,
        state=_state(document, since, until, as_of),
        names=about.names,
        since=since,
        until=until,
        parts=tuple(name for name in about.kommuner if name in about.parts),
    )


def _until(document: DocumentReport) -> dt.date | None:
    end = document.facts.get("valid_to")
    return end or (None if _of(document, "term") == "ambiguous" else document.facts.get("term"))


def _of(document: DocumentReport, fact: str) -> str | None:
    said = document.said.get(fact)
    return said.state if said else None


def _state(document: DocumentReport, since: dt.date | None, until: dt.date | None,
           as_of: dt.date) -> State:
    term = _of(document, "term")
    if term == "ambiguous":
        return "doubtful"
    if until and until < as_of:
        return "expired"
    if since and since > as_of:
        return "future"
    if _of(document, "period") == "placeholder" or _waits_for_signature(document, until):
        return "unsigned"
    if until:
        return "in-force"
    if document.unread_pages or since is None or term == "expired":
        return "doubtful"
    open_ended = _of(document, "period") == "open-ended"
    return "in-force" if open_ended or as_of <= end_of(since, LASTS) else "doubtful"


def _waits_for_signature(document: DocumentReport, until: dt.date | None) -> bool:
    """Whether nothing tells when it began, and the line for the date of signing is blank."""
    facts = document.facts
    began = facts.get("valid_from") or facts.get("signed_on") or until
    return not began and _of(document, "signed_on") == "blank"


# ---------------------------------------------------------------- which takes whose place


@dataclass(frozen=True)
class Standing:
    """The agreements of a district side by side. `documents` are those of the report."""

    agreements: tuple[Agreement, ...]
    documents: Sequence[DocumentReport]

    @cached_property
    def _by_kommune(self) -> Mapping[str, Sequence[Agreement]]:
        found: dict[str, list[Agreement]] = {}
        for one in self.agreements:
            for kommune in one.kommuner:
                found.setdefault(kommune, []).append(one)
        return found

    @cached_property
    def by_document(self) -> Mapping[int, Agreement]:
        return {one.document: one for one in self.agreements}

    @property
    def kommuner(self) -> Collection[str]:
        """All that some agreement concerns."""
        return self._by_kommune.keys()

    def of(self, kommune: str, *states: State) -> tuple[Agreement, ...]:
        """The agreements that concern a kommune, and are in one of the states if any is given."""
        return tuple(one for one in self._by_kommune.get(kommune, ())
                     if not states or one.state in states)

    def holding(self, kommune: str) -> Agreement | None:
        """The agreement that holds for a kommune: of those in force the one that began last. Among
        equals it is the first that stands in the report."""
        whole = [one for one in self.of(kommune, "in-force") if kommune not in one.parts]
        return max(whole, key=_began, default=None)


    def held_by(self, agreement: Agreement) -> tuple[str, ...]:
        """The kommuner of an agreement for which no later one holds."""
        began = _began(agreement)
        return tuple(kommune for kommune in agreement.kommuner
                     if (now := self.holding(kommune)) is None or _began(now) <= began)


def _began(agreement: Agreement) -> dt.date:
    return agreement.since or dt.date.min


def standing(alone: Iterable[Agreement], documents: Sequence[DocumentReport]) -> Standing:
    """The agreements, each with the later one that has taken its place for all its kommuner. What
    began on no known day takes nobody's place, and nobody takes its."""
    agreements = tuple(alone)
    holding: dict[str, list[Agreement]] = {}
    for one in agreements:
        if one.state == "in-force" and one.since:
            for kommune in set(one.kommuner) - set(one.parts):
                holding.setdefault(kommune, []).append(one)
    settled = tuple(_replaced(one, [_successors(one, holding.get(kommune, ()), documents)
                                    for kommune in one.kommuner]) for one in agreements)
    return Standing(settled, documents)


def _successors(one: Agreement, holding: Iterable[Agreement],
                documents: Sequence[DocumentReport]) -> list[Agreement]:
    """The later agreements that hold for a kommune of this one."""
    return [other for other in holding
            if one.since and other.since and other.since > one.since
            and not is_beside(documents[one.document], documents[other.document])]


def is_beside(one: DocumentReport, other: DocumentReport) -> bool:
    """Whether agreements are of sorts of which a kommune has one each."""
    return frozenset({_of(one, "agreement_type"), _of(other, "agreement_type")}) in APART


def _replaced(one: Agreement, successors: Sequence[Sequence[Agreement]]) -> Agreement:
    """An agreement that has expired stays so; it is only told what came after it."""
    if not successors or not all(successors):
        return one
    last = max((other for same in successors for other in same), key=_began)
    state: State = "superseded" if one.state in ("in-force", "doubtful") else one.state
    return replace(one, state=state, superseded_by=last.document)
