"""Turns numbering.xml and the list level of each paragraph into the labels that Word would show.

Word stores "2.1" nowhere: it counts while it shows the page, so we count in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from agreementlint.reading.archive import Element
from agreementlint.reading.word_styles import Look, W, switch, value

LEVELS = 9
LONGEST_PATTERN = 100
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `format` is Word's numFmt, `pattern` its lvlText ("%1.%2")."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    style: str | None = None
    plain: bool = False  # isLgl: show all numbers as decimals


@dataclass(frozen=True, slots=True)
class List:
    """A list of numbering.xml. Lists with the same `counter` count on; one with `restarts` sets the
    count of those levels when it is first used."""

    counter: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a list paragraph: a bullet (`text` is "") or a number; depth from 1."""

    text: str
    depth: int
    bullet: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How far each list has come while a document is read from its start (filled on the way)."""

    reached: dict[str, dict[int, int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)


def lists_of(root: Element | None) -> dict[str, List]:
    """The lists by w:numId."""
    if root is None:
        return {}
    bases = {item.get(W + "abstractNumId", ""): item for item in root.iter(W + "abstractNum")}
    by_style = {
        link: item for item in bases.values() if (link := value(item, "styleLink")) is not None
    }
    found = {}
    for item in root.iter(W + "num"):
        key = value(item, "abstractNumId") or ""
        base = bases.get(key)
        if base is None:
            continue
        linked = by_style.get(value(base, "numStyleLink") or "")
        found[item.get(W + "numId", "")] = _list(key, linked if linked is not None else base, item)
    return found


def label_of(look: Look, style: str | None, lists: dict[str, List], counts: Counts) -> Label | None:
    """The label of the next paragraph of the document, which is counted; None: it has none."""
    if look.numbering is None or (shown := lists.get(look.numbering[0])) is None:
        return None
    depth = look.numbering[1]
    if depth is None:
        depth = next(
            (n for n, level in shown.levels.items() if style and level.style == style),
            max(0, (look.level or 1) - 1),
        )
    level = shown.levels.get(depth)
    if level is None or level.format == "none":
        return None
    if level.format == "bullet":
        return Label("", depth + 1, bullet=True)
    reached = _counted(look.numbering[0], shown, depth, counts)
    text = re.sub(
        r"%([1-9])", lambda m: _shown(shown, int(m[1]) - 1, reached, level.plain), level.pattern
    ).strip()
    return Label(text, depth + 1, bullet=False) if text else None


def _counted(key: str, shown: List, depth: int, counts: Counts) -> dict[int, int]:
    reached = counts.reached.setdefault(shown.counter, {})
    if key not in counts.seen:
        counts.seen.add(key)
        for restarted in shown.restarts:
            reached.pop(restarted, None)
    start = shown.restarts.get(depth, shown.levels[depth].start)
    reached[depth] = reached[depth] + 1 if depth in reached else start
    for deeper in [n for n in reached if n > depth]:
        del reached[deeper]
    return reached


def _shown(shown: List, depth: int, reached: dict[int, int], plain: bool) -> str:
    level = shown.levels.get(depth, Level())
    number = reached.get(depth, level.start)
    return NUMERALS.get("decimal" if plain else level.format, str)(number)


def _list(counter: str, base: Element, item: Element) -> List:
    levels = _levels(base)
    restarts: dict[int, int] = {}
    for override in item.iter(W + "lvlOverride"):
        depth = _int(override.get(W + "ilvl"), 0)
        levels |= _levels(override)
        if (start := value(override, "startOverride")) is not None:
            restarts[depth] = _int(start, 1)
    return List(counter, levels, restarts)


def _levels(parent: Element) -> dict[int, Level]:
    found = {}
    for item in parent.findall(W + "lvl"):
        depth = _int(item.get(W + "ilvl"), 0)
        if depth < LEVELS:
            found[depth] = Level(
                value(item, "numFmt") or "decimal",
                (value(item, "lvlText") or "")[:LONGEST_PATTERN],
                _int(value(item, "start"), 0 if value(item, "start") is None else 1),
                value(item, "pStyle"),
                bool(switch(item, "isLgl")),
            )
    return found


def _int(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else default


def _letter(number: int) -> str:
    """a … z, aa … zz, as Word counts on after z."""
    if number < 1:
        return ""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 9)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for worth, letters in ROMAN:
        times, number = divmod(number, worth)
        text += letters * times
    return text


NUMERALS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "ordinal": lambda number: f"{number}.",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
