"""A pack of rules into what its examples show and what is worth a remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from agreementlint.model import Lang
from agreementlint.packs.examples import Tried, tried
from agreementlint.packs.remarks import Remark, remarks
from agreementlint.rules.format import Rule

FailOn = Literal["warning", "note", "never"]


@dataclass(frozen=True)
class Trial:
    """One rule, its examples as they were judged, and the remarks on it."""

    rule: Rule
    examples: tuple[Tried, ...]
    remarks: tuple[Remark, ...]

    @property
    def wrong(self) -> tuple[Tried, ...]:
        """The examples that got another verdict than they should."""
        return tuple(one for one in self.examples if not one.holds)

    def fails(self, fail_on: FailOn) -> bool:
        """Whether something is wrong enough: an example always is."""
        levels = {"warning": ("warning",), "note": ("warning", "note"), "never": ()}[fail_on]
        return bool(self.wrong) or any(one.level in levels for one in self.remarks)


def trials(pack: Sequence[Rule], rules: Sequence[Rule], lang: Lang) -> Iterator[Trial]:
    """Each rule of the pack in turn; `rules` are all that they may ask for."""
    by_id = {rule.id: rule for rule in (*rules, *pack)}
    for rule in pack:
        shown = tried(rule, by_id, lang)
        yield Trial(rule, shown, remarks(rule, shown, by_id, lang))
