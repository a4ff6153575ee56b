"""A file's content and a Task to the report that an earlier run kept, and a report to what is kept.

A report is found again where all that it depends on is the same: the bytes, the program, its rules,
words and libraries, and how it was asked. What hung on the machine or the hour is not kept: a
document that could not be read for want of time, of leave or of Tesseract, or not all of it.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from agreementlint.cache import Fault, Session, Store
from agreementlint.model import DocumentReport, ErrorKind
from agreementlint.run import wire
from agreementlint.run.task import Outcome, Task

NAME = "reports"
LASTING: frozenset[ErrorKind] = frozenset({"encrypted", "empty", "unsupported"})
"""Errors that lie in the bytes alone."""

PROGRAM = (".py", ".yaml", ".csv")
LIBRARIES = ("numpy", "pcre2", "pdfplumber", "pypdfium2", "pystemmer", "rapidfuzz", "spacy")
"""What reading and judging rest on."""


class Kept:
    """The reports of earlier runs, for one task, and those of this one."""

    def __init__(self, session: Session, task: Task):
        self._session = session
        self._asked = (f"{task.edition} {task.as_of} {task.lang} {task.ocr} {task.view} "
                       f"{task.any_document}")

    def found(self, content: str, name: str) -> DocumentReport | None:
        """The report on a file of that content (SHA-256), whatever its name was then."""
        value: Any = self._session.get(f"{content} {self._asked}")
        try:
            report = wire.decoded(value["report"].encode("ascii"))
            if value["tesseract"] is not None and value["tesseract"] != tesseract_version():
                return None
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        if report.notice is not None and report.path != name:  # the sentence names the file
            return None
        return replace(report, path=name)

    def keep(self, done: Outcome) -> None:
        """Keeps the report, if it will be the same the next time."""
        if done.content is None or not lasts(done.report):
            return
        version = tesseract_version() if done.report.ocr_pages else None
        self._session.put(f"{done.content} {self._asked}", {
            "report": wire.encoded(done.report).decode("ascii"), "tesseract": version})

    @property
    def fault(self) -> Fault | None:
        return self._session.fault


@contextlib.contextmanager
def kept(place: Path | None, task: Task) -> Iterator[Kept]:
    """The reports kept in the folder (None: none are)."""
    with Store(place, NAME).session() as session:
        yield Kept(session, task)


def lasts(report: DocumentReport) -> bool:
    if report.error is not None:
        return report.error.kind in LASTING
    unread = report.unread_pages and report.why_unread != "off"
    return not report.crashes and not unread


@cache
def tesseract_version() -> str:
    from agreementlint.reading.ocr.tesseract import Tesseract, tesseract

    found = tesseract()
    return found.version if isinstance(found, Tesseract) else ""


def edition(packs: Iterable[Path]) -> str:
    """One word for all of the program that a report depends on: its own files, those of the rules
    and the versions of the libraries."""
    from importlib.metadata import PackageNotFoundError, version

    from agreementlint.rules import builtin

    own = Path(__file__).parents[1]
    found = hashlib.sha256()
    for folder in (own, builtin(), *packs):
        for file in sorted(file for file in folder.rglob("*") if file.suffix in PROGRAM):
            with contextlib.suppress(OSError):
                found.update(f"{file.relative_to(folder).as_posix()}\0".encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
        found.update(b"\0")
    for library in LIBRARIES:
        with contextlib.suppress(PackageNotFoundError):
            found.update(f"{library} {version(library)}\0".encode())
    return found.hexdigest()[:32]
