"""Turns the text of a corpus document into pages of parts: headings, paragraphs, bullets …"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

PartKind = Literal["heading", "text", "lines", "bullet", "table", "columns"]

HEADING = re.compile(r"(#{1,3}) +(?=\S)")
BULLET = re.compile(r"\s*[-•] +(?=\S)")
GAP = re.compile(r" {3,}")
PAGE_NUMBER = re.compile(r"\s*(?:side )?\d{1,3}$", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]")
INDENTED = 4  # spaces: a line further in than this is placed, not wrapped
NAMES = 50  # characters: lines that are all shorter are names and titles, not running text


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (`level`), running text on one line, text broken into `lines` by hand, a bullet, a
    table (`rows`), or one line set in columns. A column is (its place in characters, its text).
    `gap` is how many blank lines stand before it."""

    kind: PartKind
    lines: tuple[str, ...] = ()
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[tuple[int, str], ...] = ()
    gap: int = 0

    @property
    def wrapped(self) -> bool:
        """Whether the lines are running text that was broken by hand."""
        return len(self.lines) > 1 and max(map(len, filter(LETTERS.search, self.lines))) > NAMES


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page, and the running lines above and below it."""

    parts: tuple[Part, ...]
    top: Part | None = None
    bottom: Part | None = None


def pages_of(text: str) -> list[Page]:
    """The pages of a document; form feeds separate them."""
    pages = [_parts(page) for page in text.split("\f")]
    shapes = Counter(_shape(parts[0]) for parts in pages if parts)
    found = []
    for parts in pages:
        top = bottom = None
        if parts and shapes[_shape(parts[0])] > 1:
            top, *parts = parts
        if parts and parts[-1].kind == "columns" and _is_page_number(parts[-1]):
            *parts, bottom = parts
        found.append(Page(tuple(parts), top, bottom))
    return found


def width_of(text: str) -> int:
    """The widest line of a text that is broken by hand, in characters; at least 80."""
    return max([80, *(len(line) for line in text.split("\n") if GAP.search(line.strip()))])


def _shape(part: Part) -> str:
    words = part.lines or tuple(text for _, text in part.columns)
    return part.kind + re.sub(r"\d+", "#", " ".join(words))


def _is_page_number(part: Part) -> bool:
    return len(part.columns) == 1 and PAGE_NUMBER.match(part.columns[0][1]) is not None


def _parts(page: str) -> list[Part]:
    parts: list[Part] = []
    gap = 0
    for line in page.split("\n"):
        if not line.strip():
            gap += 1
            continue
        part = replace(_part(line), gap=gap)
        before = parts[-1] if parts else None
        if before is not None and gap == 0 and _goes_on(before, part):
            parts[-1] = replace(
                before,
                lines=before.lines + part.lines,
                rows=before.rows + part.rows,
                kind="lines" if before.kind == "text" else before.kind,
            )
        else:
            parts.append(part)
        gap = 0
    return parts


def _part(line: str) -> Part:
    """The part that a line is, or begins."""
    heading, bullet = HEADING.match(line), BULLET.match(line)
    if heading:
        return Part("heading", (line[heading.end() :].strip(),), level=len(heading[1]))
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        return Part("table", rows=(cells,))
    if bullet:
        return Part("bullet", (line[bullet.end() :].strip(),))
    indent = len(line) - len(line.lstrip())
    if GAP.search(line.strip()) or indent >= INDENTED:
        starts = [indent, *(match.end() for match in GAP.finditer(line) if match.start() > indent)]
        ends = [*starts[1:], len(line)]
        return Part(
            "columns",
            columns=tuple(
                (start, line[start:end].strip()) for start, end in zip(starts, ends, strict=True)
            ),
        )
    return Part("text", (line.strip(),))


def _goes_on(before: Part, part: Part) -> bool:
    if part.kind == "table":
        return before.kind == "table" and len(before.rows[0]) == len(part.rows[0])
    return part.kind == "text" and before.kind in ("text", "lines", "bullet")
