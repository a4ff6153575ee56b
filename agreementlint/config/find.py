"""A word of the command line into the folder it is about, and that into the files that are meant
for it."""

from __future__ import annotations

import os
from pathlib import Path

NAME, SHARED = "agreementlint.toml", "pyproject.toml"
WAIVERS = "agreementlint-waivers.toml"
SECTION = b"[tool.agreementlint"
"""What stands in a shared file that configures this program too; others are passed over."""

MOST_BYTES = 1024 * 1024


def folder_of(word: str | None) -> Path:
    """The folder in which a word begins to look: that of the file or pattern it names, else the
    current one."""
    if not word or word == "-" or word.startswith("@") or "://" in word:
        return Path.cwd()
    place = Path(os.path.abspath(word))
    return next((one for one in (place, *place.parents) if one.is_dir()), Path.cwd())


def configuration(start: Path) -> Path | None:
    """The file that configures the program for a folder: the nearest one, there or above."""
    for folder in (start, *start.parents):
        if (own := folder / NAME).is_file():
            return own
        if (shared := folder / SHARED).is_file() and has_section(shared):
            return shared
    return None


def waivers(start: Path, name: str = WAIVERS) -> Path | None:
    """The nearest file of waivers."""
    return next((file for folder in (start, *start.parents) if (file := folder / name).is_file()),
                None)


def has_section(file: Path) -> bool:
    try:
        return file.stat().st_size <= MOST_BYTES and SECTION in file.read_bytes()
    except OSError:
        return False


def language_in(file: Path) -> str | None:
    """The language that a file of settings asks for; None if it asks for none or is none."""
    import tomllib

    try:
        found = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):  # it is told of when the file is read for good
        return None
    if file.name == SHARED:
        found = found.get("tool", {}).get("agreementlint", {})
    given = found.get("lang")
    return given if isinstance(given, str) else None
