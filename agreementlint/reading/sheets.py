"""Pages of a PDF to pictures of them, drawn in a child process; one that fails is left out."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from agreementlint.model import ReadError
from agreementlint.reading.child import answered, confine, end, executed, forked, may_fork, write

if TYPE_CHECKING:
    import pypdfium2 as pdfium

SCALE = 1.6
"""Pixels to a point: a page of A4 is 950 pixels wide."""

MOST_PIXELS = 4_000_000
SECONDS = 20.0
SHARE_OF_TIME = 0.8
"""When so much of its time is gone, a child begins no new page."""

QUALITY = 70


class Sheet(NamedTuple):
    """A page as it is shown: a WebP picture of all of it, where its upper left corner is and how
    large it is, in points, as boxes of words have it."""

    picture: bytes
    left: float
    top: float
    width: float
    height: float


def sheets(data: bytes, pages: Sequence[int], *, timeout: float = SECONDS) -> Mapping[int, Sheet]:
    """The pages (1-based) that could be drawn within `timeout` seconds."""
    try:
        if may_fork():
            child, answer = forked(lambda into: _work(data, pages, timeout, into))
        else:
            asked = json.dumps([list(pages), timeout]).encode("ascii") + b"\n" + data
            module = "agreementlint.reading.sheets"
            child, answer = executed(module, lambda into: [str(into)], asked)
    except OSError:
        return {}
    try:
        found = answered(answer, time.monotonic() + timeout, timeout)
    except ReadError:
        return {}
    finally:
        end(child, answer)
    return dict(_received(found))


def _received(data: bytes) -> Iterator[tuple[int, Sheet]]:
    """The pages on the lines that a child wrote to their end."""
    with contextlib.suppress(ValueError, TypeError):
        for line in data.splitlines():
            page, picture, *shown = json.loads(line)
            yield page, Sheet(base64.b64decode(picture), *shown)


# ---------------------------------------------------------------- the child's side


def _work(data: bytes, pages: Sequence[int], timeout: float, into: int) -> NoReturn:
    """Writes a line for each page and ends this process, whatever happens."""
    try:
        confine(timeout)
        until = time.monotonic() + SHARE_OF_TIME * timeout
        for page, sheet in _drawn(data, pages, until):
            picture = base64.b64encode(sheet.picture).decode("ascii")
            write(into, json.dumps([page, picture, *sheet[1:]]).encode("ascii") + b"\n")
    finally:
        os._exit(0)


def _drawn(data: bytes, pages: Sequence[int], until: float) -> Iterator[tuple[int, Sheet]]:
    import pypdfium2 as pdfium

    from agreementlint.reading.pdf import opened

    document = opened(data)
    for number in pages:
        if time.monotonic() > until:
            return
        with contextlib.suppress(pdfium.PdfiumError, ValueError, MemoryError, IndexError):
            yield number, _sheet(document[number - 1])


def _sheet(page: pdfium.PdfPage) -> Sheet:
    """pdfium draws what is shown of a page, which is less than it claims where its paper ends."""
    from agreementlint.reading.pdf_words import frame_of

    width, height = page.get_size()
    scale = SCALE * min(1.0, (MOST_PIXELS / max(width * height * SCALE**2, 1.0)) ** 0.5)
    picture = page.render(scale=scale).to_pil().convert("RGB")
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=1)
    left, top, right, bottom = frame_of(page).box(*page.get_bbox())
    return Sheet(out.getvalue(), left, top, right - left, bottom - top)


if __name__ == "__main__":
    _pages, _timeout = json.loads(sys.stdin.buffer.readline())
    _work(sys.stdin.buffer.read(), _pages, _timeout, int(sys.argv[1]))
