"""Turns the bytes of a Word document (.docx) into a Reading, from its XML and without other
libraries.

What other readers drop silently is read here: tracked changes (as accepted, or as it was before),
content controls, text boxes, footnotes, inserted documents, and the numbers that Word counts out
itself. A piece names its paragraph (index among all w:p of the body part, in document order) and
its run (index among `word_lines.runs_of` the paragraph), so that a comment can be put on exact
words.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from agreementlint.model import ReadError, View
from agreementlint.reading.archive import Element
from agreementlint.reading.layout import USUAL, Reading, Wishes
from agreementlint.reading.ooxml import Package, opened
from agreementlint.reading.sniff import format_of
from agreementlint.reading.strips import Strip, spaced
from agreementlint.reading.text import decoded
from agreementlint.reading.word_blocks import Sketch, assembled, paragraph_sketches
from agreementlint.reading.word_lines import (
    ALTERNATE,
    DELETED,
    INSERTED,
    Field,
    Part,
    chosen,
    prompts_of,
    shown,
)
from agreementlint.reading.word_lists import Counts, List, label_of, lists_of
from agreementlint.reading.word_outline import with_contents, with_hand_made_headings
from agreementlint.reading.word_styles import W, styles_of, value
from agreementlint.reading.word_tables import cells_of, table_sketches

BOOKMARK = frozenset({W + "bookmarkStart", W + "bookmarkEnd"})
OWN_PAGE = "_al_checklist"
"""The bookmark around what a review adds."""

SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
WRAPPERS = tuple(
    W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", *INSERTED, *DELETED)
)
INSERTS = frozenset({W + "altChunk", W + "subDoc"})
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class _Story:
    """A part while it is read from its start: what is looked up, and what is counted on the way."""

    part: Part
    lists: dict[str, List]
    inserts: Mapping[str, bytes] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    fields: list[Field] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)


def read_docx(data: bytes, wishes: Wishes = USUAL) -> Reading:
    """The Reading of a .docx file. It has no pages: Word sets them anew on every machine.

    Raises ReadError: "encrypted", "damaged", "unsupported", "too-large", or "empty"."""
    package = opened(data)
    root, body = _body(package)
    numbers = {paragraph: place for place, paragraph in enumerate(root.iter(W + "p"))}
    story = _story(package, root, wishes.view, numbers, _inserts(package))
    sketches = with_hand_made_headings(with_contents(list(_sketches(body, story))))
    sketches += _notes(package, story)
    if not sketches:
        raise ReadError("empty", "pictures" if package.relates(package.main, "image") else "text")
    return assembled(sketches, _running(package, story))


def _body(package: Package) -> tuple[Element, Element]:
    root = package.part(package.main)
    body = root.find(W + "body") if root is not None else None
    if root is None or body is None:
        raise ReadError("damaged", "zip")
    for child in _own_page(body):
        body.remove(child)
    return root, body


def _own_page(body: Element) -> list[Element]:
    """The checklist that a review added as a last page: it quotes the agreement and is none."""
    children, key = list(body), None
    ends: list[int] = []
    for place, child in enumerate(children):
        for mark in child.iter():
            if mark.tag not in BOOKMARK:
                continue
            if mark.get(W + "name") == OWN_PAGE:
                key = mark.get(W + "id")
            if key is not None and mark.get(W + "id") == key:
                ends.append(place)
    return children[ends[0] : ends[-1] + 1] if len(ends) > 1 else []


def _story(
    package: Package,
    root: Element,
    view: View,
    numbers: dict[Element, int],
    inserts: Mapping[str, bytes],
) -> _Story:
    """The beginning of the story of a package's main part."""
    styles = styles_of(_first(package.related(package.main, "styles")))
    lists = lists_of(_first(package.related(package.main, "numbering")))
    return _Story(Part(styles, numbers, prompts_of(root), view), lists, inserts)


def _first(parts: tuple[Element, ...]) -> Element | None:
    return parts[0] if parts else None


def _inserts(package: Package) -> dict[str, bytes]:
    """The documents inserted whole into the body, by the id of their relationship."""
    return {
        link.id: package.archive.content(link.target) or b""
        for link in package.relations(package.main)
        if link.kind == "aFChunk"
    }


def _children(container: Element, part: Part) -> Iterator[Element]:
    """What a body, cell or table holds, with content controls and the like opened."""
    for child in container:
        if child.tag in WRAPPERS:
            if child.tag not in part.gone:
                yield from _children(child, part)
        elif child.tag == ALTERNATE:
            yield from _children(chosen(child), part)
        else:
            yield child


def _sketches(container: Element, story: _Story) -> Iterator[Sketch]:
    """The blocks of a body, cell, text box or note."""
    carried = Strip()
    for child in _children(container, story.part):
        if child.tag == W + "tbl" or child.tag in INSERTS:
            yield from _left_over(carried, story)
            carried = Strip()
            yield from _table(child, story) if child.tag == W + "tbl" else _insert(child, story)
        elif child.tag == W + "p":
            found, carried = _paragraph(child, story, carried)
            yield from found
    yield from _left_over(carried, story)


def _left_over(carried: Strip, story: _Story) -> Iterator[Sketch]:
    """The text of a paragraph whose mark was deleted where no paragraph follows."""
    return paragraph_sketches(carried, story.part.styles.default, None, contents=False)


def _insert(insert: Element, story: _Story) -> Iterator[Sketch]:
    """The blocks of a Word document or text inserted whole. What else Word could put in, or would
    fetch from elsewhere, cannot be passed over in silence."""
    data = story.inserts.get(insert.get(RELATED, ""), b"")
    kind = ""
    with contextlib.suppress(ReadError):
        kind = format_of(data)
    if kind == "text":
        for line in decoded(data).splitlines():
            yield from paragraph_sketches(Strip.plain(line), story.part.styles.default, None, False)
    elif kind == "docx":
        package = opened(data)
        root, body = _body(package)
        yield from _sketches(body, _story(package, root, story.part.view, {}, {}))
    else:
        raise ReadError("unsupported", "insert")


def _paragraph(paragraph: Element, story: _Story, carried: Strip) -> tuple[list[Sketch], Strip]:
    """The blocks of a paragraph, and the text that goes on in the next one because the paragraph
    mark between the two is gone."""
    properties = paragraph.find(W + "pPr")
    look = story.part.styles.paragraph(properties)
    seen = shown(paragraph, story.part, look, story.fields)
    story.notes.extend(seen.notes)
    boxes = [sketch for box in seen.boxes for sketch in _sketches(box, story)]
    line = carried + seen.line
    if properties is not None and story.part.is_gone(properties.find(W + "rPr")):
        return boxes, line
    label = label_of(look, value(properties, "pStyle"), story.lists, story.counts)
    found = list(paragraph_sketches(line, look, label, seen.contents))
    return found + boxes, Strip()


def _table(table: Element, story: _Story) -> Iterator[Sketch]:
    """A row for every row; what is no table but a frame around text gives the text's own blocks."""
    story.tables.append(table)
    number, part = len(story.tables), story.part
    rows = [
        cells_of(row, part, lambda row: _children(row, part))
        for row in _children(table, part)
        if row.tag == W + "tr"
    ]
    yield from table_sketches(rows, number, lambda cell: _sketches(cell, story))


def _notes(package: Package, story: _Story) -> list[Sketch]:
    """The footnotes and endnotes that the body refers to, in its order."""
    texts: dict[tuple[str, str], Element] = {}
    for kind in ("footnotes", "endnotes"):
        for part in package.related(package.main, kind):
            for note in part:
                if note.get(W + "type") not in SEPARATORS:
                    texts[kind, note.get(W + "id", "")] = note
    found = []
    aside = _beside(story)
    for key in dict.fromkeys(story.notes):
        if key in texts:
            found += [
                Sketch("note", (spaced([cell for cell in sketch.cells if cell.text]),))
                for sketch in _sketches(texts[key], aside)
            ]
    return found


def _running(package: Package, story: _Story) -> tuple[str, ...]:
    """The lines of headers and footers, each once."""
    lines: dict[str, None] = {}
    for kind in ("header", "footer"):
        for part in package.related(package.main, kind):
            for sketch in _sketches(part, _beside(story)):
                lines.setdefault(sketch.text)
    return tuple(lines)


def _beside(story: _Story) -> _Story:
    """The beginning of another part's story, whose paragraphs have no places in the body."""
    return _Story(replace(story.part, numbers={}), story.lists)
