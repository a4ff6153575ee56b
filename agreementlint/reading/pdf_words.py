"""A PDF page, open in pdfium, to its words: where they stand and how they are set."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from agreementlint.model import Box

BREAK = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line, without a line break after it."""

ABUTTING, PARTED = 0.07, 0.2
"""The shares of its size by which a word may stand off another and be the same word: always, and
after a hyphen."""

WORD = re.compile(
    r"[^\s\ufffe\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+\ufffe?"
)
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
ITALIC_FLAG = 1 << 6
BOLD_WEIGHT = 600

TEXT_OBJECT: Callable[[raw.FPDF_TEXTPAGE, int], int | None] = ctypes.CFUNCTYPE(
    ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int
)(ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0)
"""The address of the run of text in which a character stands: all that is wanted of it is whether
it is another than that of the word before, and the address alone costs half as much."""

FONT: Callable[[int], int | None] = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFTextObj_GetFont, ctypes.c_void_p).value or 0
)
"""The address of the font of a run of text."""


class PageWord(NamedTuple):
    """A word on a page: box and baseline in points from the top left, size of type in points.
    `turn` is by how many quarters its line is turned with the clock, and a half more if it is
    slanted; box and baseline are those it has when the page is turned back by the quarters."""

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    italic: bool
    turn: float = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page's own coordinates turn into points from the top left of what is shown of it."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.rotation == 90:
            return y, x
        if self.rotation == 180:
            return self.width - x, y
        if self.rotation == 270:
            return self.height - y, self.width - x
        return x, self.height - y

    def page_point(self, x: float, y: float) -> tuple[float, float]:
        """The page's own coordinates of a point: what `point` takes."""
        if self.rotation == 90:
            x, y = y, x
        elif self.rotation == 180:
            x = self.width - x
        elif self.rotation == 270:
            x, y = self.width - y, self.height - x
        else:
            y = self.height - y
        return x + self.left, y + self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def turned(box: Box, quarters: int) -> Box:
    """The box when the page is turned by so many quarters against the clock around its upper left
    corner."""
    x0, top, x1, bottom = box
    if quarters % 4 == 1:
        return top, -x1, bottom, -x0
    if quarters % 4 == 2:
        return -x1, -bottom, -x0, -top
    return (-bottom, x0, -top, x1) if quarters % 4 == 3 else box


def frame_of(page: pdfium.PdfPage) -> Frame:
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right - left, top - bottom, page.get_rotation() % 360)


def page_words(page: pdfium.PdfPage) -> list[PageWord]:
    """The words of the page in the order in which they were written into it."""
    textpage = page.get_textpage()
    try:
        text = _text(textpage.raw)
        measure = _Measure(textpage.raw, frame_of(page))
        words = list(measure.words(text))
    finally:
        textpage.close()
    return _mended(words) if measure.parted else words


def _mended(words: list[PageWord]) -> list[PageWord]:
    """The words, those put together again that pdfium parts within one line: at a hyphen, or
    between letters that were placed one by one."""
    mended: list[PageWord] = []
    x1 = baseline = float("-inf")
    for word in words:
        (x0, _, right, _), size = word.box, word.size
        gap = x0 - x1
        if -0.1 * size < gap < PARTED * size and abs(word.baseline - baseline) < 1:
            last = mended[-1]
            hyphen = last.text[-1] == BREAK and gap >= 0
            if hyphen or gap < ABUTTING * size:
                text = last.text[:-1] + "-" if hyphen else last.text
                word = last._replace(text=text + word.text, box=_around(last.box, word.box))
                mended.pop()
        mended.append(word)
        x1, baseline = right, word.baseline
    return mended


def _around(first: Box, second: Box) -> Box:
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )


def _text(textpage: raw.FPDF_TEXTPAGE) -> str:
    """One character for each of pdfium's, so that an index into the one is one into the other."""
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


class _Type(NamedTuple):
    """How a run of text is set; `rise` is from the bottom of a character's box to the baseline,
    `turn` as in PageWord."""

    size: float
    bold: bool
    italic: bool
    rise: float
    turn: float


class _Measure:
    """Boxes and type of the characters of one page. pdfium is asked about type once for each run
    of text, and the buffers that it fills are used again: asking takes most of the time."""

    def __init__(self, textpage: raw.FPDF_TEXTPAGE, frame: Frame):
        self.textpage, self.frame = textpage, frame
        self.types: dict[int | None, _Type] = {}
        self.fonts: dict[int | None, tuple[bool, bool]] = {}
        self.parted = False  # whether words have been given that stand as close as letters do

    def words(self, text: str) -> Iterator[PageWord]:
        """The words of the page's text, each with its place and type."""
        page, frame, char_box = self.textpage, self.frame, raw.FPDFText_GetLooseCharBox
        x, y, upright = frame.left, frame.bottom + frame.height, not frame.rotation
        first, last = raw.FS_RECTF(), raw.FS_RECTF()
        close, x1 = PARTED, float("-inf")
        for match in WORD.finditer(text):
            start, end = match.span()
            if not char_box(page, start, first):
                continue
            left, bottom, right, top = first.left, first.bottom, first.right, first.top
            if end > start + 1 and char_box(page, end - 1, last):
                at = last.left
                left = at if at < left else left
                at = last.bottom
                bottom = at if at < bottom else bottom
                at = last.right
                right = at if at > right else right
                at = last.top
                top = at if at > top else top
            if upright:
                box = left - x, y - top, right - x, y - bottom
            else:
                box = frame.box(left, bottom, right, top)
            run = TEXT_OBJECT(page, start)
            size, bold, italic, rise, turn = self.types.get(run) or self._type(start, run, box)
            if turn:
                box = turned(box, int(turn))
            word = match[0]
            if not word.isascii():
                word = unicodedata.normalize("NFC", word)
            if box[0] - x1 < close * size and box[0] > x1 - size:
                self.parted = True
            x1 = box[2]
            yield PageWord(word, box, box[3] - rise, size, bold, italic, turn)

    def _type(self, index: int, run: int | None, box: Box) -> _Type:
        """The type of the run in which a character stands, whose word has the box."""
        page = self.textpage
        size, matrix = raw.FPDFText_GetFontSize(page, index), raw.FS_MATRIX()
        turn = 0.0
        if raw.FPDFText_GetMatrix(page, index, matrix):
            if matrix.b or matrix.a <= 0 or size < 0 or self.frame.rotation:
                turn = self._turn(matrix, size)
            size *= math.hypot(matrix.c, matrix.d)
        font = FONT(run) if run else None
        style = self.fonts.get(font) or self._style(index)
        if font:
            self.fonts[font] = style
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        left, top = self.frame.point(x.value, y.value)
        quarters = int(turn)
        rise = turned(box, quarters)[3] - turned((left, top, left, top), quarters)[3]
        found = _Type(size, *style, rise, turn)
        if run:
            self.types[run] = found
        return found

    def _turn(self, matrix: raw.FS_MATRIX, size: float) -> float:
        """The turn of a line of text with the matrix, as the page shows it."""
        a, b = matrix.a, matrix.b
        if a * matrix.d - b * matrix.c <= 0:  # a mirror image has no direction of its own
            return 0
        angle = math.degrees(math.atan2(b, a)) + (180 if size < 0 else 0)
        return round((self.frame.rotation - angle) / 45) % 8 / 2

    def _style(self, index: int) -> tuple[bool, bool]:
        """Whether the font of a character is bold, and whether it is italic."""
        flags, buffer = ctypes.c_int(), ctypes.create_string_buffer(256)
        raw.FPDFText_GetFontInfo(self.textpage, index, buffer, 256, flags)
        name = buffer.value.decode("utf-8", errors="replace")
        weight = raw.FPDFText_GetFontWeight(self.textpage, index)
        bold = weight >= BOLD_WEIGHT or BOLD.search(name) is not None
        return bold, bool(flags.value & ITALIC_FLAG) or ITALIC.search(name) is not None
