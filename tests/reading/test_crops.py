"""Pictures of places on pages: the right place whatever the page is like, and no more."""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from agreementlint.model import Document
from agreementlint.reading import crops, isolate
from agreementlint.reading.crops import FRAME, Place, Wanted


def drawn(path: Path, change: Callable[[pdfium.PdfPage], None] = lambda page: None) -> Path:
    """A page with one word, changed."""
    canvas = Canvas(str(path), pagesize=(400, 600))
    canvas.setFont("Helvetica", 20)
    canvas.drawString(120, 400, "Politirådet")
    canvas.save()
    with pdfium.PdfDocument(path.read_bytes()) as document:
        change(document[0])
        document.save(str(path))
    return path


def wanted(path: Path, *places: Place) -> Wanted:
    return Wanted(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), places)


def word(document: Document) -> Place:
    piece = document.pieces[0]
    assert piece.page is not None and piece.box is not None
    return Place(piece.page, (piece.box,))


def colours(picture: bytes) -> np.ndarray:
    image = Image.open(io.BytesIO(picture))
    assert image.format == "WEBP"
    return np.asarray(image.convert("RGB")).astype(int)


CHANGES: dict[str, Callable[[pdfium.PdfPage], None]] = {
    "as it is": lambda page: None,
    "quarter": lambda page: page.set_rotation(90),
    "half": lambda page: page.set_rotation(180),
    "three quarters": lambda page: page.set_rotation(270),
    "cropped": lambda page: page.set_cropbox(60, 200, 390, 500),
    "cropped and turned": lambda page: (page.set_cropbox(60, 200, 390, 500),
                                        page.set_rotation(90)),
    "more than the paper": lambda page: page.set_cropbox(-50, -50, 500, 700),
    "paper elsewhere": lambda page: page.set_mediabox(-30, 100, 400, 600),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_all_ink_is_inside_the_frame(change: str, tmp_path: Path) -> None:
    path = drawn(tmp_path / "avtale.pdf", CHANGES[change])
    place = word(isolate.read(path))
    (found,) = crops.crops([wanted(path, place)])
    seen = colours(found[place])
    rows, columns = np.nonzero((seen == FRAME).all(axis=2))
    ink_rows, ink_columns = np.nonzero(seen.sum(axis=2) < 200)
    assert len(rows) and len(ink_rows)
    assert rows.min() < ink_rows.min() and ink_rows.max() < rows.max()
    assert columns.min() < ink_columns.min() and ink_columns.max() < columns.max()


def test_a_file_that_has_changed_since_gives_none(tmp_path: Path) -> None:
    path = drawn(tmp_path / "avtale.pdf")
    place = word(isolate.read(path))
    asked = wanted(path, place)
    path.write_bytes(path.read_bytes() + b"\n")
    assert list(crops.crops([asked])) == [{}]


def test_what_cannot_be_shown_is_left_out(tmp_path: Path) -> None:
    path = drawn(tmp_path / "avtale.pdf")
    place = word(isolate.read(path))
    lost, beside, blank = (Place(9, place.boxes), Place(1, ((900, 900, 950, 920),)),
                           Place(1, ((10, 550, 60, 560),)))
    gone = Wanted(str(tmp_path / "nei.pdf"), "0" * 64, (place,))
    damaged = tmp_path / "skadet.pdf"
    damaged.write_bytes(b"%PDF-1.4\n%%EOF")
    files = [wanted(path, lost, place, beside, blank), gone, wanted(damaged, place), wanted(path)]
    first, *others = crops.crops(files, jobs=2)
    assert set(first) == {place}
    assert others == [{}, {}, {}]


def test_a_child_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drawn(tmp_path / "avtale.pdf")
    place = word(isolate.read(path))
    monkeypatch.setattr(crops, "_cut", lambda wanted, until: threading.Event().wait())
    monkeypatch.setattr("agreementlint.reading.child.GRACE", 0.1)
    assert list(crops.crops([wanted(path, place)], timeout=0.1)) == [{}]


def test_a_parent_with_threads_gets_them_too(tmp_path: Path) -> None:
    path = drawn(tmp_path / "avtale.pdf")
    place = word(isolate.read(path))
    alone = list(crops.crops([wanted(path, place)]))
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert list(crops.crops([wanted(path, place)])) == alone
        held = wanted(path, place)._replace(path="opplastet.pdf", data=path.read_bytes())
        assert list(crops.crops([held])) == alone
    finally:
        done.set()
        waiting.join()
