"""Pages recognised in a second, over those of bare Tesseract on the same pictures of pages.

Both read the scans of one agreement with the same number of processes: bare Tesseract the pictures
from memory, one after the other; the program the PDF, which it renders, turns upright, cuts into
columns and composes. They take turns, and the median of the rounds' ratios is taken, so that it
holds on a busy machine too. With --memory N it also reads N pages with a reader that reads nothing
and prints how much the process grows. Exit status 1 if the ratio is below the bound.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium

from agreementlint.reading.layout import Wishes
from agreementlint.reading.ocr.pages import Picture, pictures, recognised
from agreementlint.reading.ocr.tesseract import Tesseract, tesseract, words
from agreementlint.reading.ocr.words import Recognised
from agreementlint.reading.pdf import read_pdf
from agreementlint.reading.share import Share
from benchmarks.bounds import Measure, told
from benchmarks.scans import scanned

SAMPLE = Path(__file__).parent.parent / "corpus/gold/a-sandnes.pdf"
BOUND = 0.85
ROUNDS = 3
SECONDS = 120.0


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def throughput(data: bytes, found: Tesseract, processes: int) -> float:
    """The pages a second of the program, over those of bare Tesseract."""
    with pdfium.PdfDocument(data) as document:
        pages = [page.pixels for _, page in pictures(document, range(len(document)))]
    wishes = Wishes(ocr="always", share=Share(workers=processes, seconds=SECONDS))
    ratios = []
    for _ in range(ROUNDS):
        with ThreadPoolExecutor(processes) as pool:
            bare = seconds(lambda: list(pool.map(lambda page: words(found, page, SECONDS), pages)))
        ours = seconds(lambda: read_pdf(data, wishes))
        count = len(pages)
        print(f"bare {count / bare:.2f} pages/s, the program {count / ours:.2f}, "
              f"ratio {bare / ours:.2f}", file=sys.stderr)
        ratios.append(bare / ours)
    return median(ratios)


def growth(data: bytes, pages: int, workers: int) -> float:
    """By how many MB the process grows from the first tenth of the pages to the last."""
    nothing = Recognised((), (1, 1), blank=True)

    def read(picture: Picture) -> Recognised:
        return nothing

    with pdfium.PdfDocument(data) as document:
        numbers = (number % len(document) for number in range(pages))
        early = 0
        for done, _ in enumerate(recognised(pictures(document, numbers), read, workers)):
            if done == pages // 10:
                early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - early) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--memory", type=int, default=0, metavar="PAGES")
    asked = parser.parse_args()
    found = tesseract()
    if not isinstance(found, Tesseract):
        print(f"not installed: {found}")
        return 1
    data = scanned(SAMPLE.read_bytes(), SAMPLE.stem)
    if asked.memory:
        grown = growth(data, asked.memory, asked.processes)
        print(f"{asked.memory} pages: {grown:.1f} MB more than after a tenth of them")
    ratio = throughput(data, found, asked.processes)
    return told([Measure("pages of a scan a second / those of bare Tesseract", ratio, BOUND,
                         least=True)])


if __name__ == "__main__":
    sys.exit(main())
