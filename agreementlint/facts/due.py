"""An act of a clause → when it is to be done: at an interval, at a moment, or at no firm time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import maxsize
from typing import Literal

from agreementlint.binding.grammar import PREPOSITIONS, is_finite
from agreementlint.clauses import Act, Clause
from agreementlint.model import Frequency, Span
from agreementlint.norwegian.frequencies import times_of_year
from agreementlint.vocabulary import wording

COUNCIL_PERIOD = 48
"""Months between two elections of the kommunestyre."""

_CONTINUES = wording("oppfolging", "continues")
_DONE_THEN = wording("oppfolging", "done_then")
_LABELLED = wording("oppfolging", "labelled")
_NEW_DOER = wording("oppfolging", "new_doer")
_REFERS_BACK = wording("oppfolging", "refers_back")
_HAPPENS = wording("oppfolging", "happens")
_EVERY_ELECTION = wording("oppfolging", "every_election")
_YEARLY = wording("oppfolging", "yearly")
_WHEN = re.compile(r"\W*(?:og )?(?:hvor ofte|kor ofte|når)\b.{0,15}\?", re.IGNORECASE)
_BEFORE_TIME = re.compile(r"\b(?:før|innen|innan)\s+(?:nyttår|årsskiftet)", re.IGNORECASE)
_TIME_CLAUSE = re.compile(
    r"\W*(?:og )?(?:(?:senest|seinast|helst|alltid|allerede|allereie)\b[^,]{0,25}?)?"
    r"\b(?:når|etter at|så snart|før|innan|innen)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\W*(?:som|der|kor|hvor)\b", re.IGNORECASE)
_PRESENT = re.compile(r"...(?:er|ar)$")
_NOUN = re.compile(
    r"gang|gong|måned|månad|uke|veke|møte|\w*ember$|oktober|januar|februar|vinter|som+[ae]r|sumar"
    r"|partner|kommuner|etter|\w*leder$|\w*leiar$|ordfører|ordførar"
)
_ASKS = re.compile(r"\?\W*$")
_LONGEST_FRAGMENT, _LEAD_IN = 120, 20
"""Characters: of a sentence without a verb, and of what may stand before its time."""
_FARTHEST = 4
"""Sentences: how far on "Dette gjøres hvert år" may still mean the act."""


@dataclass(frozen=True, slots=True)
class Due:
    """When an act is to be done. `months` only for intervals."""

    kind: Literal["interval", "moment", "vague", "demand", "none"]
    months: float | None = None
    span: Span | None = None

    @property
    def firm(self) -> bool:
        return self.kind in ("interval", "moment")


def due(clauses: Sequence[Clause], clause: Clause, act: Act) -> Due:
    """The time of an act: between it and the next act of its segment, else anywhere in the
    segment, else in a part of its sentence that only says when, else in the sentences that go on
    about it ("Første gang er november 2025"), or in the one that it goes on from."""
    later_acts = [
        a.start for a in clause.acts
        if a.start > act.end and a.name != act.name and not _is_governed(clause, a)
    ]  # fmt: skip
    other = _NEW_DOER.search(clause.text, act.end, clause.end)
    end = min([*later_acts, other.start() if other else clause.end])
    own = _time_in([clause], act.start, end)
    first = all(a.start >= act.start for a in clause.acts)
    if not own.firm and later_acts and first:
        own = _time_in([clause], end=end)  # "Innen 1. mai forhandler vi, uansett vurderingen"
    if own.kind != "interval" and not later_acts:
        whole = _time_in([clause], end=end)
        sole = all(a.name == act.name for a in clause.acts)
        if own.kind == "none" or (sole and whole.kind == "interval"):
            own = whole
    if own.firm:
        return own
    same = [c for c in clauses if c.sentence == clause.sentence and c is not clause]
    shared = [c for c in same if c.acts and all(a.object == act.object for a in c.acts)]
    beside = [c for c in same if not c.acts and _only_says_when(c, clause, act)]
    for others in (
        beside,
        shared if own.kind == "none" else [],
        list(_continuations(clauses, clause, act)),
        list(_origins(clauses, clause)),
    ):
        found = _time_in(others)
        if found.firm:
            return found
    return own


def _is_governed(clause: Clause, act: Act) -> bool:
    """ "revideres på grunnlag av evalueringen, hvert år": the time is not the noun's."""
    before = clause.text[clause.start : act.start].lower().split()[-1:]
    return act.noun and bool(PREPOSITIONS & set(before))


def _only_says_when(part: Clause, of: Clause, act: Act) -> bool:
    """Whether a segment without an act gives the time of the act beside it, and no other verb
    claims it ("…, som møtes to ganger i året", "…, og resultatet legges fram årlig")."""
    if part.start < of.start:
        return not _RELATIVE.match(part.words)
    if act.noun and not of.text[act.end : part.start].strip(" ,") and _HAPPENS.match(part.words):
        return True  # "ved revisjonen, som finner sted hver høst"
    return not any(is_finite(word) for word in part.words.lower().split()) or _is_time(part)


def _is_time(part: Clause) -> bool:
    """ "…, når det har virket i ett år": a clause of time without a thing of its own."""
    return bool(_TIME_CLAUSE.match(part.words))


def _begins_other(clause: Clause, act: Act) -> bool:
    """Whether a sentence begins with an act of its own: "Forhandlinger om ny avtale …"."""
    words = _CONTINUES.match(clause.text)
    opening = [a.name for a in clause.acts if words and a.start < words.end()]
    return bool(opening) and act.name not in opening


def _continuations(
    clauses: Sequence[Clause], clause: Clause, act: Act
) -> Iterator[Clause]:
    question = clause.kind == "heading"
    asked_when = {
        c.sentence for c in clauses
        if c.kind == "heading" and c.section == clause.section + 1 and _WHEN.match(c.text)
    }  # fmt: skip
    for other in clauses:
        distance = other.sentence - clause.sentence
        if other.sentence - 1 in asked_when or (question and distance == 1):
            yield other
            continue
        elsewhere = other.section != clause.section or not 0 < distance <= _FARTHEST
        if elsewhere or _begins_other(other, act):
            continue
        led = other.lead == clause.sentence and other.kind == "bullet"
        if led or _LABELLED.match(other.text):
            yield other  # "Avtalen evalueres slik:", "Når: hvert annet år"
            continue
        next_one = distance == 1 and (
            _CONTINUES.match(other.text) or is_fragment(other) or clause.text.rstrip().endswith("?")
        )
        if next_one or _DONE_THEN.match(other.text):
            yield other


def is_fragment(clause: Clause) -> bool:
    """ "Annethvert år, i vårmøtet.": words that begin with a time and hold no verb."""
    if clause.acts or clause.kind != "text" or len(clause.text) > _LONGEST_FRAGMENT:
        return False
    times = (clause.frequencies, clause.moments, clause.dates, times_of_year(clause.text))
    if not any(time.span.start <= _LEAD_IN for kind in times for time in kind):
        return False
    words = re.findall(r"\w+", clause.text.lower())
    return not any(is_finite(w) or (_PRESENT.search(w) and not _NOUN.match(w)) for w in words)


def _origins(clauses: Sequence[Clause], clause: Clause) -> Iterator[Clause]:
    """ "Rådet har årsmøte i mai. Da evalueres samarbeidet": the sentence that "da" stands for, or
    the one after which questions are asked ("I mai ser vi oss selv i kortene. Virker rådet? …")."""
    if _REFERS_BACK.match(clause.text):
        for other in clauses:
            if other.section == clause.section and other.sentence == clause.sentence - 1:
                yield other
    elif clause.kind == "text" and _ASKS.search(clause.text):
        near = [c for c in clauses if c.section == clause.section and c.sentence < clause.sentence]
        asker = next((c.sentence for c in reversed(near) if not _ASKS.search(c.text)), None)
        yield from (c for c in near if c.sentence == asker)


def _time_in(clauses: Iterable[Clause], start: int = 0, end: int = maxsize) -> Due:
    """The firmest time that the clauses give between two places of their text."""
    best = Due("none")
    for clause in clauses:
        frequencies = [f for f in clause.frequencies if start <= f.span.start < end]
        moments = [m for m in clause.moments if start <= m.span.start < end]
        for frequency in frequencies:
            if frequency.low is not None:
                months = frequency.months or (12 / frequency.low if frequency.low else None)
                return Due("interval", months, clause.span)
        if any(m.kind == "event" and _EVERY_ELECTION.search(clause.text) for m in moments):
            return Due("interval", COUNCIL_PERIOD, clause.span)
        first, last = max(start, clause.start), min(end, clause.end)
        if _YEARLY.search(clause.text, first, last):
            return Due("interval", 12, clause.span)
        firm = any(m.kind in ("moment", "event") for m in moments)
        if seasons := [] if clause.dates or firm else _seasons(clause, first, last):
            return Due("interval", 12 / (seasons[0].low or 1), clause.span)
        places = [*(d.span for d in clause.dates), *(p.span for p in clause.periods)]
        if firm or any(start <= place.start < end for place in places):
            best = Due("moment", None, clause.span)
        elif best.kind == "none" and any(m.kind == "demand" for m in moments):
            best = Due("demand", None, clause.span)
        elif best.kind == "none" and any(f.bound == "vague" for f in frequencies):
            best = Due("vague", None, clause.span)
    return best


def _seasons(clause: Clause, first: int, last: int) -> list[Frequency]:
    """ "i høstmøtet", "i desember": every year, unless the clause also names a one-off time."""
    if any(m.kind == "moment" for m in clause.moments) or _BEFORE_TIME.search(clause.words):
        return []
    return [f for f in times_of_year(clause.text) if first <= f.span.start < last]
