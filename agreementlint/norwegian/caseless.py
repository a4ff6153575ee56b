"""A regular expression into one that takes capital and small letters for the same, quickly.

Ignoring case makes patterns of many words two or three times slower. Here the text is made small
instead, once, and the pattern is searched as it stands. PCRE2 does it: these patterns it compiles
six times as fast as `re` and searches twice as fast. What it gives up on is left to `re`. What was
found is remembered with the text, for many facts ask the same sentences for the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import maxsize
from typing import Any

import pcre2

_CAPITALS = re.compile(r"\\.|\(\?P|[^\W\d_]+")
_GIVEN_UP = (pcre2.LibraryError, pcre2.PatternError, MemoryError, UnicodeEncodeError)
"""A search too deep or too long, no memory for machine code, half a surrogate in the text."""
_LONGEST = 200_000
"""Characters: PCRE2 counts letters in bytes, so that places in a longer text take time to find."""


class Caseless:
    """A pattern with methods like those of `re.Pattern`. The places of a match are those of the
    text, its words are in small letters. It is compiled when it is first looked for: no document
    asks for all patterns, and compiling is a good part of a short run."""

    __slots__ = ("_exact", "_quick", "pattern")

    def __init__(self, pattern: str):
        self.pattern = pattern
        self._exact = "(?-i:" in pattern  # a part of it asks for capital letters
        self._quick: Any = None  # a pattern of `pcre2`, which has the methods of one of `re`

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        found: re.Match[str] | None
        if start or end != maxsize:
            found = self._found("search", text, start, end)
            return found
        known = _seen(text).first
        if self in known:
            return known[self]
        known[self] = found = self._found("search", text, start, end)
        return found

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        found: re.Match[str] | None = self._found("match", text, start, end)
        return found

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        found: re.Match[str] | None = self._found("fullmatch", text, start, end)
        return found

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        if start or end != maxsize:
            return iter(self._found("finditer", text, start, end))
        known = _seen(text).all
        if self not in known:
            known[self] = self._found("finditer", text, start, end) or ()
        return iter(known[self])

    def findall(self, text: str) -> list[str]:
        """The words of every match (the pattern has no groups that catch)."""
        return [match[0] for match in self.finditer(text)]

    def sub(self, by: str, text: str) -> str:
        """The text with these words for every match; all else stays as it was."""
        parts, at = [], 0
        for match in self.finditer(text):
            parts += [text[at : match.start()], by]
            at = match.end()
        return "".join([*parts, text[at:]])

    def _found(self, how: str, text: str, start: int, end: int) -> Any:
        """What the method of that name finds: a match or None, or all matches."""
        seen = text if self._exact else small(text)
        if len(seen) <= _LONGEST:
            try:
                found = getattr(self._quick or self._compiled(), how)(seen, start, end)
                return list(found) if how == "finditer" else found
            except _GIVEN_UP:
                pass
        return getattr(self._plain(), how)(seen, start, end)

    def _compiled(self) -> Any:
        try:
            self._quick = pcre2.compile(self._source(), pcre2.IGNORECASE if self._exact else 0)
        except _GIVEN_UP:
            self._quick = self._plain()
        return self._quick

    def _plain(self) -> re.Pattern[str]:
        return re.compile(self._source(), re.IGNORECASE if self._exact else 0)

    def _source(self) -> str:
        return self.pattern if self._exact else _CAPITALS.sub(_small_letters, self.pattern)


class _Seen:
    """A text and what was found in the whole of it: the first match or none, or all matches."""

    __slots__ = ("all", "first", "small")

    def __init__(self, text: str):
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(map(_small_letter, text))
        self.small = lowered
        self.first: dict[Caseless, re.Match[str] | None] = {}
        self.all: dict[Caseless, Sequence[re.Match[str]]] = {}


_seen = lru_cache(maxsize=4096)(_Seen)


def small(text: str) -> str:
    """The text in small letters, as long as it was: a letter that would become two stays."""
    return _seen(text).small


def _small_letter(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def _small_letters(part: re.Match[str]) -> str:
    return part[0] if part[0][0] in "\\(" else part[0].lower()
