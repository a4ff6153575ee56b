"""A file to its reviewed copy, in a process of its own with limits, for files may be hostile."""

from __future__ import annotations

import base64
import datetime as dt
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from agreementlint.model import Document, ErrorKind, Lang, ReadError
from agreementlint.reading import wire
from agreementlint.reading.child import answered, confine, end, executed, write
from agreementlint.reading.share import take_all_memory

SECONDS = 60.0


class Copy(NamedTuple):
    """How the copy is made: as `document` was read of the file, and judged by the rules of the
    program and `packs`."""

    document: Document
    as_of: dt.date
    lang: Lang
    packs: Sequence[str] = ()
    any_document: bool = False


def reviewed(data: bytes, asked: Copy, timeout: float = SECONDS) -> bytes:
    """A Word file with comments, or a PDF with notes, on the words of the findings. Raises
    ReadError."""
    head = json.dumps([asked.as_of.isoformat(), asked.lang, list(asked.packs), asked.any_document,
                       timeout]).encode("ascii")
    given = b"\n".join((head, wire.encoded(asked.document), data))
    child, answer = executed("agreementlint.web.reviewing", lambda into: [str(into)], given)
    try:
        found = json.loads(answered(answer, time.monotonic() + timeout, timeout))
    except ValueError as error:
        raise ReadError("crashed", "file") from error
    finally:
        end(child, answer)
    return base64.b64decode(found) if isinstance(found, str) else _raised(found)


def _raised(found: tuple[ErrorKind, str]) -> NoReturn:
    kind, reason = found
    raise ReadError(kind, reason)


# ---------------------------------------------------------------- the child's side


def _copy(data: bytes, asked: Copy) -> bytes:
    from agreementlint.reading.dispatch import read_here
    from agreementlint.review.files import WRITTEN
    from agreementlint.review.whole import Asks, review
    from agreementlint.rules import builtin, load

    form = asked.document.format
    clean = WRITTEN[form]().cleaned(data)
    document = asked.document if form == "pdf" else read_here(clean, name=asked.document.path)
    rules = load([builtin(), *map(Path, asked.packs)])
    found = review(clean, document, rules, (), Asks(asked.as_of, asked.lang,
                                                    any_document=asked.any_document))
    if found.data is None:
        raise ReadError("unsupported", "binary")
    return found.data


def _work(data: bytes, asked: Copy, timeout: float, into: int) -> NoReturn:
    """Writes the copy, or why there is none, and ends this process, whatever happens."""
    try:
        confine(timeout)
        take_all_memory()
        try:
            answer: Any = base64.b64encode(_copy(data, asked)).decode("ascii")
        except ReadError as error:
            answer = [error.kind, error.reason]
        write(into, json.dumps(answer).encode("ascii"))
    finally:
        os._exit(0)


def main() -> None:
    as_of, lang, packs, any_document, timeout = json.loads(sys.stdin.buffer.readline())
    document = wire.decoded(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    from agreementlint import judge

    judge.prepare()  # what is loaded now does not count as the file's
    asked = Copy(document, dt.date.fromisoformat(as_of), lang, packs, any_document)
    _work(data, asked, timeout, int(sys.argv[1]))


if __name__ == "__main__":
    main()
