"""Turns a document's name and a seed into the look of its rendering, always the same one."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Style:
    """How a rendering looks. Sizes are in points; `ruling` is that of tables; `bullet` is the glyph
    and `hanging` whether it is a label of its own; `by_hand` is a Word document without styles."""

    serif: bool
    size: float
    heading_scale: float
    bold_headings: bool
    bullet: str
    hanging: bool
    ruling: Literal["grid", "lines", "none"]
    columns: int
    by_hand: bool


def style_of(name: str, seed: int) -> Style:
    """The look of the document `name` under `seed`."""
    dice = random.Random(f"{name}/{seed}")
    bold = dice.random() < 0.75
    return Style(
        serif=dice.random() < 0.5,
        size=dice.choice((10.0, 10.5, 11.0, 12.0)),
        # Headings of body size are told by their weight alone, so only where they are bold.
        heading_scale=dice.choice((1.0, 1.1, 1.25) if bold else (1.2, 1.35)),
        bold_headings=bold,
        bullet=dice.choice(("•", "•", "–", "-")),
        hanging=dice.random() < 0.7,
        ruling=dice.choice(("grid", "lines", "none")),
        columns=2 if dice.random() < 0.2 else 1,
        by_hand=dice.random() < 0.35,
    )
