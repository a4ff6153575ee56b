"""What the readers of all formats share: words on lines, and the Reading they become."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from agreementlint.model import Block, Box, Document, Ocr, Piece, Unread, View
from agreementlint.reading.share import ALONE, Share


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the user wants files to be read, whatever their format: `view` tells whether tracked
    changes count, `ocr` which pages are recognised; `cache` is the folder where results may be
    kept (None: nowhere), `share` what of the machine may be taken."""

    view: View = "accepted"
    ocr: Ocr = "auto"
    cache: str | None = None
    share: Share = ALONE


USUAL = Wishes()


class Word(NamedTuple):
    """A word where it stands. `x0` and `x1` are its edges in the reader's own unit (characters in
    text, points in PDF); `ends_line` is true inside a cell where the source began a new line, and
    `line` is the number of a source line that is not the first of its row."""

    text: str
    x0: float
    x1: float
    box: Box | None = None
    ends_line: bool = False
    line: int | None = None


@dataclass(frozen=True)
class Line:
    """One line of a text file, or of one column of a page, in reading order.

    `em` is the width of an average character in the unit of `Word.x0`, and `left` the left edge
    of the column. `size` is the size of the type relative to the body. `level` is that of a
    heading the format itself marks as one (0: none). `mark` is the bullet or enumerator the line
    begins with; glyphs are no longer among the words, enumerators still are. `gap` says that
    more than the usual space, or a blank line, stands before it. `cells` are those of a table row
    (`table` is then its number) or of a line set in columns. `width` is that of the column of prose
    it stands in, in characters, where it is not the document's.
    """

    words: tuple[Word, ...]
    page: int | None = None
    number: int | None = None
    em: float = 1.0
    left: float = 0.0
    size: float = 1.0
    bold: bool = False
    italic: bool = False
    level: int = 0
    mark: str = ""
    mark_x: float | None = None
    gap: bool = False
    cells: tuple[tuple[Word, ...], ...] = ()
    table: int | None = None
    width: float | None = None

    @cached_property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @property
    def indent(self) -> float:
        """Where the line begins (its mark, if it has one), in characters from the column's left."""
        start = self.words[0].x0 if self.mark_x is None else self.mark_x
        return (start - self.left) / self.em

    @property
    def right(self) -> float:
        """Where the line ends, in characters from the column's left."""
        return (self.words[-1].x1 - self.left) / self.em


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a file's bytes: all of a Document but its name and fingerprint."""

    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    pages: int | None = None
    unread_pages: tuple[int, ...] = ()
    running: tuple[str, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    ocr_confidence: float | None = None
    why_unread: Unread | None = None


def document(reading: Reading, *, path: str, data: bytes, kind: str) -> Document:
    """The Document of a reading of `data`; `kind` is its format ("pdf", "docx", "text")."""
    return Document(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        text=reading.text,
        blocks=reading.blocks,
        pieces=reading.pieces,
        pages=reading.pages,
        ocr_pages=reading.ocr_pages,
        unread_pages=reading.unread_pages,
        running=reading.running,
        ocr_confidence=reading.ocr_confidence,
        why_unread=reading.why_unread,
    )
