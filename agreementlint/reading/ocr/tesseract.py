"""The picture of a page into the words that the program Tesseract reads on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from agreementlint.reading.ocr.image import Grey

DPI = 200
"""Dots an inch at which pages are recognised: more takes longer and gives nothing."""

LANGUAGE = "nor"
SETTINGS = ("--dpi", str(DPI), "--psm", "4", "-l", LANGUAGE)
"""Page mode 4, one column of text of varying size, loses least: 0.4 % of the characters, against
0.8 % in mode 3 and 1.5 % in mode 6."""

WORD_LEVEL = "5"
ON_WINDOWS = r"C:\Program Files\Tesseract-OCR\tesseract.exe"
PROBE = 20.0
"""Seconds within which Tesseract must say what version it is."""

Missing = Literal["tesseract", "language"]
"""What is not installed: the program, or its Norwegian."""


class Token(NamedTuple):
    """A word of the picture: the line it is on, its box in pixels (left, top, right, bottom) and
    how sure Tesseract is of it, in per cent."""

    text: str
    line: tuple[int, int, int]
    box: tuple[int, int, int, int]
    confidence: float


class Tesseract(NamedTuple):
    """Where Tesseract is, and all of it that its answers depend on."""

    command: str
    version: str


class Installed(NamedTuple):
    """A Tesseract that answers: what version it says it is, which languages it has, and what it
    says of their folder."""

    command: str
    version: str
    languages: tuple[str, ...]
    listing: str


def installed() -> Installed | None:
    """The Tesseract of this machine, whatever languages it has."""
    command = shutil.which("tesseract")
    if command is None and sys.platform == "win32" and os.path.exists(ON_WINDOWS):
        command = ON_WINDOWS
    if command is None or not (version := _said(command, "--version")):
        return None
    listing, *languages = _said(command, "--list-langs") or [""]
    return Installed(command, version[0].removeprefix("tesseract "), tuple(languages), listing)


def tesseract() -> Tesseract | Missing:
    """Tesseract as it is installed here, or what is missing."""
    found = installed()
    if found is None:
        return "tesseract"
    if LANGUAGE not in found.languages:
        return "language"
    version = f"tesseract {found.version} {' '.join(SETTINGS)} {_model_size(found.listing)}"
    return Tesseract(found.command, version)


def _said(command: str, option: str) -> list[str]:
    """The lines that Tesseract prints; none if it cannot be run."""
    try:
        done = subprocess.run(
            [command, option], stdin=subprocess.DEVNULL, capture_output=True, timeout=PROBE
        )
    except (OSError, subprocess.SubprocessError):
        return []
    told = done.stdout or done.stderr  # older versions print to the other
    return [line.strip() for line in told.decode("utf-8", "replace").splitlines()]


def _model_size(listing: str) -> int:
    """The bytes of the language's model, which has no version of its own; `listing` is the first
    line above the languages, with their folder in quotes."""
    folder = listing.split('"')[1] if listing.count('"') == 2 else ""
    try:
        return Path(folder, f"{LANGUAGE}.traineddata").stat().st_size if folder else 0
    except OSError:
        return 0


def words(found: Tesseract, page: Grey, seconds: float) -> list[Token]:
    """The words on the page in Tesseract's order. Raises subprocess.SubprocessError if it fails or
    takes longer than so many seconds, OSError if it cannot be run."""
    rows, columns = page.shape
    done = subprocess.run(
        [found.command, "-", "-", *SETTINGS, "-c", "tessedit_create_tsv=1"],
        input=b"P5 %d %d 255\n" % (columns, rows) + page.tobytes(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads cost three times what they give
        check=True,
    )
    return list(_tokens(done.stdout.decode("utf-8", "replace")))


def _tokens(table: str) -> Iterator[Token]:
    for row in table.split("\n"):
        fields = row.split("\t")
        if len(fields) != 12 or fields[0] != WORD_LEVEL or not fields[11].strip():
            continue
        block, paragraph, line, _, left, top, width, height = map(int, fields[2:10])
        box = (left, top, left + width, top + height)
        yield Token(fields[11].strip(), (block, paragraph, line), box, float(fields[10]))
