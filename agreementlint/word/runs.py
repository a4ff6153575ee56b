"""Spans of a Document that was read of a Word file into the runs that hold exactly these words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import NamedTuple

from agreementlint.model import Document, Piece, Span
from agreementlint.places import pieces_of
from agreementlint.reading.strips import legible
from agreementlint.reading.word_lines import SIGNS, TEXT, runs_of
from agreementlint.word.names import SPACE, W
from agreementlint.word.package import Element, WordFile

Place = tuple[int, int]
"""A paragraph among all of the body part, and a run of it, as pieces tell them."""


class Stretch(NamedTuple):
    """The first and the last run of some words, which hold nothing else."""

    first: Element
    last: Element


class _Letter(NamedTuple):
    """A character that a reader sees; `start` and `end` count the units of its run: the characters
    of its texts, and one for each other thing in it."""

    text: str
    start: int
    end: int


class _Ends(NamedTuple):
    """Where words begin and end: run and unit."""

    first: Element
    start: int
    last: Element
    end: int


def stretches(root: Element, document: Document, spans: Iterable[Span]) -> dict[Span, Stretch]:
    """The runs of each span, which are split where they hold more than its words. A span that has
    no words in the body part (those of a footnote, of an inserted file) is left out."""
    finder = _Finder(root, document)
    ends = {span: found for span in spans if (found := finder.ends(span)) is not None}
    cuts: dict[Element, set[int]] = defaultdict(set)
    for one in ends.values():
        cuts[one.first].add(one.start)
        cuts[one.last].add(one.end)
    parts = {run: split(run, places) for run, places in cuts.items()}
    return {span: Stretch(parts[one.first][0][one.start], parts[one.last][1][one.end])
            for span, one in ends.items()}


class _Finder:
    """Where the words of a document's spans stand in the runs of its body part."""

    def __init__(self, root: Element, document: Document):
        self.document = document
        self.paragraphs: list[Element] = list(root.iter(W + "p"))
        self.pieces: dict[Place, list[Piece]] = defaultdict(list)
        for piece in document.pieces:
            if piece.paragraph is not None and piece.run is not None:
                self.pieces[piece.paragraph, piece.run].append(piece)
        self.runs: dict[int, list[Element]] = {}
        self.units: dict[Place, Mapping[Piece, tuple[int, int]]] = {}

    def ends(self, span: Span) -> _Ends | None:
        """The words of the span that stand in the same story (body, text box) as its first."""
        placed = [piece for piece in pieces_of(self.document, span)
                  if piece.paragraph is not None and piece.run is not None]
        if not placed:
            return None
        story = self.story(placed[0])
        inside = [piece for piece in placed if self.story(piece) is story]
        # What is drawn beside is read after it: the order of the file is that of comments.
        first = min(inside, key=lambda piece: (piece.paragraph, piece.run, piece.start))
        last = max(inside, key=lambda piece: (piece.paragraph, piece.run, piece.start))
        start, _ = self.bounds(first, span)
        _, end = self.bounds(last, span)
        return _Ends(self.run(first), start, self.run(last), end)

    def run(self, piece: Piece) -> Element:
        number, place = piece.paragraph or 0, piece.run or 0
        if number not in self.runs:
            self.runs[number] = list(runs_of(self.paragraphs[number]))
        return self.runs[number][place]

    def story(self, piece: Piece) -> Element | None:
        paragraph = self.paragraphs[piece.paragraph or 0]
        return next(paragraph.iterancestors(W + "txbxContent"), None)

    def bounds(self, piece: Piece, span: Span) -> tuple[int, int]:
        """The units of its run between which the piece stands, as far as the span covers it."""
        place = (piece.paragraph or 0, piece.run or 0)
        if place not in self.units:
            self.units[place] = self.placed(self.run(piece), self.pieces[place])
        return self.part_of(piece, span, *self.units[place][piece])

    def part_of(self, piece: Piece, span: Span, start: int, end: int) -> tuple[int, int]:
        """A piece is a word: a span may end before its full stop."""
        if end - start != piece.end - piece.start:
            return start, end
        return start + max(0, span.start - piece.start), end - max(0, piece.end - span.end)

    def placed(self, run: Element, pieces: Sequence[Piece]) -> dict[Piece, tuple[int, int]]:
        """The units of each piece of a run; those of the whole run for what it shows otherwise than
        in letters (a box to tick)."""
        letters = list(_letters(run))
        shown = "".join(letter.text for letter in letters)
        found, at = {}, 0
        for piece in pieces:
            words = self.document.text[piece.start : piece.end]
            place = shown.find(words, at)
            if place < 0:
                found[piece] = (0, _length(run))
                continue
            at = place + len(words)
            found[piece] = (letters[place].start, letters[at - 1].end)
        return found


def _letters(run: Element) -> Iterator[_Letter]:
    """What the reader sees of a run, one character each."""
    at = 0
    for child in _content(run):
        if child.tag in TEXT:
            for start, end in _clusters(child.text or ""):
                for letter in legible((child.text or "")[start:end]):
                    yield _Letter(letter, at + start, at + end)
        elif child.tag in SIGNS:
            yield _Letter(SIGNS[child.tag], at, at + 1)
        at += _size(child)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Characters with the marks that are combined with them."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, at
            start = at


def _content(run: Element) -> list[Element]:
    return [child for child in run if child.tag != W + "rPr"]


def _size(child: Element) -> int:
    return len(child.text or "") if child.tag in TEXT else 1


def _length(run: Element) -> int:
    return sum(map(_size, _content(run)))


def split(run: Element, cuts: Iterable[int]) -> tuple[dict[int, Element], dict[int, Element]]:
    """The run cut at these units: its parts by the unit they begin at, and by that they end at."""
    length = _length(run)
    bounds = sorted({0, length, *(cut for cut in cuts if 0 < cut < length)})
    by_start, by_end = {}, {}
    part = run
    for start, end in pairwise(bounds):
        by_start[start] = by_end[end] = part
        if end < length:
            part = _cut(part, end - start)
    return by_start, by_end


def _cut(run: Element, size: int) -> Element:
    """Cuts the run after so many units, and gives what follows as a run of its own."""
    after = run.makeelement(run.tag, dict(run.attrib), nsmap=run.nsmap)
    looks = run.find(W + "rPr")
    if looks is not None:
        after.append(deepcopy(looks))
    at = 0
    for child in _content(run):
        length = _size(child)
        if at >= size:
            after.append(child)
        elif at + length > size:
            rest = deepcopy(child)
            rest.tail = None
            text = child.text or ""
            child.text, rest.text = text[: size - at], text[size - at :]
            for one in (child, rest):
                one.set(SPACE, "preserve")
            after.append(rest)
        at += length
    after.tail, run.tail = run.tail, None
    run.addnext(after)
    return after


def placed(root: Element) -> Iterator[tuple[int, Element]]:
    """Every element of the body part, and how many characters of text stand before it."""
    at = 0
    for element in root.iter():
        yield at, element
        if element.tag in (W + "t", W + "delText"):
            at += len(element.text or "")


def note_reference(file: WordFile, words: str) -> Element | None:
    """The run of the body that refers to the footnote or endnote that has these words."""
    wanted = "".join(words.split())
    for kind in ("footnotes", "endnotes"):
        name = file.related(kind)
        for note in file.tree(name) if name is not None and wanted else ():
            said = "".join("".join(text.text or "" for text in note.iter(W + "t")).split())
            if wanted in said:
                tag = W + kind.removesuffix("s").replace("note", "noteReference")
                for one in file.main.iter(tag):
                    if one.get(W + "id") == note.get(W + "id"):
                        return one.getparent()
    return None
