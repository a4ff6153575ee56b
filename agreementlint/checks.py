"""Turns a verb and a Case into a Match: whether it holds, of which words, with what details."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter, ge, le, lt
from typing import Any, Protocol

from agreementlint.model import Document, Fact, Section, Span, VerdictName
from agreementlint.rules.verbs import (
    AllOf,
    AnyOf,
    Check,
    ClauseCheck,
    FactCheck,
    NoneOf,
    Pattern,
    Quantity,
    RuleCheck,
    Term,
    TextCheck,
)

QUANTITIES: Mapping[Quantity, str] = {
    "frequency": "frequencies",
    "duration": "durations",
    "date": "dates",
    "period": "periods",
    "moment": "moments",
}


class SlowPattern(Exception):
    """A pattern of a rule took more steps than it may; `at` is its place in the rule file."""

    def __init__(self, pattern: Pattern):
        super().__init__(pattern.source)
        self.source = pattern.source
        self.at = pattern.at


class Agreement(Protocol):
    """What a check and a verdict need of an analysed document."""

    @property
    def document(self) -> Document: ...
    @property
    def sections(self) -> tuple[Section, ...]: ...


@dataclass(frozen=True)
class Case:
    """One agreement as the rules see it: its clauses and facts, the date on which it is judged,
    and the verdicts of the rules that were judged before."""

    agreement: Agreement
    clauses: tuple[Any, ...]
    facts: Mapping[str, Fact]
    as_of: dt.date
    verdicts: Mapping[str, VerdictName] = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """`evidence` are the words that make it hold; `details` fill the braces of a message."""

    held: bool
    evidence: tuple[Span, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)


def match(check: Check, case: Case) -> Match:
    """What `check` says of `case`. Raises KeyError for a fact or a verdict that nobody made."""
    return HOLDS[type(check)](check, case)


def clause(check: ClauseCheck, case: Case) -> Match:
    from agreementlint import clauses

    found = clauses.find(case.clauses, act=check.act, object=check.object, body=check.body,
                         force=check.force, topic=check.topic)
    if check.quantity:
        found = tuple(one for one in found
                      if any(getattr(one, QUANTITIES[kind]) for kind in check.quantity))
    return Match(bool(found), tuple(one.span for one in found))


def text(check: TextCheck, case: Case) -> Match:
    """The sentences that have the words; raises SlowPattern."""
    found = []
    for parts in sentences(case.clauses):
        whole = parts[0].text
        if check.quantity and not any(getattr(part, QUANTITIES[kind]) for part in parts
                                      for kind in check.quantity):
            continue
        sought: tuple[Term | Pattern, ...] = (*check.words, *check.pattern)
        places = [place for one in sought if (place := place_of(one, whole))]
        if not places or not has_one(check.with_, whole, lead_of(parts[0], case)):
            continue
        if any(not check.force or part.force in check.force for start, _ in places
               for part in parts if part.start <= start < part.end):
            found.append(parts[0].span)
    return Match(bool(found), tuple(found))


def has_one(terms: Sequence[Term], *texts: str) -> bool:
    """Whether one of the terms stands in one of the texts; none asks nothing."""
    return not terms or any(place_of(one, text) for one in terms for text in texts)


def sentences(clauses: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The clauses of each sentence."""
    for _, parts in groupby(clauses, key=attrgetter("sentence")):
        yield tuple(parts)


def lead_of(clause: Any, case: Case) -> str:
    """The words of the sentence that introduces this one ("Kommunen skal:"), if there is one."""
    if clause.lead is None:
        return ""
    return next((one.text for one in case.clauses if one.sentence == clause.lead), "")


def place_of(sought: Term | Pattern, text: str) -> tuple[int, int] | None:
    """Where the text first has what is sought. Raises SlowPattern."""
    from agreementlint.norwegian import bounded, plainwords

    if isinstance(sought, Term):
        return plainwords.find(sought.source, text)
    try:
        return bounded.search(sought.source, text)
    except bounded.TooSlow:
        raise SlowPattern(sought) from None


def fact(check: FactCheck, case: Case) -> Match:
    known = case.facts[check.name]
    held = not check.state or known.state in check.state
    for bound, within in ((check.at_least, ge), (check.at_most, le), (check.below, lt)):
        if bound is not None:
            held = held and is_number(known.value) and within(known.value, bound)
    details = {"value": known.value, "state": known.state, **known.details}
    return Match(held, known.evidence if held else (), details if held else {})


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def rule(check: RuleCheck, case: Case) -> Match:
    return Match(case.verdicts[check.id] in check.is_)


def all_of(check: AllOf, case: Case) -> Match:
    parts = [match(part, case) for part in check.checks]
    if not all(part.held for part in parts):
        return Match(False)
    evidence = tuple(dict.fromkeys(span for part in parts for span in part.evidence))
    return Match(True, evidence, {key: value for part in reversed(parts)
                                  for key, value in part.details.items()})


def any_of(check: AnyOf, case: Case) -> Match:
    parts = (match(part, case) for part in check.checks)
    return next((part for part in parts if part.held), Match(False))


def none_of(check: NoneOf, case: Case) -> Match:
    return Match(not any(match(part, case).held for part in check.checks))


HOLDS: Mapping[type[Check], Callable[[Any, Case], Match]] = {
    ClauseCheck: clause,
    TextCheck: text,
    FactCheck: fact,
    RuleCheck: rule,
    AllOf: all_of,
    AnyOf: any_of,
    NoneOf: none_of,
}
