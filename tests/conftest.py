from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agreementlint.reading.ocr.tesseract import Tesseract, tesseract
from agreementlint.report import json as written
from tests.schemas import is_document, is_report


def validated(write: Callable[..., str], validate: Callable[[str], None]) -> Callable[..., str]:
    def writing(*given: Any) -> str:
        text = write(*given)
        validate(text)
        return text

    return writing


# Every JSON report that any test makes is held against the schema, which is why this stands before
# any other module can import the functions.
written.json_report = validated(written.json_report, is_report)
written.json_line = validated(written.json_line, is_document)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another has kept, or leaves anything with the user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The help is in bokmål, whatever the machine speaks."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def office() -> str:
    """LibreOffice. Where the tests must all run, its absence is a failure."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("LibreOffice is not there")
    return found


@pytest.fixture(scope="session")
def recognition() -> Tesseract:
    """Tesseract with Norwegian. Where the tests must all run, its absence is a failure."""
    found = tesseract()
    if isinstance(found, Tesseract):
        return found
    if os.environ.get("CI"):
        pytest.fail(f"Tesseract is not there: {found}")
    pytest.skip(f"Tesseract is not there: {found}")
