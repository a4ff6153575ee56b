"""A file to its reviewed copy, or to what the answers in it change, in a process of its own with
limits, for files may be hostile."""

from __future__ import annotations

import base64
import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, cast

from agreementlint.model import Document, DocumentReport, ErrorKind, Lang, ReadError
from agreementlint.reading import wire
from agreementlint.reading.child import answered, confine, end, executed, write
from agreementlint.reading.share import take_all_memory
from agreementlint.run import wire as reports

if TYPE_CHECKING:
    from agreementlint.review.whole import Reviewed

SECONDS = 60.0


class Asked(NamedTuple):
    """How a file of that name is reviewed: in a language, by the rules of the program and `packs`.
    `document` is what was read of it, where that is known."""

    name: str
    as_of: dt.date
    lang: Lang
    packs: Sequence[str] = ()
    any_document: bool = False
    document: Document | None = None


class Answered(NamedTuple):
    """A draft that somebody has answered in, without what an earlier review left in it, and what is
    said of it when the answers count."""

    document: Document
    report: DocumentReport


def reviewed(data: bytes, asked: Asked, timeout: float = SECONDS) -> bytes:
    """A Word file with comments, or a PDF with notes, on the words of the findings. Raises
    ReadError."""
    return base64.b64decode(_given("copy", data, asked, timeout))


def answered_in(data: bytes, asked: Asked, timeout: float = SECONDS) -> Answered:
    """What is said of a Word file with comments in it. Raises ReadError."""
    document, report = _given("answers", data, asked, timeout)
    return Answered(wire.decoded(document.encode("ascii")),
                    reports.decoded(report.encode("ascii")))


def _given(what: str, data: bytes, asked: Asked, timeout: float) -> Any:
    """What the child gives. Raises ReadError."""
    head = json.dumps([what, asked.name, asked.as_of.isoformat(), asked.lang, list(asked.packs),
                       asked.any_document, timeout]).encode("ascii")
    read = b"" if asked.document is None else wire.encoded(asked.document)
    child, answer = executed("agreementlint.web.reviewing", lambda into: [str(into)],
                             b"\n".join((head, read, data)))
    try:
        found, error = json.loads(answered(answer, time.monotonic() + timeout, timeout))
    except ValueError as fault:
        raise ReadError("crashed", "file") from fault
    finally:
        end(child, answer)
    if error is not None:
        kind, reason = error
        raise ReadError(cast(ErrorKind, kind), reason)
    return found


# ---------------------------------------------------------------- the child's side


def _copy(data: bytes, asked: Asked) -> str:
    _, found = _review(data, asked)
    if found.data is None:
        raise ReadError("unsupported", "binary")
    return base64.b64encode(found.data).decode("ascii")


def _answers(data: bytes, asked: Asked) -> list[str]:
    document, found = _review(data, asked)
    return [wire.encoded(document).decode("ascii"), reports.encoded(found.report).decode("ascii")]


GIVEN: Mapping[str, Callable[[bytes, Asked], object]] = {"copy": _copy, "answers": _answers}


def _review(data: bytes, asked: Asked) -> tuple[Document, Reviewed]:
    from agreementlint.reading.dispatch import read_here
    from agreementlint.reading.sniff import format_of
    from agreementlint.review.files import WRITTEN
    from agreementlint.review.whole import Asks, review
    from agreementlint.rules import builtin, load

    form = format_of(data)
    clean = WRITTEN[form]().cleaned(data)
    document = asked.document  # scans are not read again, and words do not move by notes
    if document is None or form != "pdf":
        document = read_here(clean, name=asked.name)
    rules = load([builtin(), *map(Path, asked.packs)])
    return document, review(clean, document, rules, (), Asks(
        asked.as_of, asked.lang, any_document=asked.any_document))


def _work(what: str, data: bytes, asked: Asked, timeout: float, into: int) -> NoReturn:
    """Writes what is asked for, or why there is none, and ends this process, whatever happens."""
    try:
        confine(timeout)
        take_all_memory()
        try:
            answer: tuple[object, object] = GIVEN[what](data, asked), None
        except ReadError as error:
            answer = None, [error.kind, error.reason]
        write(into, json.dumps(answer).encode("ascii"))
    finally:
        os._exit(0)


def main() -> None:
    what, name, as_of, lang, packs, any_document, timeout = json.loads(sys.stdin.buffer.readline())
    read = sys.stdin.buffer.readline().strip()
    data = sys.stdin.buffer.read()
    from agreementlint import judge

    judge.prepare()  # what is loaded now does not count as the file's
    asked = Asked(name, dt.date.fromisoformat(as_of), lang, packs, any_document,
                  wire.decoded(read) if read else None)
    _work(what, data, asked, timeout, int(sys.argv[1]))


if __name__ == "__main__":
    main()
