"""Pages of a PDF into what is recognised on them: rendered one by one, read side by side.

No more pictures are held than are being worked on, whatever the length of the document.
"""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium

from agreementlint.cache import Store
from agreementlint.reading.legibility import PROSE, READABLE, legibility
from agreementlint.reading.ocr import kept
from agreementlint.reading.ocr.image import Grey, has_ink, quarter_turned, upright
from agreementlint.reading.ocr.parts import Part, parts
from agreementlint.reading.ocr.rulings import strokes
from agreementlint.reading.ocr.slots import Slots
from agreementlint.reading.ocr.tesseract import DPI, Tesseract, Token, words
from agreementlint.reading.ocr.words import Recognised
from agreementlint.reading.share import PAGE_BEGUN, PAGE_DONE, Share

MOST_PIXELS = 30_000_000
"""Of one picture; larger pages (posters) are rendered coarser."""

MOST_SECONDS = 60.0
PART = 0.7
"""Which part of the time between two signs of life one page may take."""

TURNS = (2, 1, 3)
"""Quarters by which a page on which nothing is legible is turned: upside down first."""

MOST_TURNED, MOST_TRIED = 3, 8
"""After so many pages in vain, and none on which anything was legible, pages are no longer turned,
and then no longer tried: a document of photos must not take longer than one of words."""

MOST_BLOCKS = 10_000
FEWEST_WORDS = 5
SURE = 0.5


class Picture(NamedTuple):
    """A page in grey, and how many points of the page one pixel is."""

    pixels: Grey
    points: float


Reader = Callable[[Picture], Recognised | None]
"""A page's picture to what is on it; None where it could not be read."""


def pictures(
    document: pdfium.PdfDocument, indices: Iterable[int]
) -> Iterator[tuple[int, Picture]]:
    """Each of the pages (from 0) at the resolution of recognition, but those that cannot be
    rendered."""
    for index in indices:
        with contextlib.suppress(pdfium.PdfiumError, MemoryError):
            yield index, _picture(document, index)


def _picture(document: pdfium.PdfDocument, index: int) -> Picture:
    page = document[index]
    try:
        width, height = page.get_size()
        scale = DPI / 72
        scale *= min(1.0, (MOST_PIXELS / max(width * height * scale**2, 1.0)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        rows = bitmap.to_numpy().reshape(bitmap.height, -1)
        pixels = np.array(rows[:, : bitmap.width])
        bitmap.close()
        return Picture(pixels, 1 / scale)
    finally:
        page.close()


def recognised(
    pages: Iterable[tuple[int, Picture]], read: Reader, workers: int
) -> Iterator[tuple[int, Recognised | None]]:
    """What `read` makes of each page, in their order; so many are read at a time, and the next
    picture is made only when there is room for it."""
    with ThreadPoolExecutor(workers) as pool:
        going: deque[tuple[int, Future[Recognised | None]]] = deque()
        for index, page in pages:
            going.append((index, pool.submit(read, page)))
            del page
            if len(going) > workers:
                done, future = going.popleft()
                yield done, future.result()
        while going:
            done, future = going.popleft()
            yield done, future.result()


def reader(found: Tesseract, share: Share, cache: Store) -> Reader:
    """A Reader by Tesseract: within the share, and from the cache where the same picture was read
    before with the same Tesseract."""
    slots = Slots(share.workers, share.slots)
    seconds = min(PART * share.seconds, MOST_SECONDS)
    sense: list[bool] = []

    def read(picture: Picture) -> Recognised | None:
        key = f"ocr {kept.FORM} {_fingerprint(found, picture)}"
        page = kept.page_of(cache.get(key), picture.points)
        vain = 0 if any(sense) else len(sense)
        if page is None and vain < MOST_TRIED:
            with slots.one(share.alive):
                share.alive(PAGE_BEGUN)
                turns = TURNS if vain < MOST_TURNED else ()
                page = _read(found, picture, turns, time.monotonic() + seconds)
                share.alive(PAGE_DONE)
            if page is not None and (page.blank or page.tokens):
                cache.put(key, kept.value_of(page))
        if page is None or not page.blank:
            sense.append(page is not None and makes_sense(page))
        share.alive()
        return page

    return read


def _fingerprint(found: Tesseract, picture: Picture) -> str:
    """What the words on a page depend on, as one word."""
    made = hashlib.sha256(f"{found.version} {picture.pixels.shape} ".encode())
    made.update(picture.pixels.data)
    return made.hexdigest()


def _read(
    found: Tesseract, picture: Picture, turns: Sequence[int], end: float
) -> Recognised | None:
    """What is on the page; where it makes no sense as it stands, it is turned by so many quarters.
    None where nothing could be read until the time `end`."""
    rows, columns = picture.pixels.shape
    if not has_ink(picture.pixels):
        return Recognised((), (columns, rows), points=picture.points, blank=True)
    page: Recognised | None = None
    try:
        page = _read_turned(found, picture, 0, end)
        if makes_sense(page):
            return page
        for quarters in turns:
            turned = _read_turned(found, picture, quarters, end)
            if len(turned.tokens) >= FEWEST_WORDS and makes_sense(turned):
                return turned
    except (subprocess.SubprocessError, OSError, ValueError, MemoryError):
        pass  # too long, or too much: what was read until then counts
    return page


def _read_turned(found: Tesseract, picture: Picture, quarters: int, end: float) -> Recognised:
    level = upright(quarter_turned(picture.pixels, quarters))
    tokens: list[Token] = []
    for number, part in enumerate(parts(level.pixels)):
        seconds = end - time.monotonic()
        if seconds <= 0:
            raise subprocess.TimeoutExpired(found.command, 0)
        pixels = np.ascontiguousarray(level.pixels[part.top : part.bottom, part.left : part.right])
        tokens += (_moved(token, number, part) for token in words(found, pixels, seconds))
    rows, columns = level.pixels.shape
    return Recognised(
        tuple(tokens),
        (columns, rows),
        90 * quarters + level.turned,
        picture.points,
        strokes=strokes(level.pixels),
    )


def _moved(token: Token, number: int, part: Part) -> Token:
    """A word of a part of the page (its number) as one of the whole page."""
    (block, paragraph, line), (left, top, right, bottom) = token.line, token.box
    return token._replace(
        line=(number * MOST_BLOCKS + block, paragraph, line),
        box=(left + part.left, top + part.top, right + part.left, bottom + part.top),
    )


def makes_sense(page: Recognised) -> bool:
    """Whether the words on the page are words: as many of them common as in any text, or, where
    there are too few to tell, Tesseract is sure of them. A page without words makes no sense."""
    if page.confidence is None:
        return False
    found = legibility(token.text for token in page.tokens)
    if found.is_garbled:
        return False
    return found.common >= READABLE if found.words >= PROSE else page.confidence >= SURE
