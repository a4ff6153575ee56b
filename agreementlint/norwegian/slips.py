"""Turns a long word misread by OCR into the word of a vocabulary that it must have been."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from rapidfuzz.distance import OSA

from agreementlint.norwegian.stems import key

SHORTEST = 7
"""Letters a word needs before a slip in it is mended: short words differ by too little."""

_CONFUSIONS = ({"1": "l", "|": "l", "!": "l", "0": "o"}, {"c": "e"}, {"rn": "m"}, {"m": "rn"})
_CONFUSED = re.compile(r"[1|!0c]|rn|m")
_BARE = str.maketrans({"å": "a", "ø": "o", "æ": "ae", "ö": "o", "ä": "ae", "é": "e"})


class Repairs:
    """The words of a vocabulary, arranged for finding the one that a misread word stands for."""

    def __init__(self, words: Iterable[str]):
        long = {key(word): word for word in sorted(words) if len(word) >= SHORTEST - 2}
        self._keys = long
        self._bare = {stem.translate(_BARE): stem for stem in long}
        self._by_ends: dict[tuple[str, str], list[str]] = {}
        for stem in long:
            if len(stem) >= SHORTEST:
                self._by_ends.setdefault((stem[0], stem[-1]), []).append(stem)

    def mended(self, word: str) -> str | None:
        """The vocabulary word that `word` is a slip of; None for clean, short and other words."""
        if len(word) < SHORTEST or not self._keys or key(word) in self._keys:
            return None
        stem = self._confused(word) or self._edited(key(word), len(word))
        return self._keys[stem] if stem else None

    def _confused(self, word: str) -> str | None:
        """The key that `word` has once letters that scanners confuse are put right."""
        lower = word[:1].lower() + word[1:].replace("I", "l").lower()
        for stem in _readings(lower):
            if (found := self._bare.get(stem.translate(_BARE))) is not None:
                return found
        return None

    def _edited(self, stem: str, length: int) -> str | None:
        """The one key a few edits away, with the same first and last letter; None if several."""
        edits = 1 if length < 12 else 2
        near = [
            known
            for known in self._by_ends.get((stem[:1], stem[-1:]), ())
            if OSA.distance(stem, known, score_cutoff=edits) <= edits
        ]
        return near[0] if len(near) == 1 else None


def _readings(word: str) -> list[str]:
    if not _CONFUSED.search(word):
        return [key(word)]
    readings = []
    for chosen in product((False, True), repeat=len(_CONFUSIONS)):
        read = word
        for confusion, wanted in zip(_CONFUSIONS, chosen, strict=True):
            if wanted:
                for seen, meant in confusion.items():
                    read = read.replace(seen, meant)
        readings.append(key(read))
    return list(dict.fromkeys(readings))
