"""Rows of strips to rows of cells: what stands under each other without rulings to show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agreementlint.reading.pdf_columns import Body, Row, Strip

NEAR = 4.0
"""Points within which strips begin at the same edge."""

CLOSER = 1.15
"""How much larger than the smallest the step between two lines of one cell may be."""

PADDING = 2.4
"""Average characters that may be kept free at the right end of a cell."""

Placed = dict[int, Strip]
"""The strips of a row by the number of their column."""

Cells = list[Row]
"""The cells of a row from left to right; each is the strips of its lines from the top down."""


def cell_rows(found: Sequence[Row], body: Body) -> Iterator[Cells]:
    """The rows of a column as cells. A line that carries on the cells above it, because its words
    had no room there, becomes part of them; all other lines are rows of their own."""
    start = 0
    while start < len(found):
        rows, limits = _aligned(found, start, body)
        if len(rows) < 2:
            yield [[strip] for strip in found[start]]
            start += 1
            continue
        yield from _gathered(rows, limits, body)
        start += len(rows)


def _aligned(found: Sequence[Row], start: int, body: Body) -> tuple[list[Placed], list[float]]:
    """The rows from `start` on that share its edges, each by column, and the columns' ends."""
    if len(found[start]) < 2:
        return [], []
    edges = sorted(strip.x0 for strip in found[start])
    rows: list[Placed] = []
    for row in found[start:]:
        parted = [part for strip in row for part in _parted(strip, edges, body)]
        if not _fits(parted, edges):
            break
        if len(parted) > 1:
            new = [p.x0 for p in parted if all(abs(p.x0 - edge) > NEAR for edge in edges)]
            edges = sorted([*edges, *new])
        rows.append(_placed(parted, edges))
    while len(rows) > 1 and list(rows[-1]) == [0] and rows[-1][0].x1 > edges[1]:
        rows.pop()
    rows = [_placed(list(row.values()), edges) for row in rows]
    right = max((strip.x1 for row in rows for strip in row.values()), default=0.0)
    return rows, [*edges[1:], right + body.em]


def _parted(strip: Strip, edges: list[float], body: Body) -> Iterator[Strip]:
    """The strip, parted where a word begins at one of the edges, well apart from the one before."""
    start = 0
    for index in range(1, len(strip.words)):
        before, word = strip.words[index - 1].box, strip.words[index].box
        apart = word[0] - before[2] > 0.9 * body.em
        if apart and any(abs(word[0] - edge) <= 1.5 for edge in edges):
            yield Strip(strip.words[start:index])
            start = index
    yield Strip(strip.words[start:])


def _fits(row: Row, edges: list[float]) -> bool:
    """Whether the row's strips begin at the edges, all but one of them, and a single strip stays
    within its column."""
    if len(row) == 1 and row[0].x0 <= edges[0] + NEAR and row[0].x1 > edges[1]:
        return False
    met = sum(any(abs(strip.x0 - edge) <= NEAR for edge in edges) for strip in row)
    return met >= max(1, len(row) - 1)


def _placed(row: Row, edges: list[float]) -> Placed:
    placed: Placed = {}
    for strip in row:
        column = max((i for i, edge in enumerate(edges) if strip.x0 >= edge - NEAR), default=0)
        held = placed.get(column)
        placed[column] = strip if held is None else Strip(held.words + strip.words)
    return placed


def _gathered(rows: list[Placed], limits: list[float], body: Body) -> Iterator[Cells]:
    """The rows, those that carry on the one above put into its cells. `limits` are the right
    ends of the columns. Lines of one cell stand closer than rows, or some of the row is empty."""
    tops = [min(strip.baseline for strip in row.values()) for row in rows]
    steps = [below - above for above, below in pairwise(tops)]
    close = CLOSER * min(steps)
    padded = max(steps) > close
    held = {column: [strip] for column, strip in rows[0].items()}
    for row, step in zip(rows[1:], steps, strict=True):
        carried = (
            step <= close
            and (padded or len(row) < len(held))
            and all(c in held and _had_no_room(held[c][-1], row[c], limits[c], body) for c in row)
        )
        if not carried:
            yield [held[column] for column in sorted(held)]
            held = {}
        for column, strip in row.items():
            held.setdefault(column, []).append(strip)
    yield [held[column] for column in sorted(held)]


def _had_no_room(above: Strip, strip: Strip, limit: float, body: Body) -> bool:
    if abs(above.size - strip.size) > 0.05 * body.size or above.bold != strip.bold:
        return False
    first = strip.words[0].box
    return above.x1 + 0.5 * body.em + first[2] - first[0] > limit - PADDING * body.em
