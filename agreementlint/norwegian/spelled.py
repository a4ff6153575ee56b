"""Plain text into dates that are written out: "tjuefjerde januar to tusen og tjuetre"."""

from __future__ import annotations

import re
from functools import cache

from agreementlint.model import Date, Span
from agreementlint.norwegian.days import day
from agreementlint.norwegian.months import MONTHS
from agreementlint.norwegian.numbers import CARDINALS, ORDINALS

_MONTH = "|".join(MONTHS)
_LIKELY = re.compile(rf"e\s+(?:dag\s+i\s+)?(?:{_MONTH})\b", re.IGNORECASE)
"""An ordinal ends in -e; looked for first, since few texts hold such a date."""


def spelled_dates(text: str, offset: int = 0) -> list[Date]:
    """The dates whose day is a word, their year a word of this century or four digits. Sorted by
    place; spans are offsets into `text` plus `offset`."""
    if not _LIKELY.search(text):
        return []
    found = []
    for match in _pattern().finditer(text.lower()):
        year = int(match["digits"]) if match["digits"] else 2000 + int(CARDINALS[match["ones"]])
        number = ORDINALS.get(match["day"], 2)  # "andre"
        if date := day(year, MONTHS[match["month"]], number):
            found.append(Date(Span(match.start() + offset, match.end() + offset), date))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    ordinals = "|".join(sorted((*ORDINALS, "andre"), key=len, reverse=True))
    ones = "|".join(sorted((w for w, n in CARDINALS.items() if n < 100), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<day>{ordinals})\s+(?:dag\s+i\s+)?(?P<month>{_MONTH})\s+(?:i\s+)?(?:år\s+)?"
        rf"(?:(?P<digits>(?:19|20)\d\d)|(?:to\s?tusen\s?(?:og\s?)?|tjue\s?)(?P<ones>{ones}))(?!\w)"
    )
