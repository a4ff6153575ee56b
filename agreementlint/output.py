"""Turns a report into bytes on standard output or in a file, a sentence into a line of errors."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path

from agreementlint.messages import say
from agreementlint.model import Lang
from agreementlint.report.text import visible

REASONS: Mapping[int | None, str] = {
    errno.ENOENT: "no-folder", errno.ENOTDIR: "no-folder", errno.EACCES: "no-right",
    errno.EPERM: "no-right", errno.EROFS: "no-right", errno.ENOSPC: "no-room",
}


def write(report: str | bytes, path: Path | None) -> None:
    """Writes bytes, or text as UTF-8; a file appears whole or not at all. Without a path it goes
    to standard output. Raises OSError."""
    data = report.encode("utf-8") if isinstance(report, str) else report
    if path is not None:
        write_whole(path, data)
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is left of it
        if not isinstance(error, BrokenPipeError):  # else the reader (head, less) has seen enough
            raise


def write_whole(path: Path, data: bytes) -> None:
    """A device or a pipe, such as /dev/null, is written to: a file put in its place would take it
    from all who use the machine. Behind a link the file itself is replaced."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = Path(os.path.realpath(path))
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def write_new(path: Path, text: str) -> None:
    """Writes a text as UTF-8 to a file that must not be there yet. Raises OSError."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def why_unwritten(error: OSError, lang: Lang) -> str:
    key = REASONS.get(error.errno)
    return say(lang, key) if key else str(error.strerror)


def tell(sentence: str, by: str = "agreementlint: ") -> None:
    """One line on standard error."""
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.buffer.write(f"{by}{visible(sentence)}\n".encode())
        sys.stderr.buffer.flush()


def traced(error: Exception) -> None:
    traced_text("".join(traceback.format_exception(error)))


def traced_text(trace: str) -> None:
    for line in trace.splitlines():
        tell(line)
