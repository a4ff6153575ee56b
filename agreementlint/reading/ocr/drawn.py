"""The straight lines on a recognised page into rulings as a text PDF has them, and into the lines
to write on, which a text PDF has as words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agreementlint.reading.ocr.words import ASCENT, DESCENT, FILL, Recognised
from agreementlint.reading.pdf_tables import Drawn, Ruling
from agreementlint.reading.pdf_words import PageWord

SHORTEST, LONGEST = 50.0, 280.0
"""Points that a line to write on is long; longer ones part the page."""

UNDER = 5.0
"""A line so few points below a word underlines it."""

APART = 4.0


def drawn_on(page: Recognised) -> Drawn:
    """The page's lines in points."""
    level, upright = (
        tuple(
            Ruling(at * page.points, low * page.points, high * page.points)
            for at, low, high in lines
        )
        for lines in page.strokes
    )
    return Drawn(level, upright)


def with_fills(words: list[PageWord], drawn: Drawn, size: float) -> list[PageWord]:
    """The words, with one for each line to write on: not under a word, and no part of a table.
    `size` is that of the type, in points."""
    return words + [
        PageWord(
            FILL,
            (line.low, line.at - ASCENT * size, line.high, line.at + DESCENT * size),
            line.at,
            size,
            False,
            False,
        )
        for line in _fills(drawn)
        if not any(_is_on(word, line) for word in words)
    ]


def _fills(drawn: Drawn) -> Iterator[Ruling]:
    for line in drawn.level:
        if SHORTEST <= line.high - line.low <= LONGEST and not _is_crossed(line, drawn.upright):
            yield line


def _is_crossed(line: Ruling, upright: Sequence[Ruling]) -> bool:
    return any(
        line.low - APART <= other.at <= line.high + APART
        and other.low - APART <= line.at <= other.high + APART
        for other in upright
    )


def _is_on(word: PageWord, line: Ruling) -> bool:
    """Whether the line underlines the word, crosses it, or is the word."""
    x0, top, x1, _ = word.box
    beside = min(x1, line.high) - max(x0, line.low) > 0.3 * min(x1 - x0, line.high - line.low)
    return beside and top <= line.at <= word.baseline + UNDER
