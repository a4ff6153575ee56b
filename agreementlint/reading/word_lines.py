"""Turns a paragraph of Word's XML into the line of text a reader sees, each character with its run.

As accepted, insertions and moved-in text count, deletions and moved-out text do not; in the view of
the original it is the other way round. Content controls, links and field results are text; field
codes and hidden text are not. What a form field or a content control shows while nobody has filled
it in is a blank: brackets around the prompt, or a line to write on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from agreementlint.model import View
from agreementlint.reading.archive import Element
from agreementlint.reading.strips import Ink, Strip, bracketed, joined, legible, plain
from agreementlint.reading.word_styles import Look, Styles, W, switch, value

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = (
    COMPATIBILITY + name for name in ("AlternateContent", "Choice", "Fallback")
)

GONE = frozenset(
    W + name
    for name in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "footnoteRef",
        "endnoteRef",
        "rt",
    )
)
INSERTED, DELETED = ("ins", "moveTo", "cellIns"), ("del", "moveFrom", "cellDel")
GONE_IN: dict[View, tuple[str, ...]] = {"accepted": DELETED, "original": INSERTED}
"""The marks of tracked changes whose text is not there, by the view."""

TEXT = frozenset({W + "t", W + "delText"})
CODE = frozenset({W + "instrText", W + "delInstrText"})
UNFILLED = "\u2002"  # five of them are what Word shows of an empty text field
SIGNS: dict[str, str] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What is looked up while a part is read: its styles, the place of each of its paragraphs, the
    runs that are prompts of content controls, and the view of tracked changes."""

    styles: Styles
    numbers: dict[Element, int] = field(default_factory=dict)
    prompts: frozenset[Element] = frozenset()
    view: View = "accepted"

    @property
    def gone(self) -> frozenset[str]:
        """The elements whose text is not there."""
        return GONE | {W + mark for mark in GONE_IN[self.view]}

    def is_gone(self, properties: Element | None) -> bool:
        """Whether properties (of a row, a cell, a paragraph mark) say that a tracked change took
        the thing away."""
        return properties is not None and any(
            properties.find(W + mark) is not None for mark in GONE_IN[self.view]
        )


@dataclass(frozen=True, slots=True)
class Field:
    """A field that has begun: its code so far, and whether its result has begun."""

    code: str = ""
    result: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a paragraph shows: its line (tabs and breaks as "\\t" and "\\n"), the text boxes that
    hang on it, the footnote and endnote ids it refers to, and whether it is a contents entry."""

    line: Strip
    boxes: tuple[Element, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    contents: bool = False


@dataclass(slots=True)
class _Sheet:
    """What has been collected while one paragraph is walked through."""

    lines: list[Strip] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    contents: bool = False


def runs_of(paragraph: Element) -> Iterator[Element]:
    """The w:r of a paragraph in document order, deleted ones too, those of its text boxes not."""
    for child in paragraph:
        if child.tag == W + "p":
            continue
        if child.tag == W + "r":
            yield child
        yield from runs_of(child)


def prompts_of(root: Element) -> frozenset[Element]:
    """The runs of all content controls that still show their prompt."""
    return frozenset(
        run
        for control in root.iter(W + "sdt")
        if switch(control.find(W + "sdtPr"), "showingPlcHdr")
        for run in control.iter(W + "r")
    )


def shown(paragraph: Element, part: Part, look: Look, fields: list[Field]) -> Shown:
    """What the paragraph shows. `fields` are the fields still open from the paragraphs before, and
    is brought up to date."""
    if look.level:  # a field never ends inside a later heading: its end was deleted or is missing
        fields.clear()
    fields[:] = [item for item in fields if item.result]
    index = {run: place for place, run in enumerate(runs_of(paragraph))}
    sheet = _Sheet()
    number = part.numbers.get(paragraph)
    _walk(paragraph, _Place(part, number, look, fields, index, part.gone), sheet)
    line = bracketed(joined(sheet.lines))
    return Shown(line, tuple(sheet.boxes), tuple(sheet.notes), sheet.contents)


@dataclass(frozen=True, slots=True)
class _Place:
    part: Part
    number: int | None
    look: Look
    fields: list[Field]
    index: dict[Element, int]
    gone: frozenset[str]


def chosen(element: Element) -> Element:
    """One of the two renderings of an mc:AlternateContent: the first choice that holds anything."""
    for choice in element.findall(CHOICE):
        if len(choice):
            return choice
    fallback = element.find(FALLBACK)
    return fallback if fallback is not None else Element("none")


def _walk(element: Element, place: _Place, sheet: _Sheet) -> None:
    for child in element:
        if child.tag in place.gone:
            continue
        if child.tag == W + "txbxContent":
            sheet.boxes.append(child)
        elif child.tag == W + "r":
            _walk_run(child, place, sheet)
        elif child.tag == ALTERNATE:
            _walk(chosen(child), place, sheet)
        elif child.tag == W + "fldSimple":
            place.fields.append(Field(child.get(W + "instr", ""), result=True))
            _walk(child, place, sheet)
            place.fields.pop()
        else:
            _walk(child, place, sheet)


def _walk_run(run: Element, place: _Place, sheet: _Sheet) -> None:
    look = place.part.styles.run(place.look, run.find(W + "rPr"))
    ink = Ink(
        place.number,
        place.index.get(run),
        bool(look.bold),
        bool(look.italic),
        look.size or 0.0,
        run in place.part.prompts,
    )
    for child in run:
        if child.tag == W + "fldChar":
            text = "" if look.hidden else _form_text(child)
            sheet.lines.append(Strip(text, (ink,) * len(text)))
            _turn_field(child.get(W + "fldCharType"), place.fields)
        elif child.tag in CODE and place.fields:
            last = place.fields[-1]
            place.fields[-1] = Field(last.code + (child.text or ""), last.result)
        elif look.hidden or any(not item.result for item in place.fields):
            continue
        elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
            kind = "footnotes" if child.tag == W + "footnoteReference" else "endnotes"
            sheet.notes.append((kind, child.get(W + "id", "")))
        elif child.tag in place.gone:
            continue
        elif (shown := _text(child)) is not None:
            if UNFILLED in shown and _code(place.fields) == "FORMTEXT":
                shown = shown.replace(UNFILLED, "_")
            sheet.lines.append(Strip(shown, (ink,) * len(shown)))
            sheet.contents |= bool(shown.strip()) and _in_contents(place.fields)
        else:
            inner = _Sheet()
            _walk(_wrapped(child), place, inner)
            sheet.boxes += inner.boxes
            sheet.lines += inner.lines
            sheet.notes += inner.notes


def _wrapped(child: Element) -> Element:
    """An element that has the child as its child, so that an alternate content is chosen from."""
    parent = Element("wrapped")
    parent.append(child)
    return parent


def _turn_field(kind: str | None, fields: list[Field]) -> None:
    if kind == "begin":
        fields.append(Field())
    elif kind == "separate" and fields:
        fields[-1] = Field(fields[-1].code, result=True)
    elif kind == "end" and fields:
        fields.pop()


def _in_contents(fields: list[Field]) -> bool:
    return any(item.result and item.code.split()[:1] == ["TOC"] for item in fields)


def _code(fields: list[Field]) -> str:
    """The kind of the innermost field, "" outside any."""
    return "".join(fields[-1].code.split()[:1]) if fields else ""


def _form_text(begin: Element) -> str:
    """What a box to tick or a list to choose from shows: these fields have no result."""
    data = begin.find(W + "ffData")
    if data is None:
        return ""
    box, choice = data.find(W + "checkBox"), data.find(W + "ddList")
    if box is not None:
        ticked = switch(box, "checked")
        return "☒" if (switch(box, "default") if ticked is None else ticked) else "☐"
    if choice is None:
        return ""
    entries = [item.get(W + "val", "") for item in choice.findall(W + "listEntry")]
    number = value(choice, "result") or value(choice, "default") or "0"
    return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""


def _text(child: Element) -> str | None:
    """The text of a child of a run, None if it is no text."""
    if child.tag in TEXT:
        return legible(child.text or "")
    if child.tag == W + "sym":
        code = child.get(W + "char", "")
        return plain(chr(int(code, 16))) if len(code) == 4 and _is_hex(code) else ""
    return SIGNS.get(child.tag)


def _is_hex(text: str) -> bool:
    return all(letter in "0123456789abcdefABCDEF" for letter in text)
