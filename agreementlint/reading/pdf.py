"""Bytes of a PDF to a Reading, by way of pdfium's words and rulings, or of recognised ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from agreementlint.model import ReadError, Unread
from agreementlint.reading.compose import reading
from agreementlint.reading.layout import USUAL, Line, Reading, Wishes
from agreementlint.reading.page_kind import (
    TO_RECOGNISE,
    UNUSABLE,
    PageKind,
    page_kind,
    wordless_kind,
)
from agreementlint.reading.pdf_columns import body_of
from agreementlint.reading.pdf_lines import page_lines, with_dots, with_gaps
from agreementlint.reading.pdf_loose import loose_grids, may_be_loose
from agreementlint.reading.pdf_pages import page_count
from agreementlint.reading.pdf_rules import ruled_rows
from agreementlint.reading.pdf_scans import Scans, scans_of, unfound
from agreementlint.reading.pdf_shells import shell_of
from agreementlint.reading.pdf_tables import Drawn, Grid, drawn_on, grids
from agreementlint.reading.pdf_turned import back_in_place, sheets
from agreementlint.reading.pdf_words import PageWord, frame_of, page_words
from agreementlint.reading.sniff import PDF_AS_POSTSCRIPT

MOST_PAGES, MOST_SCANS = 500, 100
"""How many pages are read word by word, and how many are recognised at most; the rest of a longer
file stays unread."""


REMARKS = frozenset({
    raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE,
    raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_POPUP,
})  # fmt: skip
"""What readers put on a page: a highlight is no cell of a table."""


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page, what is drawn on it, and its kind."""

    words: list[PageWord]
    drawn: Drawn
    kind: PageKind


DAMAGED = Page([], Drawn(), "damaged")


def read_pdf(data: bytes, wishes: Wishes = USUAL) -> Reading:
    """The Reading of a PDF's bytes. Pages that are pictures are recognised, as the wishes have it;
    what cannot be is among the unread pages. Raises ReadError for files that are damaged, protected
    by a password, or have no text at all."""
    document = opened(data)
    try:
        count = page_count(document, data)
        if count == 0:
            raise ReadError("empty", "pdf")
        pages = [_page(document, data, index) for index in range(min(count, MOST_PAGES))]
        _refuse_shell(document, pages)
        chosen = [i for i, page in enumerate(pages) if _is_chosen(page.kind, wishes)][:MOST_SCANS]
        scans = scans_of(document, chosen, _typed(pages, chosen), wishes)
    finally:
        document.close()
    pages = [_with_scan(page, index, scans) for index, page in enumerate(pages)]
    unread = [i + 1 for i, page in enumerate(pages) if _is_unread(page, i, scans)]
    unread.extend(range(len(pages) + 1, count + 1))
    why = _why(pages, scans, count) if unread else None
    if not any(page.words for page in pages):
        raise _nothing(why)
    found = reading(_lines(data, pages), pages=count, unread_pages=tuple(unread))
    return replace(scans.placed(found), why_unread=why)


def _refuse_shell(document: pdfium.PdfDocument, pages: Sequence[Page]) -> None:
    """Raises ReadError for a file whose page is there to say that the text is elsewhere."""
    if any(page.kind in TO_RECOGNISE for page in pages):
        return
    shell = shell_of(document, [word.text for page in pages[:1] for word in page.words])
    if shell == "xfa":
        raise ReadError("unsupported", "xfa")
    if shell == "portfolio":
        raise ReadError("unsupported", "portfolio")


def _typed(pages: Sequence[Page], chosen: Collection[int]) -> list[PageWord]:
    """The words of the pages that are not to be recognised, where others are."""
    if not chosen:
        return []
    return [word for i, page in enumerate(pages) if i not in chosen for word in page.words]


def _is_chosen(kind: PageKind, wishes: Wishes) -> bool:
    """Whether the page is to be recognised."""
    if wishes.ocr == "always":
        return kind not in ("blank", "damaged")
    return wishes.ocr == "auto" and kind in TO_RECOGNISE


def _with_scan(page: Page, index: int, scans: Scans) -> Page:
    """The page with its recognised words where these are legible, or it has no others, and with
    those of its own that were not recognised."""
    own = [] if page.kind in UNUSABLE else page.words
    if index in scans.legible or (index in scans.words and not own):
        found = scans.words[index]
        kept = unfound(own, found) if page.kind == "stamped" or not found else []
        return Page([*kept, *found], scans.drawn[index], page.kind)
    return page if own else Page([], Drawn(), page.kind)


def _is_unread(page: Page, index: int, scans: Scans) -> bool:
    return index not in scans.legible and (page.kind == "damaged" or page.kind in TO_RECOGNISE)


def _why(pages: list[Page], scans: Scans, count: int) -> Unread:
    """The reason for most of the unread pages that a user can do something about."""
    if scans.why and any(page.kind in TO_RECOGNISE for page in pages):
        return scans.why
    return "many" if count > len(pages) or len(scans.pages) >= MOST_SCANS else "illegible"


def _nothing(why: Unread | None) -> ReadError:
    """Why a document has no words."""
    if why == "tesseract":
        return ReadError("ocr-unavailable", "tesseract")
    if why == "language":
        return ReadError("ocr-unavailable", "language")
    if why == "off":
        return ReadError("ocr-unavailable", "off")
    return ReadError("empty", "pages") if why is None else ReadError("damaged", "pages")


def _lines(data: bytes, pages: list[Page]) -> list[Line]:
    body = body_of(chain.from_iterable(page.words for page in pages))
    lines: list[Line] = []
    turns: list[float] = []
    tables = 0
    for number, page in enumerate(pages, 1):
        for sheet in sheets(page.words, page.drawn):
            words, drawn = sheet.words, sheet.drawn
            found = grids(drawn) if sheet.turn else _ruled(data, number - 1, drawn)
            found += ruled_rows(drawn.level, words, found, body)
            found.sort(key=lambda grid: grid.box[1])
            lines.extend(page_lines(with_dots(words, drawn.dots), found, number, body, tables))
            turns.extend([sheet.turn] * (len(lines) - len(turns)))
            tables += len(found)
    return back_in_place(with_gaps(lines, body), turns)


def _ruled(data: bytes, index: int, drawn: Drawn) -> list[Grid]:
    found = grids(drawn)
    return found if found or not may_be_loose(drawn) else loose_grids(data, index)


def opened(data: bytes) -> pdfium.PdfDocument:
    """The file as pdfium has it, with its forms; raises ReadError."""
    try:
        document = pdfium.PdfDocument(_with_usual_mark(data))
        document.init_forms()
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise ReadError("encrypted", "pdf") from error
        raise ReadError("damaged", "pdf") from error
    return document


def _with_usual_mark(data: bytes) -> bytes:
    """The file, an old mark at its beginning made the one that pdfium looks for."""
    old = PDF_AS_POSTSCRIPT.match(data)
    return data if old is None else b"%PDF-1.7".ljust(old.end()) + data[old.end() :]


def _page(document: pdfium.PdfDocument, data: bytes, index: int) -> Page:
    """A page as it is without recognition, with the words typed into its form fields."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return DAMAGED
    try:
        if raw.FPDFPage_GetAnnotCount(page.raw):
            _take_off_remarks(page)
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        words, frame = page_words(page), frame_of(page)
        if not words:
            return Page([], Drawn(), wordless_kind(page, data, index))
        drawn = drawn_on(page, frame)
        return Page(words, drawn, page_kind(page, words, drawn.pictures, frame))
    except pdfium.PdfiumError:
        return DAMAGED
    finally:
        page.close()


def _take_off_remarks(page: pdfium.PdfPage) -> None:
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page.raw))):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in REMARKS:
            raw.FPDFPage_RemoveAnnot(page.raw, index)
