"""Plain text into periods: "01.01.25 – 31.12.28", "fra 1. mai 2022 til 30. april 2024"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Literal, NamedTuple

from agreementlint.model import Period, Span
from agreementlint.norwegian.days import ANY_DIGIT, DAY_OF_MONTH, dates, day, number_of
from agreementlint.norwegian.months import MONTHS, month

_Precision = Literal["day", "month", "year"]
_DASH = "[-‐‑‒–—―−]"
_LEAD = re.compile(
    r"(?:\b(?:fra\s+og\s+med|frå\s+og\s+med|f\.?\s?o\.?\s?m\.?|fra|frå|mellom)[\s:|]+)"
    r"(?:den\s+|dato[\s:|]+|perioden\s+)?$",
    re.IGNORECASE,
)
_UNTIL = (
    r"(?:(?:fram|frem)\s+)?(?:til(?:\s+og\s+med)?|t\.?\s?o\.?\s?m\.?|(?P<out>ut))(?:\s+dato)?[\s:|]+"
    r"(?P<close>utgangen\s+av\s+|slutten\s+av\s+|ut\s+)?(?:året\s+|år\s+)?(?:den\s+)?"
)
_LINK = re.compile(
    rf"[\s,|]*(?:{_DASH}\s*)?(?:\b(?:og|men)\s+)?(?:(?:gjelder|gjeld|varer|varar|løper|løp|"
    r"strekker\s+seg|strekkjer\s+seg|er\s+gyldig|gyldig|er\s+gjeldende|er\s+gjeldande)\s+)?"
    rf"\b{_UNTIL}"
    rf"|(?P<dash>\s*{_DASH}{{1,2}}\s*(?:den\s+)?)"
    r"|(?P<and>\s+og\s+(?:den\s+)?)",
    re.IGNORECASE,
)
# after "fra …" the sentence may go on before its "til": "fra 1. mai er avtalen gyldig til …"
_FAR_LINK = re.compile(rf"(?P<dash>\b)?\s(?:[^\W\d]+\s+){{1,5}}?{_UNTIL}", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?:\bsak|\bsaks?n(?:umme)?r\.?|\barkiv\w*|\bref\.?|\b(?:st|prop|innst|prp)\.?[\w\s.]{0,9}\()[\s:]*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w§/])(?<!§\s)(?<!\d[.,])(?:19|20)\d\d(?![\w/]|[.,]\d)")
_SHORT_YEAR = re.compile(r"\d\d(?![\w/-]|[.,]\d)")
_YEARLESS = re.compile(rf"{DAY_OF_MONTH}\b\.?")
_YEARLESS_NUMERIC = re.compile(r"(?<!\w)(?<!\d\.)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.?(?!\d)")
_YEARLESS_MONTH = re.compile(rf"\b(?P<m>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_AFTER_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})\s*$", re.IGNORECASE)
_ANNOUNCED = re.compile(r"(?:periode\w*|bolken|årene|åra)[\s:|]*$", re.IGNORECASE)
_COARSENESS: dict[_Precision, int] = {"day": 0, "month": 1, "year": 2}


class _Edge(NamedTuple):
    """One end of a period: a year of 0 is to be taken from the other end, a day of 0 means the
    whole month, a month of 0 the whole year."""

    start: int
    end: int
    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> _Precision:
        return "day" if self.day else "month" if self.month else "year"


def periods(text: str, offset: int = 0) -> list[Period]:
    """The periods from–to of `text`, sorted by place; spans are offsets into `text` plus `offset`
    and include a leading "fra", "frå" or "mellom".

    Both ends count: whole years run from 1 January to 31 December, whole months from first to
    last day. An end without a year takes that of the other end. The precision is that of the
    coarser end. Ends in the wrong order are given as they stand (the caller judges them), for
    bare years only where words announce a period.
    """
    if not ANY_DIGIT.search(text):
        return []
    edges = _edges(text)
    found: list[Period] = []
    taken = 0
    for first in edges:
        if first.start < taken:
            continue
        lead = _LEAD.search(text, max(taken, first.start - 40), first.start)
        link = _link(text, first.end, lead)
        if not link:
            continue
        last = _edge_at(edges, link.end()) or _short_year(text, first, link)
        period = last and _period(text, first, last, link, lead)
        if last and period:
            found.append(
                Period(
                    Span(period.span.start + offset, period.span.end + offset),
                    period.start, period.end, period.precision,
                )
            )  # fmt: skip
            taken = last.end
    return found


def _link(text: str, at: int, lead: re.Match[str] | None) -> re.Match[str] | None:
    """What leads from the first end of a period on to the second."""
    between = lead and lead[0].lower().startswith("mellom")
    link = _LINK.match(text, at)
    if link and (not link["and"] or between):
        return link
    return _FAR_LINK.match(text, at) if lead and not between else None


def _edges(text: str) -> list[_Edge]:
    """What may be an end of a period, by place, the most complete reading of each place."""
    found: list[_Edge] = []
    for date in dates(text):
        numbers = (date.date.year, date.date.month, date.date.day)
        found.append(_Edge(*date.span, *numbers[: 3 if date.precision == "day" else 2]))
    readings = [
        _Edge(*match.span(), int(match[0]))
        for match in _YEAR.finditer(text)
        if not _AFTER_MONTH.search(text, max(0, match.start() - 14), match.start())
    ]
    for match in _YEARLESS.finditer(text):
        if number := month(match["m"]):
            readings.append(_Edge(*match.span(), 0, number, number_of(match["d"])))
    for match in _YEARLESS_NUMERIC.finditer(text):
        if 1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31:
            readings.append(_Edge(*match.span(), 0, int(match["m"]), int(match["d"])))
    for match in _YEARLESS_MONTH.finditer(text):
        readings.append(_Edge(*match.span(), 0, MONTHS[match["m"].lower()]))
    for edge in readings:
        if not any(edge.start < other.end and other.start < edge.end for other in found):
            found.append(edge)
    return sorted(found)


def _edge_at(edges: list[_Edge], position: int) -> _Edge | None:
    return next((edge for edge in edges if edge.start == position), None)


def _short_year(text: str, first: _Edge, link: re.Match[str]) -> _Edge | None:
    """The second year of "2025–28"."""
    if first.month or not link["dash"] or not (match := _SHORT_YEAR.match(text, link.end())):
        return None
    year = first.year // 100 * 100 + int(match[0])
    return _Edge(*match.span(), year) if year > first.year else None


def _period(
    text: str, first: _Edge, last: _Edge, link: re.Match[str], lead: re.Match[str] | None
) -> Period | None:
    years = first.precision == last.precision == "year"
    announced = lead or _ANNOUNCED.search(text, max(0, first.start - 30), first.start)
    unlikely = last.year < first.year or last.year - first.year > 50
    if years and not announced and (
        unlikely or _REFERENCE.search(text, max(0, first.start - 30), first.start)
    ):
        return None
    if not last.year or (first.month and not first.year and last.precision == "year"):
        return None
    if not first.year:
        wraps = (first.month, first.day) > (last.month, last.day or 31)
        first = first._replace(year=last.year - wraps)
    start = day(first.year, first.month or 1, first.day or 1)
    end = _last_day(last)
    if not start or not end:
        return None
    closed = bool(link["close"] or link["out"])
    ends: list[_Precision] = [first.precision, "day" if closed else last.precision]
    span = Span(lead.start() if lead else first.start, last.end)
    return Period(span, start, end, max(ends, key=_COARSENESS.__getitem__))


def _last_day(edge: _Edge) -> dt.date | None:
    number = edge.month or 12
    return day(edge.year, number, edge.day or calendar.monthrange(edge.year, number)[1])
