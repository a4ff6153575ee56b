"""Turns the styles of an ODT into the look of every style and the levels of every list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from agreementlint.reading.archive import Element
from agreementlint.reading.word_lists import LEVELS, Level
from agreementlint.reading.word_styles import Look, named_level, over

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, STYLE, TABLE, DRAW = (
    f"{OASIS}{name}:1.0}}" for name in ("office", "text", "style", "table", "drawing")
)
FORMAT = f"{OASIS}xsl-fo-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

OUTLINE = "outline"
"""The list that numbers the headings."""

SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,9})?)(pt|%|cm|mm|in)$")
HALF_POINTS_IN: dict[str, float] = {"pt": 2.0, "cm": 56.69, "mm": 5.669, "in": 144.0}
ESCAPED = re.compile(r"_([0-9a-f]{2})_")
NUMERALS: dict[str, str] = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
USUAL_SIZE = 24.0  # half points, where the file says nothing
BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True)
class Styles:
    """The looks by family ("paragraph", "text") and name, and the levels of lists by name."""

    looks: dict[tuple[str, str], Look] = field(default_factory=dict)
    default: Look = field(default_factory=Look)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)

    def paragraph(self, name: str | None) -> Look:
        return self.looks.get(("paragraph", name or ""), self.default)

    def span(self, base: Look, name: str | None) -> Look:
        """The look of a stretch of text with a text style, inside one of the look `base`."""
        own = self.looks.get(("text", name or ""))
        return base if own is None else over(base, own)


def styles_of(roots: Iterable[Element]) -> Styles:
    """The styles of styles.xml and content.xml, in this order: the later counts."""
    elements: dict[tuple[str, str], Element] = {}
    levels: dict[str, dict[int, Level]] = {}
    ground = Look(size=USUAL_SIZE)
    for root in roots:
        for item in root.iter(STYLE + "style"):
            elements[item.get(STYLE + "family", ""), item.get(STYLE + "name", "")] = item
        for item in root.iter(TEXT + "list-style"):
            levels[item.get(STYLE + "name", "")] = dict(_levels(item))
        for item in root.iter(TEXT + "outline-style"):
            levels[OUTLINE] = dict(_levels(item))
        for item in root.iter(STYLE + "default-style"):
            if item.get(STYLE + "family") == "paragraph":
                ground = over(ground, _own(item, ground))
    looks: dict[tuple[str, str], Look] = {}
    for key in elements:
        _resolve(key, elements, ground, looks)
    return Styles(looks, ground, levels)


def plain_name(name: str) -> str:
    """A style's name as a user sees it: "Heading_20_1" is "heading 1"."""
    return ESCAPED.sub(lambda code: chr(int(code[1], 16)), name).lower()


def _resolve(
    key: tuple[str, str],
    elements: dict[tuple[str, str], Element],
    ground: Look,
    looks: dict[tuple[str, str], Look],
) -> None:
    """Puts a style and all those it goes back to among the looks; a circle ends where it closes."""
    chain: dict[tuple[str, str], Element] = {}
    while key in elements and key not in chain and key not in looks:
        chain[key] = elements[key]
        key = (key[0], elements[key].get(STYLE + "parent-style-name", ""))
    look = looks.get(key, ground if key[0] == "paragraph" else Look())
    for name, item in reversed(chain.items()):
        look = looks[name] = over(look, _own(item, look))


def _own(style: Element, base: Look) -> Look:
    """What a style says itself; sizes in percent are those of its base."""
    text = style.find(STYLE + "text-properties")
    said = text.attrib if text is not None else {}
    name = plain_name(style.get(STYLE + "display-name", "") or style.get(STYLE + "name", ""))
    outline = style.get(STYLE + "default-outline-level", "")
    level = int(outline) if re.fullmatch("[1-9]|10", outline) else None
    weight, slope = said.get(FORMAT + "font-weight"), said.get(FORMAT + "font-style")
    return Look(
        name=name,
        level=named_level(name, level),
        bold=None if weight is None else weight in BOLD,
        italic=None if slope is None else slope in ("italic", "oblique"),
        hidden=True if said.get(TEXT + "display") == "none" else None,
        size=_size(said.get(FORMAT + "font-size", ""), base.size),
        contents=name.startswith("contents "),
    )


def _size(text: str, base: float | None) -> float | None:
    """A font size in half points."""
    found = SIZE.match(text)
    if found is None:
        return None
    number, unit = float(found[1]), found[2]
    return (base or USUAL_SIZE) * number / 100 if unit == "%" else number * HALF_POINTS_IN[unit]


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    """The levels of a list style, from 0, as Word would write them."""
    for item in parent:
        depth = item.get(TEXT + "level", "")
        if not re.fullmatch(f"[1-{LEVELS}]", depth):
            continue
        numeral = NUMERALS.get(item.get(STYLE + "num-format", ""), "none")
        bullet = item.tag in (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image")
        start = item.get(TEXT + "start-value", "1")
        yield (
            int(depth) - 1,
            Level(
                "bullet" if bullet else numeral,
                _pattern(item, int(depth)),
                int(start) if re.fullmatch(r"\d{1,9}", start) else 1,
            ),
        )


def _pattern(item: Element, depth: int) -> str:
    """What a label is made of: "%1.%2." for a number of two levels with a full stop after it."""
    shown = item.get(TEXT + "display-levels", "1")
    first = max(1, depth + 1 - int(shown)) if re.fullmatch(r"\d{1,2}", shown) else depth
    numbers = ".".join(f"%{number}" for number in range(first, depth + 1))
    before, after = (item.get(f"{STYLE}num-{end}", "")[:20] for end in ("prefix", "suffix"))
    return f"{before}{numbers}{after}"


def with_outline(look: Look, outline: str | None) -> Look:
    """The look of a text:h, whose own outline level counts before that of its style."""
    level = int(outline) if outline and re.fullmatch("[1-9]|10", outline) else look.level or 1
    return replace(look, level=level)
