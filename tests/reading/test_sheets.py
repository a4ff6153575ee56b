"""Pictures of whole pages: their words are where the document says, whatever the page is like."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from agreementlint.reading import isolate, sheets
from tests.reading.test_crops import CHANGES, drawn


@pytest.mark.parametrize("change", CHANGES)
def test_the_word_is_in_its_box(change: str, tmp_path: Path) -> None:
    data = drawn(tmp_path / "avtale.pdf", CHANGES[change]).read_bytes()
    box = isolate.read(data).pieces[0].box
    sheet = sheets.sheets(data, [1])[1]
    shown = np.asarray(Image.open(io.BytesIO(sheet.picture)).convert("L"))
    rows, columns = np.nonzero(shown < 128)
    scale = shown.shape[1] / sheet.width
    assert abs(shown.shape[0] / sheet.height - scale) < 0.01 * scale
    assert box is not None
    x0, top, x1, bottom = (side * scale for side in (
        box[0] - sheet.left, box[1] - sheet.top, box[2] - sheet.left, box[3] - sheet.top))
    assert x0 - 3 < columns.min() < columns.max() < x1 + 3
    assert top - 3 < rows.min() < rows.max() < bottom + 3


def test_what_cannot_be_drawn_is_left_out(tmp_path: Path) -> None:
    data = drawn(tmp_path / "avtale.pdf").read_bytes()
    assert set(sheets.sheets(data, [1, 2, 99])) == {1}
    assert sheets.sheets(b"%PDF-1.7\n", [1]) == {}


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_drawn", lambda data, pages, until: threading.Event().wait())
    monkeypatch.setattr("agreementlint.reading.child.GRACE", 0.1)
    assert sheets.sheets(b"%PDF-1.7\n", [1], timeout=0.1) == {}


def test_a_parent_with_threads_gets_them_too(tmp_path: Path) -> None:
    data = drawn(tmp_path / "avtale.pdf").read_bytes()
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert set(sheets.sheets(data, [1])) == {1}
    finally:
        done.set()
        waiting.join()
