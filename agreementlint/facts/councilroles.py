"""Words → the roles that they name: those of the kommune and the police who may sit in the
politiråd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from agreementlint.vocabulary import wording

Side = Literal[
    "political",
    "administrative",
    "kommune_leadership",
    "police_leader",
    "police",
    "officer",
    "politikontakt",
]

_SIDES: tuple[Side, ...] = (
    "political",
    "administrative",
    "kommune_leadership",
    "police_leader",
    "police",
    "officer",
    "politikontakt",
)
_ROLES = {side: wording("deltakere", side) for side in _SIDES}
_TURNED_TO = wording("deltakere", "turned_to")
_ACTS_OUTSIDE = wording("deltakere", "acts_outside")
_OWNED_SEAT = wording("deltakere", "owned_seat")
_NO_SUBJECT = wording("deltakere", "no_subject")
_OWNS = re.compile(r"\s+(?:sin|si|sitt|sine)\b")
_NOTE_SIGN = re.compile("[¹²³⁴-⁹]")
_NEAR = 60
"""Characters: how far before a role it is told that others turn to it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A role that some words name: whom it stands for, its own words, and whether these can be
    the subject ("arbeidet til politikontakten" is not about what the politikontakt does)."""

    side: Side
    role: str
    acts: bool = True


@lru_cache(maxsize=4096)  # who sits there is asked of the same words in several ways
def roles(words: str) -> tuple[Named, ...]:
    """The roles that are there themselves, and not those whom others turn to ("meldes til
    lensmannen") or who only pick or ask somebody ("kalles inn av ordføreren")."""
    return tuple(_named(words))


def _named(words: str) -> Iterator[Named]:
    plain = _OWNED_SEAT.sub(" ", _NOTE_SIGN.sub(" ", words))
    for side, pattern in _ROLES.items():
        for match in pattern.finditer(plain):
            turned_to = _TURNED_TO.search(plain[max(0, match.start() - _NEAR) : match.start()])
            if not turned_to and not _ACTS_OUTSIDE.match(plain, match.end()):
                before, behind = plain[: match.start()], plain[match.end() :]
                acts = not _NO_SUBJECT.search(before) and not _OWNS.match(behind)
                yield Named(side, match.group(), acts)
