"""Document → the stretches that are not the agreement's own voice: instructions to the drafter,
quotations of the guide, cover and signature lines (criterion G1 of the catalogue)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from agreementlint.model import Aside, Block, Document, Span
from agreementlint.norwegian.sentences import sentences
from agreementlint.vocabulary import wording

_INSTRUCTION = wording("asides", "instruction")
_TO_READER = wording("asides", "to_reader")
_OF_THE_TEXT = wording("asides", "of_the_text")
_GUIDE_SAYS = wording("asides", "guide_says")
_GUIDE = wording("asides", "guide")
_PARTIES_FOLLOW = wording("asides", "parties_follow")
_CITES_GUIDE = wording("asides", "cites_guide")
_ROLE = wording("asides", "signature_role")
_TIME_ROW = wording("asides", "time_row")
_STRUCK = re.compile(r"^[^(]{3,}\((?:slett|fjern|stryk)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[«\"“”]([^«»\"“”]{40,})[»\"“”]")
_OBLIGES = wording("asides", "obliges")
_SMALL = re.compile(r"\W*[a-zæøå]")
_PARENTHESIS = re.compile(r"[()]")
_LONGEST_ASIDE, _LONGEST_TITLE = 4000, 120
_FARTHEST = 100
"""Characters: how many blanks may stand before a parenthesis."""

_ENDS = (".", ":", ";", "!", "?")
_SHORT, _LINE = 45, 80
"""Characters: a line of a cover or signature is short, or ends without a full stop."""


def aside_spans(document: Document) -> list[tuple[Span, Aside]]:
    """Every stretch of the text that is an instruction to the drafter or a quotation."""
    found: list[tuple[Span, Aside]] = []
    found += ((s, "instruction") for s in _parentheses(document.text))
    found += ((s, "quotation") for s in _quotations(document))
    found += _sentences(document)
    return found


def is_instruction(sentence: str) -> bool:
    """Whether a sentence speaks to the person who fills in the form."""
    return bool(_INSTRUCTION.match(sentence)) and not speaks_to_reader(sentence)


def is_duty(bullet: str, lead: str) -> bool:
    """Whether a bullet goes on with what its lead obliges to, and so is no order, though it may
    look like one: "Kommunen skal:" – "oppgi hvem som har vakt"."""
    return bool(_SMALL.match(bullet)) and bool(_OBLIGES.search(lead))


def speaks_to_reader(sentence: str) -> bool:
    """Whether an order is one to those who work by the agreement ("Skriv det ned", "Send lista til
    alle"), and none about the paper itself."""
    return bool(_TO_READER.search(sentence)) and not _OF_THE_TEXT.search(sentence)


def _sentences(document: Document) -> Iterator[tuple[Span, Aside]]:
    lead = ""
    struck = False  # under a heading that says "slett dette avsnittet" everything is instruction
    for block in document.blocks:
        body = _text(document, block)
        if block.kind == "heading" or (len(body) < _LONGEST_TITLE and not body.endswith(_ENDS)):
            struck = bool(_STRUCK.search(body))
        if struck and block.kind != "heading":
            yield block.span, "instruction"
            continue
        lead = lead if block.kind == "bullet" else body
        for span in _sentence_spans(body, block.span.start):
            words = document.text[span.start : span.end]
            if block.kind == "bullet" and is_duty(words, lead):
                continue
            if is_instruction(words):
                yield span, "instruction"
            elif _GUIDE_SAYS.match(words) and not _PARTIES_FOLLOW.search(words):
                yield span, "quotation"


def _parentheses(text: str) -> Iterator[Span]:
    """Parentheses that open a paragraph or a sentence and hold an instruction, also over several
    paragraphs."""
    at = 0
    for start, end in _pairs(text):
        before = text[max(0, start - _FARTHEST) : start].rstrip(" ")
        if start < at or (before and not before.endswith(("\n", ".", ":", "?", "!", ")"))):
            continue
        lines = text[start + 1 : end].split("\n")
        inside = (line[s.start : s.end] for line in lines for s in sentences(line))
        if any(is_instruction(words) or _GUIDE_SAYS.match(words) for words in inside):
            stop = end + 1 + text.startswith(".", end + 1)
            yield Span(start, stop)
            at = stop


def _pairs(text: str) -> list[tuple[int, int]]:
    """The places of parentheses and of those that close them, not too far away; "A)" of a list
    closes none."""
    found: list[tuple[int, int]] = []
    waiting: list[int] = []
    for match in _PARENTHESIS.finditer(text):
        if match[0] == "(":
            waiting.append(match.start())
        elif waiting:
            start = waiting.pop()
            if match.start() - start < _LONGEST_ASIDE:
                found.append((start, match.start()))
    return sorted(found)


def _quotations(document: Document) -> Iterator[Span]:
    """The guide's words marked as its own: in italics with its name behind, in quotation marks in
    a sentence that names it, or set off as a quotation."""
    blocks = document.blocks
    for i, block in enumerate(blocks):
        body = _text(document, block)
        if block.italic and _CITES_GUIDE.search(body):
            yield block.span
            before = blocks[i - 1] if i else None
            if before and before.italic and not _text(document, before).endswith((".", ":")):
                yield before.span  # one quotation, cut in two by a page break
        elif body.startswith("> "):
            yield block.span
        elif quotations := list(_QUOTED.finditer(body)):
            if _CITES_GUIDE.search(body):
                yield block.span
            elif _GUIDE.search(body):
                yield from _with_quotation(body, block.span.start, quotations)


def _with_quotation(
    body: str, offset: int, quotations: Sequence[re.Match[str]]
) -> Iterator[Span]:
    """The sentences in which the quotations begin, to the end of these."""
    spans = _sentence_spans(body, 0)
    for quoted in quotations:
        place = bisect_right(spans, quoted.start(), key=lambda span: span.start) - 1
        if place >= 0 and quoted.start() < spans[place].end:
            end = max(spans[place].end, quoted.end())
            yield Span(offset + spans[place].start, offset + end)


def is_signature_line(text: str, block: Block) -> bool:
    """Whether a block behind the last paragraph belongs to names, roles and dates."""
    body = text[block.span.start : block.span.end].strip()
    if block.kind in ("columns", "row"):
        plan = _TIME_ROW.match(body)  # "Mars | Politiråd | Ordfører, lensmann"
        return block.kind == "columns" or bool(_ROLE.search(body) and not plan)
    is_sentence = body.endswith(".") and len(body) > _SHORT and not _ROLE.search(body)
    return len(body) < _LINE and not is_sentence


def is_cover_line(text: str, block: Block) -> bool:
    """Whether a block before the first paragraph is title, parties, period or letterhead."""
    body = text[block.span.start : block.span.end].strip()
    is_sentence = len(body) > _SHORT and body.endswith(".")
    return block.kind in ("text", "columns", "row") and not is_sentence


def _text(document: Document, block: Block) -> str:
    return document.text[block.span.start : block.span.end]


def _sentence_spans(body: str, offset: int) -> list[Span]:
    return [Span(s.start + offset, s.end + offset) for s in sentences(body)]
