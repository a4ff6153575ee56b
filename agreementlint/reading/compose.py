"""Drafts to a Reading: one canonical text, its blocks, and the place of every word."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.model import Block, Piece, Span
from agreementlint.reading.aligned import with_tables
from agreementlint.reading.headings import with_headings
from agreementlint.reading.layout import Line, Reading, Word
from agreementlint.reading.marks import HYPHENS, joined, tidy_hyphen
from agreementlint.reading.paragraphs import Draft, drafts
from agreementlint.reading.running import without_running

Placed = tuple[Word, Line]

AROUND = ".,:;!?()«»\"'“”"


def reading(
    lines: Sequence[Line], *, pages: int | None = None, unread_pages: tuple[int, ...] = ()
) -> Reading:
    """The Reading of a document's lines, which are in reading order."""
    kept, running = without_running(lines)
    body = with_tables(kept)
    text = _Text(_words_inside(body))
    for draft in with_headings(drafts(body)):
        text.add(draft)
    return Reading(
        "".join(text.parts), tuple(text.blocks), tuple(text.pieces), pages, unread_pages, running
    )


def _words_inside(lines: Sequence[Line]) -> frozenset[str]:
    """The words that no line's end has cut; none where no word ends a line with a hyphen."""
    if not any(line.words[-1].text[-1] in HYPHENS for line in lines):
        return frozenset()
    return frozenset(word.text.strip(AROUND) for line in lines for word in line.words[:-1])


class _Text:
    """The canonical text while it grows."""

    def __init__(self, known: frozenset[str]):
        self.known = known
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.pieces: list[Piece] = []

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def add(self, draft: Draft) -> None:
        if self.blocks:
            self.put("\n")
        start, first = self.length, draft.lines[0]
        cells: tuple[Span, ...] = ()
        if first.cells and draft.kind in ("row", "columns"):
            cells = self._cells(first, " | " if draft.kind == "row" else "   ")
        else:
            self._words([(word, line) for line in draft.lines for word in line.words])
        self.blocks.append(
            Block(
                draft.kind,
                Span(start, self.length),
                draft.level,
                first.page,
                cells,
                first.table,
                all(line.italic for line in draft.lines),
                all(line.bold for line in draft.lines),
            )
        )

    def _cells(self, line: Line, between: str) -> tuple[Span, ...]:
        spans = []
        for index, cell in enumerate(line.cells):
            if index:
                self.put(between)
            start = self.length
            self._words([(word, line) for word in cell])
            spans.append(Span(start, self.length))
        return tuple(spans)

    def _words(self, words: Sequence[Placed]) -> None:
        at, parts, pieces = self.length, self.parts, self.pieces
        for index, (word, line) in enumerate(words, 1):
            text, _, _, box, ends_line, number = word
            between = " "
            if index == len(words):
                between = ""
            elif ends_line or words[index][1] is not line:
                meeting = joined(text, words[index][0].text, self.known)
                text, between = meeting or (text, " ")
            if not text.isascii():
                text = tidy_hyphen(text)
            end = at + len(text)
            pieces.append(Piece(at, end, line.page, number or line.number, box))
            parts.append(text + between)
            at = end + len(between)
        self.length = at
