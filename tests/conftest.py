from __future__ import annotations

import os
from pathlib import Path

import pytest

from agreementlint.reading.ocr.tesseract import Tesseract, tesseract


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another has kept, or leaves anything with the user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="session")
def recognition() -> Tesseract:
    """Tesseract with Norwegian. Where the tests must all run, its absence is a failure."""
    found = tesseract()
    if isinstance(found, Tesseract):
        return found
    if os.environ.get("CI"):
        pytest.fail(f"Tesseract is not there: {found}")
    pytest.skip(f"Tesseract is not there: {found}")
