"""Turns sketches into sketches whose headings and table of contents made by hand are told apart.

Many authors write a heading as a bold line. What tells it from other lines is the same as on a PDF
page, so the rules for lines decide; only the type comes from the runs here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from agreementlint.reading import headings
from agreementlint.reading.layout import Line, Word
from agreementlint.reading.paragraphs import Draft, contents_lines
from agreementlint.reading.strips import spaced
from agreementlint.reading.word_blocks import Sketch

LEADS_ON = re.compile(r"\bat\b|\b(?:skal|må|lyt|kan|vil|bør|er|har|å)$")
STYLED = 2  # as many headings with a style mean that the author used styles


def with_contents(sketches: Sequence[Sketch]) -> list[Sketch]:
    """The sketches; the lines of a table of contents that was typed became contents."""
    found = contents_lines([_draft(sketch, 1.0, gap=True).lines[0] for sketch in sketches])
    return [
        replace(sketch, kind="contents", level=0, cells=(spaced(list(sketch.cells)),))
        if place in found and sketch.table is None
        else sketch
        for place, sketch in enumerate(sketches)
    ]


def with_hand_made_headings(sketches: Sequence[Sketch]) -> list[Sketch]:
    """The sketches; short lines in larger or bolder type, or numbered ones, became headings.

    Where heading styles reach into the body, only type counts beside them, and a heading made by
    hand stands one level below the styled one before it."""
    body = _body_size(sketches)
    drafts = [
        _draft(sketch, body, gap=before is None or _stands_apart(before, sketch))
        for before, sketch in zip([None, *sketches], sketches, strict=False)
    ]
    styled = sum(sketch.kind == "heading" for sketch in sketches) >= STYLED
    found = (
        headings.with_headings(headings.by_type(drafts))
        if styled
        else headings.with_headings(
            [
                replace(draft, kind="text", level=0) if draft.kind == "heading" else draft
                for draft in drafts
            ]
        )
    )
    above = 0
    result = []
    for sketch, draft in zip(sketches, found, strict=True):
        if sketch.kind == "heading":
            above = sketch.level
        elif draft.kind == "heading":
            sketch = replace(sketch, kind="heading", level=above + 1 if styled else draft.level)
        result.append(sketch)
    return result


def _stands_apart(before: Sketch, sketch: Sketch) -> bool:
    """Whether there is space between two blocks: not between the lines of a paragraph, nor between
    bullets and a line that cannot stand without them."""
    if sketch.kind == "bullet" and LEADS_ON.search(before.text):
        return False
    inks = before.inks[:1] + sketch.inks[:1]
    return len(inks) < 2 or inks[0].paragraph != inks[1].paragraph


def _body_size(sketches: Sequence[Sketch]) -> float:
    """The size in which most of the running text is set, in half points."""
    sizes = Counter(
        ink.size for sketch in sketches if sketch.kind in ("text", "bullet") for ink in sketch.inks
    )
    return max(sizes, key=lambda size: sizes[size], default=0.0) or 1.0


def _draft(sketch: Sketch, body: float, gap: bool) -> Draft:
    """The sketch as the heading rules see one: words on a line, with relative size and weight."""
    words, at = [], 0
    for text in sketch.text.split():
        words.append(Word(text, float(at), float(at + len(text))))
        at += len(text) + 1
    inks = sketch.inks
    line = Line(
        tuple(words),
        size=min((ink.size for ink in inks), default=body) / body,
        bold=bool(inks) and all(ink.bold for ink in inks),
        italic=bool(inks) and all(ink.italic for ink in inks),
        level=sketch.level if sketch.kind == "heading" else 0,
        gap=gap,
        table=sketch.table,
    )
    return Draft(sketch.kind, (line,), sketch.level)
