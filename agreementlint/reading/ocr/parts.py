"""An upright page into the parts that are recognised each by itself: the columns of prose, and
what stands above and below them. Tesseract would read across the space between columns."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from agreementlint.reading.ocr.image import Grey, Mask, ink_of

GUTTER = 0.014
"""The least width of the space between two columns, as a part of the page's width."""

ZONE = (0.3, 0.7)
"""Where on the page's width that space may be."""

HIGH = 0.25
"""The least height of columns, as a part of the page's; what is lower is read row by row."""

FULL, WIDE = 0.35, 0.18
"""The share of a column's height that has ink on it at least, and of the page's width it takes."""

COARSE = 4
"""Pixels of the page's picture to each that is looked at, across and down."""


class Part(NamedTuple):
    """A part of a picture: from `left` and `top` to `right` and `bottom`, exclusive, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def parts(page: Grey) -> list[Part]:
    """The parts of the page in reading order; a page without columns is one."""
    rows, columns = page.shape
    ink = _coarse(ink_of(page))
    found = _gutter(ink)
    if found is None:
        return [Part(0, 0, columns, rows)]
    at, top, bottom = (COARSE * edge for edge in found)
    cut = [
        Part(0, 0, columns, top),
        Part(0, top, at, bottom),
        Part(at, top, columns, bottom),
        Part(0, bottom, columns, rows),
    ]
    return [part for part in cut if _has_ink(ink, part)]


def _coarse(ink: Mask) -> Mask:
    """The ink of a half-size picture at a quarter of the size."""
    rows, columns = (size // 2 * 2 for size in ink.shape)
    even = ink[:rows, :columns]
    return np.asarray(even.reshape(rows // 2, 2, columns // 2, 2).any(axis=(1, 3)))


def _has_ink(ink: Mask, part: Part) -> bool:
    left, top, right, bottom = (edge // COARSE for edge in part)
    return bool(ink[top:bottom, left:right].any())


def _gutter(ink: Mask) -> tuple[int, int, int] | None:
    """The middle of the highest upright band without ink, and from where to where it reaches;
    None where no columns of prose are beside it."""
    rows, columns = ink.shape
    width = max(round(GUTTER * columns), 2)
    first, last = (round(edge * columns) for edge in ZONE)
    if last - first <= width or not rows:
        return None
    before = np.cumsum(ink[:, first:last], axis=1, dtype=np.int32)
    clear = before[:, width:] == before[:, :-width]
    run = np.zeros(clear.shape[1], dtype=np.int32)
    best, end = run.copy(), run.copy()
    for y in range(rows):
        run = (run + 1) * clear[y]
        longer = run > best
        best[longer], end[longer] = run[longer], y + 1
    at = int(best.argmax())
    as_high = np.flatnonzero((best == best[at]) & (end == end[at]))
    middle = first + int(as_high.mean()) + width // 2 + 1
    top, bottom = int(end[at] - best[at]), int(end[at])
    written = np.flatnonzero(ink[top:bottom].any(axis=1))
    if not len(written):
        return None
    top, bottom = max(top + int(written[0]) - 1, 0), top + int(written[-1]) + 2
    sides = (ink[top:bottom, :middle], ink[top:bottom, middle:])
    high = bottom - top >= HIGH * rows
    return (middle, top, bottom) if high and all(_is_column(s, columns) for s in sides) else None


def _is_column(side: Mask, page_width: int) -> bool:
    """Whether one side of a gutter is full of lines, most of them long."""
    lines = side.any(axis=1)
    if lines.mean() < FULL:
        return False
    starts = side[lines].argmax(axis=1)
    ends = side.shape[1] - side[lines][:, ::-1].argmax(axis=1)
    return bool(np.median(ends - starts) >= WIDE * page_width)
