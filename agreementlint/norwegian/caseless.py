"""A regular expression into one that takes capital and small letters for the same, quickly.

`re.IGNORECASE` makes patterns of many words two or three times slower, to compile and to search.
Here the text is made small instead, once, and the pattern is searched as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from sys import maxsize

_CAPITALS = re.compile(r"\\.|\(\?P|[^\W\d_]+")


class Caseless:
    """A pattern with methods like those of `re.Pattern`. The places of a match are those of the
    text, its words are in small letters. It is compiled when it is first looked for: no document
    asks for all patterns, and compiling is a good part of a short run."""

    __slots__ = ("_exact", "_known", "pattern")

    def __init__(self, pattern: str):
        self.pattern = pattern
        self._exact = "(?-i:" in pattern  # a part of it asks for capital letters
        self._known: re.Pattern[str] | None = None

    @property
    def _compiled(self) -> re.Pattern[str]:
        if self._known is None:
            source = self.pattern if self._exact else _CAPITALS.sub(_small_letters, self.pattern)
            self._known = re.compile(source, re.IGNORECASE if self._exact else 0)
        return self._known

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self._compiled.search(self._seen(text), start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self._compiled.match(self._seen(text), start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self._compiled.fullmatch(self._seen(text), start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(self._seen(text), start, end)

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

    def _seen(self, text: str) -> str:
        return text if self._exact else small(text)


@lru_cache(maxsize=4096)
def small(text: str) -> str:
    """The text in small letters, as long as it was: a letter that would become two stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _small_letters(part: re.Match[str]) -> str:
    return part[0] if part[0][0] in "\\(" else part[0].lower()
