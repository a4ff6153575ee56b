"""Text whose every character knows where in a word processor's document it comes from."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

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
    """Where a character comes from and how it looks; `run` is None for what is counted out."""

    paragraph: int | None
    run: int | None
    bold: bool = False
    italic: bool = False
    size: float = 0.0  # half points
    prompt: bool = False  # what a content control asks for


@dataclass(frozen=True, slots=True)
class Strip:
    """Text and, for each of its characters, the ink."""

    text: str = ""
    inks: tuple[Ink, ...] = ()

    @classmethod
    def plain(cls, text: str) -> Strip:
        """Text that comes from no run."""
        return cls(text, (Ink(None, None),) * len(text))

    def cut(self, start: int, end: int | None = None) -> Strip:
        return Strip(self.text[start:end], self.inks[start:end])

    def trimmed(self) -> Strip:
        left = len(self.text) - len(self.text.lstrip())
        return self.cut(left, max(left, len(self.text.rstrip())))

    def __add__(self, other: Strip) -> Strip:
        return Strip(self.text + other.text, self.inks + other.inks)


def joined(lines: Sequence[Strip]) -> Strip:
    return Strip(
        "".join(line.text for line in lines), tuple(ink for line in lines for ink in line.inks)
    )


def bracketed(line: Strip) -> Strip:
    """The line with each prompt in brackets, if it has none of its own."""
    if not any(ink.prompt for ink in line.inks):
        return line
    parts, at = [], 0
    for prompt, group in groupby(line.inks, key=lambda ink: ink.prompt):
        part = line.cut(at, at + len(list(group)))
        at += len(part.text)
        bare = part.text.strip()
        if prompt and bare and bare[0] not in "[<{":
            ink = replace(part.inks[0], run=None)
            part = Strip("[", (ink,)) + part.trimmed() + Strip("]", (ink,))
        parts.append(part)
    return joined(parts)


def spaced(lines: Sequence[Strip]) -> Strip:
    """The lines as one, with a space between."""
    parts: list[Strip] = []
    for line in lines:
        if parts:
            parts.append(Strip(" ", (parts[-1].inks or line.inks)[-1:]))
        parts.append(line)
    return joined(parts)


def legible(text: str) -> str:
    """The characters as they are to be read: composed, with plain spaces, the signs of symbol fonts
    as such, and none that cannot be seen."""
    text = text.translate(SPACES).replace("\n", " ").replace("\t", " ")
    return unicodedata.normalize("NFC", "".join(map(plain, text)))


def plain(character: str) -> str:
    """Symbol fonts keep their signs at U+F000 and up."""
    code = ord(character)
    return SYMBOLS.get(code - 0xF000, "") if 0xF000 <= code <= 0xF0FF else character
