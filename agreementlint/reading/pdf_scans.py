"""The pages of a PDF that must be recognised into their words, and what became of each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from agreementlint.cache import Store
from agreementlint.model import Piece, Unread
from agreementlint.reading.layout import Reading, Wishes
from agreementlint.reading.pdf_columns import body_of
from agreementlint.reading.pdf_tables import Drawn
from agreementlint.reading.pdf_words import PageWord
from agreementlint.reading.share import take_all_memory

if TYPE_CHECKING:
    from agreementlint.reading.ocr.words import Recognised

NEAR = 0.2
"""By which part of the size of typed text recognised text may differ and be set like it."""

ALIKE = 75.0
"""How like a typed line the best place in recognised text must be (of 100) to be the same line."""

TYPED = 200
"""Characters of typed text that show what size a document is set in."""


@dataclass(frozen=True, slots=True)
class Scans:
    """What was recognised, by page (from 0): the pages as they were read, their words, what is
    drawn on them, and which of them could be read. `why` is the reason if nothing was tried."""

    pages: dict[int, Recognised] = field(default_factory=dict)
    words: dict[int, list[PageWord]] = field(default_factory=dict)
    drawn: dict[int, Drawn] = field(default_factory=dict)
    legible: frozenset[int] = frozenset()
    why: Unread | None = None

    def placed(self, found: Reading) -> Reading:
        """The Reading with what is to be told of recognition, and with the boxes of words where
        they stood on the pages before these were turned upright."""
        if not self.legible:
            return found
        sure = [self.pages[page].confidence for page in self.legible]
        known = [confidence for confidence in sure if confidence is not None]
        return replace(
            found,
            pieces=tuple(map(self._piece, found.pieces)),
            ocr_pages=tuple(page + 1 for page in sorted(self.legible)),
            ocr_confidence=round(sum(known) / len(known), 3) if known else None,
        )

    def _piece(self, piece: Piece) -> Piece:
        from agreementlint.reading.ocr.words import place_on_page

        page = None if piece.page is None else self.pages.get(piece.page - 1)
        if page is None or piece.box is None or not page.turned:
            return piece
        return piece._replace(box=place_on_page(piece.box, page))


def scans_of(
    document: pdfium.PdfDocument, chosen: Sequence[int], typed: Sequence[PageWord], wishes: Wishes
) -> Scans:
    """What is on the `chosen` pages. `typed` are the words of the others."""
    if not chosen:
        return Scans(why="off" if wishes.ocr == "never" else None)
    from agreementlint.reading.ocr.tesseract import Tesseract, tesseract

    found = tesseract()
    if not isinstance(found, Tesseract):
        return Scans(why=found)
    take_all_memory()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each of its threads takes memory
    from agreementlint.reading.ocr.drawn import drawn_on, with_fills
    from agreementlint.reading.ocr.pages import makes_sense, pictures, reader, recognised
    from agreementlint.reading.ocr.spacing import respaced
    from agreementlint.reading.ocr.words import body_size, page_words, sizes_in_use

    cache = Store((wishes.cache and Path(wishes.cache)) or None, "ocr")
    read = reader(found, wishes.share, cache)
    results = recognised(pictures(document, chosen), read, wishes.share.workers)
    read_pages = {index: page for index, page in results if page is not None}
    mended = respaced(read_pages.values(), (word.text for word in typed))
    pages = dict(zip(read_pages, mended, strict=True))
    sizes = sizes_in_use(pages.values(), _size(body_size(pages.values()), typed))
    drawn = {index: drawn_on(page) for index, page in pages.items()}
    return Scans(
        pages,
        {
            index: with_fills(page_words(page, sizes), drawn[index], sizes[0])
            for index, page in pages.items()
        },
        drawn,
        frozenset(index for index, page in pages.items() if page.blank or makes_sense(page)),
    )


def unfound(own: Sequence[PageWord], found: Sequence[PageWord]) -> list[PageWord]:
    """The typed lines of a page that are not among the words which were recognised on it."""
    from rapidfuzz import fuzz

    everything = " ".join(word.text for word in found).casefold()
    lines: dict[int, list[PageWord]] = {}
    for word in own:
        lines.setdefault(round(word.baseline), []).append(word)
    texts = {at: " ".join(word.text for word in line).casefold() for at, line in lines.items()}
    missing = {
        at
        for at, text in texts.items()
        if len(text) > len(everything) or fuzz.partial_ratio(text, everything) < ALIKE
    }
    return [word for word in own if round(word.baseline) in missing]


def _size(recognised: float, typed: Sequence[PageWord]) -> float:
    """The size of type that recognised text of the body is given."""
    if sum(len(word.text) for word in typed) < TYPED:
        return recognised
    size = body_of(typed).size
    return size if abs(recognised - size) <= NEAR * size else recognised
