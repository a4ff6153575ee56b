"""Lines set in columns to rows of tables, and tables that a page break cuts to one table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agreementlint.reading.layout import Line, Word
from agreementlint.reading.marks import DATE, is_fill, is_label

FEWEST_ROWS = 3
SIGHT = 40
"""How many lines ahead the columns of a table are looked for."""

LONGEST_CELL = 6
"""How many lines a cell may have where the other cells of its row are short."""

NEAR = 1.5
"""Average characters within which cells of one column begin, end or are centred."""

ROLE = re.compile(
    r"(?:[\w-]*(?:ordf[øo]re?r|ordførar|r[åa]dmann|direktør|mester|meister|lensmann|leder|leiar|sjef"
    r"|kontakt|koordinator|rådgiver|rådgjevar|betjent|inspektør|overbetjent))\b.{0,40}$",
    re.IGNORECASE,
)
SIDE = re.compile(
    r"(?:for|på vegn?e av)\s|.*\S\s\S*(?:kommune|herad|politidistrikt|politistasjon)$"
    r"|(?:sted|stad|dato|underskrift|signatur|navn|namn)\b",
    re.IGNORECASE,
)
Cell = tuple[Word, ...]
Cells = tuple[Cell, ...]


def with_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines; those set in the columns of a table without rulings became rows, and the tables
    are numbered from 1. A table that goes on over a page keeps its number, and the heading row
    that is repeated there goes."""
    found: list[Line] = []
    start = table = 0
    before: int | None = None
    head: Line | None = None
    while start < len(lines):
        line = lines[start]
        rows, end = [line], start + 1
        if line.table is None and line.cells:
            rows, end = _rows(lines, start)
        if rows[0].table is None:
            found.extend(rows)
            start = end
            continue
        if not (found and _goes_on(found[-1], rows[0], before)):
            table += 1
            head = rows[0]
        elif head is not None and _is_repeated(rows[0], [head, found[-1]]):
            before, rows = rows[0].table, rows[1:]
        before = rows[-1].table if rows else before
        found.extend(replace(row, table=table) for row in rows)
        start = end
    return found


def _goes_on(above: Line, line: Line, before: int | None) -> bool:
    """Whether a row belongs to the table of the one above: the reader says so, or they stand on
    two pages and have the same columns."""
    if above.table is None:
        return False
    if above.page == line.page or line.page is None:
        return line.table == before
    return line.table == before or _same_columns(above, line)


def are_rows(lines: Sequence[Line]) -> bool:
    """Whether the lines are set in the same columns."""
    return all(len(line.cells) > 1 and _same_columns(lines[0], line) for line in lines)


def _same_columns(above: Line, line: Line) -> bool:
    if len(above.cells) != len(line.cells):
        return False
    pairs = [(a, b) for a, b in zip(above.cells, line.cells, strict=True) if a and b]
    return sum(_in_column(a, b, line.em) for a, b in pairs) * 2 > len(pairs)


# ---------------------------------------------------------------- columns without rulings


def _rows(lines: Sequence[Line], start: int) -> tuple[list[Line], int]:
    """The rows of the table that begins with the line, and the index after them; the line alone
    where it begins no table without rulings."""
    near = [i for i in range(start, min(start + SIGHT, len(lines))) if len(lines[i].cells) > 1]
    pattern = max((lines[i].cells for i in _together(near)), key=len)
    rows: list[Line] = []
    ends = [start]
    for index in range(start, len(lines)):
        line = lines[index]
        cells = _placed(line, pattern) if _is_set(lines, index) else None
        if cells is None:
            break
        if rows and (_is_rule(line) or _is_repeated(line, rows)):
            ends[-1] = index + 1
        elif rows and _carries_on(cells, line, rows[-1]):
            rows[-1] = _joined(rows[-1], cells, line)
            ends[-1] = index + 1
        else:
            rows.append(replace(line, cells=cells, table=-start - 1))
            ends.append(index + 1)
    while rows and sum(map(bool, rows[-1].cells)) < 2:
        rows.pop()
        ends.pop()
    return ([lines[start]], start + 1) if _is_no_table(rows) else (rows, ends[-1])


def _is_rule(line: Line) -> bool:
    """Whether the line is the typed rule under the heading row of a table."""
    return all(set(word.text) <= set("-=") for word in line.words)


def _is_repeated(line: Line, rows: Sequence[Line]) -> bool:
    """Whether the line is the table's first row once more, on a new page."""
    return line.page != rows[-1].page and line.text == rows[0].text


def _together(near: list[int]) -> Iterator[int]:
    """The first of the indices, and those that follow each other closely."""
    for place, index in enumerate(near):
        if place and index - near[place - 1] > LONGEST_CELL:
            return
        yield index


def _is_set(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is set in columns, or stands in one of them below a line that is."""
    line = lines[index]
    if line.table is not None or line.level or line.mark:
        return False
    if line.cells:
        return True
    if line.gap or index == 0 or lines[index - 1].page != line.page:
        return False
    following = lines[index + 1 : index + 2]
    leads_back = any(len(below.cells) > 1 and not below.gap for below in following)
    return leads_back or line.words[0].x0 - line.left > NEAR * line.em


def _placed(line: Line, pattern: Cells) -> Cells | None:
    """The cells of a line, one for each column of the pattern; None where they do not fit."""
    cells = line.cells or (line.words,)
    placed: list[Cell] = [()] * len(pattern)
    column = 0
    for cell in cells:
        while column < len(pattern) and not _in_column(pattern[column], cell, line.em):
            column += 1
        if column == len(pattern):
            return None
        placed[column] = cell
        column += 1
    first = next((i for i, cell in enumerate(placed) if cell), 0)
    beyond = first + 1 < len(pattern) and placed[first][-1].x1 > pattern[first + 1][0].x0
    return None if beyond and len(cells) == 1 else tuple(placed)


def _in_column(cell: Cell, other: Cell, em: float) -> bool:
    begins, ends = cell[0].x0 - other[0].x0, _right(cell) - _right(other)
    return min(abs(begins), abs(ends), abs(begins + ends) / 2) <= NEAR * em


def _right(cell: Cell) -> float:
    return max(word.x1 for word in cell)


def _carries_on(cells: Cells, line: Line, above: Line) -> bool:
    """Whether a line goes on with cells of the row above: it begins none in the first column."""
    return not cells[0] and not line.gap and line.page == above.page


def _joined(row: Line, cells: Cells, line: Line) -> Line:
    """The row, the cells of the line below put into its own."""
    numbered = (tuple(word._replace(line=line.number) for word in cell) for cell in cells)
    whole = tuple(a + b for a, b in zip(row.cells, numbered, strict=True))
    return replace(row, cells=whole, words=sum(whole, ()))


# ---------------------------------------------------------------- what is no table


def _is_no_table(rows: Sequence[Line]) -> bool:
    """Whether the rows are too few, or signatures or the lines of a letterhead."""
    if sum(sum(map(bool, row.cells)) > 1 for row in rows) < FEWEST_ROWS:
        return True
    kinds = [kind for row in rows if (kind := _kind(row)) is not None]
    never = not {"fill", "label"}.isdisjoint(kinds)
    return never or len(set(kinds)) > 1 or 0 < 2 * len(kinds) <= len(rows)


def _kind(row: Line) -> str | None:
    """What all cells of a row are alike, as signatures are and the cells of a table seldom."""
    texts = [" ".join(word.text for word in cell) for cell in row.cells if cell]
    if any(map(is_fill, texts)):
        return "fill"
    kinds = {next(_kinds(text), None) for text in texts}
    return kinds.pop() if len(kinds) == 1 and len(texts) > 1 else None


def _kinds(text: str) -> Iterator[str]:
    if ROLE.match(text):
        yield "role"
    if SIDE.match(text):
        yield "side"
    if is_label(text):
        yield "label"
    if DATE.search(text):
        yield "date"
