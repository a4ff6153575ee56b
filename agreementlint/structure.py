"""Document → Agreement: sections, and sentences that know whether they are operative text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from agreementlint.asides import aside_spans, is_cover_line, is_signature_line
from agreementlint.model import Aside, Block, Document, Section, Sentence, Span, Standard
from agreementlint.norwegian.sentences import pieces, sentences
from agreementlint.norwegian.standard import standard
from agreementlint.vocabulary import wording

_NUMBER = re.compile(
    r"^(?:§\s*)?(\d+(?:\.\d+)*|[IVXL]+|[a-zæøå])[.)]?\s+(?=\S)|^((?:Post|Punkt|Kapittel|Kap\.)\s+\d+)\b[.:]?\s*"
)


_Ranked = tuple[int, tuple[Span, Aside]]
"""An aside and its place among all: where several cover a sentence the first one counts."""

_ITEM = re.compile(r"\W*(?:\d{1,2}(?:\.\d+)*|[a-zæøå])[.)]\s", re.IGNORECASE)
"""What numbers a bullet: "(1)", "a)", "2."."""

_DATELINE = re.compile(r"^\W*(?:dato|stad|sted)\b|^[^\W\d]+,\s+(?:den\s+)?\d", re.IGNORECASE)
_VERB = wording("asides", "verb")
_SHORTEST_BULLET, _FEWEST_WORDS, _FEWEST_UNENDED = 12, 4, 6


@dataclass(frozen=True, eq=False)
class Agreement:
    """A document with its structure: what every later stage reads. It is equal to itself alone, so
    that what was found out about it can be remembered without comparing its whole text."""

    document: Document
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]

    def text_of(self, span: Span) -> str:
        return self.document.text[span.start : span.end]

    def titles(self, section: int) -> Iterator[str]:
        """The titles above a sentence of this section, the nearest first."""
        at: int | None = section
        while at is not None:
            yield self.sections[at].title
            at = self.sections[at].parent

    @cached_property
    def operative(self) -> tuple[int, ...]:
        """Indices of the sentences that say something in the agreement's own voice."""
        return tuple(i for i, s in enumerate(self.sentences) if s.aside is None)

    @cached_property
    def standard(self) -> Standard | None:
        """The written standard of most of the operative text."""
        chars = {"nb": 0, "nn": 0}
        for i in self.operative:
            s = self.sentences[i]
            if s.standard:
                chars[s.standard] += s.span.end - s.span.start
        if not any(chars.values()):
            return None
        return "nn" if chars["nn"] > chars["nb"] else "nb"


def analyse(document: Document) -> Agreement:
    """The sections and sentences of a document. Positions are those of `document.text`."""
    sections = _sections(document)
    drafts = _sentences(document, sections)
    return Agreement(document, tuple(sections), tuple(_with_leads(document, drafts)))


def _sections(document: Document) -> list[Section]:
    text = document.text
    starts: list[tuple[Block | None, int]] = [(None, 0)]
    starts += [(b, b.span.start) for b in document.blocks if b.kind == "heading"]
    sections: list[Section] = []
    open_levels: list[int] = []  # indices of the sections that enclose the next heading
    for i, (block, start) in enumerate(starts):
        end = starts[i + 1][1] if i + 1 < len(starts) else len(text)
        if block is None:
            sections.append(Section("", 0, Span(start, end)))
            continue
        raw = text[block.span.start : block.span.end].strip()
        number = _NUMBER.match(raw)
        while open_levels:
            above = sections[open_levels[-1]]
            # "3.1" stands under "3", though both are marked alike
            numbered_under = number and above.number and raw.startswith(f"{above.number}.")
            if above.level < block.level or (above.level == block.level and numbered_under):
                break
            open_levels.pop()
        sections.append(
            Section(
                title=(raw[number.end() :] if number else raw).strip(" :.*_#"),
                level=block.level,
                span=Span(start, end),
                heading=block.span,
                number=(number.group(1) or number.group(2)) if number else None,
                parent=open_levels[-1] if open_levels else None,
            )
        )
        open_levels.append(len(sections) - 1)
    return sections


def _sentences(document: Document, sections: list[Section]) -> list[Sentence]:
    found: list[Sentence] = []
    asides = deque(sorted(enumerate(aside_spans(document)), key=lambda aside: aside[1][0].start))
    around: list[_Ranked] = []
    section = 0
    last_prose = _last_prose(document)
    first_prose = _first_prose(document)
    written: Standard | None = None
    for index, block in enumerate(document.blocks):
        while section + 1 < len(sections) and sections[section + 1].span.start <= block.span.start:
            section += 1
        body = document.text[block.span.start : block.span.end]
        written = standard(body) or written
        whole = block.kind in ("heading", "row", "columns", "contents")
        spans = list(pieces(body, Span(0, len(body)))) if whole else sentences(body)
        for span in spans:
            span = Span(span.start + block.span.start, span.end + block.span.start)
            draft = Sentence(span, index, section, block.kind, standard=written)
            if block.kind == "heading":
                draft = replace(draft, aside="heading")
            elif block.kind == "contents":
                draft = replace(draft, aside="contents")
            elif why := _why_aside(span, asides, around):
                draft = replace(draft, aside=why)
            elif index > last_prose and is_signature_line(document.text, block):
                draft = replace(draft, aside="signature")
            elif index < first_prose and is_cover_line(document.text, block):
                draft = replace(draft, aside="cover")
            found.append(draft)
    return found


def _why_aside(span: Span, asides: deque[_Ranked], around: list[_Ranked]) -> Aside | None:
    """The first of the asides that covers the span, of which each is asked in turn. `asides` are
    those that begin further on, `around` those that began before: both are kept up to date."""
    while asides and asides[0][1][0].start <= span.start:
        around.append(asides.popleft())
    around[:] = [aside for aside in around if aside[1][0].end >= span.end]
    return min(around)[1][1] if around else None


def _is_prose(document: Document, block: Block) -> bool:
    """Whether a block is running text, and no line of a cover or of signatures."""
    body = document.text[block.span.start : block.span.end].rstrip()
    if block.kind in ("heading", "columns", "contents", "row") or _DATELINE.search(body):
        return False
    if block.kind == "bullet":
        return len(body) > _SHORTEST_BULLET
    words = len(body.split())
    says = bool(_VERB.search(body))
    if body.endswith((".", ":", ";", "!", "?", ")")):
        return words >= _FEWEST_WORDS or (says and words > 2)
    return says and words >= _FEWEST_UNENDED


def _last_prose(document: Document) -> int:
    prose = [i for i, b in enumerate(document.blocks) if _is_prose(document, b)]
    return prose[-1] if prose else -1


def _first_prose(document: Document) -> int:
    prose = (i for i, b in enumerate(document.blocks) if _is_prose(document, b))
    return next(prose, len(document.blocks))


def _with_leads(document: Document, drafts: list[Sentence]) -> list[Sentence]:
    """Each bullet and table row gets the sentence that introduces it: a paragraph, or a bullet
    that ends with a colon ("(1) Politiet skal:"), until one of its own kind follows. A second
    table has no lead if nothing is said between the two."""
    lead: int | None = None
    above: int | None = None
    table: int | None = None
    done: list[Sentence] = []
    for i, draft in enumerate(drafts):
        if draft.kind in ("bullet", "row"):
            own = document.blocks[draft.block].table
            if table is not None and own is not None and own != table:
                lead = None  # a second table, with nothing said between the two
            table = own or table
            if above is not None and _is_beside(document, drafts[above], draft):
                above = None
            at = lead if above is None else above
            led = at is not None and done[at].aside == "instruction"
            aside = draft.aside or ("instruction" if led else None)
            done.append(replace(draft, lead=at, aside=aside))
            if draft.kind == "bullet" and _text(document, draft).endswith(":"):
                above = i
            continue
        done.append(draft)
        above = table = None
        if draft.kind in ("text", "note"):
            lead = i
        elif draft.kind == "heading":
            lead = None
    return done


def _is_beside(document: Document, above: Sentence, draft: Sentence) -> bool:
    """Whether a bullet stands beside an earlier one, not below it: further out, or numbered too."""
    if draft.block == above.block:
        return False
    outer = document.blocks[draft.block].level < document.blocks[above.block].level
    both = all(_ITEM.match(_text(document, one)) for one in (above, draft))
    return outer or both


def _text(document: Document, sentence: Sentence) -> str:
    return document.text[sentence.span.start : sentence.span.end].strip()
