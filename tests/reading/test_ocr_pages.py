"""Pages recognised side by side: in their order, few at a time, in the time they have, once."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from agreementlint.cache import Store
from agreementlint.reading.ocr import pages as ocr_pages
from agreementlint.reading.ocr.pages import Picture, pictures, reader, recognised
from agreementlint.reading.ocr.slots import Slots
from agreementlint.reading.ocr.tesseract import Tesseract, Token
from agreementlint.reading.ocr.words import Recognised
from agreementlint.reading.share import Share, new_slots

TESSERACT = Tesseract("tesseract", "tesseract 5.3.0")
NOTHING = Recognised((), (1, 1), blank=True)
PROSE = "rådet skal møtes og det er for alle som har det med det og det til".split()


def written(*words: str) -> list[Token]:
    return [Token(word, (1, 1, 1), (10 + 40 * i, 10, 40 + 40 * i, 30), 90.0)
            for i, word in enumerate(words)]  # fmt: skip


def inked(shade: int = 255) -> Picture:
    pixels = np.full((200, 400), shade, dtype=np.uint8)
    pixels[50:150, 50:300:7] = 0
    return Picture(pixels, 0.36)


def test_no_more_pictures_are_held_than_are_worked_on() -> None:
    alive: set[int] = set()
    most = 0

    def made() -> Iterator[tuple[int, Picture]]:
        for index in range(1000):
            pixels = np.zeros((10, 10), dtype=np.uint8)
            alive.add(index)
            weakref.finalize(pixels, alive.discard, index)
            yield index, Picture(pixels, 1.0)
            del pixels

    def read(picture: Picture) -> Recognised:
        nonlocal most
        most = max(most, len(alive))
        return NOTHING

    assert [index for index, _ in recognised(made(), read, 3)] == list(range(1000))
    assert most <= 6


def test_pages_are_read_side_by_side() -> None:
    together = threading.Barrier(2, timeout=30)

    def read(picture: Picture) -> Recognised:
        together.wait()
        return NOTHING

    assert len(list(recognised(((i, inked()) for i in range(4)), read, 2))) == 4


def test_large_pages_are_rendered_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_pages, "MOST_PIXELS", 10_000)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    canvas.drawString(72, 72, "Rådet")
    canvas.showPage()
    canvas.save()
    with pdfium.PdfDocument(out.getvalue()) as document:
        ((_, picture),) = pictures(document, [0])
    assert picture.pixels.size <= 10_500
    assert picture.points * picture.pixels.shape[1] == pytest.approx(400, rel=0.02)


@pytest.fixture
def read_by(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Replaces Tesseract by what a test says that it reads on each call; gives the calls."""
    calls: list[float] = []

    def replaced(*answers: Any) -> list[float]:
        left = list(answers)

        def words(found: Tesseract, page: Any, seconds: float) -> list[Token]:
            calls.append(seconds)
            answer = left.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return list(answer)

        monkeypatch.setattr(ocr_pages, "words", words)
        return calls

    return replaced


def test_what_was_read_is_not_read_again(read_by: Any, tmp_path: Path) -> None:
    calls = read_by(written(*PROSE), written(*PROSE), written(*PROSE))
    first = reader(TESSERACT, Share(), Store(tmp_path, "ocr"))(inked())
    assert reader(TESSERACT, Share(), Store(tmp_path, "ocr"))(inked()) == first
    assert len(calls) == 1
    reader(TESSERACT, Share(), Store(tmp_path, "ocr"))(inked(shade=254))
    reader(Tesseract("tesseract", "6"), Share(), Store(tmp_path, "ocr"))(inked())
    assert len(calls) == 3


def test_a_page_without_ink_is_not_shown_to_tesseract(read_by: Any) -> None:
    calls = read_by()
    page = reader(TESSERACT, Share(), Store(None, "ocr"))(
        Picture(np.full((300, 200), 240, dtype=np.uint8), 0.36))
    assert page is not None and page.blank and not calls


def test_a_page_that_makes_no_sense_is_turned(read_by: Any) -> None:
    unsure = [token._replace(confidence=20.0) for token in written("jls", "ek")]
    read_by(unsure, written(*PROSE))
    page = reader(TESSERACT, Share(), Store(None, "ocr"))(inked())
    assert page is not None and page.turned == pytest.approx(180, abs=5)

    read_by(unsure, unsure, unsure, written(*PROSE))
    page = reader(TESSERACT, Share(), Store(None, "ocr"))(inked())
    assert page is not None and page.turned == pytest.approx(270, abs=5)
    assert page.size == (200, 400)

    read_by(unsure, unsure, unsure, unsure)
    page = reader(TESSERACT, Share(), Store(None, "ocr"))(inked())
    assert page is not None and page.turned == pytest.approx(0, abs=5)


def test_a_document_of_photos_is_given_up(read_by: Any) -> None:
    calls = read_by(*[[]] * 100)
    read = reader(TESSERACT, Share(), Store(None, "ocr"))
    for shade in range(200, 240):
        read(inked(shade))
    assert len(calls) == 3 * 4 + 5


def test_what_cannot_be_read_in_time_is_not_there(read_by: Any) -> None:
    late = subprocess.TimeoutExpired("tesseract", 1)
    calls = read_by(late, OSError())
    read = reader(TESSERACT, Share(seconds=10), Store(None, "ocr"))
    assert read(inked()) is None and read(inked()) is None
    assert all(seconds <= 7 for seconds in calls)


def test_signs_of_life_are_given(read_by: Any) -> None:
    read_by(written(*PROSE))
    ours, theirs = os.pipe()
    limits = resource.getrlimit(resource.RLIMIT_CPU)
    reader(TESSERACT, Share(signs=theirs), Store(None, "ocr"))(inked())
    resource.setrlimit(resource.RLIMIT_CPU, limits)  # each sign sets one, which is a child's
    os.close(theirs)
    signs = os.read(ours, 100)
    os.close(ours)
    assert signs == b"\t\n "


def test_slots_are_shared_and_given_back() -> None:
    handle = new_slots()
    assert handle is not None
    slots, held = Slots(2, handle), os.pipe()
    child = os.fork()
    if child == 0:
        with Slots(2, handle).one():
            os.write(held[1], b"x")
            threading.Event().wait()
    assert os.read(held[0], 1) == b"x"
    with slots.one():
        waited = threading.Event()
        thread = threading.Thread(target=lambda: slots.one(waited.set).__enter__())
        thread.start()
        assert waited.wait(30), "the other process and this one hold both slots"
        os.kill(child, 9)
        os.waitpid(child, 0)
        thread.join(30)
        assert not thread.is_alive(), "the slot of a process that dies is free"
    os.close(handle)
