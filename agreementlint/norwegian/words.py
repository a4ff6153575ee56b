"""Plain text into words: letters, digit groups and single signs, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_MARKS = "\\u0300-\\u036f"  # accents written as signs of their own
_LETTERS = rf"[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*"
_WORD = re.compile(rf"\d+(?:[.,:]\d+)*|{_LETTERS}|[^\w\s]|_")
_ABBREVIATIONS = frozenset(
    {
        "pr", "ca", "maks", "min", "hhv", "dvs", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "okt", "nov", "des", "kl", "nr", "g", "mnd", "bl",
    }
)

DASHES = frozenset("-‐‑‒–—―−")
SENTENCE_ENDS = frozenset(".;?!•|")


class Word(NamedTuple):
    """`text` is lower case and composed (NFC); `start` and `end` are offsets into the text."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=16)  # how often, how long and when are asked of the same sentence
def words(text: str) -> tuple[Word, ...]:
    """The words, numbers and signs of `text`. The full stop of a common abbreviation is left out,
    so that every "." that remains ends a sentence or makes an ordinal."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0].lower()
        if word == "." and found and found[-1].end == start and found[-1].text in _ABBREVIATIONS:
            continue
        if not word.isascii() and any("\u0300" <= sign <= "\u036f" for sign in word):
            word = unicodedata.normalize("NFC", word)
        found.append(Word(start, end, word))
    return tuple(found)


def text_at(row: Sequence[Word], at: int) -> str:
    """The text of word `at`, "" outside the row."""
    return row[at].text if 0 <= at < len(row) else ""


def stands_at(row: Sequence[Word], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words from `at` on are those of `phrase`."""
    return tuple(word.text for word in row[at : at + len(phrase)]) == phrase
