"""An upright page into the straight lines that are drawn on it: of tables, and to write on."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from agreementlint.reading.ocr.image import Grey, Mask, darkest_ink_of

SHORTEST = 40
"""Pixels of a half-size picture that a line is long at least: 5 mm, more than any letter."""

SOLID = 0.95
"""The share of them that must be dark."""

DOTTED = 3
"""Pixels that the dots of a dotted line may be apart."""

THICK = 5
"""Pixels of a half-size picture; what is thicker is a bar."""

TOUCH = 6
"""Pixels between the ends of two strokes that are one line."""

AROUND, BUSY = (4, 7), 0.2
"""From and to how many pixels off a line there must be less than such a share of ink: within words
there is more."""

MOST = 5000
"""A page with more strokes than that has a photo on it."""


class Stroke(NamedTuple):
    """A straight line: at `at` on one axis, from `low` to `high` on the other (pixels)."""

    at: float
    low: float
    high: float


Run = tuple[int, int, int]
"""The part of a row (its number) from one column to another, exclusive, that is dark."""


class Strokes(NamedTuple):
    """The level and the upright lines of a page."""

    level: tuple[Stroke, ...] = ()
    upright: tuple[Stroke, ...] = ()


NO_STROKES = Strokes()


def strokes(page: Grey) -> Strokes:
    """The lines of the page, in its own pixels."""
    ink = darkest_ink_of(page)
    return Strokes(_level(ink), _level(np.ascontiguousarray(ink.T)))


def _level(ink: Mask) -> tuple[Stroke, ...]:
    """The lines along the rows of a half-size picture."""
    if ink.shape[1] <= SHORTEST:
        return ()
    closed = ink.copy()
    for step in range(1, DOTTED + 1):
        closed[:, step:] |= ink[:, :-step]
    before = np.cumsum(closed, axis=1, dtype=np.int32)
    solid = before[:, SHORTEST:] - before[:, :-SHORTEST] >= SOLID * SHORTEST
    open_ones: list[list[Run]] = []
    found: list[list[Run]] = []
    count = 0
    for y in map(int, np.flatnonzero(solid.any(axis=1))):
        found += [group for group in open_ones if y - group[-1][0] > 2]
        open_ones = [group for group in open_ones if y - group[-1][0] <= 2]
        for low, high in _runs(solid[y]):
            count += 1
            if count > MOST:
                return ()
            dark = np.flatnonzero(ink[y, low : high + SHORTEST])
            _join(open_ones, (y, low + int(dark[0]), low + int(dark[-1]) + 1))
    lines = (_line(group) for group in found + open_ones if _is_apart(group, ink))
    return tuple(line for line in lines if line is not None)


def _is_apart(runs: list[Run], ink: Mask) -> bool:
    """Whether there is little above and below the runs, as there is not inside a line of words."""
    low, high = min(low for _, low, _ in runs), max(high for _, _, high in runs)
    top, bottom = runs[0][0], runs[-1][0]
    near, far = AROUND
    above = ink[max(top - far, 0) : max(top - near, 0), low:high]
    below = ink[bottom + near : bottom + far, low:high]
    return all(not side.size or side.mean() < BUSY for side in (above, below))


def _runs(row: Mask) -> list[tuple[int, int]]:
    """From where to where (exclusive) the row is true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _join(groups: list[list[Run]], run: Run) -> None:
    """Adds a run to the group that it touches, or begins one."""
    _, low, high = run
    for group in groups:
        if any(low <= b + TOUCH and a - TOUCH <= high for _, a, b in group[-3:]):
            group.append(run)
            return
    groups.append([run])


def _line(runs: list[Run]) -> Stroke | None:
    """The line that the runs make, in full-size pixels; None where they make a bar."""
    length = max(high for _, _, high in runs) - min(low for _, low, _ in runs)
    area = sum(high - low for _, low, high in runs)
    if area > THICK * length:
        return None
    at = sum((high - low) * y for y, low, high in runs) / max(area, 1)
    low, high = min(low for _, low, _ in runs), max(high for _, _, high in runs)
    return Stroke(2 * at + 1, 2.0 * low, 2.0 * high)
