"""Names of months into their numbers, with the slips that text recognition makes."""

from __future__ import annotations

from functools import lru_cache

NAMES = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
"""The same in bokmål and nynorsk."""

MONTHS: dict[str, int] = {name: number for number, name in enumerate(NAMES, 1)}
ABBREVIATED: dict[str, int] = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "des": 12,
}  # fmt: skip
_LOOKALIKES = str.maketrans("01", "ol")


def month(word: str) -> int | None:
    """The number (1–12) of a month's name or abbreviation, in any case; None for other words."""
    word = word.lower().rstrip(".")
    return MONTHS.get(word) or ABBREVIATED.get(word)


@lru_cache(maxsize=1024)
def misread_month(word: str) -> int | None:
    """Like `month`, also for a name with one wrong character (two from six letters up). Words
    that could be two months ("juii") or are shorter than four letters are None. Only for words
    that stand where a month must stand."""
    word = word.lower().rstrip(".")
    plain = word.translate(_LOOKALIKES)
    for reading in (word, plain, plain.replace("rn", "m")):
        if known := month(reading):
            return known
    if len(plain) < 4:
        return None
    from rapidfuzz.distance import Levenshtein  # only damaged words pay for the import

    near = sorted(
        (Levenshtein.distance(plain, name), number)
        for name, number in MONTHS.items()
        if Levenshtein.distance(plain, name) <= _slips(name)
    )
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


def _slips(name: str) -> int:
    return 2 if len(name) >= 6 else 1 if len(name) >= 4 else 0
