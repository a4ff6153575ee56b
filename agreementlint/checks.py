"""Turns a verb and a Case into a Match: whether it holds, of which words, with what details."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import ge, le, lt
from typing import Any, Protocol

from agreementlint.model import Document, Fact, Section, Span, VerdictName
from agreementlint.verbs import (
    AllOf,
    AnyOf,
    Check,
    ClauseCheck,
    FactCheck,
    NoneOf,
    Quantity,
    RuleCheck,
)

QUANTITIES: Mapping[Quantity, str] = {
    "frequency": "frequencies",
    "duration": "durations",
    "date": "dates",
    "period": "periods",
    "moment": "moments",
}


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
    FactCheck: fact,
    RuleCheck: rule,
    AllOf: all_of,
    AnyOf: any_of,
    NoneOf: none_of,
}
