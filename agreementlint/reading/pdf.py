"""Bytes of a PDF to a Reading: words from pdfium, tables from pdfplumber where rulings are drawn."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from agreementlint.model import ReadError
from agreementlint.reading.compose import reading
from agreementlint.reading.layout import Line, Reading
from agreementlint.reading.messages import message
from agreementlint.reading.pdf_lines import body_type, page_lines, with_gaps
from agreementlint.reading.pdf_words import PageWord, page_words

MOST_PAGES = 300
"""How many pages are read word by word; the rest of a longer file stays unread."""

LEAST_WORDS = 1


def read_pdf(data: bytes) -> Reading:
    """The Reading of a PDF's bytes. Pages without a text layer are its unread pages; raises
    ReadError for files that are damaged, protected by a password, or have no pages."""
    document = _opened(data)
    try:
        count = len(document)
        if count == 0:
            raise ReadError("empty", message("empty", "pdf"))
        pages = [_words(document, index) for index in range(min(count, MOST_PAGES))]
    finally:
        document.close()
    body = body_type(word for page in pages for word in page)
    lines: list[Line] = []
    for index, words in enumerate(pages):
        lines.extend(page_lines(words, index + 1, body))
    unread = [index + 1 for index, words in enumerate(pages) if len(words) < LEAST_WORDS]
    unread.extend(range(len(pages) + 1, count + 1))
    return reading(with_gaps(lines, body), pages=count, unread_pages=tuple(unread))


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        document.init_forms()
    except pdfium.PdfiumError as error:
        protected = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        if protected or "assword" in str(error):
            raise ReadError("encrypted", message("encrypted", "pdf")) from error
        raise ReadError("damaged", message("damaged", "pdf")) from error
    return document


def _words(document: pdfium.PdfDocument, index: int) -> list[PageWord]:
    """The words of a page, those typed into form fields too; none where the page is damaged."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return []
    try:
        if raw.FPDFPage_GetAnnotCount(page.raw):
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        return page_words(page)
    except pdfium.PdfiumError:
        return []
    finally:
        page.close()
