"""The strips of a page to those of its text and those that stand beside it: stamps and notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agreementlint.reading.marks import SENTENCE_END, is_fill
from agreementlint.reading.pdf_columns import Body, Strip

BESIDE = 0.9
"""Strips whose baselines differ by less, in units of the type's size, stand beside each other."""

LEADING = 2.0
"""The most from one line to the next of the same stamp or paragraph, in the same units."""

LINES, FEWEST_LINES, WORDS = 6, 3, 5
"""The most lines of a stamp, the fewest of a text, and the fewest words of a line of text."""

NEAR = 4.0
"""Points within which strips begin at the same edge."""

MOST_BLOCKS = 12
"""A page with more of them beside its text is a table or a form."""


def without_asides(found: list[Strip], body: Body) -> tuple[list[Strip], list[Strip]]:
    """The strips of the text, and those of the stamps and notes on its right. A stamp stands alone,
    and the sentences on its left run on from line to line as if it were not there."""
    ordered = sorted(found, key=lambda strip: strip.baseline)
    near = BESIDE * body.size
    if all(b.baseline - a.baseline >= near for a, b in pairwise(ordered)):
        return found, []
    lines = _lines_of_text(ordered, body)
    if len(lines) < FEWEST_LINES:
        return found, []
    taken = set(map(id, lines))
    others = [strip for strip in ordered if id(strip) not in taken]
    blocks = list(_blocks(others, lines, body))
    if len(blocks) > MOST_BLOCKS:
        return found, []
    aside = {
        id(strip)
        for block in blocks
        if _stands_alone(block, others) and _is_passed(block, lines, body)
        for strip in block
    }
    beside = [strip for strip in ordered if id(strip) in aside]
    return [strip for strip in found if id(strip) not in aside], beside


def _lines_of_text(found: Sequence[Strip], body: Body) -> list[Strip]:
    """The lines of running text that begin where most of them do, from the top down, and the short
    ones that they run on to."""
    prose = [
        strip
        for strip in found
        if len(strip.words) >= WORDS
        and 2 * sum(word.text[0].islower() for word in strip.words) > len(strip.words)
    ]
    edges = Counter(round(strip.x0) for strip in prose)
    edge = max(edges, key=lambda edge: edges[edge], default=0)
    at_edge = [strip for strip in found if abs(strip.x0 - edge) <= NEAR]
    full = {id(strip) for strip in prose}
    ends = {id(below) for above, below in pairwise(at_edge) if _runs_on(above, below, body)}
    return [strip for strip in at_edge if id(strip) in ends or id(strip) in full]


def _blocks(others: Sequence[Strip], lines: Sequence[Strip], body: Body) -> Iterator[list[Strip]]:
    """Strips close below each other that have lines of text on their left."""
    block: list[Strip] = []
    left = min(line.x0 for line in lines) + body.em
    for strip in others:
        if strip.x0 < left:
            continue
        if block and strip.baseline - block[-1].baseline > LEADING * body.size:
            yield block
            block = []
        block.append(strip)
    if block:
        yield block


def _stands_alone(block: Sequence[Strip], others: Sequence[Strip]) -> bool:
    """Whether a block is as small as a stamp, and nothing else is set in a column with it or
    begins a row that it ends."""
    if len(block) > LINES or any(len(s.words) > WORDS or is_fill(s.words[0].text) for s in block):
        return False
    own = set(map(id, block))
    return not any(
        abs(strip.x0 - one.x0) <= NEAR or abs(strip.baseline - one.baseline) <= NEAR / 2
        for one in block
        for strip in others
        if id(strip) not in own
    ) and all(b.baseline - a.baseline > NEAR / 2 for a, b in pairwise(block))


def _is_passed(block: Sequence[Strip], lines: Sequence[Strip], body: Body) -> bool:
    """Whether the text goes on past a block: its lines end before the block or run over it, and
    the block does not begin with the sentences, as the cells of a row do."""
    first, near = min(strip.x0 for strip in block), BESIDE * body.size
    beside = [line for line in lines if any(abs(line.baseline - s.baseline) < near for s in block)]
    if not beside or any(line.x1 + body.em > first for line in beside):
        return False
    running = [
        (above, line)
        for above, line in pairwise(lines)
        if (above in beside or line in beside) and _runs_on(above, line, body)
    ]
    if len(block) == 1:
        return bool(running)
    within = {line.baseline for _, line in running}
    starts = [line.baseline for line in beside if line.baseline not in within]
    return any(all(abs(s.baseline - start) > NEAR / 4 for start in starts) for s in block)


def _runs_on(above: Strip, line: Strip, body: Body) -> bool:
    close = line.baseline - above.baseline <= LEADING * body.size
    ended = SENTENCE_END.search(above.words[-1].text)
    return close and not ended and line.words[0].text[0].islower()
