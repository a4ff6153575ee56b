"""Document → the lines of its signature block: who signs in what role, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile

from agreementlint.districts import districts
from agreementlint.facts.signing_lines import (
    FINITE,
    FOR,
    LETTER,
    LONGEST,
    ROLES,
    RULED,
    SIDES,
    Line,
    is_date_line,
    lines_of,
)
from agreementlint.facts.wording import words_of
from agreementlint.mentions import mentions
from agreementlint.model import Block, Sentence, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_HEADING = wording("signatur", "heading")
_SIGNED_BY = wording("signatur", "signed_by")
_LIST_LEAD = wording("signatur", "list_lead")
HAS_SIGNED = wording("signatur", "has_signed")
NOT_YET = wording("signatur", "not_yet")
_NOT_SIGNED = wording("signatur", "refused")
_CONTACTS = wording("signatur", "contacts")
_REACHED = wording("signatur", "reached")
_OTHER_ROW = wording("signatur", "other_row")
_AFTERWORD = 6
"""Paragraphs that may stand behind a signature block (footnotes, a list of annexes)."""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    lines: tuple[Line, ...]
    blocks: tuple[int, ...]


@lru_cache(maxsize=1)  # several facts of the same agreement look at it
def signature_block(agreement: Agreement) -> SignatureBlock | None:
    """The block in which the agreement is signed, or None. It need not be at the very end, and it
    may be sentences that say who has signed."""
    prose = [_is_prose(agreement, block) for block in agreement.document.blocks]
    runs = _runs(agreement, prose)
    scored = [(_score(agreement, run, prose), run.blocks[0], run) for run in runs]
    best = max(scored, key=lambda s: s[:2], default=None)
    told = _told(agreement)
    if best and best[0] > 0 and not (told and _sides(told) > _sides(best[2])):
        return best[2]
    return told


def _sides(block: SignatureBlock) -> int:
    """On how many sides somebody signs, or is said to."""
    kommune = any(line.role == "kommune" or line.for_kommune for line in block.lines)
    return kommune + any(line.role == "police" or line.for_police for line in block.lines)


def _told(agreement: Agreement) -> SignatureBlock | None:
    """The sentences that tell in what role somebody has signed, as a block."""
    lines = [
        line
        for sentence in agreement.sentences
        if sentence.kind in ("text", "note") and sentence.aside in (None, "cover", "signature")
        for line in _signing(agreement, sentence)
    ]
    blocks = tuple(dict.fromkeys(line.block for line in lines))
    return SignatureBlock(tuple(lines), blocks) if lines else None


def _signing(agreement: Agreement, sentence: Sentence) -> Iterator[Line]:
    """A line for each side whose leader the sentence says to have signed: "Signert 3. mai 2024 av
    ordføreren". What is told of the paper is no signature, unless it says for whom they signed."""
    text = words_of(agreement, sentence.span)
    if not HAS_SIGNED.search(text) or NOT_YET.search(text):
        return
    raw = agreement.text_of(sentence.span)
    kommuner = tuple(mentions(raw, sentence.span.start))
    police = tuple(districts(raw, sentence.span.start))
    if not (HAS_SIGNED.match(text) or (kommuner and police)):
        return
    for side in SIDES:
        if ROLES[side].search(text):
            own = (kommuner, ()) if side == "kommune" else ((), police)
            yield Line(
                sentence.span, text, sentence.block, side, label=False, ruled=False,
                dated=is_date_line(text), names=0, kommuner=own[0], police=own[1],
                for_police=side == "police", for_kommune=side == "kommune", for_all=False,
            )  # fmt: skip


def refused_signatures(agreement: Agreement) -> tuple[Span, ...]:
    """Where the agreement says that it has no signatures, or is approved electronically."""
    return tuple(
        sentence.span
        for sentence in agreement.sentences
        if sentence.aside in (None, "signature")
        and _NOT_SIGNED.search(agreement.text_of(sentence.span))
    )


def _runs(agreement: Agreement, prose: Sequence[bool]) -> list[SignatureBlock]:
    """Stretches of short lines between the paragraphs; one short paragraph may stand inside."""
    blocks = agreement.document.blocks
    first = next((i for i, is_prose in enumerate(prose) if is_prose), 0)
    first = min((i for i in range(first) if _announces(agreement, blocks[i])), default=first)
    runs: list[list[Line]] = []
    gap, signing, contacts = 2, False, False
    for index, block in enumerate(blocks[first:], first):
        if block.kind == "heading":
            signing = bool(_HEADING.search(agreement.text_of(block.span)))
            contacts = bool(_CONTACTS.search(agreement.text_of(block.span)))
        elif block.kind == "text":
            signing = signing or bool(_LIST_LEAD.match(agreement.text_of(block.span)))
        listed = signing and block.kind == "bullet"
        if block.kind == "contents" or (prose[index] and not listed):
            gap += 1
            continue
        lines = list(lines_of(agreement, index, block))
        if block.kind == "heading" and not any(line.anchors for line in lines):
            gap = 2
            continue
        after_table = gap and runs and runs[-1] and blocks[runs[-1][-1].block].kind == "row"
        after_contacts = contacts and runs and _ends_table(blocks, index)
        if gap > 1 or after_table or after_contacts:
            runs.append([])
        gap = 0
        runs[-1] += lines
    runs = [list(dropwhile(lambda line: not line.belongs, run)) for run in runs]
    return [
        SignatureBlock(tuple(run), tuple(dict.fromkeys(line.block for line in run)))
        for run in runs
        if any(line.role or line.label for line in run) or _only_names(run)
    ]


def _ends_table(blocks: Sequence[Block], first: int) -> bool:
    """Whether a line stands behind a table: the heading was that one's."""
    return first > 0 and blocks[first].kind == "text" and blocks[first - 1].kind == "row"


def _only_names(run: Sequence[Line]) -> bool:
    """Two or more names with a date and nothing that says what they are."""
    return sum(line.names for line in run) > 1 and any(line.dated for line in run)


def _both_named(lines: Sequence[Line]) -> bool:
    """Names beside both a kommune and the police."""
    sides = any(line.police for line in lines), any(line.kommuner for line in lines)
    return all(sides) and sum(line.names for line in lines) > 1


def _announces(agreement: Agreement, block: Block) -> bool:
    """A line of the cover after which those who sign are listed: "Undertegnet av"."""
    return bool(_SIGNED_BY.search(agreement.text_of(block.span).strip()))


def _is_prose(agreement: Agreement, block: Block) -> bool:
    body = words_of(agreement, block.span).strip()
    if block.kind == "bullet":
        return True
    if block.kind in ("heading", "columns", "contents"):
        return False
    if block.kind == "row":
        return bool(_OTHER_ROW.match(body))
    if RULED.search(body):
        return bool(FINITE.search(body))
    sentence = body.endswith(".") and (len(body.split()) > 4 or bool(FINITE.search(body)))
    return len(body.split()) > LONGEST or sentence


def _score(agreement: Agreement, run: SignatureBlock, prose: Sequence[bool]) -> float:
    """How likely people sign here; 0 or less means they do not."""
    lines, blocks = run.lines, agreement.document.blocks
    first = run.blocks[0]
    before, near = blocks[max(0, first - 8) : first + 1], blocks[max(0, first - 1) : first + 1]
    headings = [agreement.text_of(b.span) for b in before if b.kind == "heading"]
    heading = headings[-1] if headings and not _ends_table(blocks, first) else ""
    behind = sum(prose[run.blocks[-1] + 1 :])
    words = " ".join(line.text for line in lines)
    signs = {
        "heading": 3.0 * bool(_HEADING.search(heading)),
        "ruled": 2.0 * any(line.ruled and not line.dated for line in lines),
        "for": 2.0 * any(FOR.match(line.text) for line in lines),
        "letter": 2.0 * any(LETTER.match(line.text) for line in lines),
        "dated": 1.0 * any(line.dated for line in lines),
        "role": 1.0 * any(line.role for line in lines),
        "last": 2.0 if not behind else 1.0 if behind <= _AFTERWORD else -2.0,
        "announced": 4.0 * any(_announces(agreement, b) for b in near),
        "named": 1.0 * _both_named(lines),
        "contacts": -4.0 * bool(_CONTACTS.search(heading) or _REACHED.search(words)),
        "table": -2.0 * (2 * sum(line.belongs for line in lines) < len(lines)),
    }
    return sum(signs.values()) - 2.0
