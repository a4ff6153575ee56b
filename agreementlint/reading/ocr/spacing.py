"""Words that recognition has run together ("atdet") or parted ("samar beid") into the words they
were, by the document's own words and those that all texts share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from agreementlint.reading.legibility import COMMON
from agreementlint.reading.ocr.tesseract import Token
from agreementlint.reading.ocr.words import Recognised

FUNCTION = frozenset(
    "at det som og den de er skal kan må vil har ikke ikkje for til av med på å en et ein eit om "
    "ved fra frå".split()
)
"""Words that no compound is made of with another of them."""

OPENING = frozenset("at det som og den skal".split())
"""Those of them with which hardly a longer word begins."""

SHORTEST, SHORTEST_PARTED = 5, 7
"""Letters that words have at least, run together and parted: short ones are too easily others."""

WORD = re.compile(r"[^\W\d_]+")


def respaced(pages: Iterable[Recognised], typed: Iterable[str]) -> list[Recognised]:
    """The pages with their words as they were. `typed` are the words of the document's other
    pages."""
    pages = list(pages)
    known = _known([*typed, *(token.text for page in pages for token in page.tokens)])
    return [replace(page, tokens=tuple(_respaced(page.tokens, known))) for page in pages]


def _known(texts: Iterable[str]) -> Counter[str]:
    """How often the document has each word, in small letters."""
    return Counter(word.lower() for text in texts for word in WORD.findall(text))


def _respaced(tokens: Sequence[Token], known: Counter[str]) -> Iterator[Token]:
    for _, group in groupby(tokens, key=lambda token: token.line):
        line = [part for token in group for part in _apart(token, known)]
        yield from _together(line, known)


def _apart(token: Token, known: Counter[str]) -> list[Token]:
    """The token, or the two words that it is."""
    text = token.text
    core = WORD.match(text)
    if core is None or len(text) - core.end() > 1:
        return [token]
    word = core[0].lower()
    if word in COMMON or known[word] > 1:
        return [token]
    for at in range(len(word) - 1, 0, -1):
        if _are_two(word[:at], word[at:], known):
            left, top, right, bottom = token.box
            middle = left + (right - left) * at // len(text)
            return [
                token._replace(text=text[:at], box=(left, top, middle, bottom)),
                token._replace(text=text[at:], box=(middle + 1, top, right, bottom)),
            ]
    return [token]


def _are_two(first: str, second: str, known: Counter[str]) -> bool:
    if first in FUNCTION and second in FUNCTION:
        return second == "å" or len(first + second) >= SHORTEST
    return first in OPENING and len(second) >= SHORTEST and known[second] > 1


def _together(line: list[Token], known: Counter[str]) -> list[Token]:
    """The words of a line, those that are two halves of one made it."""
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(line)]
    usual = median(gaps) if gaps else 0
    found = line[:1]
    for gap, token in zip(gaps, line[1:], strict=True):
        last = found[-1]
        if gap <= usual and _are_halves(last.text, token.text, known):
            (left, top, _, bottom), box = last.box, token.box
            around = (left, min(top, box[1]), box[2], max(bottom, box[3]))
            found[-1] = last._replace(text=last.text + token.text, box=around)
        else:
            found.append(token)
    return found


def _are_halves(first: str, second: str, known: Counter[str]) -> bool:
    """Whether two neighbours are a word of the document, and one of them is no word by itself."""
    end = WORD.match(second)
    if end is None or not first.isalpha() or not second[0].islower() or len(second) > end.end() + 1:
        return False
    halves = (first.lower(), end[0])
    whole = "".join(halves)
    strange = any(known[half] == 1 and half not in COMMON for half in halves)
    return len(whole) >= SHORTEST_PARTED and known[whole] > 0 and strange
