"""Places on the pages of a PDF to pictures of them, cut in a child process and marked.

A picture is left out wherever something fails: the words stand beside it.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import json
import os
import sys
import time
import weakref
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from agreementlint.model import Box, ReadError
from agreementlint.reading.child import answered, confine, end, executed, forked, may_fork, write

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pypdfium2 as pdfium

    Pixels = npt.NDArray[np.uint8]

SCALE = 1.5
"""Pixels to a point: type of 11 points can be read, and a picture takes a few kilobytes."""

MOST_PIXELS = 6_000_000
"""Of a page; larger ones (posters) are drawn smaller."""

AROUND, MARGIN = 26.0, 6.0
"""Points of the page that are shown above and below the place, and beside what is printed."""

TALLEST = 300.0
"""Points; of a taller place the upper part is shown."""

GREYS = 7
"""Shades that are kept: enough for type, few enough for the noise of a scan to vanish."""

INK = GREYS - 2
"""Darker shades are print."""

OUTLINE = GREYS
MARKED = GREYS + 1
"""The colour of the frame, and the first of those inside it."""

FRAME, TINT = (176, 112, 0), (255, 232, 140)
QUALITY, METHOD = 50, 1
"""How hard the encoder tries: more time saves a few per cent of the bytes."""

SECONDS = 20.0
SHARE_OF_TIME = 0.8
"""When so much of its time is gone, a child begins no new page."""


class Place(NamedTuple):
    """Where something stands: page (1-based), and boxes in points from the page's top left, which
    one picture shows."""

    page: int
    boxes: tuple[Box, ...]


class Wanted(NamedTuple):
    """Places in one file, which must still have the hash it had when it was read; `data` are its
    bytes where there is no such file."""

    path: str
    sha256: str
    places: tuple[Place, ...]
    data: bytes | None = None


Crops = Mapping[Place, bytes]
"""A WebP picture of each place that could be shown."""


def crops(
    files: Sequence[Wanted], *, jobs: int | None = None, timeout: float = SECONDS
) -> Iterator[Crops]:
    """The pictures of each file, in the order of the files; at most `jobs` files (None: as many as
    there are processors) are open at a time, each in a child that has `timeout` seconds."""
    waiting = deque(files)
    begun: deque[Pending | None] = deque()
    most = jobs or os.cpu_count() or 1
    if any(wanted.places for wanted in files):
        _prepare()
    while waiting or begun:
        while waiting and len(begun) < most:
            begun.append(_begun(waiting.popleft(), timeout))
        first = begun.popleft()
        yield {} if first is None else first.result()


class Pending:
    """A file from which a child cuts pictures. Ask for its `result` once."""

    def __init__(self, child: int, answer: int, timeout: float):
        self._answer = answer
        self._timeout = timeout
        self._deadline = time.monotonic() + timeout
        self._end = weakref.finalize(self, end, child, answer)

    def result(self) -> Crops:
        """The pictures that were made until the child ended."""
        try:
            data = answered(self._answer, self._deadline, self._timeout)
        except ReadError:
            return {}
        finally:
            self._end()
        return dict(_received(data))


def _prepare() -> None:
    """Loads what children need, which takes them longer than their work, so that forks have it."""
    if may_fork():
        from PIL import Image, WebPImagePlugin  # noqa: F401

        from agreementlint.reading import dispatch, pdf  # noqa: F401


def _begun(wanted: Wanted, timeout: float) -> Pending | None:
    """None where there is nothing to cut or no child to be had."""
    if not wanted.places:
        return None
    with contextlib.suppress(OSError):
        if may_fork():
            return Pending(*forked(lambda into: _work(wanted, timeout, into)), timeout)
        asked = json.dumps((wanted[:-1], timeout)).encode() + b"\n" + (wanted.data or b"")
        module = "agreementlint.reading.crops"
        return Pending(*executed(module, lambda into: [str(into)], asked), timeout)
    return None


def _received(data: bytes) -> Iterator[tuple[Place, bytes]]:
    """The pictures on the lines that a child wrote to their end."""
    with contextlib.suppress(ValueError, TypeError):
        for line in data.splitlines():
            page, boxes, picture = json.loads(line)
            yield _place(page, boxes), base64.b64decode(picture)


def _place(page: int, boxes: Sequence[Sequence[float]]) -> Place:
    return Place(page, tuple((x0, top, x1, bottom) for x0, top, x1, bottom in boxes))


# ---------------------------------------------------------------- the child's side


def _work(wanted: Wanted, timeout: float, into: int) -> NoReturn:
    """Writes a line for each picture and ends this process, whatever happens."""
    try:
        confine(timeout)
        for place, picture in _cut(wanted, time.monotonic() + SHARE_OF_TIME * timeout):
            line = json.dumps((*place, base64.b64encode(picture).decode("ascii")))
            write(into, line.encode("ascii") + b"\n")
    finally:
        os._exit(0)


def _cut(wanted: Wanted, until: float) -> Iterator[tuple[Place, bytes]]:
    import pypdfium2 as pdfium

    from agreementlint.reading.dispatch import file_bytes
    from agreementlint.reading.pdf import opened

    data = file_bytes(wanted.path) if wanted.data is None else wanted.data
    if hashlib.sha256(data).hexdigest() != wanted.sha256:
        return
    document = opened(data)
    for number, places in groupby(sorted(set(wanted.places)), key=lambda place: place.page):
        if time.monotonic() > until:
            return
        with contextlib.suppress(pdfium.PdfiumError, ValueError, MemoryError):
            yield from _cut_from(document[number - 1], places)


def _cut_from(page: pdfium.PdfPage, places: Iterable[Place]) -> Iterator[tuple[Place, bytes]]:
    """The pictures of places on one page, which is drawn once."""
    width, height = page.get_size()
    scale = SCALE * min(1.0, (MOST_PIXELS / max(width * height * SCALE**2, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    pixels = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width]
    left, top = _corner(page)
    for place in places:
        boxes = [tuple(round(side * scale) for side in (x0 - left, y0 - top, x1 - left, y1 - top))
                 for x0, y0, x1, y1 in place.boxes]
        if (picture := _picture(pixels, boxes, scale)) is not None:
            yield place, picture


def _corner(page: pdfium.PdfPage) -> tuple[float, float]:
    """Where the upper left corner of what pdfium draws is, as boxes of words have it: a page may
    claim to show more than its paper."""
    from agreementlint.reading.pdf_words import frame_of

    left, top, _, _ = frame_of(page).box(*page.get_bbox())
    return left, top


def _picture(pixels: Pixels, boxes: Sequence[tuple[int, ...]], scale: float) -> bytes | None:
    """The lines of the page around the boxes, in pixels, with the boxes marked; None if they lie
    beside the page, or nothing is printed there."""
    import numpy as np

    height, width = pixels.shape
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    around, tallest = round(AROUND * scale), round(TALLEST * scale)
    first, end = max(min(tops), 0), min(max(bottoms), min(tops) + tallest, height)
    if first >= end or max(rights) <= 0 or min(lefts) >= width:
        return None
    above, below = max(first - around, 0), min(end + around, height)
    shades = _shades(pixels[above:below])
    head = _first_blank(shades[: first - above])
    shades = shades[head : len(shades) - _first_blank(shades[end - above :][::-1])]
    printed = np.flatnonzero((shades < INK).any(axis=0))
    if not printed.size:
        return None
    for x0, top, x1, bottom in boxes:
        _mark(shades, (x0 - 3, top - above - head - 3, x1 + 3, bottom - above - head + 3))
    margin = round(MARGIN * scale)
    left = max(min(int(printed[0]), min(lefts)) - margin, 0)
    return _webp(shades[:, left : min(max(int(printed[-1]), max(rights)) + margin, width)])


def _first_blank(shades: Pixels) -> int:
    """How many rows go before the first in which nothing is printed, so that no line of type is
    cut through; 0 where there is none such."""
    import numpy as np

    blank = np.flatnonzero((shades >= INK).all(axis=1))
    return int(blank[0]) if blank.size else 0


def _shades(pixels: Pixels) -> Pixels:
    """Few shades of grey, in which the paper is white."""
    import numpy as np

    paper = max(float(np.percentile(pixels, 90)), 128.0)
    shades: Pixels = np.rint(pixels * ((GREYS - 1) / paper)).clip(max=GREYS - 1).astype(np.uint8)
    return shades


def _mark(shades: Pixels, box: tuple[int, int, int, int]) -> None:
    """Tints what is inside the box, in pixels, and draws a frame around it."""
    import numpy as np

    height, width = shades.shape
    x0, x1 = (min(max(x, 0), width) for x in (box[0], box[2]))
    y0, y1 = (min(max(y, 0), height) for y in (box[1], box[3]))
    inside = shades[y0:y1, x0:x1]
    inside += np.where(inside < GREYS, MARKED, 0).astype(np.uint8)  # what is marked already stays
    for edge in (inside[:1], inside[-1:], inside[:, :1], inside[:, -1:]):
        edge[...] = OUTLINE


def _webp(shades: Pixels) -> bytes:
    import numpy as np
    from PIL import Image

    grey = [(round(255 * shade / (GREYS - 1)),) * 3 for shade in range(GREYS)]
    tinted = [tuple(part * tint // 255 for part, tint in zip(one, TINT, strict=True))
              for one in grey]
    colours = np.array([*grey, FRAME, *tinted], dtype=np.uint8)
    out = io.BytesIO()
    picture = Image.fromarray(colours[shades])
    picture.save(out, "WEBP", lossless=True, quality=QUALITY, method=METHOD)
    return out.getvalue()


if __name__ == "__main__":
    (_path, _sha256, _places), _timeout = json.loads(sys.stdin.buffer.readline())
    _asked = tuple(_place(page, boxes) for page, boxes in _places)
    _data = sys.stdin.buffer.read() or None
    _work(Wanted(_path, _sha256, _asked, _data), _timeout, int(sys.argv[1]))
