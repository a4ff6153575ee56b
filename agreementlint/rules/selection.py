"""Turns words like "PR002", "taushetsplikt" or "PR" into the rules they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agreementlint.rules.format import AnyRule

ID = re.compile(r"[a-zæøå]{2}\d{3}")


class UnknownRule(Exception):
    """`word` names no rule; `close` are the id or the name that come nearest, if any does.
    `is_other_id` says that it is like an id, but begins as none of them: that of a pack."""

    def __init__(self, word: str, close: tuple[str, ...], is_other_id: bool = False):
        super().__init__(word)
        self.word = word
        self.close = close
        self.is_other_id = is_other_id


def named(word: str, rules: Sequence[AnyRule]) -> tuple[AnyRule, ...]:
    """The rules of that id, name or beginning of an id. Raises UnknownRule when there is none."""
    low = word.strip().casefold()
    exact = tuple(rule for rule in rules if low in (rule.id.casefold(), rule.name.casefold()))
    found = exact or tuple(rule for rule in rules if low and rule.id.casefold().startswith(low))
    if not found:
        if ID.fullmatch(low) and not any(rule.id.casefold().startswith(low[:2]) for rule in rules):
            raise UnknownRule(word, (), is_other_id=True)
        raise UnknownRule(word, closest(low, rules))
    return found


def closest(word: str, rules: Sequence[AnyRule]) -> tuple[str, ...]:
    from rapidfuzz import process

    names = {name.casefold(): name for rule in rules for name in (rule.id, rule.name)}
    found = process.extractOne(word, list(names), score_cutoff=60)
    return (names[found[0]],) if found else ()


def selected(rules: Sequence[AnyRule], select: Iterable[str], ignore: Iterable[str],
             ) -> frozenset[str]:
    """The ids of the rules to report: those selected (none given: all) but the ignored."""
    wanted = {rule.id for word in words(select) for rule in named(word, rules)}
    unwanted = {rule.id for word in words(ignore) for rule in named(word, rules)}
    return frozenset((wanted or {rule.id for rule in rules}) - unwanted)


def words(options: Iterable[str]) -> tuple[str, ...]:
    """The words of options that were repeated or separated by commas."""
    return tuple(word.strip() for option in options for word in option.split(",") if word.strip())
