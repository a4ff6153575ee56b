"""The words that Tesseract read on a page into PageWords as a text PDF has them: with baselines,
sizes of type and bullets, rulings gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import mean, median

from agreementlint.model import Box
from agreementlint.reading.ocr.image import turned_back
from agreementlint.reading.ocr.rulings import NO_STROKES, Strokes
from agreementlint.reading.ocr.tesseract import DPI, Token
from agreementlint.reading.pdf_words import PageWord

CAPITAL, ASCENT, DESCENT = 0.72, 0.9, 0.22
"""Parts of the size of type: how high capitals are, and how far above and below the baseline the
boxes reach that a PDF gives to its characters."""

X_HEIGHT = 0.52
TALL = re.compile(r"[A-ZÆØÅbdfhkltåi0-9§]")
LOW = re.compile(r"[gjpqy,;()\[\]{}|/§Q_]")
SAME = 0.2
"""By how much of its size type may seem larger or smaller than the body's and be the same: letters
of a scan are measured to a pixel or two."""

ALIKE = 0.15
"""By how much sizes that are not the body's may differ and be one."""

FLAT = 0.3
"""A word lower than such a part of the body's capitals is a line to write on."""

NUMBER = re.compile(r"(?:\d{1,3}[.:]?|[Il|])$")

RULING = re.compile(r"[|¦\[\]{}\\/!_—–=~'.,:;°*-]+$")
UPRIGHT = re.compile(r"[|¦\[\]{}\\I!l]+$")
BULLET = re.compile(r"[*•·°º¢©®«»<>+=~¤#&%oOeEQ.,':;\"“”’‘´`^xX¥£€>-]{1,2}$")
FILL = "_____"
DASHED = re.compile(r"([–—*•-])([a-zæøå]{2}.*)$")
LEADER = re.compile(r"[.…·]{3,}\S*$")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as Tesseract read it: its tokens, the width and height of the upright picture in
    pixels, by how many degrees it was turned clockwise, how many points a pixel is, whether it
    has no ink on it, and the straight lines drawn on it."""

    tokens: tuple[Token, ...]
    size: tuple[int, int]
    turned: float = 0.0
    points: float = 72 / DPI
    blank: bool = False
    strokes: Strokes = NO_STROKES

    @property
    def confidence(self) -> float | None:
        """How sure Tesseract is of the words on the page, 0 to 1; None where there are none."""
        return mean(token.confidence for token in self.tokens) / 100 if self.tokens else None


@dataclass(frozen=True, slots=True)
class _TypeLine:
    """Words on one line: their baseline and the size of their type, in pixels from the top."""

    tokens: tuple[Token, ...]
    baseline: float
    size: float


def body_size(pages: Iterable[Recognised]) -> float:
    """The size of type, in points, in which most of the pages is set; 0 without words."""
    sizes = sorted(
        (line.size * page.points, len(token.text))
        for page in pages
        for line in _lines(page)
        for token in line.tokens
    )
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return 0.0


def sizes_in_use(pages: Iterable[Recognised], body: float) -> tuple[float, ...]:
    """The sizes of type, in points, that the pages are set in: one for those that are nearly the
    `body`'s, and one for each group of others that differ by no more than measuring does."""
    seen = sorted(line.size * page.points for page in pages for line in _lines(page))
    groups: list[list[float]] = []
    for size in seen:
        if abs(size - body) <= SAME * body:
            continue
        if groups and size <= (1 + ALIKE) * groups[-1][0] and (size < body) == (
            groups[-1][0] < body
        ):
            groups[-1].append(size)
        else:
            groups.append([size])
    return (body, *(median(group) for group in groups))


def page_words(page: Recognised, sizes: Sequence[float]) -> list[PageWord]:
    """The page's words in the order in which they were read, each of the nearest of the `sizes`,
    the first of which is the body's. Boxes are those of the upright page."""
    found: list[PageWord] = []
    for line in _lines(page):
        measured = line.size * page.points
        nearest = min(sizes, key=lambda size: abs(size - measured))
        flat = FLAT * CAPITAL * sizes[0] / page.points
        tokens = [token for token in line.tokens if not _is_stroke(token, flat, page.strokes)]
        if tokens:
            found.extend(_words(replace(line, tokens=tuple(tokens)), page.points, nearest, flat))
    return found


def place_on_page(box: Box, page: Recognised) -> Box:
    """Where a box of the upright page stood on the page as it was scanned, in points."""
    if not page.turned:
        return box
    size = page.size[0] * page.points, page.size[1] * page.points
    x0, top, x1, bottom = box
    middle = turned_back((x0 + x1) / 2, (top + bottom) / 2, size, page.turned)
    across, down = middle[0] - (x0 + x1) / 2, middle[1] - (top + bottom) / 2
    return x0 + across, top + down, x1 + across, bottom + down


# ---------------------------------------------------------------- lines


def _lines(page: Recognised) -> Iterator[_TypeLine]:
    for _, group in groupby(page.tokens, key=lambda token: token.line):
        tokens = sorted(group, key=lambda token: token.box[0])
        lettered = [token for token in tokens if any(map(str.isalnum, token.text))]
        if not lettered:
            lettered = tokens
        baseline = median(_bottom(token) for token in lettered)
        size = median(_size(token, baseline) for token in lettered)
        if size > 0:
            yield _TypeLine(tuple(tokens), baseline, size)


def _bottom(token: Token) -> float:
    """Where the word's letters stand, its descenders left out."""
    _, top, _, bottom = token.box
    if not LOW.search(token.text):
        return bottom
    above = CAPITAL if TALL.search(token.text) else X_HEIGHT
    return bottom - (bottom - top) * DESCENT / (above + DESCENT)


def _size(token: Token, baseline: float) -> float:
    """The size of type that the word's height above the baseline shows."""
    above = CAPITAL if TALL.search(token.text) else X_HEIGHT
    return max(baseline - token.box[1], 0.0) / above


# ---------------------------------------------------------------- words


def _words(line: _TypeLine, points: float, size: float, flat: float) -> Iterator[PageWord]:
    """The words of the line, set in type of such a size (points); what is less than `flat` pixels
    high is no word."""
    baseline = line.baseline * points
    for token in _mended(line, flat):
        x0, x1 = token.box[0] * points, token.box[2] * points
        box = (x0, baseline - ASCENT * size, x1, baseline + DESCENT * size)
        yield PageWord(token.text, box, baseline, size, False, False)


def _is_stroke(token: Token, flat: float, strokes: Strokes) -> bool:
    """Whether the word is a piece of a straight line, which is known already."""
    left, top, right, bottom = token.box
    return bottom - top < flat and any(
        top - flat <= at <= bottom + flat and low < right and left < high
        for at, low, high in strokes.level
    )


def _mended(line: _TypeLine, flat: float) -> list[Token]:
    """The line's words without what are rulings, and with the signs that Tesseract has no letters
    for put right: bullets, dashes, leaders, the sign for a section, and lines to write on, which
    are less than `flat` pixels high."""
    kept: list[Token] = []
    tokens = _dash_apart(line.tokens)
    for index, token in enumerate(tokens):
        text, following = token.text, tokens[index + 1 : index + 2]
        if _is_ruling(token, line):
            continue
        if _is_flat(token, flat):
            text = FILL
        elif not kept and following and _is_bullet(token, line):
            text = "•"
        elif not kept and following and text == "$":
            text = "§" if NUMBER.match(following[0].text) else "8"
        elif kept and kept[-1].text == "§" and text in ("I", "l", "|"):
            text = "1"
        kept.append(token._replace(text=LEADER.sub("....", text).replace("—", "–")))
    return _fills_joined(kept)


def _dash_apart(tokens: Sequence[Token]) -> list[Token]:
    """The words of a line; a dash stuck to the first of them is one by itself."""
    first, *others = tokens
    stuck = DASHED.match(first.text)
    if stuck is None:
        return list(tokens)
    left, top, right, bottom = first.box
    middle = left + (right - left) // len(first.text)
    dash = first._replace(text=stuck[1], box=(left, top, middle, bottom))
    return [dash, first._replace(text=stuck[2], box=(middle + 1, top, right, bottom)), *others]


def _is_flat(token: Token, flat: float) -> bool:
    """Whether the word is a line to write on: much wider than high, and lower than letters."""
    left, top, right, bottom = token.box
    return bottom - top < flat and right - left > 4 * flat


def _is_ruling(token: Token, line: _TypeLine) -> bool:
    """Whether the word is a ruling of a table or the edge of the page: a stroke that is higher than
    letters are, or that no word consists of."""
    left, top, right, bottom = token.box
    if not token.text.strip("|¦"):
        return True
    thin = bool(UPRIGHT.match(token.text)) and right - left < 0.25 * line.size
    return (thin or bool(RULING.match(token.text))) and bottom - top > 1.3 * line.size


def _is_bullet(token: Token, line: _TypeLine) -> bool:
    """Whether the first word of a line is a dot of some kind: as small as bullets are, as high as
    wide, and half way up the small letters."""
    left, top, right, bottom = token.box
    width, height = right - left, bottom - top
    above = line.baseline - bottom
    return (
        bool(BULLET.match(token.text))
        and 0.1 * line.size < height < 0.45 * line.size
        and 0.6 * height < width < 1.6 * height
        and above > 0.05 * line.size
    )


def _fills_joined(tokens: list[Token]) -> list[Token]:
    """The words; neighbours that are pieces of one line to write on made one."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else None
        if last and token.text == FILL == last.text:
            left, top, _, bottom = last.box
            found[-1] = last._replace(box=(left, top, token.box[2], bottom))
        else:
            found.append(token)
    return found
