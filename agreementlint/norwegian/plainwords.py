"""Words as anybody writes them down into where a text has them, in whatever inflection.

"felles øvelse" is found in "felles øvelser"; a star stands for any letters before or behind a word:
"natteravn*" is found in "natteravntjenesten", "*øving" in "samøving".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from agreementlint.norwegian.stems import key
from agreementlint.norwegian.words import Word, words

STAR = "*"
_STARRED = re.compile(r"\*?[^\W_]{2,}\*?")
"""A star stands first or last in a word of two letters at least: else too much would be meant."""


class _Read(NamedTuple):
    """A text as words; `keys` are those that it holds, stems and the words themselves."""

    row: Sequence[Word]
    keys: frozenset[str]
    small: str


class _Wanted(NamedTuple):
    """A word of a phrase: `hint` is a key or, for a starred word, letters, without which no text
    has it ("" where that is not known)."""

    fits: Callable[[str], bool]
    hint: str
    starred: bool

    def may_be_in(self, read: _Read) -> bool:
        return self.hint in (read.small if self.starred else read.keys)


def is_plain(phrase: str) -> bool:
    """Whether a phrase can be looked for: it has words, and its stars stand where they may."""
    parts = phrase.split()
    return bool(parts) and all(
        _STARRED.fullmatch(part) if STAR in part else any(map(str.isalnum, part))
        for part in parts)


def find(phrase: str, text: str) -> tuple[int, int] | None:
    """Where the words of the phrase first stand side by side in the text."""
    wanted, read = _wanted(phrase), _read(text)
    if not all(word.may_be_in(read) for word in wanted):
        return None
    for at in range(len(read.row) - len(wanted) + 1):
        if all(word.fits(read.row[at + n].text) for n, word in enumerate(wanted)):
            return read.row[at].start, read.row[at + len(wanted) - 1].end
    return None


@lru_cache(maxsize=4096)
def _read(text: str) -> _Read:
    row = words(text)
    keys = frozenset(one for word in row for one in (word.text, key(word.text)))
    return _Read(row, keys, " ".join(word.text for word in row))


@lru_cache(maxsize=1024)
def _wanted(phrase: str) -> tuple[_Wanted, ...]:
    found: list[_Wanted] = []
    for part in phrase.lower().split():
        if STAR in part:
            found.append(_starred(part))
        else:
            found += [_inflected(word.text) for word in words(part)]
    return tuple(found)


def _starred(part: str) -> _Wanted:
    bare = part.strip(STAR)
    if part.startswith(STAR) and part.endswith(STAR):
        return _Wanted(lambda word: bare in word, bare, True)
    if part.startswith(STAR):
        stem = key(bare)
        return _Wanted(lambda word: word.endswith(bare) or key(word).endswith(stem), "", True)
    return _Wanted(lambda word: word.startswith(bare), bare, True)


def _inflected(own: str) -> _Wanted:
    stem = key(own)
    return _Wanted(lambda word: word == own or key(word) == stem, stem, False)
