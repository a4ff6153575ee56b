"""Text → the one-off times it names ("midtveis", "før utløpet", "våren 2028", "etter valget") and
the conditions it sets ("ved behov", "dersom en av partene ber om det")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from agreementlint.model import Span
from agreementlint.vocabulary import wording

MomentKind = Literal["moment", "event", "demand"]
_KINDS: tuple[MomentKind, ...] = ("moment", "event", "demand")


@dataclass(frozen=True, slots=True)
class Moment:
    """A one-off time ("moment"), an event that will surely or possibly come ("event"), or a
    condition at somebody's will or need ("demand")."""

    span: Span
    kind: MomentKind


def moments(text: str) -> list[Moment]:
    """All of them, sorted by start; a demand that overlaps a moment stands beside it."""
    found = [
        Moment(Span(*match.span()), kind)
        for kind in _KINDS
        for match in wording("moments", kind).finditer(text)
    ]
    return sorted(found, key=lambda m: m.span)
