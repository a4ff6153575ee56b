"""Time to judge an agreement of ten pages, over twice what spaCy takes for its tokens plus 150 ms.

The text is that of agreements of the corpus one after the other, up to ten pages of 350 words: as
varied as real text, and with as much to find. Reading the file is no part of it, nor is starting
the program; one text is judged before the rounds, and no two rounds share an agreement, so that
nothing remembered of a text helps with the next. Exit status 1 if above the bound.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from agreementlint import rules
from agreementlint.judge import judge, prepare
from agreementlint.model import Document
from agreementlint.norwegian.tokens import pipeline
from agreementlint.reading.dispatch import read_here
from benchmarks.bounds import Measure, told

CORPUS = Path(__file__).parents[1] / "corpus"
PAGES, WORDS = 10, 350
SPARE = 0.150
BOUND = 1.0


def ten_pages() -> Iterator[Document]:
    """Documents of ten pages, of other agreements each, until there are no more."""
    parts: list[str] = []
    for file in sorted(CORPUS.rglob("*.txt")):
        parts.append(file.read_text(encoding="utf-8"))
        if sum(len(part.split()) for part in parts) >= PAGES * WORDS:
            yield read_here("\n\n".join(parts).encode(), name="ti-sider.txt")
            parts = []


def seconds(work: Callable[[Document], object], document: Document) -> float:
    begin = time.process_time()
    work(document)
    return time.process_time() - begin


def main() -> int:
    prepare()
    catalogue = rules.load([rules.builtin()])

    def judged(document: Document) -> object:
        return judge(document, catalogue, dt.date(2026, 1, 1), any_document=True)

    first, *others = ten_pages()
    judged(first)
    ratios = []
    for document in others:
        floor = seconds(lambda ten: pipeline()(ten.text), document)
        ours = seconds(judged, document)
        ratios.append((ours / (2 * floor + SPARE), floor, ours))
    ratio, floor, ours = (median(column) for column in zip(*ratios, strict=True))
    return told([Measure(f"judging ten pages ({ours * 1000:.0f} ms) / 2 × spaCy's tokens + 150 ms",
                         ratio, BOUND)])


if __name__ == "__main__":
    sys.exit(main())
