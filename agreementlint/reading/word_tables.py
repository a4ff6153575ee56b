"""Turns the rows of a table in Word or ODT into sketches: rows, or the text they only frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from agreementlint.reading.archive import Element
from agreementlint.reading.strips import Strip, spaced
from agreementlint.reading.word_blocks import Sketch
from agreementlint.reading.word_lines import Part
from agreementlint.reading.word_styles import W, switch

SHORT = 60  # characters; names, titles and "For X kommune" are shorter
LONG = 120  # a paragraph that is longer is running text
Cell = Sequence[Sketch]


def cells_of(
    row: Element, part: Part, children: Callable[[Element], Iterable[Element]]
) -> list[Element]:
    """The cells of a row: none if it is hidden or a tracked change took it away. `children` opens
    wrappers."""
    properties = row.find(W + "trPr")
    if part.is_gone(properties) or switch(properties, "hidden"):
        return []
    return [
        cell
        for cell in children(row)
        if cell.tag == W + "tc" and not part.is_gone(cell.find(W + "tcPr"))
    ]


def table_sketches(
    rows: Sequence[Sequence[Element]], table: int, content: Callable[[Element], Iterable[Sketch]]
) -> Iterator[Sketch]:
    """The sketches of a table by rows of cells, each with its `content`; a table that is only a
    frame, with no second cell in any row, gives what it holds."""
    frame = all(len(cells) <= 1 for cells in rows)
    for cells in rows:
        read = [list(content(cell)) for cell in cells]
        if frame:
            yield from (sketch for cell in read for sketch in cell)
        else:
            yield from _row_sketches(read, table)


def _row_sketches(cells: Sequence[Cell], table: int) -> list[Sketch]:
    """The sketches of one row: one row; for a signature block, in which every cell lists name and
    title, one row a line; and the cells' own blocks where they hold running text and bullets.
    Tables inside the cells come after the row."""
    own = [[sketch for sketch in cell if sketch.table is None] for cell in cells]
    inner = [sketch for cell in cells for sketch in cell if sketch.table is not None]
    filled = [cell for cell in own if cell]
    if not filled:
        return inner
    if any(_is_layout(cell) for cell in filled):
        return [sketch for cell in own for sketch in cell] + inner
    if _is_parallel(filled):
        rows = [_row([cell[at : at + 1] for cell in own], table) for at in range(len(filled[0]))]
    else:
        rows = [_row(own, table)]
    return rows + inner


def _row(cells: Sequence[Cell], table: int) -> Sketch:
    return Sketch("row", tuple(_text(cell) for cell in cells), table=table)


def _text(cell: Cell) -> Strip:
    return spaced([part for sketch in cell for part in sketch.cells if part.text.strip()])


def _is_layout(cell: Cell) -> bool:
    """Bullets, or several paragraphs of which one is long: no cell of a table proper."""
    if any(sketch.kind == "bullet" for sketch in cell):
        return True
    return len(cell) > 1 and any(len(sketch.text) > LONG for sketch in cell)


def _is_parallel(filled: Sequence[Cell]) -> bool:
    """Columns of short lines that belong together across the row."""
    heights = {len(cell) for cell in filled}
    return (
        len(filled) > 1
        and len(heights) == 1
        and heights != {1}
        and all(len(sketch.text) <= SHORT for cell in filled for sketch in cell)
    )
