"""Turns what paragraphs show into sketches of blocks, and the sketches into a Reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from agreementlint.model import Block, BlockKind, Piece, Span
from agreementlint.reading.layout import Reading
from agreementlint.reading.marks import ENUMERATOR, OPEN_WORDS, breaks_word, is_fill, joined
from agreementlint.reading.paragraphs import FOOTNOTE
from agreementlint.reading.strips import Ink, Strip, spaced
from agreementlint.reading.word_lists import Label
from agreementlint.reading.word_styles import Look

GLYPH = re.compile(r"(?:[•·▪▫◦‣●○■□➢➤►✓]|[-–—*]\s|o\t)\s*(?=\S)")
NUMBER_LABEL = re.compile(r"(?:§\s*)?(?:\d+(?:\.\d+)*\.?|[A-Za-zÆØÅæøå]\)|\d+\)|[IVXivx]+\.)$")
GAP = re.compile(r"(?<! ) *\t\s*| {3,}")
SENTENCE_END = re.compile(r"[.:;!?]$")
COLUMN_CHARACTERS = 80  # a longer cell is prose with a tab in it
HEADING_CHARACTERS = 250  # a longer "heading" is a paragraph with the wrong style
PROSE_LINE = 60  # lines broken by hand at least this wide are running text, not a list of names
FULL = 0.9  # share of the widest line that a line and the next word fill where text runs on
TOPIC = re.compile(r"[A-ZÆØÅ][^.:;]{0,40}:\s")  # "Vik: mandag", a list without bullets
JOINERS: dict[BlockKind, str] = {"row": " | ", "columns": "   "}


@dataclass(frozen=True, slots=True)
class Sketch:
    """A block before the canonical text is laid out; only rows and columns have several cells."""

    kind: BlockKind
    cells: tuple[Strip, ...]
    level: int = 0
    table: int | None = None

    @property
    def text(self) -> str:
        return " ".join(" ".join(cell.text.split()) for cell in self.cells)

    @property
    def inks(self) -> tuple[Ink, ...]:
        """The ink of every character that can be seen."""
        return tuple(
            ink
            for cell in self.cells
            for letter, ink in zip(cell.text, cell.inks, strict=True)
            if not letter.isspace()
        )


def paragraph_sketches(
    line: Strip, look: Look, label: Label | None, contents: bool
) -> Iterator[Sketch]:
    """The blocks of one paragraph: one, or several where lines are broken by hand."""
    level = look.level or 0
    lines = [part for part in _broken(line) if part.text.strip()]
    if not lines:
        return
    if contents or look.contents:
        yield from (Sketch("contents", (_flat(part),)) for part in lines)
    elif level and len(line.text) <= HEADING_CHARACTERS:
        whole = spaced([_flat(part) for part in lines])
        yield Sketch("heading", (_labelled(whole, label),), level)
    elif (label is not None and label.bullet) or (label is None and look.bullet):
        depth = re.search(r"\d", look.name) if label is None else None
        whole = _without_glyph(spaced([_flat(part) for part in lines]))
        yield Sketch("bullet", (whole,), label.depth if label else int(depth[0]) if depth else 1)
    else:
        for place, part in enumerate(_unwrapped(lines)):
            yield _plain_sketch(part, label if place == 0 else None)


def assembled(sketches: Iterable[Sketch], running: tuple[str, ...]) -> Reading:
    """The canonical text of the sketches, with blocks and a piece for every word of every run."""
    words: list[str] = []
    blocks: list[Block] = []
    pieces: list[Piece] = []
    at = 0
    for sketch in sketches:
        start, cells = at, []
        for number, cell in enumerate(sketch.cells):
            joiner = JOINERS.get(sketch.kind, " ") if number else ""
            at += len(joiner)
            text, found = _laid(cell, at)
            words += [joiner, text]
            pieces += found
            cells.append(Span(at, at + len(text)))
            at += len(text)
        inks = sketch.inks
        blocks.append(
            Block(
                sketch.kind,
                Span(start, at),
                sketch.level,
                cells=tuple(cells) if sketch.kind in JOINERS else (),
                table=sketch.table,
                italic=bool(inks) and all(ink.italic for ink in inks),
                bold=bool(inks) and all(ink.bold for ink in inks),
            )
        )
        words.append("\n")
        at += 1
    return Reading(
        text="".join(words[:-1]),
        blocks=tuple(blocks),
        pieces=tuple(pieces),
        pages=None,
        unread_pages=(),
        running=running,
    )


def _laid(line: Strip, at: int) -> tuple[str, list[Piece]]:
    """The words of a line with single spaces, and the pieces they are made of, from offset `at`."""
    words, pieces = [], []
    for match in re.finditer(r"\S+", line.text):
        inks = line.inks[match.start() : match.end()]
        for (paragraph, run), group in groupby(inks, key=lambda ink: (ink.paragraph, ink.run)):
            length = len(list(group))
            pieces.append(Piece(at, at + length, paragraph=paragraph, run=run))
            at += length
        words.append(match[0])
        at += 1
    return " ".join(words), pieces


def _plain_sketch(line: Strip, label: Label | None) -> Sketch:
    line = line.trimmed()
    glyph = GLYPH.match(line.text) if label is None else None
    if glyph:
        return Sketch("bullet", (_flat(line.cut(glyph.end())),), 1)
    cells = _columns(line)
    if len(cells) > 1 and label is None:
        return Sketch("columns", tuple(cells))
    flat = _labelled(_flat(line), label)
    if ENUMERATOR.match(flat.text.split()[0]):
        return Sketch("bullet", (flat,), label.depth if label else 1)
    return Sketch("note" if FOOTNOTE.match(flat.text) else "text", (flat,))


def _columns(line: Strip) -> list[Strip]:
    """The cells of a line set in columns; one cell where the gap is only an indent, stands after a
    number or a "Dato:", or occurs in running text."""
    ends = [(gap.start(), gap.end()) for gap in GAP.finditer(line.text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(line.text)]
    cells = [line.cut(start, stop).trimmed() for start, stop in zip(starts, stops, strict=True)]
    cells = [cell for cell in cells if cell.text]
    if any(len(cell.text) > COLUMN_CHARACTERS for cell in cells):
        return [line]
    if len(cells) == 2 and (cells[0].text.endswith(":") or NUMBER_LABEL.match(cells[0].text)):
        return [line]
    return cells


def _broken(line: Strip) -> list[Strip]:
    """The parts between the line breaks."""
    parts, start = [], 0
    for match in re.finditer("\n", line.text):
        parts.append(line.cut(start, match.start()))
        start = match.end()
    return [*parts, line.cut(start)]


def _unwrapped(lines: list[Strip]) -> list[Strip]:
    """Lines broken by hand, with those of running text put together again."""
    widest = max((len(line.text) for line in lines if not is_fill(line.text)), default=0)
    whole = [lines[0].trimmed()]
    for before, line in pairwise(lines):
        line = line.trimmed()
        if _runs_on(before.text.strip(), line.text, widest):
            whole[-1] = _continued(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _runs_on(before: str, after: str, widest: int) -> bool:
    """Whether the line after is the rest of a sentence that was broken for want of space."""
    first = after.split()[0]
    if GLYPH.match(after) or GAP.search(before) or GAP.search(after):
        return False
    if is_fill(before) or is_fill(after):
        return False
    if _is_label(first) and (SENTENCE_END.search(before) or _is_label(before.split()[0])):
        return False
    if TOPIC.match(before) and TOPIC.match(after):
        return False
    last = before.split()[-1]
    if after[0].islower() and (breaks_word(last, first) or {last, first} & OPEN_WORDS):
        return True
    return widest >= PROSE_LINE and len(before) + 1 + len(first) > FULL * widest


def _is_label(word: str) -> bool:
    return NUMBER_LABEL.match(word) is not None or ENUMERATOR.match(word) is not None


def _continued(before: Strip, after: Strip) -> Strip:
    """Two lines of running text as one; a word divided at the end of the line is made whole, but
    "kommune- / og politisamarbeid" keeps its hyphen and its space."""
    last = before.text.split()[-1]
    meeting = joined(last, after.text.split()[0], frozenset())
    if meeting is None:
        return spaced([before, after])
    return (before if meeting[0] == last else before.cut(0, -1)) + after


def _flat(line: Strip) -> Strip:
    return replace(line, text=line.text.replace("\t", " ").replace("\n", " ")).trimmed()


def _labelled(line: Strip, label: Label | None) -> Strip:
    if label is None or not label.text:
        return line
    ink = replace(line.inks[0], run=None)
    text = label.text + " "
    return Strip(text, (ink,) * len(text)) + line


def _without_glyph(line: Strip) -> Strip:
    glyph = GLYPH.match(line.text)
    return line.cut(glyph.end()) if glyph else line
