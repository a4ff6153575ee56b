"""Text with words broken by recognition → the text with the words they were: "sarnarbeid" →
"samarbeid". Inflections are kept, since only the broken letters are put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import eq

# What recognition takes for what (the broken form first).
_RARE = (
    ("rn", "m"), ("1", "l"), ("1", "i"), ("0", "o"), ("ct", "et"), ("vv", "w"), ("ii", "n"),
    ("é", "e"), ("ê", "e"), ("5", "s"), ("6", "å"), ("|", "l"), ("!", "l"), ("ä", "å"), ("ö", "ø"),
    ("à", "å"), ("ó", "ø"), ("ld", "id"),
)  # fmt: skip
# letters that are common in themselves are tried only in long words
_CONFUSIONS = (
    *_RARE, ("c", "e"), ("li", "h"), ("a", "å"), ("o", "ø"), ("i", "l"), ("l", "i"), ("m", "rn"),
    ("m", "in"),
)  # fmt: skip
_WORD = re.compile(r"[^\W_][\w|!-]*[^\W_]")
_SHORTEST, _LONG, _LONGEST = 5, 9, 50
"""Letters of the words that are mended; of those at least _LONG with more confusions. What is
longer than any word would take the square of its length to no end."""


class Mender:
    """Called with a text, gives it with each word that is not known, but is one or two confusions
    of letters away from a known word, replaced by that word, and older `spellings` by the common
    ones. `is_known` says whether a word, inflected, is of the field."""

    def __init__(self, is_known: Callable[[str], bool], spellings: Mapping[str, str] | None = None):
        self._is_known = is_known
        self._common = spellings or {}
        self._meant = lru_cache(maxsize=50_000)(self._mean)

    def __call__(self, text: str) -> str:
        words = _WORD.findall(text)
        if all(map(eq, words, map(self._meant, words))):
            return text
        return _WORD.sub(lambda match: self._meant(match[0]), text)

    def _mean(self, word: str) -> str:
        if meant := self._common.get(word.lower()):
            return meant.capitalize() if word[0].isupper() else meant
        mends = _SHORTEST <= len(word) <= _LONGEST
        return _mended_word(word, self._is_known) if mends else word


@lru_cache(maxsize=50_000)  # several menders ask for the same words
def _mended_word(word: str, is_known: Callable[[str], bool]) -> str:
    if is_known(word):
        return word
    lower = word.lower()
    once = _candidates(lower, _CONFUSIONS if len(word) >= _LONG else _RARE)
    twice = (c for first in _candidates(lower, _RARE) for c in _candidates(first, _RARE))
    for candidate in (*once, *twice):
        if is_known(candidate):
            return candidate.capitalize() if word[0].isupper() else candidate
    return word


def _candidates(word: str, confusions: Sequence[tuple[str, str]]) -> list[str]:
    """Readings with one confusion put right in one place, then in all places."""
    found: list[str] = []
    for broken, right in confusions:
        at = word.find(broken)
        while at >= 0:
            found.append(word[:at] + right + word[at + len(broken) :])
            at = word.find(broken, at + 1)
        if word.count(broken) > 1:
            found.append(word.replace(broken, right))
    return found
