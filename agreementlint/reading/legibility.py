"""The text of a page into how much it looks like one that a person could read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

COMMON = frozenset(
    # bokmål and nynorsk
    "og i å av til for på som er det en et ei ein eit den de dei skal med at fra frå om ved har "
    "kan mellom millom eller etter men ikke ikkje blir vil må seg sin sitt sine hver kvar alle "
    "også være vere andre annen anna denne dette desse disse når hvor kor samt innen innan under "
    "gjennom over mot uten utan vi dere dykk vår vårt sammen saman kommunen kommune politiet "
    "politi avtalen avtale samarbeid møte møter år året bør inn ut opp ned så "
    # English, the other Scandinavian languages and Sámi, which stand in annexes
    "the of and to in a is be that with as by on this or are from it shall will "
    "och att är som inte ska af ikke ja lea leat ahte gos mii dan".split()
)
"""Words that no page of prose is without."""

PROSE = 25
"""From how many words on, names left out, common words must be among them."""

READABLE, GARBLED = 0.12, 0.04
"""Shares of common words: a text is well recognised from the one on, and no language below the
other. In Norwegian prose three words in ten are common, in lists one in six."""

MOST_STRANGE = 0.08
FEWEST_SIGNS = 0.35
NORDIC = 300
"""So many letters without å, æ or ø are not Norwegian, or were recognised as English."""

WORD = re.compile(r"[^\W\d_]+")
FILLING = re.compile(r"[\s._…–—-]+")
STRANGE = re.compile(
    r"[\ue000-\uefff\uf100-\uf8ff\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f]"  # f000–f0ff: symbol fonts
    r"|Ã[¥¦¸˜…†\x80-\xbf]|â€|Â[ «»\xa0]"  # UTF-8 taken for something else
)


class Legibility(NamedTuple):
    """What a text is made of: its characters (without spaces and lines to write on), what share of
    them are letters or digits and what share stands in no text; its letters, and how many of them
    are å, æ or ø; its words that are no names, and what share of these are common."""

    characters: int
    signs: float
    strange: float
    letters: int
    nordic: int
    words: int
    common: float

    @property
    def is_garbled(self) -> bool:
        """Whether the text is none: characters of no alphabet, or words of no language."""
        if self.characters < PROSE:
            return False
        if self.strange > MOST_STRANGE or self.signs < FEWEST_SIGNS:
            return True
        return self.words >= PROSE and self.common < GARBLED

    @property
    def is_poor(self) -> bool:
        """Whether a text that was recognised should be recognised again: too few of its words are
        words, or it has none of the letters that Norwegian has and English has not."""
        few = self.words >= PROSE and self.common < READABLE
        return self.is_garbled or few or (self.letters >= NORDIC and not self.nordic)


def legibility(words: Iterable[str]) -> Legibility:
    """How legible the words of a page are."""
    text = FILLING.sub(" ", " ".join(words))
    characters = max(len(text) - text.count(" "), 1)
    found = WORD.findall(text)
    plain = [word.lower() for word in found if not _is_name(word)]
    return Legibility(
        characters,
        sum(map(str.isalnum, text)) / characters,
        sum(map(len, STRANGE.findall(text))) / characters,
        sum(map(len, found)),
        sum(text.count(letter) for letter in "åæøÅÆØ"),
        len(plain),
        sum(word in COMMON for word in plain) / max(len(plain), 1),
    )


def _is_name(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or word[1:].islower())
