"""Time to judge an agreement of ten pages, over twice what spaCy takes for its tokens plus 150 ms.

The text is that of agreements of the corpus one after the other, up to ten pages of 350 words: as
varied as real text, and with as much to find. Reading the file is no part of it, nor is starting
the program; a text is judged once before the rounds, and each round judges it in another order of
its parts, so that nothing remembered of the text itself helps. Exit status 1 if above the bound.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from agreementlint import rules
from agreementlint.judge import judge, prepare
from agreementlint.model import Document
from agreementlint.norwegian.tokens import pipeline
from agreementlint.reading.dispatch import read_here

CORPUS = Path(__file__).parents[1] / "corpus" / "gold"
PAGES, WORDS = 10, 350
SPARE = 0.150
ROUNDS = 9


def ten_pages(turn: int) -> Document:
    """The document that begins with the corpus's text number `turn`."""
    files = sorted(CORPUS.glob("*.txt"))
    parts: list[str] = []
    for file in files[turn:] + files[:turn]:
        if sum(len(part.split()) for part in parts) >= PAGES * WORDS:
            break
        parts.append(file.read_text(encoding="utf-8"))
    return read_here("\n\n".join(parts).encode(), name="ti-sider.txt")


def seconds(work: Callable[[Document], object], document: Document) -> float:
    begin = time.process_time()
    work(document)
    return time.process_time() - begin


def main() -> int:
    prepare()
    catalogue = rules.load([rules.builtin()])

    def judged(document: Document) -> object:
        return judge(document, catalogue, dt.date(2026, 1, 1), any_document=True)

    judged(ten_pages(0))
    ratios = []
    for document in map(ten_pages, range(1, ROUNDS + 1)):
        floor = seconds(lambda ten: pipeline()(ten.text), document)
        ours = seconds(judged, document)
        ratios.append((ours / (2 * floor + SPARE), floor, ours))
    ratio, floor, ours = (median(column) for column in zip(*ratios, strict=True))
    print(f"tokens {floor * 1000:.0f} ms, judging {ours * 1000:.0f} ms, ratio {ratio:.2f}")
    return int(ratio > 1)


if __name__ == "__main__":
    sys.exit(main())
