"""The words of PDF pages to Lines in reading order: columns, rows of cells, gaps, sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from agreementlint.model import Box
from agreementlint.reading.layout import Line, Word
from agreementlint.reading.marks import NO_CELL, is_fill
from agreementlint.reading.pdf_tables import Grid
from agreementlint.reading.pdf_words import PageWord

WIDE = 3.0
"""From how many average characters on a gap between two words sets a line in columns."""

PROSE_ROWS = 6
"""How many lines beside each other make two columns of prose rather than a row of signatures."""

LONG_CELL = 4
"""A row of one cell with so many lines is prose in a frame, no table row."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Words on one baseline without a wide gap between them."""

    words: tuple[PageWord, ...]

    @property
    def x0(self) -> float:
        return self.words[0].box[0]

    @property
    def x1(self) -> float:
        return self.words[-1].box[2]

    @property
    def baseline(self) -> float:
        return self.words[0].baseline

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)


Row = list[Strip]


@dataclass(frozen=True, slots=True)
class Body:
    """The type of a document's body: size in points, and whether it is bold."""

    size: float
    bold: bool

    @property
    def em(self) -> float:
        return 0.5 * self.size


def body_of(words: Iterable[PageWord]) -> Body:
    """The size and weight in which most of the characters are set."""
    seen: Counter[tuple[float, bool]] = Counter()
    for word in words:
        seen[round(word.size * 2) / 2, word.bold] += len(word.text)
    if not seen:
        return Body(11.0, False)
    (size, bold), _ = seen.most_common(1)[0]
    return Body(size or 11.0, bold)


def page_lines(
    words: Sequence[PageWord], grids: Sequence[Grid], page: int, body: Body, tables: int
) -> list[Line]:
    """The lines of one page (1-based number) in reading order; `tables` have been counted
    before it. What stands beside a table comes after it."""
    left = _left_edge(rows(strips(words, body)), body) if words else 0.0
    inside = [[word for word in words if _is_in(word, grid)] for grid in grids]
    outside = [word for word in words if not any(_is_in(word, grid) for grid in grids)]
    lines: list[Line] = []
    top = float("-inf")
    for index, grid in enumerate(grids):
        above = [word for word in outside if top <= word.baseline < grid.box[1]]
        lines.extend(_flow(above, page, body, left))
        lines.extend(_table(inside[index], grid, page, body, tables + index + 1))
        top = grid.box[1]
    lines.extend(_flow([word for word in outside if word.baseline >= top], page, body, left))
    return lines


def with_dots(words: list[PageWord], dots: Sequence[Box]) -> list[PageWord]:
    """The words, with a bullet before each that a dot is drawn in front of."""
    if not dots:
        return words
    starts = [i for i, w in enumerate(words) if i == 0 or w.baseline != words[i - 1].baseline]
    bulleted: dict[int, PageWord] = {}
    for box in dots:
        middle = (box[1] + box[3]) / 2
        beside = [
            i
            for i in starts
            if words[i].box[1] <= middle <= words[i].box[3] and 0 < words[i].box[0] - box[2] < 30
        ]
        if beside:
            first = min(beside, key=lambda i: words[i].box[0])
            bulleted[first] = replace(words[first], text="•", box=box)
    return [
        word
        for i, given in enumerate(words)
        for word in ((bulleted[i], given) if i in bulleted else (given,))
    ]


# ---------------------------------------------------------------- running text


def _flow(words: Sequence[PageWord], page: int, body: Body, left: float) -> Iterator[Line]:
    for column in columns(rows(strips(words, body))):
        edge = _left_edge(column.rows, body) if column.narrow else left
        for row in column.rows:
            yield _line(row, page, body, edge)


def strips(words: Sequence[PageWord], body: Body) -> list[Strip]:
    """The words of a page as strips, in the order of the page's stream."""
    found: list[list[PageWord]] = []
    for word in words:
        if found and _goes_on(found[-1][-1], word, body):
            found[-1].append(word)
        else:
            found.append([word])
    return [Strip(tuple(strip)) for strip in found]


def _goes_on(last: PageWord, word: PageWord, body: Body) -> bool:
    em = 0.5 * max(body.size, min(last.size, word.size))
    gap = word.box[0] - last.box[2]
    if is_fill(last.text) and is_fill(word.text) and gap > 0.4 * em:
        return False
    return abs(last.baseline - word.baseline) <= 0.4 * body.size and -0.6 * em <= gap < WIDE * em


def rows(found: Sequence[Strip]) -> list[Row]:
    """Strips that stand beside each other, from the top of the page down and left to right."""
    beside: list[Row] = []
    for strip in sorted(found, key=lambda strip: strip.baseline):
        if beside and strip.baseline - beside[-1][0].baseline <= 0.35 * strip.size:
            beside[-1].append(strip)
        else:
            beside.append([strip])
    return [_joined(sorted(row, key=lambda strip: strip.x0)) for row in beside]


def _joined(row: Row) -> Row:
    """The row, strips that the stream gave apart but that stand close made one."""
    found = row[:1]
    for strip in row[1:]:
        gap = strip.x0 - found[-1].x1
        fills = is_fill(strip.words[0].text) and is_fill(found[-1].words[-1].text)
        if gap < WIDE * 0.5 * min(strip.size, found[-1].size) and not fills:
            found[-1] = Strip(found[-1].words + strip.words)
        else:
            found.append(strip)
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """Rows read from top to bottom; `narrow` when another column of prose stands beside."""

    rows: list[Row]
    narrow: bool = False


def columns(page: list[Row]) -> list[Column]:
    """A page's rows in reading order: the columns of prose one after the other."""
    found: list[Column] = []
    start = 0
    while start < len(page):
        gutter, end = _prose_columns(page, start)
        if gutter is None:
            if not found or found[-1].narrow:
                found.append(Column([]))
            found[-1].rows.append(page[start])
            start += 1
            continue
        left = [[s for s in row if s.x0 < gutter] for row in page[start:end]]
        right = [[s for s in row if s.x0 >= gutter] for row in page[start:end]]
        found.append(Column([row for row in left if row], narrow=True))
        found.extend(Column(c.rows, narrow=True) for c in columns([r for r in right if r]))
        start = end
    return found


def _prose_columns(page: list[Row], start: int) -> tuple[float | None, int]:
    """The x that parts two columns of prose which begin at row `start`, and the row after them."""
    first = next((row for row in page[start : start + 3] if len(row) > 1), None)
    if first is None:
        return None, start
    gutter = first[1].x0 - TOLERANCE
    end, pairs = start, []
    while end < len(page):
        left = [strip for strip in page[end] if strip.x0 < gutter]
        if any(strip.x1 > gutter for strip in left):
            break
        if left and len(left) < len(page[end]):
            pairs.append((left[0], page[end][len(left)]))
        end += 1
    if len(pairs) < PROSE_ROWS:
        return None, start
    return (
        (gutter, end)
        if all(_is_prose([p[side] for p in pairs]) for side in (0, 1))
        else (
            None,
            start,
        )
    )


TOLERANCE = 3.0


def _is_prose(side: list[Strip]) -> bool:
    """Whether strips below each other are lines of text: several words, most of them full."""
    widths = [strip.x1 - strip.x0 for strip in side]
    return median(len(strip.words) for strip in side) >= 4 and median(widths) >= 0.75 * max(widths)


def _left_edge(found: Sequence[Row], body: Body) -> float:
    """Where lines begin: the leftmost edge that more than a few of them share."""
    edges = Counter(round(row[0].x0) for row in found)
    least = max(1, len(found) // 12)
    return float(min(edge for edge, count in edges.items() if count >= least))


def _line(row: Row, page: int, body: Body, left: float) -> Line:
    cells = [tuple(_word(word) for word in strip.words) for strip in row]
    if len(cells) > 1 and NO_CELL.match(" ".join(word.text for word in cells[0])):
        cells[:2] = [cells[0] + cells[1]]
    line = _set([word for strip in row for word in strip.words], page, body, left)
    words = tuple(word for cell in cells for word in cell)
    return replace(line, words=words, cells=tuple(cells) if len(cells) > 1 else ())


def _set(words: Sequence[PageWord], page: int, body: Body, left: float) -> Line:
    """A line of the words with the type they are set in."""
    lettered = [w for w in words if any(char.isalnum() for char in w.text)] or words
    return Line(
        tuple(_word(word) for word in words),
        page,
        em=body.em,
        left=left,
        size=median(word.size for word in lettered) / body.size,
        bold=not body.bold and all(word.bold for word in lettered),
        italic=all(word.italic for word in lettered),
    )


def _word(word: PageWord, ends_line: bool = False) -> Word:
    x0, top, x1, bottom = (round(value, 1) for value in word.box)
    return Word(word.text, word.box[0], word.box[2], (x0, top, x1, bottom), ends_line)


# ---------------------------------------------------------------- tables


def _is_in(word: PageWord, grid: Grid) -> bool:
    x, y = _middle(word)
    x0, top, x1, bottom = grid.box
    return x0 <= x <= x1 and top <= y <= bottom


def _middle(word: PageWord) -> tuple[float, float]:
    x0, top, x1, bottom = word.box
    return (x0 + x1) / 2, (top + bottom) / 2


def _table(
    words: Sequence[PageWord], grid: Grid, page: int, body: Body, table: int
) -> Iterator[Line]:
    """The rows of a table. A cell that spans rows stands in the first of them; below it the row
    has an empty cell. Prose in a frame that spans the table is given as the lines it is."""
    held: dict[tuple[int, int], list[PageWord]] = {cell[:2]: [] for cell in grid.cells}
    for word in words:
        x, y = _middle(word)
        for row, column, (x0, top, x1, bottom) in grid.cells:
            if x0 <= x <= x1 and top <= y <= bottom:
                held[row, column].append(word)
                break
    for row in range(grid.rows):
        found = {c: held[r, c] for r, c in sorted(held) if r == row}
        inner = {column: rows(strips(cell, body)) for column, cell in found.items()}
        if not any(inner.values()):
            continue
        if len(inner) == 1 and len(next(iter(inner.values()))) >= LONG_CELL:
            (cell,) = found.values()
            yield from _flow(cell, page, body, min(word.box[0] for word in cell))
            continue
        cells = tuple(_cell(inner.get(column, [])) for column in _places(grid, row))
        line = _set([word for cell in found.values() for word in cell], page, body, 0.0)
        yield replace(line, words=tuple(w for c in cells for w in c), cells=cells, table=table)


def _places(grid: Grid, row: int) -> list[int]:
    """The columns in which the row has a cell, also where one from above reaches into it."""
    middle = next(((b[1] + b[3]) / 2 for r, _, b in grid.cells if r == row), 0.0)
    return sorted({c for r, c, box in grid.cells if r == row or box[1] <= middle <= box[3]})


def _cell(found: list[Row]) -> tuple[Word, ...]:
    lines = [[word for strip in row for word in strip.words] for row in found]
    return tuple(
        _word(word, ends_line=index == len(line) - 1)
        for line in lines
        for index, word in enumerate(line)
    )


# ---------------------------------------------------------------- gaps


def with_gaps(lines: Sequence[Line], body: Body) -> list[Line]:
    """The lines with `gap` set where more than the usual space stands before them."""
    steps = [_step(above, line, body) for above, line in pairwise(lines)]
    usual = _usual_step(step for step in steps if step is not None)
    found = list(lines[:1])
    for step, line in zip(steps, lines[1:], strict=True):
        scale = max(1.0, line.size)
        found.append(replace(line, gap=step is None or step > 1.25 * usual * scale))
    return found


def _step(above: Line, line: Line, body: Body) -> float | None:
    """From a line down to the next in units of the body's size; None across columns and pages."""
    upper, lower = above.words[-1].box, line.words[0].box
    if above.page != line.page or upper is None or lower is None or lower[3] <= upper[3]:
        return None
    return (lower[3] - upper[3]) / body.size


def _usual_step(steps: Iterable[float]) -> float:
    seen = Counter(round(step * 10) / 10 for step in steps if 0.8 <= step <= 2.6)
    return seen.most_common(1)[0][0] if seen else 1.2
