"""Files into papers on a desk: judged side by side, held in memory, and gone after a while.

A paper is judged once in each language that somebody asks for; it is read once."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import NamedTuple

from agreementlint.model import Document, DocumentReport, Lang
from agreementlint.reading.sheets import Sheet, sheets
from agreementlint.run.task import Outcome

MOST_PAPERS = 250
MOST_HELD = 600 * 1024 * 1024
"""Bytes of all files together."""

KEPT = 2 * 60 * 60.0
"""Seconds for which a paper lies there after somebody has looked at it."""

MOST_SHEETS = 40
"""Pages of a paper that are shown."""

FEW = 3
"""Of so many files at a time the pages are drawn before somebody asks for them."""


class Full(Exception):
    """There is no room for more."""


class File(NamedTuple):
    name: str
    data: bytes


@dataclass(eq=False, slots=True)
class Paper:
    """A file and what is known of it so far. `recognised` is how many of its pages have been."""

    id: str
    name: str
    data: bytes
    looked_at: float
    document: Document | None = None
    reports: dict[Lang, DocumentReport] = field(default_factory=dict)
    asked: dict[Lang, Future[None]] = field(default_factory=dict)
    drawn: Future[Mapping[int, Sheet]] | None = None
    recognised: int = 0


Judge = Callable[[Paper, Lang, Callable[[bytes], None]], Outcome]
"""What is said of a paper in a language; the last is shown the signs of life of the child that
reads it."""


class Desk:
    """The papers of one user. It has state, for it lasts as long as the program runs; all of it
    changes under one lock, and no work is done while that is held."""

    def __init__(self, judge: Judge, workers: int, clock: Callable[[], float] = time.monotonic):
        self._judge = judge
        self._clock = clock
        self._lock = threading.Lock()
        self._papers: dict[str, Paper] = {}
        self._judging = ThreadPoolExecutor(workers, thread_name_prefix="judging")
        self._drawing = ThreadPoolExecutor(1, thread_name_prefix="drawing")

    def put(self, files: Sequence[File], lang: Lang) -> list[Paper]:
        """New papers, on which work begins. Raises Full."""
        self.papers()
        with self._lock:
            held = sum(len(paper.data) for paper in self._papers.values())
            more = sum(len(file.data) for file in files)
            if len(self._papers) + len(files) > MOST_PAPERS or held + more > MOST_HELD:
                raise Full
            now = self._clock()
            made = [Paper(secrets.token_hex(6), name, data, now) for name, data in files]
            self._papers |= {paper.id: paper for paper in made}
        for paper in made:
            self.judged(paper, lang, draw=len(made) <= FEW)
        return made

    def papers(self) -> tuple[Paper, ...]:
        """All papers; those that nobody has looked at for long are dropped first."""
        before = self._clock() - KEPT
        with self._lock:
            for id in [one.id for one in self._papers.values() if one.looked_at < before]:
                del self._papers[id]
            return tuple(self._papers.values())

    def paper(self, id: str) -> Paper | None:
        self.papers()
        with self._lock:
            found = self._papers.get(id)
            if found is not None:
                found.looked_at = self._clock()
            return found

    def remove(self, id: str) -> None:
        with self._lock:
            self._papers.pop(id, None)

    def clear(self) -> None:
        with self._lock:
            self._papers.clear()

    def judged(self, paper: Paper, lang: Lang, *, draw: bool = False) -> DocumentReport | None:
        """What is said of the paper; None as long as it is being worked out."""
        with self._lock:
            paper.looked_at = self._clock()
            if lang not in paper.asked:
                paper.asked[lang] = self._judging.submit(self._work, paper, lang, draw)
            return paper.reports.get(lang)

    def _work(self, paper: Paper, lang: Lang, draw: bool) -> None:
        def seen(signs: bytes) -> None:
            from agreementlint.reading.share import PAGE_DONE

            paper.recognised += signs.count(PAGE_DONE)

        if not self._lies_there(paper):
            return
        first = next(iter(paper.asked.values()))
        if paper.asked[lang] is not first:
            first.result()  # it reads, and once is enough
        found = self._judge(paper, lang, seen)
        paper.document = paper.document or found.document
        paper.reports[lang] = found.report
        if draw:
            self.drawn(paper)

    def _lies_there(self, paper: Paper) -> bool:
        with self._lock:
            return self._papers.get(paper.id) is paper

    def drawn(self, paper: Paper) -> Future[Mapping[int, Sheet]] | None:
        """The pictures of a PDF's pages, in time; None for what has none."""
        document = paper.document
        if document is None or document.format != "pdf":
            return None
        pages = range(1, min(document.pages or 0, MOST_SHEETS) + 1)
        with self._lock:
            if paper.drawn is None:
                paper.drawn = self._drawing.submit(sheets, paper.data, tuple(pages))
            return paper.drawn

    def close(self) -> None:
        """Forgets all, and begins nothing more."""
        self.clear()
        for pool in (self._judging, self._drawing):
            pool.shutdown(wait=False, cancel_futures=True)
