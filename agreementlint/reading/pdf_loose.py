"""A page's bytes to the grids of tables whose rulings do not meet, by way of pdfplumber."""

from __future__ import annotations

import io
from collections.abc import Sequence

from agreementlint.model import Box
from agreementlint.reading.pdf_tables import Drawn, Grid

APART = 9.0
"""Points that may lie between the boxes of one table."""

FEWEST = 4
"""Rulings on either axis below which there are not two boxes beside each other."""

SETTINGS = {"snap_tolerance": APART, "join_tolerance": APART, "intersection_tolerance": APART}


def may_be_loose(drawn: Drawn) -> bool:
    """Whether enough is drawn for a table of separate boxes. Few pages have so much and no grid:
    for those alone is the time of a second engine paid."""
    return min(len(drawn.level), len(drawn.upright)) >= FEWEST


def loose_grids(data: bytes, page: int) -> list[Grid]:
    """The tables of `page` (from 0) of the PDF in `data` with at least two rows and columns, from
    the top down; boxes in points from the upper left of what the page shows."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[page + 1]) as document:
            shown = document.pages[0]
            if shown.rotation:
                return []
            left, top = shown.cropbox[0], shown.cropbox[1]
            tables = [table.cells for table in shown.find_tables(SETTINGS)]
    except Exception:  # its parser raises of all kinds; without the tables the words are read still
        return []
    moved = ([(a - left, b - top, c - left, d - top) for a, b, c, d in cells] for cells in tables)
    found = [_grid(cells) for cells in moved]
    return sorted(
        (grid for grid in found if grid.rows >= 2 and grid.columns >= 2),
        key=lambda grid: grid.box[1],
    )


def _grid(cells: Sequence[Box]) -> Grid:
    xs, ys = sorted({cell[0] for cell in cells}), sorted({cell[1] for cell in cells})
    placed = tuple(sorted((ys.index(cell[1]), xs.index(cell[0]), cell) for cell in cells))
    box = (xs[0], ys[0], max(cell[2] for cell in cells), max(cell[3] for cell in cells))
    return Grid(box, len(ys), len(xs), placed)
