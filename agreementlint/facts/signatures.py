"""Agreement → who signs it, for whom, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agreementlint.facts.signing import (
    HAS_SIGNED,
    NOT_YET,
    SignatureBlock,
    refused_signatures,
    signature_block,
)
from agreementlint.facts.signing_lines import ROLES, Line, is_date_line
from agreementlint.facts.wording import words_of
from agreementlint.model import Date, Fact, Sentence, Span
from agreementlint.norwegian.dates import dates
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_FIELD = wording("signatur", "date_field")
_DATE_LABEL = re.compile(r"\bdato\b", re.IGNORECASE)
_EARLIER = wording("signatur", "earlier")
# What is done to a paper on its day: signed, drawn up, entered into.
_MADE = wording("signatur", "made")
_OTHER_DAY = wording("signatur", "other_day")
_OF_ANOTHER = wording("gyldighet", "others_subject")
_PARTIES = wording("signatur", "parties")
_THIS = wording("signatur", "this_agreement")
_REFERENCE = wording("signatur", "reference")
_NEAR = 2
"""Paragraphs before the signature block in which its date may stand."""
_REACH = 90
"""Characters between a date and the word for signing that it belongs to."""


def signatures(agreement: Agreement, municipalities: Sequence[str]) -> Fact:
    """Who signs, judged against the kommuner that are parties.

    State "complete": somebody with a role signs for the police and for every party kommune;
    "authorised-for-all": one signatory stands for all kommuner; "kommune-missing": a party kommune
    has none; "no-roles": a side signs without any role; "one-side": only police or only kommuner
    sign; "none": nobody. `value` is the number of roles found; details "missing" names the
    kommuner without a signatory.
    """
    block = signature_block(agreement)
    if block is None:
        return Fact(0, "none", refused_signatures(agreement))
    missing = _kommuner_missing(block, municipalities)
    blocks = agreement.document.blocks
    shown = dict.fromkeys(line.block for line in block.lines if line.anchors or line.names)
    return Fact(
        sum(line.role is not None for line in block.lines),
        _state(block, missing),
        tuple(blocks[i].span for i in shown),
        {"missing": missing},
    )


def _kommuner_missing(block: SignatureBlock, municipalities: Sequence[str]) -> tuple[str, ...]:
    """The party kommuner without a signatory. Where the block names no kommune, roles count."""
    named = {m.name for line in block.lines if line.anchors for m in line.kommuner}
    if named:
        return tuple(m for m in municipalities if m not in named)
    signing = sum(line.role == "kommune" or line.for_kommune for line in block.lines)
    return tuple(municipalities[signing:]) if signing < len(municipalities) else ()


def _state(block: SignatureBlock, missing: tuple[str, ...]) -> str:
    lines = block.lines
    police = any(line.role == "police" or line.for_police for line in lines)
    kommune = any(_for_kommune(line) for line in lines)
    if not (police or kommune):
        return "no-roles" if sum(line.names for line in lines) > 1 else "none"
    if not (police and kommune):
        return "one-side"
    if any(line.for_all for line in lines) and not any(
        line.anchors and line.kommuner and not line.for_all for line in lines
    ):
        return "authorised-for-all"
    if missing:
        return "kommune-missing"
    if {"kommune", "police"} - {line.role for line in lines}:
        return "no-roles"
    return "complete"


def _for_kommune(line: Line) -> bool:
    return bool(
        line.role == "kommune" or line.for_kommune or line.for_all or (line.label and line.kommuner)
    )


def signed_on(agreement: Agreement) -> Fact:
    """When the agreement was signed.

    State "dated": beside the signatures, in a date field, or in words ("undertegnet 5. mai 2024");
    `value` is the date, the latest one where each signs on a day of their own. "letterhead": only
    the date of the letter (`value` None); "blank": a date field that is not filled in; "absent".
    """
    block = signature_block(agreement)
    beside = list(_beside(agreement, block)) if block else []
    fields = list(_fields(agreement))
    spoken = list(_spoken(agreement, block))
    for found in (beside, [f for f in fields if f[0]], spoken):
        given = [(date, span) for date, span in found if date]
        if given:
            date, span = max(given, key=lambda pair: pair[0].date)
            return Fact(date.date, "dated", (span,))
    letterhead = list(_letterhead(agreement))
    if letterhead:
        return Fact(None, "letterhead", (letterhead[0],))
    blank = [span for date, span in (*beside, *fields) if date is None]
    return Fact(None, "blank", (blank[0],)) if blank else Fact()


def _beside(
    agreement: Agreement, block: SignatureBlock
) -> Iterator[tuple[Date | None, Span]]:
    """The dates and date fields of the signature block and of the lines just before it."""
    for line in block.lines:
        found = [d for d in dates(line.text) if d.precision == "day"]
        if found:
            yield found[-1], line.span
        elif line.dated:
            yield None, line.span
    blocks = agreement.document.blocks
    for i in _just_before(block):
        text = agreement.text_of(blocks[i].span)
        if blocks[i].kind == "text" and is_date_line(text):
            for date in dates(text)[-1:]:
                yield date, blocks[i].span


def _just_before(block: SignatureBlock | None) -> range:
    """The paragraphs before the signature block in which its date may stand."""
    return range(max(0, block.blocks[0] - _NEAR), block.blocks[0]) if block else range(0)


def _fields(agreement: Agreement) -> Iterator[tuple[Date | None, Span]]:
    """Date fields of tables and cover: "Dato for underskrift | 3. mai 2024", "Inngått 3.5.24"."""
    for sentence in agreement.sentences:
        text = agreement.text_of(sentence.span)
        if not _FIELD.search(text) or _EARLIER.search(text) or _REFERENCE.search(text):
            continue
        if sentence.kind == "row" or (sentence.aside in ("cover", "signature") and len(text) < 80):
            found = [d for d in dates(text) if d.precision == "day"]
            if found or _DATE_LABEL.search(text):
                yield (found[0] if found else None), sentence.span


def _spoken(
    agreement: Agreement, block: SignatureBlock | None
) -> Iterator[tuple[Date | None, Span]]:
    """The dates on which a sentence says that this paper was signed or made."""
    near = _just_before(block)
    for sentence in agreement.sentences:
        text = words_of(agreement, sentence.span)
        if sentence.aside not in (None, "cover", "signature") or not _MADE.search(text):
            continue
        on_cover = sentence.aside == "cover"
        if _EARLIER.search(text) or (_OF_ANOTHER.search(text) and not on_cover):
            continue
        own = on_cover or sentence.block in near or _THIS.search(text) or _MADE.match(text)
        signers = _PARTIES.search(text) or any(role.search(text) for role in ROLES.values())
        for date in dates(text):
            around = text[max(0, date.span.start - _REACH) : date.span.end + _REACH]
            if date.precision != "day" or _OTHER_DAY.search(text[: date.span.start]):
                continue
            signed = HAS_SIGNED.search(around) and not NOT_YET.search(text)
            if own or (signed and signers):
                yield date, sentence.span


def _letterhead(agreement: Agreement) -> Iterator[Span]:
    for sentence in agreement.sentences:
        if sentence.aside == "cover" and _is_letterhead(agreement, sentence):
            yield sentence.span


def _is_letterhead(agreement: Agreement, sentence: Sentence) -> bool:
    text = agreement.text_of(sentence.span)
    placed = re.search(r"\w, (?:den )?\d", text)
    if _OTHER_DAY.search(text[: next((d.span.start for d in dates(text)), 0)]):
        return False  # "Behandlet i kommunestyret 5. mai 2024, sak 12/24"
    return bool(dates(text)) and bool(_REFERENCE.search(text) or placed)
