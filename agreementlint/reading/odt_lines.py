"""Turns a paragraph of an ODT's XML into the line of text a reader sees.

As accepted, all that stands in the paragraph is text; in the view of the original, insertions are
left out, and deletions, which the file keeps elsewhere, are put back where they were.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from agreementlint.model import View
from agreementlint.reading.archive import Element
from agreementlint.reading.odt_styles import DRAW, LOEXT, OFFICE, TEXT, Styles
from agreementlint.reading.strips import Ink, Strip, bracketed, joined, legible
from agreementlint.reading.word_styles import Look

MOST_BLANKS = 80
"""A gap is not wider, however many blanks the file says it has."""

SKIPPED = frozenset(
    {
        OFFICE + "annotation",
        OFFICE + "annotation-end",
        OFFICE + "event-listeners",
        TEXT + "tracked-changes",
        TEXT + "ruby-text",
        TEXT + "script",
        TEXT + "label",
        TEXT + "note-citation",
    }
)
SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: whether it is an insertion, and the paragraphs a deletion took away."""

    insertion: bool
    deleted: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What is looked up while a part is read, and the insertions that are open where it has been
    read to (filled on the way)."""

    styles: Styles
    numbers: dict[Element, int]
    changes: dict[str, Change]
    view: View = "accepted"
    inserting: set[str] = field(default_factory=set)

    @property
    def is_left_out(self) -> bool:
        return bool(self.inserting)


@dataclass(slots=True)
class _Sheet:
    """What has been collected while one paragraph is walked through."""

    number: int | None
    lines: list[Strip] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a paragraph shows: its line (tabs and breaks as "\\t" and "\\n"), the frames and shapes
    that hang on it, and its notes."""

    line: Strip
    boxes: tuple[Element, ...]
    notes: tuple[Element, ...]


def changes_of(root: Element) -> dict[str, Change]:
    """The tracked changes by their id."""
    found = {}
    for region in root.iter(TEXT + "changed-region"):
        deletion = region.find(TEXT + "deletion")
        change = Change(
            region.find(TEXT + "insertion") is not None,
            () if deletion is None else tuple(item for item in deletion if _is_paragraph(item)),
        )
        for name in (TEXT + "id", "{http://www.w3.org/XML/1998/namespace}id"):
            found[region.get(name, "")] = change
    return found


def shown(paragraph: Element, source: Source, look: Look) -> Shown:
    """What the paragraph shows."""
    sheet = _Sheet(source.numbers.get(paragraph))
    if not look.hidden:
        _walk(paragraph, look, False, source, sheet)
    return Shown(bracketed(joined(sheet.lines)), tuple(sheet.boxes), tuple(sheet.notes))


def _is_paragraph(element: Element) -> bool:
    return element.tag in (TEXT + "p", TEXT + "h")


def _walk(element: Element, look: Look, prompt: bool, source: Source, sheet: _Sheet) -> None:
    _put(SPACE.sub(" ", element.text or ""), look, prompt, source, sheet)
    for child in element:
        if child.tag in SIGNS:
            _put(SIGNS[child.tag](child), look, prompt, source, sheet)
        elif child.tag in CHANGES:
            _turn_change(child, look, source, sheet)
        elif child.tag == TEXT + "note":
            sheet.notes.append(child)
        elif child.tag.startswith(DRAW):
            sheet.boxes.append(child)
        elif child.tag not in SKIPPED and child.get(TEXT + "is-hidden") != "true":
            inner = source.styles.span(look, child.get(TEXT + "style-name"))
            asks = child.get(LOEXT + "showing-place-holder") == "true"
            asks |= child.tag == TEXT + "placeholder"
            if not inner.hidden:
                _walk(child, inner, prompt or asks, source, sheet)
        _put(SPACE.sub(" ", child.tail or ""), look, prompt, source, sheet)


def _put(text: str, look: Look, prompt: bool, source: Source, sheet: _Sheet) -> None:
    if not text or source.is_left_out:
        return
    if not text.isspace():
        text = legible(text)
    ink = Ink(sheet.number, None, bool(look.bold), bool(look.italic), look.size or 0.0, prompt)
    sheet.lines.append(Strip(text, (ink,) * len(text)))


def _turn_change(mark: Element, look: Look, source: Source, sheet: _Sheet) -> None:
    """An insertion begins or ends, or a deletion stood here."""
    turn_change(mark, source)
    change = source.changes.get(mark.get(TEXT + "change-id", ""))
    if source.view == "accepted" or change is None or mark.tag != TEXT + "change":
        return
    for place, paragraph in enumerate(change.deleted):
        _put("\n" if place else "", look, False, source, sheet)
        _walk(paragraph, look, False, source, sheet)


def turn_change(mark: Element, source: Source) -> None:
    """Takes note of an insertion that begins or ends at the mark."""
    key = mark.get(TEXT + "change-id", "")
    change = source.changes.get(key)
    if source.view == "accepted" or change is None or not change.insertion:
        return
    if mark.tag == TEXT + "change-start":
        source.inserting.add(key)
    else:
        source.inserting.discard(key)


def _blanks(element: Element) -> str:
    count = element.get(TEXT + "c", "1")
    return " " * (min(int(count), MOST_BLANKS) if re.fullmatch(r"\d{1,9}", count) else 1)


SIGNS: dict[str, Callable[[Element], str]] = {
    TEXT + "s": _blanks,
    TEXT + "tab": lambda _: "\t",
    TEXT + "line-break": lambda _: "\n",
}
CHANGES = frozenset(TEXT + name for name in ("change", "change-start", "change-end"))
