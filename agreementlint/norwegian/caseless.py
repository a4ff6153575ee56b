"""A regular expression into one that takes capital and small letters for the same, quickly.

Ignoring case makes patterns of many words two or three times slower. Here the text is made small
instead, once, and the pattern is searched as it stands. PCRE2 does it: these patterns it compiles
six times as fast as `re` and searches twice as fast. What it gives up on is left to `re`. What was
found is remembered with the text, for many facts ask the same sentences for the same words. And a
pattern is searched only where one of the words is that it needs (`needed`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, reduce
from itertools import count
from operator import or_
from sys import maxsize
from typing import Any

import pcre2

from agreementlint.norwegian.needed import RUN, Runs, needed

_CAPITALS = re.compile(r"\\.|\(\?P|[^\W\d_a-zæøå]+")
_GIVEN_UP = (pcre2.LibraryError, pcre2.PatternError, MemoryError, UnicodeEncodeError)
"""A search too deep or too long, no memory for machine code, half a surrogate in the text."""
_WORTH_CODE = 1000
"""Letters searched after which a pattern is worth machine code."""
_LONGEST = 200_000
"""Characters: PCRE2 counts letters in bytes, so that places in a longer text take time to find."""


class Caseless:
    """A pattern with methods like those of `re.Pattern`. The places of a match are those of the
    text, its words are in small letters. It is compiled when it is first looked for: no document
    asks for all patterns, and compiling is a good part of a short run."""

    __slots__ = ("_exact", "_letters", "_mark", "_quick", "_slow", "_ways", "pattern")

    def __init__(self, pattern: str):
        self.pattern = pattern
        self._exact = "(?-i:" in pattern  # a part of it asks for capital letters
        self._quick: Any = None  # a pattern of `pcre2`, which has the methods of one of `re`
        self._slow: Any = None
        self._letters = 0  # of the texts it was searched in so far
        self._mark = ANYWHERE
        self._ways: dict[int, list[int]] = {}  # the mark of a way's rarest runs → of all of its
        _new.append(self)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        found: re.Match[str] | None
        seen = _seen(text)
        if not ((hints := seen.marks & self._mark) and self._may_be_in(seen, hints)):
            return None
        if start or end != maxsize:
            found = self._found("search", seen, start, end)
            return found
        known = seen.first
        if self in known:
            return known[self]
        known[self] = found = self._found("search", seen, start, end)
        return found

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        seen = _seen(text)
        found: re.Match[str] | None = None
        if (hints := seen.marks & self._mark) and self._may_be_in(seen, hints):
            found = self._found("match", seen, start, end)
        return found

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        seen = _seen(text)
        found: re.Match[str] | None = None
        if (hints := seen.marks & self._mark) and self._may_be_in(seen, hints):
            found = self._found("fullmatch", seen, start, end)
        return found

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        seen = _seen(text)
        if not ((hints := seen.marks & self._mark) and self._may_be_in(seen, hints)):
            return iter(())
        if start or end != maxsize:
            return iter(self._found("finditer", seen, start, end))
        known = seen.all
        if self not in known:
            known[self] = self._found("finditer", seen, start, end) or ()
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

    def _may_be_in(self, seen: _Seen, hints: int) -> bool:
        """Whether the text holds all that one of the ways to match needs; `hints` are the marks of
        those ways whose rarest runs it holds."""
        if not self._ways:
            return True
        while hints:
            hint = hints & -hints  # the lowest bit
            for way in self._ways[hint]:
                if seen.marks & way == way:
                    return True
            hints ^= hint
        return False

    def _found(self, how: str, seen: _Seen, start: int, end: int) -> Any:
        """What the method of that name finds: a match or None, or all matches."""
        text = seen.text if self._exact else seen.small
        if len(text) <= _LONGEST:
            try:
                found = getattr(self._quick or self._compiled(len(text)), how)(text, start, end)
                return list(found) if how == "finditer" else found
            except _GIVEN_UP:
                pass
        return getattr(self._plain(), how)(text, start, end)

    def compile(self) -> None:
        """Makes machine code of the pattern, which takes longer than many a search."""
        if self._quick is None:
            self._quick = self._for_pcre2(jit=True)

    def _compiled(self, length: int) -> Any:
        """The pattern as it is, and as machine code from when it has been asked for often, or for
        a long text."""
        self._letters += length
        if self._letters > _WORTH_CODE:
            self.compile()
            return self._quick
        self._slow = self._slow or self._for_pcre2(jit=False)
        return self._slow

    def _for_pcre2(self, *, jit: bool) -> Any:
        """The pattern, which is left to `re` if PCRE2 cannot read it."""
        try:
            return pcre2.compile(self._source(), pcre2.IGNORECASE if self._exact else 0, jit=jit)
        except _GIVEN_UP:
            return self._plain()

    def _plain(self) -> re.Pattern[str]:
        return re.compile(self._source(), re.IGNORECASE if self._exact else 0)

    def _source(self) -> str:
        return self.pattern if self._exact else _CAPITALS.sub(_small_letters, self.pattern)


class AnyOf:
    """Some patterns of which a text may hold one. A look at its words tells where none can be, and
    so spares looking for each."""

    __slots__ = ("_learned", "_marks", "_patterns")

    def __init__(self, *patterns: Caseless):
        self._patterns = patterns
        self._marks = ANYWHERE
        self._learned = 0

    def may_be_in(self, text: str) -> bool:
        seen = _seen(text)
        if self._learned != len(_learned):
            self._marks = reduce(or_, (pattern._mark for pattern in self._patterns), 0)
            self._learned = len(_learned)
        return seen.marks & self._marks != 0


class _Seen:
    """A text, the marks of the runs in it, and what was found in the whole of it: the first match
    or none, or all matches."""

    __slots__ = ("all", "first", "marks", "small", "text")

    def __init__(self, text: str):
        if len(_new) > _BATCH and next(_texts) > _ENOUGH:
            learn_needs()
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(map(_small_letter, text))
        self.text = text
        self.small = lowered
        self.marks = reduce(or_, map(_marks_of, _WORDS.findall(lowered)), ANYWHERE)
        self.first: dict[Caseless, re.Match[str] | None] = {}
        self.all: dict[Caseless, Sequence[re.Match[str]]] = {}


_seen = lru_cache(maxsize=4096)(_Seen)

ANYWHERE = 1
"""The mark of patterns that may find something in any text. All others are those of some runs, of
which the text holds one."""

_BATCH = 30
_ENOUGH = 1000
"""Texts after which it pays to find out what the patterns need: a few pages do without."""
_texts = count()
_WORDS = re.compile(RUN)
_new: list[Caseless] = []
_learned: list[int] = []
"""How many runs there were, each time that needs were worked out."""
_marks: dict[str, int] = {}
"""Run → the marks of all sets of runs that it is one of."""
_lengths: list[int] = []


def make_ready() -> None:
    """Compiles all patterns made since the last time to machine code, and works out what they
    need. A few pages do without; who forks children for many documents had better do it before."""
    for pattern in _new:
        pattern.compile()
    learn_needs()


def learn_needs() -> None:
    """Works out what all patterns need that were made since the last time."""
    for pattern in _new:
        if ways := [[_mark_of(runs) for runs in way] for way in needed(pattern.pattern)]:
            pattern._mark = sum({way[0] for way in ways})
            if any(way[1:] for way in ways):
                for way in ways:
                    pattern._ways.setdefault(way[0], []).append(sum(way))
    _new.clear()
    _learned.append(len(_marks))
    _lengths[:] = sorted({len(run) for run in _marks})
    _marks_of.cache_clear()
    _seen.cache_clear()


_bits = count(1)


@cache
def _mark_of(runs: Runs) -> int:
    """The mark of these runs; many patterns share parts, and with them marks."""
    mark = 1 << next(_bits)
    for run in runs:
        _marks[run] = _marks.get(run, 0) | mark
    return mark


@lru_cache(maxsize=20_000)
def _marks_of(word: str) -> int:
    """The marks of the sets of runs of which one is in the word."""
    if any(map(_is_foreign_digit, word)):
        return -1  # \d stands for it too: any run may be meant
    marks = 0
    word = f" {word} "
    length = len(word)
    for size in _lengths:
        if size > length:
            break
        for start in range(length - size + 1):
            marks |= _marks.get(word[start : start + size], 0)
    return marks


def _is_foreign_digit(letter: str) -> bool:
    return letter.isdecimal() and not letter.isascii()


def small(text: str) -> str:
    """The text in small letters, as long as it was: a letter that would become two stays."""
    return _seen(text).small


def _small_letter(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def _small_letters(part: re.Match[str]) -> str:
    return part[0] if part[0][0] in "\\(" else part[0].lower()
