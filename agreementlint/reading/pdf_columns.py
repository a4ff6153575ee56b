"""The words of a PDF page to rows of strips, and these to columns in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from agreementlint.reading.marks import NO_CELL, SENTENCE_END, is_fill
from agreementlint.reading.pdf_words import PageWord

WIDE = 3.0
"""From how many average characters on a gap between two words sets a line in columns."""

PROSE_ROWS = 6
"""How many lines beside each other make two columns of prose rather than a row of signatures."""

FEWEST_ROWS = 3
"""How many do where their sentences run on from line to line."""

CLOSE = 1.15
"""How much larger than the first the step between two lines of such columns may be."""

TOLERANCE = 3.0
"""Points by which the lines of a column may begin to the left of its first."""


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

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


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
    exact: Counter[tuple[float, bool]] = Counter()
    for word in words:
        exact[word.size, word.bold] += len(word.text)
    seen: Counter[tuple[float, bool]] = Counter()
    for (size, bold), count in exact.items():
        seen[round(size * 2) / 2, bold] += count
    (size, bold), _ = seen.most_common(1)[0] if seen else ((0.0, False), 0)
    return Body(size or 11.0, bold)


def strips(words: Iterable[PageWord], body: Body) -> list[Strip]:
    """The words of a page as strips, in the order of the page's stream."""
    found: list[list[PageWord]] = []
    near, blank = 0.4 * body.size, body.em
    baseline = x1 = float("-inf")
    for word in words:
        _, (x0, _, right, _), at, _, _, _, _ = word
        if -near <= at - baseline <= near and (
            0 <= x0 - x1 <= blank or _close(found[-1][-1], word, body)
        ):
            found[-1].append(word)
        else:
            found.append([word])
        baseline, x1 = at, right
    return [part for strip in found for part in _without_fills(strip)]


def _close(last: PageWord, word: PageWord, body: Body) -> bool:
    """Whether one word goes on after another on the same line."""
    em = 0.5 * max(body.size, min(last.size, word.size))
    return -0.6 * em <= word.box[0] - last.box[2] < WIDE * em


def _without_fills(strip: list[PageWord]) -> list[Strip]:
    """The strip, parted between two lines to write on."""
    if sum(word.text[0] in "_.…" for word in strip) < 2:
        return [Strip(tuple(strip))]
    parts = [[strip[0]]]
    for last, word in pairwise(strip):
        if is_fill(last.text) and is_fill(word.text) and word.box[0] - last.box[2] > 1:
            parts.append([])
        parts[-1].append(word)
    return [Strip(tuple(part)) for part in parts]


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
        if any(strip.x1 > gutter for strip in left) or _is_parted(left):
            break
        if left and len(left) < len(page[end]):
            pairs.append((left[0], page[end][len(left)]))
        end += 1
    if len(pairs) >= PROSE_ROWS:
        prose = all(_is_prose([pair[side] for pair in pairs]) for side in (0, 1))
    else:
        prose, end = _few_in_columns(page, start, gutter, end)
    return (gutter, end) if prose else (None, start)


def _few_in_columns(page: list[Row], start: int, gutter: float, end: int) -> tuple[bool, int]:
    """Whether a few lines from row `start` on are two columns of prose, whose sentences run on
    from line to line, and the row after them. Rows of a table come one after the other."""
    step = page[start + 1][0].baseline - page[start][0].baseline if start + 1 < end else 0.0
    last = start + 1
    while last < end and page[last][0].baseline - page[last - 1][0].baseline <= CLOSE * step:
        last += 1
    sides = [strip for row in page[start:last] for strip in row if strip.x0 < gutter], [
        strip for row in page[start:last] for strip in row if strip.x0 >= gutter
    ]
    beside = min(map(len, sides))
    whole = all(len(row) == 2 for row in page[start : start + beside])
    if beside < FEWEST_ROWS or not whole or len(sides[0]) + len(sides[1]) - beside > last - start:
        return False, start
    around = [*page[max(start - 1, 0) : start], *page[last : last + 1]]
    if any(_share_edges(row, page[start]) for row in around):
        return False, start
    return all(_is_prose(side) and _runs_on(side) for side in sides), last


def _share_edges(row: Row, other: Row) -> bool:
    """Whether two rows of two strips begin at the same places."""
    pairs = zip(row, other, strict=False)
    return len(row) == 2 and all(abs(a.x0 - b.x0) <= TOLERANCE for a, b in pairs)


def _runs_on(side: list[Strip]) -> bool:
    """Whether most lines go on with the sentence of the line above."""
    running = sum(
        below.words[0].text[0].islower() and not SENTENCE_END.search(above.words[-1].text)
        for above, below in pairwise(side)
    )
    return 2 * running >= len(side) - 1


def _is_parted(line: Row) -> bool:
    """Whether a line within a column of prose is set in cells; a bullet before it is none."""
    return sum(not NO_CELL.match(" ".join(w.text for w in strip.words)) for strip in line) > 1


def _is_prose(side: list[Strip]) -> bool:
    """Whether strips below each other are lines of text: several words, most of them full."""
    widths = [strip.x1 - strip.x0 for strip in side]
    return median(len(strip.words) for strip in side) >= 4 and median(widths) >= 0.75 * max(widths)
