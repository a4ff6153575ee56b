"""Turns numbers into the shapes of a chart; the templates draw them, and tell them in words."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agreementlint.audit.model import Event

WIDTH = 100.0
"""Of a bar, in the units of its picture."""

INNER, OUTER, LABELS = 46.0, 112.0, 126.0
"""Radii of the wheel of the year: of its hole, its rim, and the names of the months."""

THICKEST, GAP = 14.0, 1.2
MONTHS = 12


class Part(NamedTuple):
    """One part of a bar: how many it stands for, where it begins, and how wide it is."""

    name: str
    number: int
    x: float
    width: float


class Cell(NamedTuple):
    """One event on the wheel, as the path of an SVG."""

    event: Event
    path: str


class Month(NamedTuple):
    """A twelfth of the wheel: where its name stands and where it ends."""

    first: dt.date
    x: float
    y: float
    line: str


class Wheel(NamedTuple):
    months: tuple[Month, ...]
    cells: tuple[Cell, ...]


def bar(counts: Sequence[tuple[str, int]]) -> tuple[Part, ...]:
    """The counts as parts of one bar, in their order; what is nought has no part."""
    whole = sum(count for _, count in counts)
    parts = []
    x = 0.0
    for name, count in counts:
        if count:
            width = WIDTH * count / whole
            parts.append(Part(name, count, round(x, 2), round(width, 2)))
            x += width
    return tuple(parts)


def upcoming(events: Iterable[Event], as_of: dt.date) -> Iterator[Event]:
    """The events of the twelve months of the wheel."""
    first = as_of.year * MONTHS + as_of.month
    return (event for event in events
            if 0 <= event.date.year * MONTHS + event.date.month - first < MONTHS)


def wheel(events: Iterable[Event], as_of: dt.date) -> Wheel:
    """Twelve months with the clock, beginning at the top with that of `as_of`; the events of a
    month lie on each other from the hole outwards, by their dates."""
    months = [month_after(as_of, ahead) for ahead in range(MONTHS)]
    rows: list[list[Event]] = [[] for _ in months]
    for event in sorted(events, key=lambda event: (event.date, event.uid)):
        rows[months.index(event.date.replace(day=1))].append(event)
    most = max(map(len, rows))
    thick = min(THICKEST, (OUTER - INNER) / most) if most else THICKEST
    return Wheel(
        tuple(month(first, place) for place, first in enumerate(months)),
        tuple(cell for place, row in enumerate(rows) for cell in cells(row, place, thick)),
    )


def month_after(date: dt.date, ahead: int) -> dt.date:
    years, month = divmod(date.month - 1 + ahead, 12)
    return dt.date(date.year + years, month + 1, 1)


def month(first: dt.date, place: int) -> Month:
    x, y = point(LABELS, place + 0.5)
    (ax, ay), (bx, by) = point(INNER, place), point(OUTER, place)
    return Month(first, x, y, f"M{ax} {ay}L{bx} {by}")


def cells(row: Sequence[Event], place: int, thick: float) -> Iterator[Cell]:
    for number, event in enumerate(row):
        yield Cell(event, sector(INNER + number * thick, thick - min(GAP, thick / 4), place))


def sector(inner: float, thick: float, place: int) -> str:
    """A stretch of a ring within one month."""
    outer = inner + thick
    margin = 0.06
    corners = [point(inner, place + margin), point(outer, place + margin),
               point(outer, place + 1 - margin), point(inner, place + 1 - margin)]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    return (f"M{ax} {ay}L{bx} {by}A{outer:.1f} {outer:.1f} 0 0 1 {cx} {cy}"
            f"L{dx} {dy}A{inner:.1f} {inner:.1f} 0 0 0 {ax} {ay}Z")


def point(radius: float, month: float) -> tuple[float, float]:
    """Where so many months with the clock from the top is, from the middle of the wheel."""
    angle = 2 * math.pi * month / MONTHS
    return round(radius * math.sin(angle), 1), round(-radius * math.cos(angle), 1)
