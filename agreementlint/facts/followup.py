"""Clauses → how the agreement is followed up: evaluated, and revised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import maxsize
from typing import Literal

from agreementlint.binding.grammar import is_finite
from agreementlint.clauses import Act, Clause
from agreementlint.model import Fact, Frequency, Span
from agreementlint.norwegian.frequencies import times_of_year
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

WHOLE = frozenset({"avtale", "samarbeid", "politirad"})
PARTIAL = frozenset({"politikontaktordning", "politikontakt", "slt", "prosjekt", "tiltak"})
_AMENDMENT = wording("oppfolging", "amendment")
_AUTOMATIC = wording("oppfolging", "automatic")
_CONTINUES = wording("oppfolging", "continues")


COUNCIL_PERIOD = 48
"""Months between two elections of the kommunestyre."""

_BEFORE_TIME = re.compile(r"\b(?:før|innen|innan)\s+(?:nyttår|årsskiftet)", re.IGNORECASE)
_RELATIVE = re.compile(r"\W*(?:som|der|kor|hvor)\b", re.IGNORECASE)
_EVERY_ELECTION = wording("oppfolging", "every_election")


@dataclass(frozen=True, slots=True)
class _Time:
    """When an act is to be done. `months` only for intervals."""

    kind: Literal["interval", "moment", "vague", "demand", "none"]
    months: float | None = None
    span: Span | None = None


def evaluation(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """Whether the cooperation is to be evaluated. States: "whole" (the agreement, the cooperation
    or the politiråd), "optional", "partial" (a scheme, SLT, a project), "other" (an exercise, a
    plan, something unknown), "absent"."""
    found = list(_acts(clauses, "evaluere"))
    for state, objects, forces in (
        ("whole", WHOLE, ("commits",)),
        ("optional", WHOLE, ("optional", "deferred")),
        ("partial", PARTIAL, ("commits", "optional")),
    ):
        hits = _spans(c for c, a in found if a.object in objects and a.force in forces)
        if hits:
            return Fact(None, state, hits)
    other = _spans(c for c, a in found if a.force != "negated")
    return Fact(None, "other", other[:2]) if other else Fact()


def evaluation_time(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """When or how often what `evaluation` found is done; value in months for an interval of the
    whole. States: "interval", "moment", "partial" (a time, but only for a part), "vague",
    "absent"."""
    found = list(_acts(clauses, "evaluere"))
    whole = [
        (c, a)
        for c, a in found
        if a.object in WHOLE and a.force in ("commits", "optional", "deferred")
    ]
    revised = {c.sentence for c, a in _acts(clauses, "revidere") if a.object == "avtale"}
    alone = [(c, a) for c, a in whole if c.sentence not in revised] or whole
    times = [(c, _time(clauses, c, a)) for c, a in alone]
    intervals = [(c, t) for c, t in times if t.kind == "interval"]
    if intervals:
        months = {t.months for _, t in intervals if t.months}
        open_choice = any(t.kind == "moment" for _, t in times) and any(
            a.force == "optional" for _, a in whole
        )
        agreed = months.pop() if len(months) == 1 and not open_choice else None
        return Fact(
            agreed, "interval", _spans(c for c, _ in intervals), {"interval": _spoken(agreed)}
        )
    moments = _spans(c for c, t in times if t.kind == "moment")
    if moments:
        return Fact(None, "moment", moments)
    vague = _spans(c for c, t in times if t.kind in ("vague", "demand"))
    if vague or whole:
        return Fact(None, "vague" if vague else "absent", vague)
    partial = [
        (c, _time(clauses, c, a))
        for c, a in found
        if a.object in PARTIAL and a.force in ("commits", "optional")
    ]
    dated = _spans(c for c, t in partial if t.kind in ("interval", "moment"))
    if dated:
        return Fact(None, "partial", dated)
    return Fact(
        None, "vague" if partial else "absent", _spans(c for c, t in partial if t.kind != "none")
    )


def revision(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """Whether the agreement itself is to be revised; value the interval in months. States:
    "planned" (a stated time, interval or event), "on-demand" (when somebody asks, or no time),
    "prolonged" (automatically), "other" (something else is revised), "absent"."""
    found = list(_acts(clauses, "revidere"))
    own = [
        (c, a, _time(clauses, c, a))
        for c, a in found
        if a.object == "avtale" and a.force in ("commits", "optional", "deferred")
    ]
    planned = [
        (c, t)
        for c, a, t in own
        if t.kind in ("interval", "moment") and (a.force == "commits" or t.kind == "interval")
    ]
    if planned:
        months = {t.months for _, t in planned if t.kind == "interval" and t.months}
        return Fact(
            months.pop() if len(months) == 1 else None, "planned", _spans(c for c, _ in planned)
        )
    if own:
        return Fact(None, "on-demand", _spans(c for c, _, _ in own))
    adjusted = _spans(c for c in clauses if _AMENDMENT.search(c.words))
    if adjusted:
        return Fact(None, "on-demand", adjusted)
    prolonged = _spans(
        c
        for c, a in _acts(clauses, "forlenge")
        if a.object in ("avtale", None, "annet") and _AUTOMATIC.search(c.text)
    )
    if prolonged:
        return Fact(None, "prolonged", prolonged)
    other = _spans(c for c, _ in found)
    return Fact(None, "other", other[:2]) if other else Fact()


def _acts(clauses: Sequence[Clause], name: str) -> Iterator[tuple[Clause, Act]]:
    for clause in clauses:
        for act in clause.acts:
            if act.name == name and act.force != "past":
                yield clause, act


def _time(clauses: Sequence[Clause], clause: Clause, act: Act) -> _Time:
    """The time of an act: between it and the next act of its segment, else anywhere in the
    segment, else in a part of its sentence that only says when, else in the sentence that goes on
    about it ("Første gang er november 2025")."""
    later_acts = [a.start for a in clause.acts if a.start > act.end and a.name != act.name]
    until = min(later_acts, default=clause.end)
    own = _time_in([clause], act.start, until)
    if own.kind == "none" and not later_acts:
        own = _time_in([clause])
    if own.kind in ("interval", "moment"):
        return own
    same = [c for c in clauses if c.sentence == clause.sentence and c is not clause]
    shared = [c for c in same if c.acts and all(a.object == act.object for a in c.acts)]
    beside = [c for c in same if not c.acts and _only_says_when(c, clause)]
    following = [c for c in clauses if c.sentence == clause.sentence + 1 and _goes_on(c, clause)]
    for others in (beside, shared if own.kind == "none" else [], following):
        found = _time_in(others)
        if found.kind in ("interval", "moment"):
            return found
    return own


def _only_says_when(part: Clause, of: Clause) -> bool:
    """Whether a segment without an act gives the time of the act beside it, and no other verb
    claims it ("…, som møtes to ganger i året", "…, og resultatet legges fram årlig")."""
    if part.start < of.start:
        return not _RELATIVE.match(part.words)
    return not any(is_finite(word) for word in part.words.lower().split())


def _goes_on(following: Clause, clause: Clause) -> bool:
    return following.section == clause.section and bool(_CONTINUES.match(following.text))


def _time_in(clauses: Iterable[Clause], start: int = 0, end: int = maxsize) -> _Time:
    """The firmest time that the clauses give between two places of their text."""
    best = _Time("none")
    for clause in clauses:
        frequencies = [f for f in clause.frequencies if start <= f.span.start < end]
        moments = [m for m in clause.moments if start <= m.span.start < end]
        for frequency in frequencies:
            if frequency.low is not None:
                months = frequency.months or (12 / frequency.low if frequency.low else None)
                return _Time("interval", months, clause.span)
        if any(m.kind == "event" and _EVERY_ELECTION.search(clause.text) for m in moments):
            return _Time("interval", COUNCIL_PERIOD, clause.span)
        firm = any(m.kind in ("moment", "event") for m in moments)
        if seasons := [] if clause.dates or firm else _seasons(clause, start, end):
            return _Time("interval", 12 / (seasons[0].low or 1), clause.span)
        places = [*(d.span for d in clause.dates), *(p.span for p in clause.periods)]
        dated = any(start <= place.start < end for place in places)
        if dated or firm:
            best = _Time("moment", None, clause.span)
        elif best.kind == "none" and any(m.kind == "demand" for m in moments):
            best = _Time("demand", None, clause.span)
        elif best.kind == "none" and any(f.bound == "vague" for f in frequencies):
            best = _Time("vague", None, clause.span)
    return best


def _seasons(clause: Clause, start: int, end: int) -> list[Frequency]:
    """ "i høstmøtet", "i desember": every year, unless the clause also names a one-off time."""
    if any(m.kind == "moment" for m in clause.moments) or _BEFORE_TIME.search(clause.words):
        return []
    first, last = max(start, clause.start), min(end, clause.end)
    return [f for f in times_of_year(clause.text) if first <= f.span.start < last]


def _spans(clauses: Iterable[Clause]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(c.span for c in clauses))


def _spoken(months: float | None) -> str:
    return "" if months is None else f"{months:g}"
