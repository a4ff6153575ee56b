"""Turns files into DocumentReports, in their order: children read ahead while one is judged."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from agreementlint.messages import say
from agreementlint.model import Document, DocumentReport, Lang, Problem, ReadError
from agreementlint.reading.messages import sentence
from agreementlint.timelimit import OutOfTime

ENDINGS = frozenset({
    ".pdf", ".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".pages", ".txt", ".md",
})  # fmt: skip
"""How the names of agreements end. Those that cannot be read are told, not passed over."""

STDIN = Path("-")


class Pending(Protocol):
    """A file that is being read. `result` waits for it and may raise ReadError."""

    def result(self) -> Document: ...


class Failed(NamedTuple):
    """A file whose reading could not even be started."""

    error: ReadError

    def result(self) -> Document:
        raise self.error


def files_in(path: Path) -> tuple[Path, ...]:
    """A file itself, or the documents in a folder and all below it, sorted by path; hidden files
    and the locks of word processors (~$…) are no documents. A folder that cannot be opened stands
    for itself, so that it is not passed over in silence."""
    if not path.is_dir():
        return (path,)
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for folder, folders, names in os.walk(path, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names
                  if Path(name).suffix.casefold() in ENDINGS and not name.startswith((".", "~$"))]
    return tuple(sorted(found, key=lambda file: file.parts))


def document_reports(files: Sequence[Path], start: Callable[[Path], Pending],
                     judge: Callable[[Document], DocumentReport],
                     prepare: Callable[[], None] = lambda: None, *, jobs: int, lang: Lang,
                     crashed: Callable[[Exception], None]) -> Iterator[DocumentReport]:
    """One report for every file. At most `jobs` files are being read at a time; while the first
    are, `prepare` gets ready what judging needs. What goes wrong with one file is its report's
    error; `crashed` is told of what should never happen."""
    waiting = iter(files)
    reading: deque[tuple[Path, Pending]] = deque()
    read_ahead(reading, waiting, start, jobs)
    if any(path == STDIN or path.is_file() for path, _ in reading):
        prepare()
    while reading:
        path, pending = reading.popleft()
        try:
            document = pending.result()
        except ReadError as error:
            read_ahead(reading, waiting, start, jobs)
            yield unread(path, Problem(error.kind, sentence(error, lang)))
            continue
        read_ahead(reading, waiting, start, jobs)
        try:
            yield judge(document)
        except OutOfTime:
            yield unread(path, Problem("timeout", sentence(ReadError("timeout", "file"), lang)))
        except Exception as error:  # whatever it is, the other documents are judged all the same
            crashed(error)
            reason = f"{type(error).__name__}: {error}"
            yield unread(path, Problem("crashed", say(lang, "crashed", reason=reason)))


def read_ahead(reading: deque[tuple[Path, Pending]], waiting: Iterator[Path],
               start: Callable[[Path], Pending], jobs: int) -> None:
    while len(reading) < jobs:
        path = next(waiting, None)
        if path is None:
            return
        try:
            reading.append((path, start(path)))
        except ReadError as error:
            reading.append((path, Failed(error)))


def unread(path: Path, problem: Problem) -> DocumentReport:
    return DocumentReport(path=str(path), sha256=None, format=None, error=problem)
