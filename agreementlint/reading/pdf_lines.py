"""The words of PDF pages to Lines in reading order: columns, rows of cells, gaps, sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from statistics import median_low

from agreementlint.model import Box
from agreementlint.reading.layout import Line, Word
from agreementlint.reading.marks import NO_CELL
from agreementlint.reading.pdf_aligned import Cells, cell_rows
from agreementlint.reading.pdf_asides import without_asides
from agreementlint.reading.pdf_columns import Body, Row, Strip, columns, rows, strips
from agreementlint.reading.pdf_tables import Grid
from agreementlint.reading.pdf_words import PageWord

LONG_CELL = 4
"""A row of one cell with so many lines is prose in a frame, no table row."""

SAME_LINE = 3.0
"""Points by which the baselines of a line may differ from cell to cell."""

WIDER = 1.15
"""How much wider than the least the step between two rows of a table is."""

TIGHT = 3.5
"""How many average characters of a cell's width a word too long for it leaves empty at most."""

SOFT_HYPHEN = "\u00ad"
COMMON = 0.2
"""The share of a document's steps from line to line that makes one of them a usual one."""

BULLET_REACH = 30.0
"""How many points a drawn bullet may stand before its text."""


def page_lines(
    words: Sequence[PageWord], grids: Sequence[Grid], page: int, body: Body, tables: int
) -> list[Line]:
    """The lines of one page (1-based number) in reading order; `tables` have been counted
    before it. What stands beside a table comes after it, and what stands beside the text at the
    end of the page."""
    outside = [w for w in words if not any(_is_in(w, grid) for grid in grids)] if grids else words
    text, asides = without_asides(strips(outside, body), body)
    beside = rows(text)
    left = _left_edge(beside)
    lines: list[Line] = []
    start = 0
    for index, grid in enumerate(grids):
        end = start
        while end < len(beside) and beside[end][0].baseline < grid.box[1]:
            end += 1
        lines.extend(_flow(beside[start:end], page, body, left))
        inside = [word for word in words if _is_in(word, grid)]
        lines.extend(_table(inside, grid, page, body, tables + index + 1))
        start = end
    lines.extend(_flow(beside[start:], page, body, left))
    lines.extend(_flow(rows(asides), page, body, left))
    return lines


def with_dots(words: list[PageWord], dots: Sequence[Box]) -> list[PageWord]:
    """The words, with a bullet before each that a dot is drawn in front of."""
    if not dots:
        return words
    starts = [i for i, w in enumerate(words) if i == 0 or w.baseline != words[i - 1].baseline]
    bulleted: dict[int, PageWord] = {}
    for dot in dots:
        beside = [i for i in starts if _is_bullet_of(dot, words[i].box)]
        if beside:
            first = min(beside, key=lambda i: words[i].box[0])
            bulleted[first] = words[first]._replace(text="•", box=dot)
    return [
        word
        for i, given in enumerate(words)
        for word in ((bulleted[i], given) if i in bulleted else (given,))
    ]


def _is_bullet_of(dot: Box, word: Box) -> bool:
    middle = (dot[1] + dot[3]) / 2
    return word[1] <= middle <= word[3] and 0 < word[0] - dot[2] < BULLET_REACH


# ---------------------------------------------------------------- running text


def _flow(found: list[Row], page: int, body: Body, left: float) -> Iterator[Line]:
    for column in columns(found):
        if not column.narrow:
            yield from (_line(cells, page, body, left) for cells in cell_rows(column.rows, body))
            continue
        edge = _left_edge(column.rows)
        width = (max(row[-1].x1 for row in column.rows) - edge) / body.em
        for cells in cell_rows(column.rows, body):
            yield replace(_line(cells, page, body, edge), width=width)


def _left_edge(found: Sequence[Row]) -> float:
    """Where lines begin: the leftmost edge that more than a few of them share."""
    edges = Counter(round(row[0].x0) for row in found)
    least = max(1, len(found) // 12)
    return float(min((edge for edge, count in edges.items() if count >= least), default=0))


def _line(found: Cells, page: int, body: Body, left: float) -> Line:
    cells = [_cell(cell) for cell in found]
    if len(cells) > 1 and NO_CELL.match(" ".join(word.text for word in cells[0])):
        cells[:2] = [cells[0] + cells[1]]
    given = [word for cell in found for strip in cell for word in strip.words]
    return _set(given, tuple(cells) if len(cells) > 1 else (), sum(cells, ()), page, body, left)


def _set(
    given: Sequence[PageWord],
    cells: tuple[tuple[Word, ...], ...],
    words: tuple[Word, ...],
    page: int,
    body: Body,
    left: float,
    table: int | None = None,
) -> Line:
    """A line of the words, with the type that the page gives them."""
    kinds = {(word.size, word.bold, word.italic) for word in given}
    if len(kinds) > 1:
        lettered = (word for word in given if any(map(str.isalnum, word.text)))
        kinds = {(word.size, word.bold, word.italic) for word in lettered} or kinds
    sizes, bolds, italics = zip(*kinds, strict=True)
    return Line(
        words,
        page,
        em=body.em,
        left=left,
        size=median_low(sizes) / body.size,
        bold=not body.bold and all(bolds),
        italic=all(italics),
        cells=cells,
        table=table,
    )


# ---------------------------------------------------------------- tables


def _is_in(word: PageWord, grid: Grid) -> bool:
    return _is_inside(word, grid.box)


def _is_inside(word: PageWord, box: Box) -> bool:
    x0, top, x1, bottom = word.box
    return box[0] <= (x0 + x1) / 2 <= box[2] and box[1] <= (top + bottom) / 2 <= box[3]


def _table(
    words: Sequence[PageWord], grid: Grid, page: int, body: Body, table: int
) -> Iterator[Line]:
    """The rows of a table. A cell that spans rows stands in the first of them; below it the row
    has an empty cell. Prose in a frame that spans the table is given as the lines it is."""
    held: dict[tuple[int, int], list[Row]] = {}
    for row, column, box in grid.cells:
        inside = [word for word in words if _is_inside(word, box)]
        held[row, column] = _unbroken(rows(strips(inside, body)), box[2] - box[0], body)
    for row in range(grid.rows):
        found = {column: cell for (r, column), cell in sorted(held.items()) if r == row}
        if not any(found.values()):
            continue
        alone = next(iter(found.values()))
        if len(found) == 1 and len(alone) >= LONG_CELL:
            yield from _flow(alone, page, body, _left_edge(alone))
            continue
        if _is_several(found, grid):
            ends = [box[2] for r, _, box in grid.cells if r == row]
            for line in _several(chain.from_iterable(found.values()), page, body, grid.box[0]):
                yield replace(line, cells=_parted(line, ends), table=table)
            continue
        parts = {column: list(chain.from_iterable(cell)) for column, cell in found.items()}
        cells = tuple(_cell(parts.get(column, [])) for column in _places(grid, row))
        given = [word for cell in parts.values() for strip in cell for word in strip.words]
        yield _set(given, cells, sum(cells, ()), page, body, 0.0, table)


def _unbroken(cell: list[Row], width: float, body: Body) -> list[Row]:
    """The lines of a cell; a word too long for the cell, which goes on in the line below without
    a hyphen, gets a soft one."""
    for index, (line, below) in enumerate(pairwise(cell)):
        word, rest = line[0].words[-1], below[0].words[0]
        alone = len(line) == len(line[0].words) == 1 and word.text.isalpha()
        full = word.box[2] - word.box[0] > width - TIGHT * body.em
        if alone and full and rest.text[0].islower():
            cell[index] = [Strip((word._replace(text=word.text + SOFT_HYPHEN),))]
    return cell


def _several(cells: Iterable[Row], page: int, body: Body, left: float) -> Iterator[Line]:
    """The rows that stand in what the rulings make one."""
    given = [word for line in cells for strip in line for word in strip.words]
    for row in cell_rows(rows(strips(given, body)), body):
        yield _line(row, page, body, left)


def _parted(line: Line, ends: Sequence[float]) -> tuple[tuple[Word, ...], ...]:
    """The words of a line by the column they stand in; `ends` are the columns' right ends."""
    starts = (float("-inf"), *ends[:-1])
    return tuple(
        tuple(word for word in line.words if a < (word.x0 + word.x1) / 2 <= b)
        for a, b in zip(starts, (*ends[:-1], float("inf")), strict=True)
    )


def _is_several(found: dict[int, list[Row]], grid: Grid) -> bool:
    """Whether what the grid has as one row is several that no ruling parts: after every wider
    step down the first column goes on too."""
    first = [line[0].baseline for line in found.get(0, [])]
    baselines = sorted(line[0].baseline for cell in found.values() for line in cell)
    steps = [(b - a, b) for a, b in pairwise(baselines) if b - a > SAME_LINE]
    if len(grid.cells) > 2 * grid.columns or len(first) < 2 or not steps:
        return False
    least = min(step for step, _ in steps)
    wider = [at for step, at in steps if step > WIDER * least]
    return bool(wider) and all(any(abs(at - b) <= SAME_LINE for b in first) for at in wider)


def _places(grid: Grid, row: int) -> list[int]:
    """The columns in which the row has a cell, also where one from above reaches into it."""
    middle = next(((b[1] + b[3]) / 2 for r, _, b in grid.cells if r == row), 0.0)
    return sorted({c for r, c, box in grid.cells if r == row or box[1] <= middle <= box[3]})


def _cell(lines: Row) -> tuple[Word, ...]:
    """The words of a cell whose lines are the strips; those at the end of a line know it."""
    words: list[Word] = []
    for strip in lines:
        words += [Word(w.text, w.box[0], w.box[2], w.box) for w in strip.words[:-1]]
        last = strip.words[-1]
        words.append(Word(last.text, last.box[0], last.box[2], last.box, ends_line=True))
    return tuple(words)


# ---------------------------------------------------------------- gaps


def with_gaps(lines: Sequence[Line], body: Body) -> list[Line]:
    """The lines with `gap` set where more than the usual space stands before them."""
    steps = [_step(above, line, body) for above, line in pairwise(lines)]
    usual = _usual_step(step for step in steps if step is not None)
    found = list(lines[:1])
    for step, line in zip(steps, lines[1:], strict=True):
        gap = step is None or step > 1.25 * usual * max(1.0, line.size)
        found.append(replace(line, gap=True) if gap else line)
    return found


def _step(above: Line, line: Line, body: Body) -> float | None:
    """From a line down to the next in units of the body's size; None across columns and pages."""
    upper, lower = above.words[-1].box, line.words[0].box
    if above.page != line.page or upper is None or lower is None or lower[3] <= upper[3]:
        return None
    return (lower[3] - upper[3]) / body.size


def _usual_step(steps: Iterable[float]) -> float:
    """The step between lines of one paragraph: the smallest that is common. Where most lines are
    bullets and headings, the step between paragraphs is the more common one."""
    seen = Counter(round(step * 10) / 10 for step in steps if 0.8 <= step <= 2.6)
    common = (step for step, count in seen.items() if count >= COMMON * seen.total())
    return min(common, default=1.2)
