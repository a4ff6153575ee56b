"""Bytes of a plain or Markdown text to a Reading, with the line of every word."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from agreementlint.model import ReadError
from agreementlint.reading.bounds import MOST_CHARACTERS
from agreementlint.reading.compose import reading
from agreementlint.reading.layout import USUAL, Line, Reading, Wishes, Word
from agreementlint.reading.markdown import plain, wholly
from agreementlint.reading.marks import NO_CELL, has_leaders
from agreementlint.reading.sniff import HEAD, unmarked_utf16

LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
WORD = re.compile(r"\S+")
HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
RULER = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
RULE = re.compile(r"(?:-{3,4}|\*{3,}|={3,}|\+(?:[-=]+\+)+)$")
ROW = re.compile(r"\|.*\|$")
CONTENTS = re.compile(r"\S\t+\d{1,3}$")
TAB = 8

WIDE: dict[bytes, str] = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Encodings by their mark; that of UTF-32 begins like that of UTF-16."""

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
STRAY = re.compile(r"[\udc80-\udcff]")
"""What Python makes of a byte that is no UTF-8."""

UNUSED = b"\x81\x8d\x8f\x90\x9d"
WESTERN = "".join(
    bytes([byte]).decode("latin-1" if byte in UNUSED else "cp1252") for byte in range(256)
)
"""The characters of Windows-1252 by their bytes; where it has none, those of Latin 1."""


def read_text(data: bytes, _wishes: Wishes = USUAL) -> Reading:
    """The Reading of a text file's bytes; raises ReadError if there is no text in them."""
    text = decoded(data)
    if not text.strip():
        raise ReadError("empty", "text")
    if len(text) > 2 * MOST_CHARACTERS:  # of which much may be blank
        raise ReadError("too-large", "text")
    pages = text.rstrip("\f\n\r ").split("\f")
    paged = len(pages) > 1
    lines = list(_lines(pages, paged))
    if not lines:
        raise ReadError("empty", "text")
    return reading(lines, pages=len(pages) if paged else None)


def decoded(data: bytes) -> str:
    """The text of the bytes: UTF-16 or UTF-32 by their mark or their zeros, else UTF-8, with what
    is none of it, or everything if little is, taken for Windows-1252."""
    for mark, encoding in WIDE.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = unmarked_utf16(data[:HEAD].rstrip(b"\0"))
    if wide is not None:
        return data.decode(wide, errors="replace")
    text = data.decode("utf-8-sig", errors="surrogateescape")
    stray = len(STRAY.findall(text))
    if not stray:
        return text
    if stray * 2 > len(BEYOND_ASCII.findall(text)):
        return codecs.charmap_decode(data, "strict", WESTERN)[0]
    return STRAY.sub(lambda found: WESTERN[ord(found[0]) - 0xDC00], text)


def _lines(pages: list[str], paged: bool) -> Iterator[Line]:
    number = table = 0
    in_table = gap = False
    for index, page in enumerate(pages):
        for position, source in enumerate(LINE_BREAK.split(page)):
            number += position > 0 or index == 0
            line = _line(source, index + 1 if paged else None, number, gap, table + (not in_table))
            if line is None:
                blank = not source.strip() or RULE.match(source.strip()) is not None
                gap = gap or blank
                in_table = in_table and not blank
                continue
            if line.table is None:
                in_table = False
            elif not in_table:
                in_table, table = True, table + 1
            yield line
            gap = False


def _line(source: str, page: int | None, number: int, gap: bool, table: int) -> Line | None:
    """The line of a source line; None where it holds no words."""
    entry = CONTENTS.search(source) is not None
    raw = unicodedata.normalize("NFC", INVISIBLE.sub("", source)).expandtabs(TAB).rstrip()
    bare = raw.strip()
    if RULE.match(bare) or ("|" in bare and RULER.match(bare)):
        return None
    heading = HEADING.match(bare)
    level = len(heading[1]) if heading else 0
    if heading:
        raw = bare[heading.end() :].rstrip("# ") or bare[heading.end() :]
        gap = True
    bold, italic = wholly(raw)
    if ROW.match(bare) and bare.count("|") >= 2:
        cells = tuple(_words(plain(cell)) for cell in bare[1:-1].split("|"))
        words = tuple(word for cell in cells for word in cell)
        if not words:
            return None
        return Line(words, page, number, gap=gap, cells=cells, table=table)
    text = plain(raw)
    words = _words(text)
    if not words:
        return None
    columns = () if level or entry or has_leaders(text) else _columns(text)
    return Line(words, page, number, bold=bold, italic=italic, level=level, gap=gap, cells=columns)


def _words(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(match[0], float(match.start()), float(match.end())) for match in WORD.finditer(text)
    )


def _columns(text: str) -> tuple[tuple[Word, ...], ...]:
    """The cells of a line set in columns by gaps of three blanks and more, else nothing. A bullet
    or a clause number with a wide gap after it is no column."""
    words = _words(text)
    cells: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 >= 3:
            cells.append([])
        cells[-1].append(word)
    first = " ".join(word.text for word in cells[0])
    if len(cells) > 1 and NO_CELL.match(first):
        cells[:2] = [cells[0] + cells[1]]
    return tuple(tuple(cell) for cell in cells) if len(cells) > 1 else ()
