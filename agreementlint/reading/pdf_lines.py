"""The words of PDF pages to Lines in reading order: columns, rows of cells, gaps, sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from agreementlint.reading.layout import Line, Word
from agreementlint.reading.marks import NO_CELL
from agreementlint.reading.pdf_words import PageWord

WIDE = 3.0
"""From how many average characters on a gap between two words sets a line in columns."""

PROSE_ROWS = 6
"""How many lines beside each other make two columns of prose rather than a row of signatures."""


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


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a document's body: size in points, and whether it is bold."""

    size: float
    bold: bool

    @property
    def em(self) -> float:
        return 0.5 * self.size


def body_type(words: Iterable[PageWord]) -> Type:
    """The size and weight in which most of the characters are set."""
    seen: Counter[tuple[float, bool]] = Counter()
    for word in words:
        seen[round(word.size * 2) / 2, word.bold] += len(word.text)
    if not seen:
        return Type(11.0, False)
    (size, bold), _ = seen.most_common(1)[0]
    return Type(size or 11.0, bold)


def page_lines(words: Sequence[PageWord], page: int, body: Type) -> list[Line]:
    """The lines of one page (1-based number) in reading order."""
    lines: list[Line] = []
    for column in columns(rows(strips(words, body))):
        lines.extend(_column_lines(column, page, body))
    return lines


def strips(words: Sequence[PageWord], body: Type) -> list[Strip]:
    """The words of a page as strips, in the order of the page's stream."""
    found: list[list[PageWord]] = []
    for word in words:
        last = found[-1][-1] if found else None
        if last is not None and _goes_on(last, word, body):
            found[-1].append(word)
        else:
            found.append([word])
    return [Strip(tuple(strip)) for strip in found]


def _goes_on(last: PageWord, word: PageWord, body: Type) -> bool:
    em = 0.5 * max(body.size, min(last.size, word.size))
    gap = word.box[0] - last.box[2]
    return abs(last.baseline - word.baseline) <= 0.4 * body.size and -0.6 * em <= gap < WIDE * em


def rows(found: Sequence[Strip]) -> list[list[Strip]]:
    """Strips that stand beside each other, from the top of the page down and left to right."""
    beside: list[list[Strip]] = []
    for strip in sorted(found, key=lambda strip: strip.baseline):
        close = beside and strip.baseline - beside[-1][0].baseline <= 0.35 * strip.size
        if close:
            beside[-1].append(strip)
        else:
            beside.append([strip])
    return [sorted(row, key=lambda strip: strip.x0) for row in beside]


def columns(page: list[list[Strip]]) -> list[list[list[Strip]]]:
    """A page's rows in reading order: one list of rows for each column of prose."""
    found: list[list[list[Strip]]] = []
    start = 0
    while start < len(page):
        gutter, end = _prose_columns(page, start)
        if gutter is None:
            if found and not _is_split(found[-1]):
                found[-1].append(page[start])
            else:
                found.append([page[start]])
            start += 1
            continue
        part = page[start:end]
        left = [[s for s in row if s.x0 < gutter] for row in part]
        right = [[s for s in row if s.x0 >= gutter] for row in part]
        found.extend([_Split(row for row in left if row), *columns([r for r in right if r])])
        found.append(_Split())
        start = end
    return [column for column in found if column]


class _Split(list[list[Strip]]):
    """A column that is complete: what follows it on the page does not go on with it."""


def _is_split(column: list[list[Strip]]) -> bool:
    return isinstance(column, _Split)


def _prose_columns(page: list[list[Strip]], start: int) -> tuple[float | None, int]:
    """The x that parts two columns of prose which begin at row `start`, and the row after them."""
    if len(page[start]) < 2:
        return None, start
    gutter = page[start][1].x0
    end, pairs = start, []
    while end < len(page):
        row = page[end]
        left = [s for s in row if s.x0 < gutter - 3]
        right = [s for s in row if s.x0 >= gutter - 3]
        if any(strip.x1 > gutter for strip in left):
            break
        if left and right:
            pairs.append((left[0], right[0]))
        end += 1
    if len(pairs) < PROSE_ROWS:
        return None, start
    wide = all(
        median(len(pair[side].words) for pair in pairs) >= 4
        and median(pair[side].x1 - pair[side].x0 for pair in pairs)
        >= 0.75 * max(pair[side].x1 - pair[side].x0 for pair in pairs)
        for side in (0, 1)
    )
    return (gutter - 3, end) if wide else (None, start)


def _column_lines(column: list[list[Strip]], page: int, body: Type) -> list[Line]:
    left = _left_edge(column)
    lines = []
    for row in column:
        line = _line(row, page, body, left)
        lines.append(line)
    return lines


def _left_edge(column: list[list[Strip]]) -> float:
    """Where the column's lines begin: the smallest edge that more than a few of them share."""
    edges = Counter(round(row[0].x0) for row in column)
    least = max(1, len(column) // 12)
    return float(min(edge for edge, count in edges.items() if count >= least))


def _line(row: list[Strip], page: int, body: Type, left: float) -> Line:
    cells = [[_word(word) for word in strip.words] for strip in row]
    if len(cells) > 1 and NO_CELL.match(" ".join(word.text for word in cells[0])):
        cells[:2] = [cells[0] + cells[1]]
    words = tuple(word for cell in cells for word in cell)
    set_words = [word for strip in row for word in strip.words]
    lettered = [w for w in set_words if any(c.isalnum() for c in w.text)] or set_words
    return Line(
        words,
        page,
        em=body.em,
        left=left,
        size=median(word.size for word in lettered) / body.size,
        bold=not body.bold and all(word.bold for word in lettered),
        italic=all(word.italic for word in lettered),
        cells=tuple(tuple(cell) for cell in cells) if len(cells) > 1 else (),
    )


def _word(word: PageWord) -> Word:
    x0, top, x1, bottom = (round(value, 1) for value in word.box)
    return Word(word.text, word.box[0], word.box[2], (x0, top, x1, bottom))


def with_gaps(lines: Sequence[Line], body: Type) -> list[Line]:
    """The lines with `gap` set where more than the usual space stands before them."""
    steps = [_step(above, line, body) for above, line in zip(lines, lines[1:], strict=False)]
    usual = _usual_step(step for step in steps if step is not None)
    found = list(lines[:1])
    for step, line in zip(steps, lines[1:], strict=True):
        scale = max(1.0, line.size)
        found.append(replace(line, gap=step is None or step > 1.25 * usual * scale))
    return found


def _step(above: Line, line: Line, body: Type) -> float | None:
    """From a line down to the next in units of the body's size; None across columns and pages."""
    upper, lower = above.words[0].box, line.words[0].box
    if above.page != line.page or upper is None or lower is None or lower[3] <= upper[3]:
        return None
    return (lower[3] - upper[3]) / body.size


def _usual_step(steps: Iterable[float]) -> float:
    seen = Counter(round(step * 10) / 10 for step in steps if 0.8 <= step <= 2.6)
    return seen.most_common(1)[0][0] if seen else 1.2
