"""What is on a PDF page, as pdfium tells it, into which kind of page it is: whether its text can
be used as it is, or must be recognised."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Literal

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from agreementlint.model import Box
from agreementlint.reading.legibility import COMMON, Legibility, legibility
from agreementlint.reading.pdf_blank import is_blank
from agreementlint.reading.pdf_objects import objects_on
from agreementlint.reading.pdf_words import Frame, PageWord

PageKind = Literal["text", "blank", "scan", "stamped", "poor", "garbled", "outlines", "damaged"]
"""A page is `text` also with a letterhead behind it, or if it is a scan with a good layer of text.
`stamped` is a scan with a few typed words on it, `poor` one with a bad layer; `garbled` is text
that is no text, `outlines` are letters that are drawn."""

TO_RECOGNISE: frozenset[PageKind] = frozenset({"scan", "stamped", "poor", "garbled", "outlines"})
UNUSABLE: frozenset[PageKind] = frozenset({"garbled"})
"""Where no word of the page's own text is worth keeping."""

PLAINLY = 0.15
"""Where such a share of a page's words are common ones, it needs no closer look."""

COVERED, NEARLY_ALL = 0.5, 0.8
"""The shares of a page that pictures cover if it is a scan, and if it is surely one."""

LITTLE, SOME, FEW_LINES = 80, 500, 5
"""A scan may have so many characters of a stamp on it, or more where they are on few lines."""

SIDE = 20
"""A page is looked at in so many parts across and down to see how much pictures cover."""

LIGHT = bytes(range(225, 256))
"""Nothing that is only so dark, at a pixel a point, is there to be read."""

BILEVEL = (b"JBIG2Decode", b"CCITTFaxDecode")
WHITE = 2000
"""So many bytes are enough for a white page in one of these."""

MOST_SIDE = 2000
PICTURES = (raw.FPDF_PAGEOBJ_IMAGE,)
INVISIBLE = 3
"""The mode of text that is there to be found and not seen (ISO 32000-2, table 104)."""


def page_kind(
    page: pdfium.PdfPage, words: Sequence[PageWord], pictures: Sequence[Box], frame: Frame
) -> PageKind:
    """The kind of a page that has words. `pictures` are the boxes of its pictures."""
    covered = _covered(pictures, frame) if pictures else 0.0
    if covered < COVERED and sum(word.text in COMMON for word in words) >= PLAINLY * len(words):
        return "text"
    found = legibility(word.text for word in words)
    if covered >= COVERED and _is_stamp(words, covered):
        return "damaged" if _has_broken_picture(page) else "stamped"
    if found.is_garbled:
        return "garbled"
    if covered >= COVERED and _is_bad_layer(page, found):
        return "poor"
    return "text"


def wordless_kind(page: pdfium.PdfPage, data: bytes, index: int) -> PageKind:
    """The kind of a page (number `index` from 0 of the PDF in `data`) that has no words."""
    if raw.FPDFPage_CountObjects(page.raw) == 0:
        return "blank" if is_blank(data, index) else "damaged"
    if not _has_ink(page):
        return "damaged" if _has_broken_picture(page) else "blank"
    return "outlines" if next(objects_on(page, PICTURES), None) is None else "scan"


def _has_broken_picture(page: pdfium.PdfPage) -> bool:
    return any(_is_broken(picture) for picture, _, _ in objects_on(page, PICTURES))


def _is_broken(picture: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a picture cannot be decoded, so that a whole page may stand there of which nothing is
    seen. Of black and white ones pdfium gives a bare bitmap then, but a bare one is small."""
    bitmap = raw.FPDFImageObj_GetBitmap(picture)
    if not bitmap:
        return True
    try:
        if not _is_bare(bitmap):
            return False
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    name = ctypes.create_string_buffer(32)
    raw.FPDFImageObj_GetImageFilter(picture, 0, name, len(name))
    size = raw.FPDFImageObj_GetImageDataRaw(picture, None, 0)
    return name.value in BILEVEL and size > WHITE


def _is_bare(bitmap: raw.FPDF_BITMAP) -> bool:
    """Whether all of a bitmap is of one shade."""
    length = raw.FPDFBitmap_GetStride(bitmap) * raw.FPDFBitmap_GetHeight(bitmap)
    seen = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), length)
    return bool(seen.count(seen[:1]) == length)


def _is_stamp(words: Sequence[PageWord], covered: float) -> bool:
    characters = sum(len(word.text) for word in words)
    if characters < LITTLE:
        return True
    lines = {round(word.baseline) for word in words}
    return covered >= NEARLY_ALL and characters < SOME and len(lines) <= FEW_LINES


def _is_bad_layer(page: pdfium.PdfPage, found: Legibility) -> bool:
    """Whether the text over, or under, a picture of the page was recognised, and badly."""
    return found.is_poor and not _is_typed(page)


def _is_typed(page: pdfium.PdfPage) -> bool:
    """Whether most of the page's text is there to be seen: visible, and not below a picture."""
    seen = hidden = 0
    for thing, kind, _ in objects_on(page, (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            seen, hidden = 0, hidden + seen  # what was painted before it is covered
        elif raw.FPDFTextObj_GetTextRenderMode(thing) == INVISIBLE:
            hidden += 1
        else:
            seen += 1
    return seen > hidden


def _covered(pictures: Sequence[Box], frame: Frame) -> float:
    """The share of the page that lies under pictures, however many they are."""
    width, height = max(frame.width, 1.0) / SIDE, max(frame.height, 1.0) / SIDE
    if frame.rotation in (90, 270):
        width, height = height, width
    parts = set[tuple[int, int]]()
    for x0, top, x1, bottom in pictures:
        columns = range(max(round(x0 / width), 0), min(round(x1 / width), SIDE))
        rows = range(max(round(top / height), 0), min(round(bottom / height), SIDE))
        parts.update((column, row) for column in columns for row in rows)
        if len(parts) == SIDE * SIDE:
            break
    return len(parts) / (SIDE * SIDE)


def _has_ink(page: pdfium.PdfPage) -> bool:
    """Whether anything dark is seen on the page."""
    width, height = page.get_size()
    bitmap = page.render(scale=min(1.0, MOST_SIDE / max(width, height, 1.0)), grayscale=True)
    try:
        seen, width, stride = bytes(bitmap.buffer), bitmap.width, bitmap.stride
        starts = range(0, bitmap.height * stride, stride)
        return any(seen[start : start + width].translate(None, LIGHT) for start in starts)
    finally:
        bitmap.close()
