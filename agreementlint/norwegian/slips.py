"""Turns a long word misread by OCR into the word of a vocabulary that it must have been."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from agreementlint.norwegian.stems import key

SHORTEST = 7
"""Letters a word needs before a slip in it is mended: short words differ by too little."""

_CONFUSIONS = tuple(
    (re.compile(seen), meant)
    for seen, meant in (("[1|!]", "l"), ("0", "o"), ("c", "e"), ("rn", "m"), ("m", "rn"))
)
_LOOK_ALIKES = ("aceoøåæ0", "iljtf1", "nurmvh", "gqy", "bh", "s5")
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
        stem = self._confused(word) or self._edited(key(word))
        return self._keys[stem] if stem else None

    def _confused(self, word: str) -> str | None:
        """The key that `word` has once letters that scanners confuse are put right."""
        lower = word[:1].lower() + word[1:].replace("I", "l").lower()
        for stem in _readings(lower):
            if (found := self._bare.get(stem.translate(_BARE))) is not None:
                return found
        return None

    def _edited(self, stem: str) -> str | None:
        """The one key a plausible slip away, with the same first and last letter."""
        near = [
            known for known in self._by_ends.get((stem[:1], stem[-1:]), ()) if _is_slip(stem, known)
        ]
        return near[0] if len(near) == 1 else None


def _is_slip(seen: str, meant: str) -> bool:
    """Whether `seen` is `meant` with one letter dropped, added or moved, or with one look-alike
    (two from twelve letters on). Other letters make other words: evakuering, evaluering."""
    if len(seen) != len(meant):
        return OSA.distance(seen, meant, score_cutoff=1) == 1
    pairs = [pair for pair in zip(seen, meant, strict=True) if pair[0] != pair[1]]
    if len(pairs) == 2 and OSA.distance(seen, meant) == 1:
        return True
    allowed = 1 if len(meant) < 12 else 2
    return len(pairs) <= allowed and all(
        any(a in group and b in group for group in _LOOK_ALIKES) for a, b in pairs
    )


def _readings(word: str) -> list[str]:
    """The keys of `word` as it stands and with any of the confusions in it undone."""
    undone = [word]
    for pattern, meant in _CONFUSIONS:
        undone += [pattern.sub(meant, read) for read in undone if pattern.search(read)]
    return [key(read) for read in undone]
