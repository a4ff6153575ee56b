"""Lines to drafts of blocks: which line goes on with which, what is a bullet, row or contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from agreementlint.model import BlockKind
from agreementlint.reading.layout import Line
from agreementlint.reading.marks import (
    DATE,
    DATELINE,
    breaks_word,
    ends_sentence,
    has_leaders,
    is_fill,
    is_labelled,
    is_listing,
    is_name_like,
    is_open,
    joins_back,
    marked,
    starts_clause,
    starts_lower,
)

LEADERS = re.compile(r"(?:[\s.…]*[.…]|\s)\s*\d{1,3}$")
TRAILING_NUMBER = re.compile(r"\S\s+\d{1,3}$")
CONTENTS_TITLE = re.compile(
    r"(?:innhold|innhald)(?:s(?:fortegnelse|liste|oversikt|oversyn))?:?$", re.I
)
NUMBERED = re.compile(r"(?:§\s*)?(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2})*\.?\s+\S")
LONE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?$")
FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹]\s*\S")


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before its text is put together. `level` as in `model.Block`."""

    kind: BlockKind
    lines: tuple[Line, ...]
    level: int = 0

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def gap(self) -> bool:
        return self.lines[0].gap


def drafts(lines: Sequence[Line]) -> list[Draft]:
    """The lines of a document, running headers gone, as drafts in reading order."""
    lines = [marked(line) for line in lines]
    lines = [_parenthetical(lines, i) for i in range(len(lines))]
    contents = contents_lines(lines)
    width = wrap_width(lines)
    found: list[Draft] = []
    for index, line in enumerate(lines):
        kind = "contents" if index in contents else _kind(line)
        above = found[-1] if found and kind == "text" else None
        if above and (continues(above, line, line.width or width) or _numbers(above, line)):
            found[-1] = Draft(found[-1].kind, (*found[-1].lines, line), found[-1].level)
        else:
            found.append(Draft(kind, (line,), line.level))
    return _with_depths(found)


def _numbers(draft: Draft, line: Line) -> bool:
    """Whether the draft is a heading's number alone ("2.3") and the line below it the heading."""
    title = len(line.text) <= 110 and not (line.mark or ends_sentence(line))
    return title and draft.lines[0].page == line.page and bool(LONE_NUMBER.match(draft.text))


def _kind(line: Line) -> BlockKind:
    if line.level:
        return "heading"
    if line.table is not None:
        return "row"
    if line.cells:
        return "columns"
    if line.mark:
        return "bullet"
    return "note" if FOOTNOTE.match(line.text) else "text"


def _parenthetical(lines: list[Line], index: int) -> Line:
    """A dash that carries on the sentence of the line above is no bullet: give it back."""
    line = lines[index]
    if line.mark not in ("–", "—") or line.gap or index == 0 or line.mark_x is None:
        return line
    above = lines[index - 1]
    if above.mark or above.cells or above.level or ends_sentence(above):
        return line
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is not None and below.mark == line.mark:
        return line
    dash = line.words[0]._replace(text=line.mark, x0=line.mark_x, x1=line.mark_x + line.em)
    return Line(
        (dash, *line.words),
        line.page,
        line.number,
        line.em,
        line.left,
        line.size,
        line.bold,
        line.italic,
    )


def contents_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines of a table of contents: lines with leaders, and what follows a
    title such as "Innhold" as long as it is numbered or ends with a page number."""
    found = {i for i, line in enumerate(lines) if has_leaders(line.text)}
    for start, title in enumerate(lines):
        if not CONTENTS_TITLE.match(title.text):
            continue
        run, titles = [start], set[str]()
        for index in range(start + 1, len(lines)):
            line = lines[index]
            if not _is_entry(line) and index not in found:
                break
            if line.level or _entry(line.text) in titles:
                break
            run.append(index)
            titles.add(_entry(line.text))
        if len(run) >= 4:
            found.update(run)
    return frozenset(found)


def _entry(text: str) -> str:
    """The title in an entry of a table of contents: the leaders and the page number gone."""
    return LEADERS.sub("", text)


def _is_entry(line: Line) -> bool:
    text = line.text
    short = len(text) <= 110 and not text.endswith((".", ":", ";"))
    return short and bool(NUMBERED.match(text) or TRAILING_NUMBER.search(text))


def wrap_width(lines: Sequence[Line]) -> float | None:
    """The width at which the document's paragraphs are wrapped, in characters; None where the
    lines of the file are whole paragraphs."""
    neighbours = _neighbours(lines)
    broken = [above.right for above, below in neighbours if _splits_sentence(above, below)]
    if not broken:
        return None
    usual = median_low(broken)
    near = [above.right for above, _ in neighbours if usual <= above.right <= 1.3 * usual]
    near.sort()
    return max(usual, near[round(0.97 * (len(near) - 1))])


def _neighbours(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Pairs of lines of which the second could go on with the first."""
    return [
        (above, below)
        for above, below in pairwise(lines)
        if above.page == below.page
        and not (below.gap or below.mark or below.cells or below.level)
        and not (above.cells or above.level)
    ]


def _splits_sentence(above: Line, below: Line) -> bool:
    last, first = above.words[-1].text, below.words[0].text
    if breaks_word(last, first) and starts_lower(below):
        return True
    return (
        starts_lower(below)
        and not ends_sentence(above)
        and above.right >= 20
        and not is_name_like(above.text)
    )


def continues(draft: Draft, line: Line, width: float | None) -> bool:
    """Whether the line goes on with the draft; `width` is that of `wrap_width`."""
    above = draft.lines[-1]
    if draft.kind not in ("text", "bullet", "note") or line.mark or above.cells:
        return False
    if abs(above.size - line.size) > 0.07 or is_fill(above.text) or is_fill(line.text):
        return False
    if len(draft.lines) == 1 and DATELINE.match(above.text):
        return False
    turned = above.page != line.page
    if line.gap and not turned:
        return False
    if breaks_word(above.words[-1].text, line.words[0].text) and starts_lower(line):
        return True
    if turned:
        return _runs_over(above, line, width)
    if draft.kind == "bullet" and line.indent > draft.lines[0].indent + 0.7:
        return True
    if draft.kind == "text" and not _aligned(draft, line):
        return is_listing(above) or is_open(above) or joins_back(line)
    if above.bold != line.bold and not _is_full(above, line, width):
        return False
    if starts_clause(line) and (ends_sentence(above) or line.bold or line.size > 1.05):
        return False
    if is_labelled(line) and is_labelled(above):
        return False
    return _flows(above, line, width) or _is_within(draft, line, width)


def _is_within(draft: Draft, line: Line, width: float | None) -> bool:
    """Whether the words before the line are the beginning of a sentence: most of them small, and
    many; or the lines around a short one show that it stands within a sentence."""
    above = draft.lines[-1]
    if ends_sentence(above) or starts_clause(line):
        return False
    if len(draft.lines) > 1 and starts_lower(above) and (starts_lower(line) or _is_dated(line)):
        return True
    small = sum(word.text[0].islower() for word in above.words)
    far = width is not None and above.right >= 0.7 * width
    return draft.kind == "text" and far and small >= max(4, len(above.words) / 2)


def _is_dated(line: Line) -> bool:
    """Whether the line begins with a date."""
    return DATE.match(line.text) is not None


def _runs_over(above: Line, line: Line, width: float | None) -> bool:
    """Whether a paragraph goes on over the page, as far as its sentences tell."""
    if not ends_sentence(above):
        return _flows(above, line, width)
    return above.words[-1].text.endswith((":", ";")) and starts_lower(line)


def _flows(above: Line, line: Line, width: float | None) -> bool:
    """Whether the line above ends for want of space, or in the middle of a phrase."""
    if _is_full(above, line, width) or is_listing(above) or joins_back(line):
        return True
    far = above.right >= (0.6 * width if width else 20)
    if is_open(above) and (far or starts_lower(line)):
        return True
    if ends_sentence(above) or is_name_like(above.text):
        return False
    return far and starts_lower(line)


def _is_full(above: Line, line: Line, width: float | None) -> bool:
    if width is None or above.right > 1.15 * width:
        return False
    first = line.words[0]
    return above.right + 1 + (first.x1 - first.x0) / line.em > width


def _aligned(draft: Draft, line: Line) -> bool:
    """Whether the line begins where the paragraph's lines do; the first may be set in or out."""
    above = draft.lines[-1]
    if abs(above.indent - line.indent) < 1.5:
        return True
    return len(draft.lines) == 1 and -1.5 < above.indent - line.indent < 8


def _with_depths(found: list[Draft]) -> list[Draft]:
    """Bullets get their depth: one more for every indent they stand to the right of."""
    indents: list[float] = []
    for index, draft in enumerate(found):
        if draft.kind != "bullet":
            if draft.kind != "text" or draft.gap:
                indents = []
            continue
        here = draft.lines[0].indent
        while indents and here < indents[-1] - 0.7:
            indents.pop()
        if not indents or here > indents[-1] + 0.7:
            indents.append(here)
        found[index] = Draft("bullet", draft.lines, len(indents))
    return found
