"""Turns a paragraph of Word's XML into the line of text a reader sees, each character with its run.

The view is "as accepted": insertions and moved-in text count, deletions and moved-out text do not.
Content controls, links and field results are text; field codes and hidden text are not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from agreementlint.reading.ooxml import Element
from agreementlint.reading.word_styles import Look, Styles, W

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = (
    COMPATIBILITY + name for name in ("AlternateContent", "Choice", "Fallback")
)

GONE = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "delText",
        "delInstrText",
        "footnoteRef",
        "endnoteRef",
        "rt",
    )
)
SIGNS: dict[str, str] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
SYMBOLS: dict[int, str] = {  # the private-use characters of Symbol and Wingdings
    0xB7: "•",
    0xA7: "•",
    0xD8: "•",
    0xFC: "✓",
    0xFE: "☒",
    0xA8: "☐",
    0x6F: "☐",
    0x2D: "–",
}
SPACES = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2011": "-",
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)


@dataclass(frozen=True, slots=True)
class Ink:
    """Where a character comes from and how it looks; `run` is None for a label Word counts out."""

    paragraph: int | None
    run: int | None
    bold: bool = False
    italic: bool = False
    size: float = 0.0  # half points


@dataclass(frozen=True, slots=True)
class Strip:
    """Text and, for each of its characters, the ink."""

    text: str = ""
    inks: tuple[Ink, ...] = ()

    def cut(self, start: int, end: int | None = None) -> Strip:
        return Strip(self.text[start:end], self.inks[start:end])

    def trimmed(self) -> Strip:
        left = len(self.text) - len(self.text.lstrip())
        return self.cut(left, max(left, len(self.text.rstrip())))

    def __add__(self, other: Strip) -> Strip:
        return Strip(self.text + other.text, self.inks + other.inks)


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


def shown(
    paragraph: Element, number: int | None, look: Look, styles: Styles, fields: list[Field]
) -> Shown:
    """What the paragraph shows. `number` is its index among the w:p of the part (None: not in the
    body); `fields` are the fields still open from the paragraphs before, and is brought up to date.
    """
    if look.level:  # a field never ends inside a later heading: its end was deleted or is missing
        fields.clear()
    fields[:] = [item for item in fields if item.result]
    index = {run: place for place, run in enumerate(runs_of(paragraph))}
    sheet = _Sheet()
    _walk(paragraph, _Place(number, look, styles, fields, index), sheet)
    return Shown(_joined(sheet.lines), tuple(sheet.boxes), tuple(sheet.notes), sheet.contents)


@dataclass(frozen=True, slots=True)
class _Place:
    number: int | None
    look: Look
    styles: Styles
    fields: list[Field]
    index: dict[Element, int]


def _joined(lines: list[Strip]) -> Strip:
    return Strip(
        "".join(line.text for line in lines), tuple(ink for line in lines for ink in line.inks)
    )


def chosen(element: Element) -> Element:
    """One of the two renderings of an mc:AlternateContent: the first choice that holds anything."""
    for choice in element.findall(CHOICE):
        if len(choice):
            return choice
    fallback = element.find(FALLBACK)
    return fallback if fallback is not None else Element("none")


def _walk(element: Element, place: _Place, sheet: _Sheet) -> None:
    for child in element:
        if child.tag in GONE:
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
    look = place.styles.run(place.look, run.find(W + "rPr"))
    ink = Ink(
        place.number, place.index.get(run), bool(look.bold), bool(look.italic), look.size or 0.0
    )
    for child in run:
        if child.tag == W + "fldChar":
            _turn_field(child.get(W + "fldCharType"), place.fields)
        elif child.tag == W + "instrText" and place.fields:
            last = place.fields[-1]
            place.fields[-1] = Field(last.code + (child.text or ""), last.result)
        elif look.hidden or any(not item.result for item in place.fields):
            continue
        elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
            kind = "footnotes" if child.tag == W + "footnoteReference" else "endnotes"
            sheet.notes.append((kind, child.get(W + "id", "")))
        elif (text := _text(child)) is not None:
            sheet.lines.append(Strip(text, (ink,) * len(text)))
            sheet.contents |= bool(text.strip()) and _in_contents(place.fields)
        elif child.tag not in GONE:
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


def _text(child: Element) -> str | None:
    """The text of a child of a run, None if it is no text."""
    if child.tag == W + "t":
        text = (child.text or "").translate(SPACES).replace("\n", " ").replace("\t", " ")
        return unicodedata.normalize("NFC", "".join(map(_plain, text)))
    if child.tag == W + "sym":
        code = child.get(W + "char", "")
        return _plain(chr(int(code, 16))) if len(code) == 4 and _is_hex(code) else ""
    return SIGNS.get(child.tag)


def _plain(character: str) -> str:
    """Symbol fonts keep their signs at U+F000 and up."""
    code = ord(character)
    return SYMBOLS.get(code - 0xF000, "") if 0xF000 <= code <= 0xF0FF else character


def _is_hex(text: str) -> bool:
    return all(letter in "0123456789abcdefABCDEF" for letter in text)
