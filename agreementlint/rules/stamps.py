"""Rules → Stamps, which tell later whether a rule still judges as it did."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from agreementlint.rules.format import Example, Phrases, Remedy, Rule, Texts
from agreementlint.rules.verbs import FactCheck
from agreementlint.strict import Mark

OF_THE_DAY = frozenset({"term", "district_match", "outdated_references"})
"""Facts that depend on the day on which an agreement is judged."""

_WORDS = (Texts, Phrases, Remedy, Example, Mark)
"""What a rule says, and where it stands; how it judges is all the rest."""


class Stamp(NamedTuple):
    """`digest` is another one when the rule judges otherwise; `dated` says that its verdict may
    change from one day to the next."""

    digest: str
    dated: bool = False


def stamps(rules: Iterable[Rule]) -> Mapping[str, Stamp]:
    """The stamp of every rule, by its id."""
    known = {rule.id: rule for rule in rules}
    return {id: Stamp(_digest(rule), _is_dated(rule, known)) for id, rule in known.items()}


def _digest(rule: Rule) -> str:
    judging = (rule.id, rule.severity, _bare(rule.cases), _bare(rule.absent))
    return blake2b(repr(judging).encode("utf-8"), digest_size=8).hexdigest()


def _bare(value: object) -> object:
    if isinstance(value, _WORDS):
        return None
    if isinstance(value, tuple):
        return tuple(_bare(part) for part in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((field.name, _bare(getattr(value, field.name)))
                  for field in dataclasses.fields(value))
        return type(value).__name__, *(one for one in fields if one[1] is not None)
    return value


def _is_dated(rule: Rule, known: Mapping[str, Rule]) -> bool:
    """Whether it, or a rule that it asks for, rests on a fact of the day."""
    if any(isinstance(one, FactCheck) and one.name in OF_THE_DAY for one in rule.conditions):
        return True
    return any(_is_dated(known[id], known) for id in rule.requires if id in known)
