"""Bytes of a PDF to a Reading, by way of pdfium's words and rulings."""

from __future__ import annotations

from itertools import chain

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from agreementlint.model import ReadError
from agreementlint.reading.compose import reading
from agreementlint.reading.layout import USUAL, Line, Reading, Wishes
from agreementlint.reading.pdf_blank import is_blank
from agreementlint.reading.pdf_columns import body_of
from agreementlint.reading.pdf_lines import page_lines, with_dots, with_gaps
from agreementlint.reading.pdf_loose import loose_grids, may_be_loose
from agreementlint.reading.pdf_rules import ruled_rows
from agreementlint.reading.pdf_tables import Drawn, Grid, drawn_on, grids, pictured
from agreementlint.reading.pdf_words import PageWord, frame_of, page_words

MOST_PAGES = 300
"""How many pages are read word by word; the rest of a longer file stays unread."""

LITTLE = 80
"""A page with fewer characters may be a scan with a stamp or a few typed words on it."""

SCAN = 0.5
"""The share of such a page that an image covers if it is one."""

NOTHING = Drawn((), (), ())
Page = tuple[list[PageWord], Drawn, bool]
"""The words of a page, what is drawn on it, and whether it has more on it than was read."""


def read_pdf(data: bytes, _wishes: Wishes = USUAL) -> Reading:
    """The Reading of a PDF's bytes. Pages that are images, or damaged, are its unread pages; raises
    ReadError for files that are damaged, protected by a password, or have no text at all."""
    document = _opened(data)
    try:
        count = len(document)
        if count == 0:
            raise ReadError("empty", "pdf")
        pages = [_page(document, data, index) for index in range(min(count, MOST_PAGES))]
    finally:
        document.close()
    unread = [number for number, (_, _, lacking) in enumerate(pages, 1) if lacking]
    unread.extend(range(len(pages) + 1, count + 1))
    if not any(words for words, _, _ in pages):
        raise ReadError("ocr-unavailable" if unread else "empty", "pages")
    return reading(_lines(data, pages), pages=count, unread_pages=tuple(unread))


def _lines(data: bytes, pages: list[Page]) -> list[Line]:
    body = body_of(chain.from_iterable(words for words, _, _ in pages))
    lines: list[Line] = []
    tables = 0
    for number, (words, drawn, _) in enumerate(pages, 1):
        found = _ruled(data, number - 1, drawn)
        found += ruled_rows(drawn.level, words, found, body)
        found.sort(key=lambda grid: grid.box[1])
        lines.extend(page_lines(with_dots(words, drawn.dots), found, number, body, tables))
        tables += len(found)
    return with_gaps(lines, body)


def _ruled(data: bytes, index: int, drawn: Drawn) -> list[Grid]:
    found = grids(drawn)
    return found if found or not may_be_loose(drawn) else loose_grids(data, index)


def _is_little(words: list[PageWord]) -> bool:
    return sum(len(word.text) for word in words) < LITTLE


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        document.init_forms()
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise ReadError("encrypted", "pdf") from error
        raise ReadError("damaged", "pdf") from error
    return document


def _page(document: pdfium.PdfDocument, data: bytes, index: int) -> Page:
    """The words of a page, those typed into form fields too, and what is drawn on it; nothing
    where the page is damaged."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return [], NOTHING, True
    try:
        if raw.FPDFPage_GetAnnotCount(page.raw):
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        words, frame = page_words(page), frame_of(page)
        if words:
            unread = _is_little(words) and pictured(page, frame) >= SCAN
        else:
            unread = raw.FPDFPage_CountObjects(page.raw) > 0 or not is_blank(data, index)
        return words, drawn_on(page, frame) if words else NOTHING, unread
    except pdfium.PdfiumError:
        return [], NOTHING, True
    finally:
        page.close()
