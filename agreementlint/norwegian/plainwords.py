"""Words as anybody writes them down into where a text has them, in whatever inflection.

"felles øvelse" is found in "felles øvelser"; a star stands for any letters before or behind a word:
"natteravn*" is found in "natteravntjenesten", "*øving" in "samøving".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from agreementlint.norwegian.stems import key
from agreementlint.norwegian.words import Word, words

STAR = "*"
_STARRED = re.compile(r"\*?[^\W_]{2,}\*?")
"""A star stands first or last in a word of two letters at least: else too much would be meant."""

Fits = Callable[[str], bool]


def is_plain(phrase: str) -> bool:
    """Whether a phrase can be looked for: it has words, and its stars stand where they may."""
    parts = phrase.split()
    return bool(parts) and all(
        _STARRED.fullmatch(part) if STAR in part else any(map(str.isalnum, part))
        for part in parts)


def find(phrase: str, text: str) -> tuple[int, int] | None:
    """Where the words of the phrase first stand side by side in the text."""
    wanted = _wanted(phrase)
    row = _words(text)
    for at in range(len(row) - len(wanted) + 1):
        if all(fits(row[at + n].text) for n, fits in enumerate(wanted)):
            return row[at].start, row[at + len(wanted) - 1].end
    return None


@lru_cache(maxsize=4096)
def _words(text: str) -> Sequence[Word]:
    return tuple(words(text))


@lru_cache(maxsize=1024)
def _wanted(phrase: str) -> tuple[Fits, ...]:
    """What each word in turn must fit."""
    found: list[Fits] = []
    for part in phrase.lower().split():
        if STAR in part:
            found.append(_starred(part))
        else:
            found += [_inflected(word.text) for word in words(part)]
    return tuple(found)


def _starred(part: str) -> Fits:
    bare = part.strip(STAR)
    if part.startswith(STAR) and part.endswith(STAR):
        return lambda word: bare in word
    if part.startswith(STAR):
        stem = key(bare)
        return lambda word: word.endswith(bare) or key(word).endswith(stem)
    return lambda word: word.startswith(bare)


def _inflected(own: str) -> Fits:
    stem = key(own)
    return lambda word: word == own or key(word) == stem
