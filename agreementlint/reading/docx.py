"""Turns the bytes of a Word document (.docx) into a Reading, from its XML and without other
libraries.

What other readers drop silently is read here: tracked insertions and moved text (as accepted),
content controls, text boxes, footnotes, and the numbers that Word counts out itself. A piece names
its paragraph (index among all w:p of the body part, in document order) and its run (index among
`word_lines.runs_of` the paragraph), so that a comment can be put on exact words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from agreementlint.model import ReadError
from agreementlint.reading.layout import USUAL, Reading, Wishes
from agreementlint.reading.ooxml import Element, Package, opened
from agreementlint.reading.word_blocks import Sketch, assembled, paragraph_sketches, spaced
from agreementlint.reading.word_lines import ALTERNATE, Field, Strip, chosen, shown
from agreementlint.reading.word_lists import Counts, List, label_of, lists_of
from agreementlint.reading.word_outline import with_contents, with_hand_made_headings
from agreementlint.reading.word_styles import Styles, W, styles_of, value
from agreementlint.reading.word_tables import cells_of, is_box, row_sketches

SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)


@dataclass(frozen=True, slots=True)
class _Story:
    """A part while it is read from its start: what is looked up, and what is counted on the way."""

    styles: Styles
    lists: dict[str, List]
    numbers: dict[Element, int]
    counts: Counts = field(default_factory=Counts)
    fields: list[Field] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)


def read_docx(data: bytes, _wishes: Wishes = USUAL) -> Reading:
    """The Reading of a .docx file. It has no pages: Word sets them anew on every machine.

    Raises ReadError: "encrypted", "damaged", "unsupported", "too-large", or "empty"."""
    package = opened(data)
    root = package.part(package.main)
    body = root.find(W + "body") if root is not None else None
    if root is None or body is None:
        raise ReadError("damaged", "zip")
    styles = styles_of(_first(package.related(package.main, "styles")))
    lists = lists_of(_first(package.related(package.main, "numbering")))
    numbers = {paragraph: place for place, paragraph in enumerate(root.iter(W + "p"))}
    story = _Story(styles, lists, numbers)
    sketches = with_hand_made_headings(with_contents(list(_sketches(body, story))))
    sketches += _notes(package, story)
    if not sketches:
        raise ReadError("empty", "text")
    return assembled(sketches, _running(package, styles, lists))


def _first(parts: tuple[Element, ...]) -> Element | None:
    return parts[0] if parts else None


def _children(container: Element) -> Iterator[Element]:
    """What a body, cell or table holds, with content controls and the like opened."""
    for child in container:
        if child.tag in WRAPPERS:
            yield from _children(child)
        elif child.tag == ALTERNATE:
            yield from _children(chosen(child))
        else:
            yield child


def _sketches(container: Element, story: _Story) -> Iterator[Sketch]:
    """The blocks of a body, cell, text box or note."""
    carried = Strip()
    for child in _children(container):
        if child.tag == W + "tbl":
            yield from _left_over(carried, story)
            carried = Strip()
            yield from _table(child, story)
        elif child.tag == W + "p":
            found, carried = _paragraph(child, story, carried)
            yield from found
    yield from _left_over(carried, story)


def _left_over(carried: Strip, story: _Story) -> Iterator[Sketch]:
    """The text of a paragraph whose mark was deleted where no paragraph follows."""
    return paragraph_sketches(carried, story.styles.default, None, contents=False)


def _paragraph(paragraph: Element, story: _Story, carried: Strip) -> tuple[list[Sketch], Strip]:
    """The blocks of a paragraph, and the text that goes on in the next one because the paragraph
    mark between the two was deleted."""
    properties = paragraph.find(W + "pPr")
    look = story.styles.paragraph(properties)
    seen = shown(paragraph, story.numbers.get(paragraph), look, story.styles, story.fields)
    story.notes.extend(seen.notes)
    boxes = [sketch for box in seen.boxes for sketch in _sketches(box, story)]
    line = carried + seen.line
    if _mark_is_gone(properties):
        return boxes, line
    label = label_of(look, value(properties, "pStyle"), story.lists, story.counts)
    found = list(paragraph_sketches(line, look, label, seen.contents))
    return found + boxes, Strip()


def _mark_is_gone(properties: Element | None) -> bool:
    mark = properties.find(W + "rPr") if properties is not None else None
    return mark is not None and any(mark.find(W + gone) is not None for gone in ("del", "moveFrom"))


def _table(table: Element, story: _Story) -> Iterator[Sketch]:
    """A row for every row; what is no table but a frame around text gives the text's own blocks."""
    story.tables.append(table)
    number = len(story.tables)
    rows = [cells_of(row, _children) for row in _children(table) if row.tag == W + "tr"]
    box = is_box(rows)
    for cells in rows:
        read = [list(_sketches(cell, story)) for cell in cells]
        if box:
            yield from (sketch for cell in read for sketch in cell)
        else:
            yield from row_sketches(read, number)


def _notes(package: Package, story: _Story) -> list[Sketch]:
    """The footnotes and endnotes that the body refers to, in its order."""
    texts: dict[tuple[str, str], Element] = {}
    for kind in ("footnotes", "endnotes"):
        for part in package.related(package.main, kind):
            for note in part:
                if note.get(W + "type") not in SEPARATORS:
                    texts[kind, note.get(W + "id", "")] = note
    found = []
    aside = _Story(story.styles, story.lists, {})
    for key in dict.fromkeys(story.notes):
        if key in texts:
            found += [
                Sketch("note", (spaced([cell for cell in sketch.cells if cell.text]),))
                for sketch in _sketches(texts[key], aside)
            ]
    return found


def _running(package: Package, styles: Styles, lists: dict[str, List]) -> tuple[str, ...]:
    """The lines of headers and footers, each once."""
    lines: dict[str, None] = {}
    for kind in ("header", "footer"):
        for part in package.related(package.main, kind):
            for sketch in _sketches(part, _Story(styles, lists, {})):
                lines.setdefault(sketch.text)
    return tuple(lines)
