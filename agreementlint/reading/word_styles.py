"""Turns styles.xml into the look of every style: heading level, size, bold, list, with basedOn
resolved.

Norwegian Word stores the style `Overskrift1` under the name `heading 1`; the id is a matter of the
language of the program, the name is not. So the name and the outline level decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from agreementlint.reading.archive import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HALF_POINTS = 20.0  # Word's size when neither the style nor the defaults give one (10 points)
BODY_LEVEL = 9  # the outline level that means "body text"

HEADING_NAME = re.compile(r"(?:heading|overskrift)\s*([1-9])\b")
TITLE_LEVELS: dict[str, int] = {
    "title": 1,
    "tittel": 1,
    "subtitle": 2,
    "undertittel": 2,
    "undertitel": 2,
}
CONTENTS_NAME = re.compile(r"(?:toc|inng|innholdsfortegnelse|table of figures|table of contents)\b")
BULLET_NAME = re.compile(r"(?:list bullet|punktliste|punktmerket liste|kulepunkt)")


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or direct formatting says about text; None: says nothing. `level` is a heading's
    level (0: no heading), `size` is in half points, `numbering` is (list id, list level)."""

    name: str = ""
    level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    numbering: tuple[str, int | None] | None = None
    contents: bool = False
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The looks by style id; `default` is what every paragraph starts from."""

    looks: dict[str, Look] = field(default_factory=dict)
    default: Look = field(default_factory=Look)

    def paragraph(self, properties: Element | None) -> Look:
        """The look of a paragraph from its w:pPr: style, then what is set directly."""
        style = value(properties, "pStyle") or ""
        base = self.looks.get(style)
        if base is None:  # the id of a style that the file does not define is all there is
            base = replace(self.default, level=named_level(style.lower()))
        return over(base, directly(properties, None))

    def run(self, paragraph: Look, properties: Element | None) -> Look:
        """The look of a run from its w:rPr inside a paragraph of the given look."""
        style = value(properties, "rStyle")
        base = over(paragraph, self.looks[style]) if style in self.looks else paragraph
        return over(base, directly(None, properties))


def styles_of(root: Element | None) -> Styles:
    """Styles from the root of styles.xml (None: a document without styles)."""
    if root is None:
        return Styles(default=Look(size=HALF_POINTS))
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    ground = over(Look(size=HALF_POINTS), directly(None, defaults))
    elements = {item.get(W + "styleId", ""): item for item in root.iter(W + "style")}
    looks: dict[str, Look] = {}
    for key in elements:
        _resolve(key, elements, ground, looks)
    standard = next(
        (
            key
            for key, item in elements.items()
            if item.get(W + "type") == "paragraph" and item.get(W + "default") in ("1", "true")
        ),
        "",
    )
    return Styles(looks, looks.get(standard, ground))


def over(base: Look, top: Look) -> Look:
    """`top` laid over `base`: what top says counts, what it leaves open is the base's."""
    said = {
        name: getattr(top, name)
        for name in ("level", "bold", "italic", "hidden", "size", "numbering")
        if getattr(top, name) is not None
    }
    return replace(
        base,
        name=top.name or base.name,
        contents=top.contents or base.contents,
        bullet=top.bullet or base.bullet,
        **said,
    )


def directly(paragraph: Element | None, run: Element | None) -> Look:
    """What a w:pPr and a w:rPr say themselves."""
    outline = value(paragraph, "outlineLvl")
    size = value(run, "sz")
    numbering = None
    if paragraph is not None and (listed := paragraph.find(W + "numPr")) is not None:
        depth = value(listed, "ilvl")
        numbering = (value(listed, "numId") or "", int(depth) if _number(depth) else None)
    return Look(
        level=_level(int(outline)) if _number(outline) else None,
        bold=switch(run, "b"),
        italic=switch(run, "i"),
        hidden=switch(run, "vanish"),
        size=float(size) if _number(size) else None,
        numbering=numbering,
    )


def value(parent: Element | None, name: str) -> str | None:
    """The w:val of a child element."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(W + "val") if child is not None else None


def switch(parent: Element | None, name: str) -> bool | None:
    """An on/off property: on when the element stands there without a value that says off."""
    child = parent.find(W + name) if parent is not None else None
    if child is None:
        return None
    return child.get(W + "val", "1").lower() not in ("0", "false", "off", "none")


def _resolve(
    key: str, elements: dict[str, Element], ground: Look, looks: dict[str, Look]
) -> None:
    """Puts a style with everything it is based on among the looks, and what it is based on too; a
    circle of styles ends where it closes."""
    chain: dict[str, Element] = {}
    style: str | None = key
    while style in elements and style not in chain and style not in looks:
        chain[style] = elements[style]
        style = value(elements[style], "basedOn")
    # A character style is laid over a paragraph, so it must not carry the defaults.
    start = Look() if elements[key].get(W + "type") == "character" else ground
    look = looks.get(style or "", start)
    for name, item in reversed(chain.items()):
        look = looks[name] = over(look, _own(item))


def _own(style: Element) -> Look:
    name = (value(style, "name") or "").strip().lower()
    look = directly(style.find(W + "pPr"), style.find(W + "rPr"))
    level = named_level(name, look.level)
    contents = bool(CONTENTS_NAME.match(name))
    return replace(
        look,
        name=name,
        level=0 if contents else level,
        contents=contents,
        bullet=bool(BULLET_NAME.match(name)),
    )


def named_level(name: str, other: int | None = None) -> int | None:
    """The level of a heading that a style's name tells, else the other."""
    heading = HEADING_NAME.match(name)
    return int(heading[1]) if heading else TITLE_LEVELS.get(name, other)


def _level(outline: int) -> int:
    return outline + 1 if 0 <= outline < BODY_LEVEL else 0


def _number(text: str | None) -> TypeGuard[str]:
    return text is not None and text.isascii() and text.isdigit()
