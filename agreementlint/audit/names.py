"""Two names of persons → whether they are surely, perhaps or hardly the same person's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from rapidfuzz.distance import OSA

from agreementlint.register import slip_bound

_TITLE = re.compile(
    r"(?:politi|lensmann|betjent|førstebetjent|overbetjent|inspektør|stasjonssjef|avdelingsleder|"
    r"avdelingsleiar|seksjonsleder|seksjonsleiar|leder|leiar|sjef|kontakt)\w*"
    r"|(?:p\.?o\.?b|p\.?f\.?b|p\.?b|pol|betj|insp)\.?"
)
"""What stands before or behind a name: ranks, posts, and short forms of them."""


class Name(NamedTuple):
    """The words of a name, folded: first name or initial, those in the middle, the last."""

    first: str
    middle: tuple[str, ...]
    last: str


@lru_cache(maxsize=4096)
def name(written: str) -> Name:
    """What is left of a written name without titles, capitals, hyphens and accents; "Nordmann,
    Kari" is turned round. A name of one word is a last name."""
    before, comma, behind = _folded(written).partition(",")
    parts = [_without_titles(before.split()), _without_titles(behind.replace(",", " ").split())]
    words = [*parts[1], *parts[0]] if comma and parts[1] else parts[0]
    if not words:
        return Name("", (), "")
    return Name(words[0] if len(words) > 1 else "", tuple(words[1:-1]), words[-1])


def _folded(written: str) -> str:
    """Small letters without accents; æ, ø and å are letters of their own."""
    text = written.casefold().replace("å", "\0")
    plain = "".join(one for one in unicodedata.normalize("NFD", text)
                    if not unicodedata.combining(one)).replace("\0", "å")
    return re.sub(r"(?<=\w)\.(?=\w)", ". ", re.sub(r"[-‐‑–]", " ", plain))


def _without_titles(words: list[str]) -> list[str]:
    return [plain for word in words
            if not _TITLE.fullmatch(word) and (plain := word.strip(".:;()\"'"))]


def perhaps_same(one: Name, other: Name) -> bool:
    """Whether different names may be one person's: initials, a middle name or one of two last
    names left out, or a slip in one word. Names that are equal are the same, not perhaps."""
    if one == other or not (one.last and other.last):
        return False
    if not (one.first and other.first):
        return one.last == other.last
    slips = [_distance(one.last, other.last), _distance(one.first, other.first)]
    if None not in slips and min(slips) == 0:  # type: ignore[type-var]
        return _agree(one.middle, other.middle)
    return _left_out(one, other) or _left_out(other, one)


def _distance(one: str, other: str) -> int | None:
    """0 for equal words and an initial of the word, 1 for a slip behind the first letter, None for
    other words."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return 0
    if one[0] != other[0] and not {one[:2], other[:2]} & {"aa"}:
        return None
    plain, of = one.replace("aa", "å"), other.replace("aa", "å")
    most = slip_bound(min(plain, of, key=len))
    return 1 if OSA.distance(plain, of, score_cutoff=most) <= most else None


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names do not deny each other; those of one may be left out."""
    if not (one and other):
        return True
    return all(_distance(a, b) is not None
               for a, b in zip_longest(one, other, fillvalue="") if a and b)


def _left_out(short: Name, long: Name) -> bool:
    """"Kari Vik" of "Kari Vik Nordmann"."""
    return _distance(short.first, long.first) == 0 and short.last in long.middle
