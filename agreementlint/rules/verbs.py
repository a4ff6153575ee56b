"""The verbs that a rule's conditions are made of: one frozen dataclass each, its fields the
options that a rule file may give. What a verb holds of is said in `agreementlint.checks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from agreementlint.model import VerdictName
from agreementlint.strict import Mark

Force = Literal["commits", "optional", "negated", "deferred", "past", "problem"]
Words = tuple[str, ...]
Quantity = Literal["frequency", "duration", "date", "period", "moment"]

NOWHERE = Mark("", 0, 0)


@dataclass(frozen=True, kw_only=True)
class Check:
    """A condition; `at` is its place in the rule file."""

    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class ClauseCheck(Check):
    """`clause`: the agreement has a clause of which everything that is given holds; several words
    of one option are alternatives."""

    act: Words = ()
    object: Words = ()
    body: Words = ()
    force: tuple[Force, ...] = ("commits",)
    topic: Words = ()
    quantity: tuple[Quantity, ...] = ()


@dataclass(frozen=True)
class Term:
    """Words of a sentence, found in any inflection (see `norwegian.plainwords`)."""

    source: str
    at: Mark = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return self.source


@dataclass(frozen=True)
class Pattern:
    """A regular expression over a sentence, bounded in its steps (see `norwegian.bounded`)."""

    source: str
    at: Mark = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return self.source


@dataclass(frozen=True)
class TextCheck(Check):
    """`text`: a sentence has one of the `words`, or what one of the patterns finds. `with` are
    words of which the same sentence, or the one that introduces it, must have one as well; `force`
    is that of the clause the words stand in, and `quantity` stands anywhere in the sentence."""

    words: tuple[Term, ...] = ()
    pattern: tuple[Pattern, ...] = ()
    with_: tuple[Term, ...] = ()
    force: tuple[Force, ...] = ("commits",)
    quantity: tuple[Quantity, ...] = ()


@dataclass(frozen=True)
class FactCheck(Check):
    """`fact`: the fact has one of the states, and its value lies within the bounds."""

    name: str
    state: Words = ()
    at_least: float | None = None
    at_most: float | None = None
    below: float | None = None


@dataclass(frozen=True)
class RuleCheck(Check):
    """`rule`: another rule has given one of these verdicts."""

    id: str
    is_: tuple[VerdictName, ...]


@dataclass(frozen=True)
class Combination(Check):
    """A condition made of others."""

    checks: tuple[Check, ...]


class AllOf(Combination):
    """`all`: every one of them holds."""


class AnyOf(Combination):
    """`any`: at least one of them holds; the first that does gives the evidence."""


class NoneOf(Combination):
    """`none`: not one of them holds."""


VERBS: dict[str, type[Check]] = {
    "clause": ClauseCheck,
    "text": TextCheck,
    "fact": FactCheck,
    "rule": RuleCheck,
    "all": AllOf,
    "any": AnyOf,
    "none": NoneOf,
}


def leaves(check: Check) -> Iterator[Check]:
    """The verbs of a condition that are no combinations, in the order of the file."""
    if isinstance(check, Combination):
        for part in check.checks:
            yield from leaves(part)
    else:
        yield check
