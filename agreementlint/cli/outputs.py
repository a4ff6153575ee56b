"""Turns the names of the files that a report shall go to into formats, and keeps agreements out of
them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable
from pathlib import Path

import click

from agreementlint.messages import listed, say
from agreementlint.model import Lang
from agreementlint.report.text import visible

NO_ENDINGS = frozenset({"terminal", "junit", "github", "gitlab"})
"""Formats that no file's name ends on."""


def format_of(path: Path, formats: Collection[str], lang: Lang) -> str:
    """The format that the name of a report ends on. Raises UsageError if it is none of them."""
    endings = [name for name in formats if name not in NO_ENDINGS]
    name = path.suffix.casefold().removeprefix(".")
    if name not in endings:
        names = listed([f".{one}" for one in endings], lang, "or")
        raise click.UsageError(say(lang, "which-format", path=visible(str(path)), endings=names))
    return name


def spared(outputs: Iterable[Path | None], files: Collection[str], lang: Lang) -> None:
    """Raises UsageError if a report would be written over a file that is to be read."""
    for output in outputs:
        if output is not None and os.path.exists(output) and any(_same(output, one)
                                                                 for one in files):
            raise click.UsageError(say(lang, "report-over-input", path=visible(str(output))))


def _same(one: Path, file: str) -> bool:
    with contextlib.suppress(OSError, ValueError):  # what is on the net, or no longer there
        return one.samefile(file)
    return False
