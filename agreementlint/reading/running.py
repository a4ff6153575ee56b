"""Lines to lines without running headers, footers and page numbers, and these for themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from agreementlint.reading.aligned import FEWEST_ROWS, are_rows
from agreementlint.reading.layout import Line
from agreementlint.reading.marks import MONTHS

EDGE = 3
"""How many lines at the top and at the bottom of a page may be running."""

OPENS, CLOSES = r"[–—|(\[-]?\s*", r"\s*[–—|)\]-]?$"
OF = r"(?:\s*(?:av|/|of)\s*\d{1,4}|\s*\((?:av\s*)?\d{1,4}\))?"
NUMBER_WITH_WORD = re.compile(rf"{OPENS}(?:side|s\.|page):?\s*\d{{1,4}}{OF}{CLOSES}", re.I)
BARE_NUMBER = re.compile(rf"{OPENS}(\d{{1,4}}){OF}{CLOSES}")
PAGE_OF = re.compile(r"\bside\s+\d{1,4}\s+av\s+\d{1,4}\b", re.I)
DIGIT = re.compile(r"\d")
VARYING = re.compile(rf"(?:\b(?:{'|'.join(MONTHS)})\s+)?\d+")
"""What differs from page to page in a running line: numbers, and months before a year."""


def without_running(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The body's lines, and the text of every running line once. Where a running line is taken
    out between two pages, the blank space around it goes too."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    shapes = _repeated(pages)
    body: list[Line] = []
    running: dict[str, None] = {}
    for index, page in enumerate(pages):
        drop = _running_on(page, index + 1, len(pages), shapes)
        running.update(dict.fromkeys(page[i].text for i in sorted(drop)))
        body.extend(_kept(page, drop))
    return body, tuple(running)


def _kept(page: list[Line], drop: set[int]) -> list[Line]:
    kept: list[Line] = []
    gap = False
    for i, line in enumerate(page):
        if i in drop:
            gap = gap or line.gap
            continue
        kept.append(replace(line, gap=True) if gap and not line.gap else line)
        gap = False
    return kept


def _shape(line: Line) -> str:
    text = line.text.casefold()
    return VARYING.sub("#", text) if DIGIT.search(text) else text


def _repeated(pages: list[list[Line]]) -> tuple[frozenset[str], frozenset[str]]:
    """Shapes of lines that stand at the top, and at the bottom, of at least two pages and of a
    third of them."""
    least = max(2, round(len(pages) / 3))
    found = []
    for edge in (slice(0, EDGE), slice(-EDGE, None)):
        seen: Counter[str] = Counter()
        for page in pages:
            seen.update({_shape(line) for line in page[edge] if not line.level})
        found.append(frozenset(shape for shape, count in seen.items() if count >= least))
    return found[0], found[1]


def _running_on(
    page: list[Line], number: int, count: int, shapes: tuple[frozenset[str], frozenset[str]]
) -> set[int]:
    """From each edge inwards, lines are running as long as they are repeated or page numbers."""
    drop = {i for i, line in enumerate(page) if _says_page(line)}
    orders = (range(len(page)), range(len(page) - 1, -1, -1))
    for order, repeated in zip(orders, shapes, strict=True):
        for steps, i in enumerate(order):
            if i in drop:
                continue
            if steps >= EDGE or not _is_running(page[i], number, count, repeated):
                break
            inwards = [page[k] for k in order[steps : steps + FEWEST_ROWS]]
            if len(inwards) == FEWEST_ROWS and are_rows(inwards):
                break
            drop.add(i)
    return drop


def _says_page(line: Line) -> bool:
    return (
        len(line.text) <= 120
        and DIGIT.search(line.text) is not None
        and (PAGE_OF.search(line.text) is not None or NUMBER_WITH_WORD.match(line.text) is not None)
    )


def _is_running(line: Line, number: int, count: int, repeated: frozenset[str]) -> bool:
    bare = BARE_NUMBER.match(line.text)
    if bare is not None:
        value = int(bare[1])
        repeats = value < 1000 and _shape(line) in repeated
        return repeats or value == count or abs(value - number) <= 2
    return (
        count > 1
        and line.table is None
        and not line.level
        and not line.mark
        and any(char.isalpha() for char in line.text)
        and _shape(line) in repeated
    )
