"""A path or bytes to a Document, in this process: guard, sniff, hand to the format's reader."""

from __future__ import annotations

import importlib
import os
import stat
from collections.abc import Callable

from agreementlint.model import Document, ReadError
from agreementlint.reading.bounds import MOST_BYTES, MOST_CHARACTERS
from agreementlint.reading.layout import USUAL, Reading, Wishes, document
from agreementlint.reading.sniff import format_of

READERS: dict[str, tuple[str, str]] = {
    "pdf": ("agreementlint.reading.pdf", "read_pdf"),
    "docx": ("agreementlint.reading.docx", "read_docx"),
    "odt": ("agreementlint.reading.odt", "read_odt"),
    "text": ("agreementlint.reading.text", "read_text"),
}
"""Module and function by format; a module is imported when a file of its format is read."""


def read_here(
    source: str | os.PathLike[str] | bytes, *, name: str, wishes: Wishes = USUAL
) -> Document:
    """The Document of a file or of bytes, read in this process; `name` becomes its path."""
    data = source if isinstance(source, bytes) else file_bytes(source)
    if len(data) > MOST_BYTES:
        raise ReadError("too-large", "file")
    kind = format_of(data)
    module, function = READERS[kind]
    reader: Callable[[bytes, Wishes], Reading] = getattr(importlib.import_module(module), function)
    reading = reader(data, wishes)
    if len(reading.text) > MOST_CHARACTERS:
        raise ReadError("too-large", "text")
    return document(reading, path=name, data=data, kind=kind)


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a regular file; raises ReadError for all else, without ever waiting on it."""
    try:
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except OSError as error:
        raise _unopened(error, path) from error
    except ValueError as error:  # a NUL in the path
        raise ReadError("not-found", "file") from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise ReadError("unsupported", "folder" if stat.S_ISDIR(status.st_mode) else "special")
    with os.fdopen(handle, "rb") as file:
        if status.st_size > MOST_BYTES:
            raise ReadError("too-large", "file")
        try:
            return file.read(MOST_BYTES + 1)
        except OSError as error:  # what only looks like a file, or lies on a broken disk
            raise ReadError("permission", "open") from error


def _unopened(error: OSError, path: str | os.PathLike[str]) -> ReadError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ReadError("not-found", "file")
    if os.path.isdir(path):
        return ReadError("unsupported", "folder")
    if os.path.exists(path) and not os.path.isfile(path):
        return ReadError("unsupported", "special")
    return ReadError("permission", "file" if isinstance(error, PermissionError) else "open")
