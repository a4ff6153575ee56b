"""The bytes of a PDF to those without our notes, or with new ones, worked out in a child process
with limits, for they may be hostile."""

from __future__ import annotations

import base64
import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, cast

from agreementlint.model import ErrorKind, ReadError
from agreementlint.pdf.notes import Note, annotated, cleaned
from agreementlint.reading.child import answered, confine, end, executed, forked, may_fork, write
from agreementlint.reading.share import take_all_memory

SECONDS = 30.0


def with_notes(data: bytes, notes: Sequence[Note], day: dt.date,
               timeout: float = SECONDS) -> bytes:
    """`notes.annotated`, in a child that has `timeout` seconds. Raises ReadError."""
    return _done(data, (notes, day.isoformat()), timeout)


def without_notes(data: bytes, timeout: float = SECONDS) -> bytes:
    """`notes.cleaned`, likewise."""
    return _done(data, None, timeout)


Asked = tuple[Sequence[Note], str] | None
"""The notes and their day (ISO 8601); None asks for a clean file."""


def _done(data: bytes, asked: Asked, timeout: float) -> bytes:
    if may_fork():
        child, answer = forked(lambda into: _work(data, asked, timeout, into))
    else:
        given = json.dumps([asked, timeout]).encode("ascii") + b"\n" + data
        child, answer = executed("agreementlint.pdf.confined", lambda into: [str(into)], given)
    try:
        found = answered(answer, time.monotonic() + timeout, timeout)
    finally:
        end(child, answer)
    try:
        error, content = json.loads(found)
    except ValueError as fault:
        raise ReadError("crashed", "file") from fault
    if error is not None:
        kind, reason = error
        raise ReadError(cast(ErrorKind, kind), reason)
    return base64.b64decode(content)


# ---------------------------------------------------------------- the child's side


def _work(data: bytes, asked: Asked, timeout: float, into: int) -> NoReturn:
    """Writes the file, or why there is none, and ends this process, whatever happens."""
    try:
        confine(timeout)
        take_all_memory()
        write(into, _attempt(lambda: _asked_for(data, asked)))
    finally:
        os._exit(0)


def _asked_for(data: bytes, asked: Asked) -> bytes:
    if asked is None:
        return cleaned(data)
    notes, day = asked
    return annotated(data, notes, dt.date.fromisoformat(day))


def _attempt(work: Callable[[], bytes]) -> bytes:
    try:
        return json.dumps([None, base64.b64encode(work()).decode("ascii")]).encode("ascii")
    except ReadError as error:
        return json.dumps([[error.kind, error.reason], ""]).encode("ascii")
    except BaseException:  # whatever a file does to a writer stays in the child
        return json.dumps([["crashed", "file"], ""]).encode("ascii")


def _note(found: Sequence[Any]) -> Note:
    name, title, text, places, on_words, severity = found
    return Note(name, title, text, tuple((page, tuple(box)) for page, box in places), on_words,
                severity)


if __name__ == "__main__":
    _asked, _timeout = json.loads(sys.stdin.buffer.readline())
    _work(sys.stdin.buffer.read(),
          None if _asked is None else ([_note(one) for one in _asked[0]], _asked[1]),
          _timeout, int(sys.argv[1]))
