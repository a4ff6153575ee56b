"""A page written in several directions to sheets, each of one direction and upright, and their
lines back to where they stand on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agreementlint.reading.layout import Line, Word
from agreementlint.reading.pdf_tables import Drawn, Ruling
from agreementlint.reading.pdf_words import PageWord, turned


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of a page that are written in one direction, and what is drawn on it, as they are
    when the page is turned by `turn` degrees against the clock."""

    turn: float
    words: list[PageWord]
    drawn: Drawn


def sheets(words: list[PageWord], drawn: Drawn) -> Iterator[Sheet]:
    """The directions of a page: first the one in which most is written, with what is drawn on the
    page, then the others as they come, what is slanted last."""
    if {word.turn for word in words} <= {0}:
        yield Sheet(0, words, drawn)
        return
    turns = Counter(word.turn for word in words)
    main = max(turns, key=lambda turn: turns[turn])
    for turn in sorted(turns, key=lambda turn: (turn != main, turn % 1 > 0)):
        written = [word for word in words if word.turn == turn]
        yield Sheet(turn, written, _turned(drawn, int(turn)) if turn == main else Drawn())


def _turned(drawn: Drawn, quarters: int) -> Drawn:
    """What is drawn, as it is when the page is turned; of pictures nothing is asked any more."""
    level: list[Ruling] = []
    upright: list[Ruling] = []
    boxes = [(r.low, r.at, r.high, r.at) for r in drawn.level]
    boxes += [(r.at, r.low, r.at, r.high) for r in drawn.upright]
    for box in boxes:
        x0, top, x1, bottom = turned(box, quarters)
        if bottom == top:
            level.append(Ruling(top, x0, x1))
        else:
            upright.append(Ruling(x0, top, bottom))
    return Drawn(tuple(level), tuple(upright), tuple(turned(dot, quarters) for dot in drawn.dots))


def back_in_place(lines: Sequence[Line], turns: Sequence[float]) -> list[Line]:
    """The lines, the boxes of their words where they stand on the page; `turns` has the turn of
    the sheet of each. A new direction is a new paragraph."""
    found: list[Line] = []
    before = 0.0
    for line, turn in zip(lines, turns, strict=True):
        if turn != before:
            line = replace(line, gap=True)
        before = turn
        found.append(_back(line, int(turn)) if turn >= 1 else line)
    return found


def _back(line: Line, quarters: int) -> Line:
    words, *cells = (tuple(_word(w, quarters) for w in part) for part in (line.words, *line.cells))
    return replace(line, words=words, cells=tuple(cells))


def _word(word: Word, quarters: int) -> Word:
    return word if word.box is None else word._replace(box=turned(word.box, -quarters))
