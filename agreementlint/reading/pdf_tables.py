"""What is drawn on a PDF page to the grids of its tables and the bullets of its lists."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from agreementlint.model import Box
from agreementlint.reading.pdf_objects import Matrix, objects_on, point_of
from agreementlint.reading.pdf_words import Frame

TOUCH = 3.0
"""Points within which two rulings meet or lie on one line."""

THIN = 2.5
"""A filled shape no thicker than so many points is a ruling."""

SHORTEST = 4.0
MOST_SEGMENTS = 400
MOST_RULINGS = 4000
DOT = (1.5, 7.0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line: at `at` on one axis, from `low` to `high` on the other (points)."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """The level and the upright lines on a page, the boxes of dots as small as bullets, and those
    of its pictures."""

    level: tuple[Ruling, ...] = ()
    upright: tuple[Ruling, ...] = ()
    dots: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells: the box of each, and the grid row and column it begins in. A cell that is
    merged with others is there once."""

    box: Box
    rows: int
    columns: int
    cells: tuple[tuple[int, int, Box], ...]


def grids(drawn: Drawn) -> list[Grid]:
    """The tables with rulings on a page, from the top down: at least two columns each."""
    level, upright = drawn.level, drawn.upright
    if len(level) < 2 or len(upright) < 2:
        return []
    found = [_grid(*part) for part in _parts(merged(level), merged(upright))]
    return sorted(
        (grid for grid in found if grid.columns >= 2 and len(grid.cells) >= 2),
        key=lambda grid: grid.box[1],
    )


# ---------------------------------------------------------------- rulings


def drawn_on(page: pdfium.PdfPage, frame: Frame) -> Drawn:
    """The straight lines, the dots and the pictures on the page."""
    level: list[Ruling] = []
    upright: list[Ruling] = []
    dots: list[Box] = []
    pictures: list[Box] = []
    for thing, kind, matrix in objects_on(page, (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_unit_square(matrix, frame))
            continue
        if len(level) + len(upright) + len(dots) > MOST_RULINGS:
            continue
        for points, straight in _of_path(thing, matrix):
            shown = [frame.point(x, y) for x, y in points]
            dots.extend(_dot(shown))
            for (ax, ay), (bx, by) in ((shown[i], shown[j]) for i, j in straight):
                width, height = abs(ax - bx), abs(ay - by)
                if height <= THIN and width >= SHORTEST:
                    level.append(Ruling((ay + by) / 2, min(ax, bx), max(ax, bx)))
                elif width <= THIN and height >= SHORTEST:
                    upright.append(Ruling((ax + bx) / 2, min(ay, by), max(ay, by)))
    if len(level) + len(upright) + len(dots) > MOST_RULINGS:
        return Drawn(pictures=tuple(pictures))
    return Drawn(tuple(level), tuple(upright), tuple(dots), tuple(pictures))


def _unit_square(matrix: Matrix, frame: Frame) -> Box:
    """The box of a picture, which is a square of side 1 before its matrix."""
    corners = [frame.point(*point_of(matrix, x, y)) for x in (0, 1) for y in (0, 1)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _dot(points: Sequence[tuple[float, float]]) -> Iterator[Box]:
    """The box of a shape as small and as round or square as a bullet."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if DOT[0] <= width <= DOT[1] and abs(width - height) <= 0.3 * width:
        yield min(xs), min(ys), max(xs), max(ys)


Path = tuple[list[tuple[float, float]], list[tuple[int, int]]]
"""The points of a path, and which pairs of them a straight line joins."""


def _of_path(path: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[Path]:
    fill, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    count = raw.FPDFPath_CountSegments(path)
    if not (fill.value or stroke.value) or not 2 <= count <= MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    straight: list[tuple[int, int]] = []
    start = 0
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(point_of(matrix, x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = index
        elif kind == raw.FPDF_SEGMENT_LINETO:
            straight.append((index - 1, index))
        if raw.FPDFPathSegment_GetClose(segment):
            straight.append((index, start))
    yield points, straight


# ---------------------------------------------------------------- grids


def merged(found: Sequence[Ruling]) -> list[Ruling]:
    """The rulings, those that lie on one line and touch made one."""
    merged: list[Ruling] = []
    for at in _groups([ruling.at for ruling in found]):
        mean = sum(at) / len(at)
        on_line = sorted(
            (r for r in found if at[0] <= r.at <= at[-1]), key=lambda ruling: ruling.low
        )
        low, high = on_line[0].low, on_line[0].high
        for ruling in on_line[1:]:
            if ruling.low > high + TOUCH:
                merged.append(Ruling(mean, low, high))
                low = ruling.low
                high = ruling.high
            high = max(high, ruling.high)
        merged.append(Ruling(mean, low, high))
    return merged


def _groups(values: Iterable[float]) -> list[list[float]]:
    """The values in order, those closer than TOUCH to the first of a group together."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= TOUCH:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


def _parts(
    level: list[Ruling], upright: list[Ruling]
) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Rulings that hang together, directly or by way of others."""
    left = set(range(len(upright)))
    waiting = set(range(len(level)))
    while waiting:
        rows, columns, new = set(), set(), {waiting.pop()}
        while new:
            rows |= new
            crossed = {c for c in left if any(_cross(level[r], upright[c]) for r in new)}
            columns |= crossed
            left -= crossed
            new = {r for r in waiting if any(_cross(level[r], upright[c]) for c in crossed)}
            waiting -= new
        if len(rows) >= 2 and len(columns) >= 1:
            yield [level[r] for r in rows], [upright[c] for c in columns]


def _cross(level: Ruling, upright: Ruling) -> bool:
    return (
        upright.low - TOUCH <= level.at <= upright.high + TOUCH
        and level.low - TOUCH <= upright.at <= level.high + TOUCH
    )


def _edges(across: list[Ruling], along: list[Ruling]) -> list[float]:
    """Where the grid is parted on one axis; a table may lack its outer rulings."""
    outer = [min(r.low for r in along), max(r.high for r in along)]
    groups = _groups([*(ruling.at for ruling in across), *outer])
    return [sum(group) / len(group) for group in groups]


def _grid(level: list[Ruling], upright: list[Ruling]) -> Grid:
    xs, ys = _edges(upright, level), _edges(level, upright)
    taken: set[tuple[int, int]] = set()
    cells: list[tuple[int, int, Box]] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            right, below = column + 1, row + 1
            middle = (ys[row] + ys[row + 1]) / 2
            while right < len(xs) - 1 and not _parted(upright, xs[right], middle):
                right += 1
            middle = (xs[column] + xs[column + 1]) / 2
            while below < len(ys) - 1 and not _parted(level, ys[below], middle):
                below += 1
            taken |= {(r, c) for r in range(row, below) for c in range(column, right)}
            cells.append((row, column, (xs[column], ys[row], xs[right], ys[below])))
    box = (xs[0], ys[0], xs[-1], ys[-1])
    return Grid(box, len(ys) - 1, len(xs) - 1, tuple(cells))


def _parted(found: list[Ruling], at: float, middle: float) -> bool:
    return any(
        math.isclose(ruling.at, at, abs_tol=TOUCH) and ruling.low - 1 <= middle <= ruling.high + 1
        for ruling in found
    )
