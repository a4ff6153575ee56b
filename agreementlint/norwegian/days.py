"""Plain text into dates: "1. januar 2025", "01.01.25", "2025-01-01", "mars 2024"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from agreementlint.model import Date, Span
from agreementlint.norwegian.months import misread_month, month

ANY_DIGIT = re.compile(r"\d")
_D = "[0-9OoIl]"  # text recognition confuses 0 with O, and 1 with l and I
# a letter alone is a day only with its full stop: "l. april", not "I april"
_DAY = rf"(?<!\w)(?<![\d§][.,/])(?P<d>{_D}{{1,2}})(?:\s*\.\s*|(?<=\d)\s+)"
DAY_OF_MONTH = rf"{_DAY}(?P<m>[A-Za-z0-9]{{3,11}})"
_SPELLED = re.compile(rf"{DAY_OF_MONTH}\.?,?\s+(?P<y>{_D}{{4}})(?!\w|[.,]\d)")
_YEARLESS = re.compile(rf"{DAY_OF_MONTH}\b(?!\.?,?\s*(?:\d|20[Xx]|[Xx_.]{{2}}|[Åå]{{2,}}))")
_NUMERIC = re.compile(
    rf"(?<!\w)(?<![\d§][.,/])(?P<d>{_D}{{1,2}})\s?[./]\s?(?P<m>{_D}{{1,2}})(?:\s?[./-]\s?|\s)"
    rf"(?P<y>{_D}{{4}}|\d\d)(?!\w|[./]\d)"
)
_ISO = re.compile(r"(?<![\w.-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\w|-\d)")
_MONTH = re.compile(rf"(?<!\w)(?P<m>[A-Za-z]{{3,10}})\.?,?\s+(?P<y>{_D}{{4}})(?!\w|[.,]\d)")
_DIGITS = str.maketrans("OoIl", "0011")


def dates(text: str, offset: int = 0, *, year: int | None = None) -> list[Date]:
    """The dates that `text` gives with day, month and year, or month and year (precision "month",
    first day of the month), sorted by place. Spans are offsets into `text` plus `offset`.

    Two-digit years are 1970–2069. A day without a year is a date only where the caller says which
    `year` is meant. Impossible dates ("31.02.2024") and blanks ("dd.mm.2026") are none; bare years
    are no dates either.
    """
    if not ANY_DIGIT.search(text):
        return []
    found: list[Date] = []
    for date in _candidates(text, year):
        if not any(date.span.overlaps(taken.span) for taken in found):
            found.append(date)
    return sorted((_moved(date, offset) for date in found), key=_place)


def day(year: int, month_number: int, day_number: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month_number, day_number)
    except ValueError:
        return None


def number_of(digits: str) -> int:
    """The value of a group of digits in which letters may stand for digits ("2O25")."""
    return int(digits.translate(_DIGITS))


def full_year(digits: str) -> int:
    """The year that two or four digits stand for."""
    value = number_of(digits)
    return value if len(digits) == 4 else value + (2000 if value < 70 else 1900)


def _candidates(text: str, year: int | None) -> Iterator[Date]:
    """Dates from the most to the least complete form; later ones may overlap earlier ones."""
    for pattern in (_SPELLED, _ISO, _NUMERIC):
        for match in pattern.finditer(text):
            if date := _full(match):
                yield Date(Span(*match.span()), date)
    if year is not None:
        for match in _YEARLESS.finditer(text):
            name = month(match["m"])
            if name and (date := day(year, name, number_of(match["d"]))):
                yield Date(Span(*match.span()), date)
    for match in _MONTH.finditer(text):
        name = month(match["m"])
        value = number_of(match["y"])
        # a day before the month that made no date makes the whole an impossible date
        if name and 1900 <= value < 2100 and not re.search(r"\d\.?\s*$", text[: match.start()]):
            yield Date(Span(*match.span()), dt.date(value, name, 1), "month")


def _full(match: re.Match[str]) -> dt.date | None:
    if sum(sign.isdigit() for sign in match["y"]) < 2:
        return None
    value = full_year(match["y"])
    named = match["m"]
    number = misread_month(named) if len(named) > 2 else number_of(named)
    if number is None or not 1900 <= value < 2100:
        return None
    return day(value, number, number_of(match["d"]))


def _moved(date: Date, offset: int) -> Date:
    return Date(Span(date.span.start + offset, date.span.end + offset), date.date, date.precision)


def _place(date: Date) -> Span:
    return date.span
