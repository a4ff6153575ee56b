"""A Document and the findings in it to what is shown beside them: pages with boxes, or the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from agreementlint.model import Block, Box, Document, DocumentReport, Span, VerdictName
from agreementlint.places import line_boxes
from agreementlint.reading.sheets import Sheet
from agreementlint.report.rows import evidence_of


class Mark(NamedTuple):
    """Words that a finding quotes: which of them (0 is the first) of which rule. `near` says that
    they are but the nearest miss."""

    rule: str
    place: int
    verdict: VerdictName
    near: bool
    span: Span

    @property
    def id(self) -> str:
        return f"m-{self.rule}-{self.place}"


class Drawn(NamedTuple):
    """A mark on a page, a box for each of its lines."""

    mark: Mark
    boxes: tuple[Box, ...]


class Page(NamedTuple):
    """`sheet` is None where there is no picture of the page."""

    number: int
    sheet: Sheet | None
    drawn: tuple[Drawn, ...]


class Piece(NamedTuple):
    """A stretch of text under the same marks; `begins` are those that begin with it."""

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


class Paragraph(NamedTuple):
    """A block of the text: its pieces, in cells if it is a row of a table."""

    block: Block
    cells: tuple[tuple[Piece, ...], ...]


class Stretch(NamedTuple):
    """Paragraphs of one kind: the rows of a table, the items of a list, or one that is neither."""

    kind: str
    paragraphs: tuple[Paragraph, ...]


def marks(report: DocumentReport) -> tuple[Mark, ...]:
    """The words of all findings."""
    return tuple(
        Mark(verdict.rule, place, verdict.verdict, place >= len(verdict.evidence), evidence.span)
        for verdict in report.verdicts if verdict.is_finding
        for place, evidence in enumerate(evidence_of(verdict)) if evidence.span is not None)


def shown_rules(found: Sequence[Mark], pages: Sequence[Page]) -> Mapping[str, str]:
    """By rule, the id of its first mark that is shown; `pages` are those of a PDF."""
    there = {drawn.mark.id for page in pages if page.sheet for drawn in page.drawn}
    return {one.rule: one.id for one in reversed(found) if not pages or one.id in there}


# ---------------------------------------------------------------- pages


def pages(document: Document, found: Sequence[Mark], sheets: Mapping[int, Sheet],
          ) -> tuple[Page, ...]:
    """All pages of a PDF."""
    lines = [(mark, line_boxes(document, mark.span)) for mark in found]
    return tuple(
        Page(number, sheets.get(number), tuple(
            Drawn(mark, boxes) for mark, places in lines
            if (boxes := tuple(box for page, box in places if page == number))))
        for number in range(1, (document.pages or 0) + 1))


# ---------------------------------------------------------------- text


def stretches(document: Document, found: Sequence[Mark]) -> tuple[Stretch, ...]:
    """The text of a document without pages, with the words of the findings marked."""
    paragraphs = [_paragraph(document, block, found) for block in document.blocks]
    return tuple(Stretch(kind, tuple(held)) for (kind, _), held in groupby(
        paragraphs, lambda one: _kind(document, one.block)))


def _kind(document: Document, block: Block) -> tuple[str, int | None]:
    """What a block is shown as, and of which table; what stands alone is told by its place."""
    if block.kind == "row":
        return "table", block.table
    if block.kind == "bullet":
        return "list", None
    return ("heading" if block.kind == "heading" else "text"), block.span.start


def _paragraph(document: Document, block: Block, found: Sequence[Mark]) -> Paragraph:
    here = [mark for mark in found if mark.span.overlaps(block.span)]
    return Paragraph(block, tuple(tuple(_pieces(document, cell, here))
                                  for cell in block.cells or (block.span,)))


def _pieces(document: Document, cell: Span, found: Sequence[Mark]) -> Iterator[Piece]:
    """The text of a cell, parted wherever a mark begins or ends."""
    here = [mark for mark in found if mark.span.overlaps(cell)]
    borders = sorted({cell.start, cell.end} | {
        min(max(side, cell.start), cell.end) for mark in here for side in mark.span})
    for start, end in pairwise(borders):
        over = tuple(mark for mark in here if mark.span.start < end and start < mark.span.end)
        begins = tuple(mark for mark in over if _begins(document, mark, start))
        yield Piece(document.text[start:end], over, begins)


def _begins(document: Document, mark: Mark, at: int) -> bool:
    """Whether the first of the mark's text that is shown stands there."""
    return not document.text[mark.span.start : at].strip(" |\n\t") if mark.span.start < at else (
        mark.span.start == at)
