"""Plain text into frequencies: "minst to møter i året", "hver sjette uke", "jevnlig"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from agreementlint.model import Frequency, Span
from agreementlint.norwegian.joining import joined
from agreementlint.norwegian.readings import Reading, readings
from agreementlint.norwegian.words import Word, words


def frequencies(text: str, offset: int = 0) -> list[Frequency]:
    """The frequencies of `text`, in times a year, sorted by place, spans plus `offset`; no two of
    them overlap. A bound "least" has no high, "most" no low, "vague" neither.

    Two or more times of the year ("vår og høst", "i uke 6 og 22") are a frequency, one only with
    "hver" or a yearly rhythm beside it (see `times_of_year`). What spells out a frequency that
    already stands ("to ganger i året, henholdsvis vår og høst") is part of it; so are "eller
    oftere ved behov" (bound "least") and the months left out ("annenhver måned unntatt juli").
    """
    row, found = _read(text)
    return [_frequency(row, r, offset) for r in found if r.kind not in ("time", "bare")]


def times_of_year(text: str, offset: int = 0) -> list[Frequency]:
    """The single times of the year ("i mars", "på høsten", "i første kvartal", "uke 7") that
    `frequencies` leaves alone because only the context can say that they return every year: once
    a year. Not those of a certain year ("våren 2024", "til høsten") nor ranges ("mars–mai")."""
    row, found = _read(text)
    return [_frequency(row, r, offset) for r in found if r.kind == "time"]


@lru_cache(maxsize=64)  # both questions are asked of the same sentences
def _read(text: str) -> tuple[Sequence[Word], list[Reading]]:
    row = words(text)
    return row, joined(row, readings(row, text))


def _frequency(row: Sequence[Word], reading: Reading, offset: int) -> Frequency:
    span = Span(row[reading.first].start + offset, row[reading.after - 1].end + offset)
    return Frequency(span, reading.low, reading.high, reading.bound, reading.months)
