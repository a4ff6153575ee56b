"""A path or bytes to a Document, read in a child process that may loop, swell or die alone."""

from __future__ import annotations

import json
import os
import sys
import time
import weakref
from dataclasses import asdict, replace
from typing import NoReturn

from agreementlint.model import Document, ReadError
from agreementlint.reading import wire
from agreementlint.reading.bounds import MOST_BYTES
from agreementlint.reading.child import answered, confine, end, executed, forked, may_fork, write
from agreementlint.reading.dispatch import read_here
from agreementlint.reading.layout import USUAL, Wishes
from agreementlint.reading.share import Share

Source = str | os.PathLike[str] | bytes


class Pending:
    """A document that a child process is reading. Ask for its `result` once; a Pending that is
    forgotten takes its child with it."""

    def __init__(self, child: int, answer: int, timeout: float):
        self._answer = answer
        self._timeout = timeout
        self._deadline = time.monotonic() + timeout
        self._end = weakref.finalize(self, end, child, answer)

    def result(self) -> Document:
        """The document; waits for it until the time is up. Raises ReadError."""
        try:
            data = answered(self._answer, self._deadline, self._timeout)
        finally:
            self._end()
        try:
            return wire.decoded(data)
        except (ValueError, KeyError, TypeError) as error:
            raise ReadError("crashed", "file") from error


def start(
    source: Source, *, timeout: float = 60, name: str | None = None, wishes: Wishes = USUAL
) -> Pending:
    """Begins to read a file, or bytes, in a child process; `timeout` is in seconds of wall time,
    and counts anew for each page that is recognised. `name` becomes the document's path (default:
    the path itself, "-" for bytes)."""
    if name is None:
        name = "-" if isinstance(source, bytes) else os.fspath(source)
    if may_fork():
        return Pending(*forked(lambda into: _work(source, name, timeout, wishes, into)), timeout)
    slots = wishes.share.slots
    given = "-" if isinstance(source, bytes) else os.path.abspath(source)
    asked = (str(timeout), json.dumps(asdict(wishes)), name, os.fsdecode(given))
    child, answer = executed(
        "agreementlint.reading.isolate",
        lambda into: (str(into), *asked),
        source if isinstance(source, bytes) else None,
        () if slots is None else (slots,),
    )
    return Pending(child, answer, timeout)


def read(
    source: Source, *, timeout: float = 60, name: str | None = None, wishes: Wishes = USUAL
) -> Document:
    """The Document of a file or of bytes, read in a child process; raises ReadError."""
    return start(source, timeout=timeout, name=name, wishes=wishes).result()


# ---------------------------------------------------------------- the child's side


def _work(source: Source, name: str, timeout: float, wishes: Wishes, into: int) -> NoReturn:
    """Reads, writes the answer and ends this process, whatever happens."""
    try:
        confine(timeout)
        share = replace(wishes.share, seconds=timeout, signs=into)
        write(into, _attempt(source, name, replace(wishes, share=share)))
    finally:
        os._exit(0)


def _attempt(source: Source, name: str, wishes: Wishes) -> bytes:
    try:
        return wire.encoded(read_here(source, name=name, wishes=wishes))
    except ReadError as error:
        return wire.failed(error)
    except BaseException:  # whatever a file does to a reader stays in the child
        return wire.failed(ReadError("crashed", "file"))


if __name__ == "__main__":
    _into, _timeout, _wishes, _name, _path = sys.argv[1:]
    _given: Source = sys.stdin.buffer.read(MOST_BYTES + 1) if _path == "-" else _path
    _asked = json.loads(_wishes)
    _asked["share"] = Share(**_asked["share"])
    _work(_given, _name, float(_timeout), Wishes(**_asked), int(_into))
