"""Spans of a Document to the places a reader can look up: page, line, box, and the words there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from agreementlint.model import Box, Document, Piece, Span

_END = attrgetter("end")
_START = attrgetter("start")
_BLOCK_START = attrgetter("span.start")

LONGEST = 160
"""Characters that are shown on either side of words."""


def pieces_of(document: Document, span: Span) -> tuple[Piece, ...]:
    """The pieces that the span touches, in the order of the text."""
    first = bisect_right(document.pieces, span.start, key=_END)
    last = bisect_left(document.pieces, span.end, lo=first, key=_START)
    return document.pieces[first:last]


def page_of(document: Document, span: Span) -> int | None:
    """The page on which the span begins (1-based); None for formats without pages."""
    pieces = pieces_of(document, span)
    return pieces[0].page if pieces else None


def line_of(document: Document, span: Span) -> int | None:
    """The line of the text file on which the span begins (1-based); None for other formats."""
    pieces = pieces_of(document, span)
    return pieces[0].line if pieces else None


def box_of(document: Document, span: Span) -> Box | None:
    """The box around the span's words on the page on which it begins, in points from the top left
    to a tenth, as documents travel between processes; None where the format gives no positions."""
    pieces = pieces_of(document, span)
    boxes = [p.box for p in pieces if p.box is not None and p.page == pieces[0].page]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    x0, top, x1, bottom = min(lefts), min(tops), max(rights), max(bottoms)
    return tenths(x0), tenths(top), tenths(x1), tenths(bottom)


def tenths(edge: float) -> float:
    return round(edge * 10) / 10


def line_boxes(document: Document, span: Span) -> tuple[tuple[int, Box], ...]:
    """Page and box of each line on which the span has words, in points from the top left; empty
    where the format gives no positions."""
    lines: list[tuple[int, Box]] = []
    for piece in pieces_of(document, span):
        if piece.page is None or piece.box is None:
            continue
        if lines and lines[-1][0] == piece.page and _goes_on(lines[-1][1], piece.box):
            lines[-1] = piece.page, _around(lines[-1][1], piece.box)
        else:
            lines.append((piece.page, piece.box))
    return tuple(lines)


def _goes_on(line: Box, word: Box) -> bool:
    """Whether the word stands after the line's others, at their height."""
    shared = min(line[3], word[3]) - max(line[1], word[1])
    lower = min(line[3] - line[1], word[3] - word[1])
    return shared > lower / 2 and word[0] >= line[0]


def _around(one: Box, other: Box) -> Box:
    return (min(one[0], other[0]), min(one[1], other[1]),
            max(one[2], other[2]), max(one[3], other[3]))


def quote(document: Document, span: Span) -> str:
    """The document's own words, white space folded."""
    return " ".join(document.text[span.start : span.end].split())


def beside(document: Document, span: Span) -> tuple[str, str]:
    """What goes before the span in the block in which it begins, and what comes after it in that in
    which it ends, as `quote` has it; of a long one the part next to the span."""
    first = bisect_right(document.blocks, span.start, key=_BLOCK_START) - 1
    last = bisect_left(document.blocks, span.end, key=_BLOCK_START) - 1
    if first < 0:
        return "", ""
    start, end = document.blocks[first].span.start, document.blocks[last].span.end
    before = quote(document, Span(min(start, span.start), span.start))
    after = quote(document, Span(span.end, max(end, span.end)))
    return _shortened(before[::-1])[::-1], _shortened(after)


def _shortened(text: str) -> str:
    """The beginning of the text, to the end of a word."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
