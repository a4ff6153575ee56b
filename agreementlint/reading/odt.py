"""Turns the bytes of an OpenDocument text (.odt) into a Reading, by the same composition as Word's.

What hangs on a paragraph follows it (frames, text boxes), notes follow the body, and the numbers of
headings and lists are counted out as the writing program does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from agreementlint.model import ReadError
from agreementlint.reading.archive import Archive, Element, archive
from agreementlint.reading.layout import USUAL, Reading, Wishes
from agreementlint.reading.odt_lines import CHANGES, Source, changes_of, shown, turn_change
from agreementlint.reading.odt_styles import (
    DRAW,
    LOEXT,
    OFFICE,
    OUTLINE,
    STYLE,
    TABLE,
    TEXT,
    styles_of,
    with_outline,
)
from agreementlint.reading.strips import spaced
from agreementlint.reading.word_blocks import Sketch, assembled, paragraph_sketches
from agreementlint.reading.word_lists import Counts, Label, List, label_of
from agreementlint.reading.word_outline import with_contents, with_hand_made_headings
from agreementlint.reading.word_tables import table_sketches

ENCRYPTION = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
IDENTITY = "{http://www.w3.org/XML/1998/namespace}id"
INDEX = TEXT + "index-body"
SKIPPED = frozenset(
    {
        OFFICE + "forms",
        OFFICE + "annotation",
        TEXT + "tracked-changes",
        TEXT + "table-of-content-source",
        TABLE + "covered-table-cell",
    }
)


@dataclass(frozen=True, slots=True)
class _Item:
    """Where in lists a block stands: the list, from 0 how deep, and whether the next paragraph is
    the item's first, which bears its number."""

    key: str
    depth: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class _Story:
    """A part while it is read: what is looked up, and what is counted on the way."""

    source: Source
    lists: dict[str, List] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    """The list that each list style was used for last."""
    counts: Counts = field(default_factory=Counts)
    notes: list[Element] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)


def read_odt(data: bytes, wishes: Wishes = USUAL) -> Reading:
    """The Reading of an .odt file. It has no pages.

    Raises ReadError: "encrypted", "damaged", "unsupported", "too-large", or "empty"."""
    parts = archive(data)
    _check_open(parts)
    root, styling = parts.part("content.xml"), parts.part("styles.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise ReadError("damaged", "zip")
    styles = styles_of([part for part in (styling, root) if part is not None])
    paragraphs = (item for item in root.iter() if item.tag in (TEXT + "p", TEXT + "h"))
    numbers = {paragraph: place for place, paragraph in enumerate(paragraphs)}
    source = Source(styles, numbers, changes_of(root), wishes.view)
    outline = styles.levels.get(OUTLINE, {})
    story = _Story(source, {OUTLINE: List(OUTLINE, outline)})
    sketches = with_hand_made_headings(with_contents(list(_sketches(body, story))))
    sketches += _notes(story)
    if not sketches:
        pictured = root.find(f".//{DRAW}image") is not None
        raise ReadError("empty", "pictures" if pictured else "text")
    return assembled(sketches, _running(styling, source))


def _check_open(parts: Archive) -> None:
    manifest = parts.part("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(ENCRYPTION), None) is not None:
        raise ReadError("encrypted", "office")


def _sketches(
    container: Element, story: _Story, item: _Item | None = None, contents: bool = False
) -> Iterator[Sketch]:
    """The blocks of a body, section, cell, text box, list item or note."""
    for child in container:
        if child.tag in (TEXT + "p", TEXT + "h"):
            yield from _paragraph(child, story, item, contents)
            item = item and replace(item, labelled=False)
        elif child.tag == TEXT + "list":
            yield from _list(child, story, item)
        elif child.tag == TABLE + "table":
            yield from _table(child, story)
        elif child.tag in CHANGES:
            turn_change(child, story.source)
        elif child.tag not in SKIPPED and child.get(TEXT + "display") != "none":
            yield from _sketches(child, story, item, contents or child.tag == INDEX)


def _paragraph(
    paragraph: Element, story: _Story, item: _Item | None, contents: bool
) -> Iterator[Sketch]:
    look = story.source.styles.paragraph(paragraph.get(TEXT + "style-name"))
    if paragraph.tag == TEXT + "h":
        look = with_outline(look, paragraph.get(TEXT + "outline-level"))
    else:
        look = replace(look, level=look.level if item is None else 0)
    seen = shown(paragraph, story.source, look)
    story.notes.extend(seen.notes)
    label = None
    if seen.line.text.strip():
        label = _label(paragraph, story, item)
    yield from paragraph_sketches(seen.line, look, label, contents)
    for box in seen.boxes:
        yield from _sketches(box, story)


def _label(paragraph: Element, story: _Story, item: _Item | None) -> Label | None:
    """The number or bullet before a paragraph, which is counted."""
    key, depth = (item.key, item.depth) if item else (OUTLINE, 0)
    if item is None and paragraph.tag == TEXT + "h":
        outline = paragraph.get(TEXT + "outline-level", "1")
        depth = int(outline) - 1 if re.fullmatch("[1-9]", outline) else 0
    if paragraph.get(TEXT + "is-list-header") == "true":
        return None
    if (item is None and paragraph.tag != TEXT + "h") or (item and not item.labelled):
        return None
    look = replace(story.source.styles.default, numbering=(key, depth))
    return label_of(look, None, story.lists, story.counts)


def _list(element: Element, story: _Story, around: _Item | None) -> Iterator[Sketch]:
    """The blocks of a list; `around` is the item in which it stands."""
    depth = around.depth + 1 if around else 0
    key = _key(element, story, around)
    for child in element:
        if child.tag in CHANGES:
            turn_change(child, story.source)
        if child.tag not in (TEXT + "list-item", TEXT + "list-header"):
            continue
        start = child.get(TEXT + "start-value", "")
        if re.fullmatch(r"\d{1,9}", start):
            counter = story.lists[key].counter
            story.counts.reached.setdefault(counter, {})[depth] = int(start) - 1
        labelled = child.tag == TEXT + "list-item"
        yield from _sketches(child, story, _Item(key, depth, labelled))


def _key(element: Element, story: _Story, around: _Item | None) -> str:
    """The list's key in the story, under which its levels and its counter are found: that of the
    list around it or of the one it goes on with, or else a new one."""
    name = element.get(TEXT + "style-name")
    levels = story.source.styles.levels.get(name or "", {})
    key = f"{element.get(IDENTITY, '')}/{len(story.lists)}"
    before = element.get(TEXT + "continue-list", "")
    counter = key
    if around is not None:
        counter = story.lists[around.key].counter
        levels = levels or story.lists[around.key].levels
    elif before in story.last:
        counter = story.last[before]
    elif element.get(TEXT + "continue-numbering") == "true":
        counter = story.last.get(f"style {name}", key)
    story.lists[key] = List(counter, levels)
    if around is None:
        story.last[f"style {name}"] = story.last[element.get(IDENTITY, "")] = counter
    return key


def _table(table: Element, story: _Story) -> Iterator[Sketch]:
    """A row for every row; what is no table but a frame around text gives the text's own blocks."""
    story.tables.append(table)
    number = len(story.tables)
    rows = [
        [cell for cell in row if cell.tag == TABLE + "table-cell"]
        for row in _rows(table)
        if row.get(TABLE + "visibility", "visible") == "visible"
    ]
    yield from table_sketches(rows, number, lambda cell: _sketches(cell, story))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag != TABLE + "table-cell":
            yield from _rows(child)


def _notes(story: _Story) -> list[Sketch]:
    """The footnotes and endnotes of the body, in its order."""
    found = []
    aside = _Story(replace(story.source, numbers={}))
    for note in story.notes:
        for body in note.iter(TEXT + "note-body"):
            found += [
                Sketch("note", (spaced([cell for cell in sketch.cells if cell.text]),))
                for sketch in _sketches(body, aside)
            ]
    return found


def _running(styling: Element | None, source: Source) -> tuple[str, ...]:
    """The lines of headers and footers, each once."""
    lines: dict[str, None] = {}
    ends = ("header", "footer")
    names = [
        space + name + which
        for name in ends
        for space, which in ((STYLE, ""), (STYLE, "-left"), (STYLE, "-first"), (LOEXT, "-first"))
    ]
    masters = styling.find(OFFICE + "master-styles") if styling is not None else None
    for name in names:
        for end in masters.iter(name) if masters is not None else ():
            for sketch in _sketches(end, _Story(replace(source, numbers={}))):
                lines.setdefault(sketch.text)
    return tuple(lines)
