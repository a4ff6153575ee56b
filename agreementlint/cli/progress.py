"""Shows on standard error how far a run has come: a bar on a terminal, else now and then a line."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from agreementlint.messages import say
from agreementlint.model import Lang
from agreementlint.output import tell, traced_text

if TYPE_CHECKING:
    from agreementlint.cli.options import Asked
    from agreementlint.run.many import Done

FEWEST = 4
"""Documents from which on there is something to show."""

EVERY = 10.0
"""Seconds between two lines."""


class Progress(Protocol):
    """`done` is told of each document, `seen` of the signs that children give while they recognise
    pages, from any thread."""

    def done(self, done: Done) -> None: ...

    def seen(self, signs: bytes) -> None: ...


@contextlib.contextmanager
def progress(documents: int, asked: Asked) -> Iterator[Progress]:
    if asked.quiet or documents < FEWEST or asked.verbose or asked.debug:
        yield Told(asked)
    elif sys.stderr.isatty():
        with bar(documents, asked.lang) as shown:
            yield shown
    else:
        yield Lines(documents, asked.lang)


class Told:
    """Says with -v which document is done, with --debug what went wrong with it, else nothing."""

    def __init__(self, asked: Asked):
        self._asked = asked

    def done(self, done: Done) -> None:
        if self._asked.verbose and not self._asked.quiet:
            key = "kept" if done.kept else "judged-now"
            tell(say(self._asked.lang, key, path=done.outcome.report.path))
        if self._asked.debug and done.outcome.trace:
            traced_text(done.outcome.trace)

    def seen(self, signs: bytes) -> None:
        pass


class Pages:
    """How many pages are being recognised, and how many have been."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._begun = self.done = 0

    def seen(self, signs: bytes) -> None:
        from agreementlint.reading.share import PAGE_BEGUN, PAGE_DONE

        with self._guard:
            self._begun += signs.count(PAGE_BEGUN)
            self.done += signs.count(PAGE_DONE)

    def told(self, lang: Lang) -> str:
        """"sider med OCR: 2 pågår, 31 ferdige"; nothing if there are none."""
        if not self._begun:
            return ""
        return say(lang, "recognising", now=max(self._begun - self.done, 0), done=self.done)


class Lines:
    """A line when there has been none for a while."""

    def __init__(self, documents: int, lang: Lang):
        self._documents, self._lang = documents, lang
        self._done = 0
        self._pages = Pages()
        self._told = time.monotonic()

    def done(self, done: Done) -> None:
        self._done += 1
        self._tell()

    def seen(self, signs: bytes) -> None:
        self._pages.seen(signs)
        self._tell()

    def _tell(self) -> None:
        if time.monotonic() - self._told < EVERY:
            return
        self._told = time.monotonic()
        line = say(self._lang, "so-far", done=self._done, all=self._documents)
        tell(", ".join(filter(None, (line, self._pages.told(self._lang)))))


class Bar:
    """Documents, pages that are being recognised, and the time that is left."""

    def __init__(self, shown: Any, documents: int, lang: Lang):
        self._shown, self._lang = shown, lang
        self._pages = Pages()
        self._task = shown.add_task("", total=documents, pages="")

    def done(self, done: Done) -> None:
        self._shown.update(self._task, advance=1, pages=self._pages.told(self._lang))

    def seen(self, signs: bytes) -> None:
        self._pages.seen(signs)
        self._shown.update(self._task, pages=self._pages.told(self._lang))


@contextlib.contextmanager
def bar(documents: int, lang: Lang) -> Iterator[Bar]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Shown

    columns = (TextColumn(say(lang, "documents")), BarColumn(), MofNCompleteColumn(),
               TimeRemainingColumn(), TextColumn("{task.fields[pages]}"))
    with Shown(*columns, console=Console(stderr=True), transient=True) as shown:
        yield Bar(shown, documents, lang)
