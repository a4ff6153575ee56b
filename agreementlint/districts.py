"""Text → the police districts, and the units of them, that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from agreementlint.model import Span
from agreementlint.register import register, slip_bound

_UNIT = (
    r"lensmannsdistrikt|politistasjonsdistrikt|politistasjon|lensmannskontor|politikontor|"
    r"politiavdeling|(?:geografiske?\s+)?driftsenhet|(?:geografiske?\s+)?driftseining|"
    r"tjenesteenhet|tenesteeining|lensmannsetat"
)
_UNIT_NAMED = re.compile(
    rf"(?<![\w-])([A-ZÆØÅ][\w-]+(?:\s+(?:og|vest|øst|aust|nord|sør|ytre|indre|midtre|sentrum|"
    rf"[A-ZÆØÅ][\w-]+)){{0,4}})\s+((?:{_UNIT})(?:et|en|a|s)?)(?![\w])"
)
_UNIT_OF = re.compile(
    rf"(?<![\w-])((?:{_UNIT})(?:et|en|a)?)(?:\s+(?:i|på|for))?\s+([A-ZÆØÅ][\w-]+(?:-[A-ZÆØÅ]\w+)?)",
    re.IGNORECASE,
)
_POLICE_IN = re.compile(r"\b[Pp]olitiet\s+(?:i|på)\s+([A-ZÆØÅ][\w-]+)(?!\s+(?:politi|lensmann))")
_UNITS = (_UNIT_NAMED, _UNIT_OF, _POLICE_IN)
_DISTRICT_WORD = re.compile(r"(?<![\w-])[\w1|!]{11,18}(?![\w-])")
_WORDS_BEFORE = re.compile(r"(?:[^\s,;:.()|]+\s+(?:[-–—]\s+)?){1,4}$")


@dataclass(frozen=True, slots=True)
class DistrictMention:
    """A police district or a unit of one. `kind` is "current", "former" (one of 2002–2015),
    "unit" ("Hadeland lensmannsdistrikt") or "unknown" (no district of that name). `name` is the
    register's ("Sør-Øst politidistrikt", also for "Sør-Aust"), a unit's is the text's own."""

    span: Span
    name: str
    kind: Literal["current", "former", "unit", "unknown"]


def districts(text: str, offset: int = 0) -> list[DistrictMention]:
    """The police districts and units of them that a stretch of text names, in its order."""
    found = _districts(text)
    if not offset:
        return list(found)
    return [replace(m, span=Span(m.span.start + offset, m.span.end + offset)) for m in found]


@lru_cache(maxsize=1024)  # parties, signatures and other facts ask for the same lines
def _districts(text: str) -> tuple[DistrictMention, ...]:
    found = list(_police_districts(text))
    for match in (m for pattern in _UNITS for m in pattern.finditer(text)):
        span = Span(match.start(), match.end())
        if not any(m.span.overlaps(span) for m in found):
            found.append(DistrictMention(span, re.sub(r"\s+", " ", match.group()), "unit"))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _police_districts(text: str) -> Iterator[DistrictMention]:
    for match in _DISTRICT_WORD.finditer(text):
        word = match.group().casefold()
        stem = re.sub(r"(?:ets|et|s)$", "", word) if len(word) > 14 else word
        if fuzz.ratio(stem, "politidistrikt") < 100 * (1 - slip_bound("politidistrikt") / 14):
            continue
        before = _WORDS_BEFORE.search(text[: match.start()])
        if before:
            yield from _district_named(text, before.group(), match)


def _district_named(text: str, before: str, word: re.Match[str]) -> Iterator[DistrictMention]:
    """The longest run of words before "politidistrikt" that is a district's name."""
    words = list(re.finditer(r"[^\s]+", before))
    for first in words:
        name = before[first.start() :].strip()
        district = register().district(name)
        if district and name[0].isupper():
            span = Span(word.start() - len(before) + first.start(), word.end())
            yield DistrictMention(span, district.name, "former" if district.former else "current")
            return
    last = words[-1]
    if re.fullmatch(r"[A-ZÆØÅ][a-zæøå][\w-]+|[A-ZÆØÅ-]{3,}", last.group()):
        span = Span(word.start() - len(before) + last.start(), word.end())
        yield DistrictMention(span, f"{last.group()} politidistrikt", "unknown")
