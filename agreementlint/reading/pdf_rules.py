"""Level rulings and the words between them to grids: tables with rules under their rows only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agreementlint.model import Box
from agreementlint.reading.marks import NO_CELL
from agreementlint.reading.pdf_columns import Body, Row, columns, rows, strips
from agreementlint.reading.pdf_tables import TOUCH, Grid, Ruling, merged
from agreementlint.reading.pdf_words import PageWord

FEWEST_RULES = 3
MOST_RULES = 1000
GUTTER = 0.8
"""The least width of the blank between two columns, in units of the type's size."""

LEADING = 1.6
"""The most between two lines of a heading row, in units of the type's size."""


def ruled_rows(
    level: Sequence[Ruling], words: Sequence[PageWord], taken: Sequence[Grid], body: Body
) -> list[Grid]:
    """The tables of a page whose rows are parted by rules and whose columns by blank space alone.
    `words` are those of the page, `taken` its tables with rulings on both axes."""
    if not FEWEST_RULES <= len(level) <= MOST_RULES:
        return []
    free = [r for r in merged(level) if not any(_meets(r, grid.box) for grid in taken)]
    found = (_grid(rules, words, body) for rules in _stacks(free))
    return [grid for grid in found if grid is not None]


def _meets(rule: Ruling, box: Box) -> bool:
    inside = box[1] - TOUCH <= rule.at <= box[3] + TOUCH
    return inside and rule.low < box[2] and box[0] < rule.high


def _stacks(level: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Rules below each other that begin and end at the same places, at least three of them."""
    stacks: list[list[Ruling]] = []
    for rule in sorted(level, key=lambda rule: rule.at):
        for stack in stacks:
            if max(abs(stack[0].low - rule.low), abs(stack[0].high - rule.high)) <= TOUCH:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return (stack for stack in stacks if len(stack) >= FEWEST_RULES)


def _grid(rules: list[Ruling], words: Sequence[PageWord], body: Body) -> Grid | None:
    """The table between the rules, and above the first of them if its heading row stands there;
    None where the words between them do not stand in columns."""
    low, high = rules[0].low - TOUCH, rules[0].high + TOUCH
    among = [word for word in words if low <= word.box[0] and word.box[2] <= high]
    ys = [rule.at for rule in rules]
    inside = [word for word in among if ys[0] < _middle(word) < ys[-1]]
    xs = [low, *_gutters(inside, body), high]
    if len(xs) < 3 or _is_prose(inside, xs, body):
        return None
    top = _top_of_head(rows(strips(among, body)), xs, ys[0])
    ys = ys if top is None else [top, *ys]
    bands = [[word for word in among if a < _middle(word) < b] for a, b in pairwise(ys)]
    if sum(_columns_met(band, xs) > 1 for band in bands) < max(2, len(bands) / 2):
        return None
    cells = tuple(
        (row, column, (xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
    )
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, len(xs) - 1, cells)


def _is_prose(words: Sequence[PageWord], xs: Sequence[float], body: Body) -> bool:
    """Whether the words are columns of prose, or a list with its bullets in the first column."""
    first = (word.text for word in words if word.box[0] < xs[1])
    lists = all(NO_CELL.match(text) for text in first)
    return lists or any(column.narrow for column in columns(rows(strips(words, body))))


def _middle(word: PageWord) -> float:
    return (word.box[1] + word.box[3]) / 2


def _gutters(words: Sequence[PageWord], body: Body) -> Iterator[float]:
    """The middles of the blanks that no word reaches into."""
    reached = float("inf")
    for word in sorted(words, key=lambda word: word.box[0]):
        if word.box[0] - reached >= GUTTER * body.size:
            yield (word.box[0] + reached) / 2
        reached = word.box[2] if reached == float("inf") else max(reached, word.box[2])


def _top_of_head(lines: Sequence[Row], xs: Sequence[float], first: float) -> float | None:
    """The top of the lines right above the first rule that are set in the table's columns."""
    top, below = None, first
    for line in reversed([line for line in lines if line[0].baseline < first]):
        words = [word for strip in line for word in strip.words]
        size = line[0].size
        crossing = any(w.box[0] < x < w.box[2] for w in words for x in xs[1:-1])
        if crossing or _columns_met(words, xs) < 2 or below - line[0].baseline > LEADING * size:
            break
        below, top = line[0].baseline, min(word.box[1] for word in words) - 1
    return top


def _columns_met(words: Sequence[PageWord], xs: Sequence[float]) -> int:
    middles = [(word.box[0] + word.box[2]) / 2 for word in words]
    return sum(any(a < x < b for x in middles) for a, b in pairwise(xs))
