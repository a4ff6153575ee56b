"""Document → the lines of its signature block: who signs in what role, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile
from typing import Literal

from agreementlint.districts import DistrictMention, districts
from agreementlint.facts.wording import words_of
from agreementlint.mentions import KommuneMention, mentions
from agreementlint.mentions import placeholders as blanks
from agreementlint.model import Block, Span
from agreementlint.norwegian.caseless import Caseless
from agreementlint.norwegian.dates import dates, periods
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Side = Literal["kommune", "police"]

_ROLES: dict[Side, Caseless] = {
    "kommune": wording("signatur", "role_kommune"),
    "police": wording("signatur", "role_police"),
}
_ANY_LEADER = wording("signatur", "leader")
# Titles that the rest of their table row gives a side.
_ANY_TITLE = wording("signatur", "title")
_FOR = wording("signatur", "for_whom")
_SIGNATURE_OF = wording("signatur", "signature_of")
_FOR_ALL = wording("signatur", "for_all")
_RULED = re.compile(r"(?:_\s?){4,}|(?:\.\s?){6,}|…{2,}|(?:…\s?){2,}|-{8,}")
_LETTER = wording("signatur", "letter")
_HEADING = wording("signatur", "heading")
_SIGNED_BY = wording("signatur", "signed_by")
_NOT_SIGNED = wording("signatur", "refused")
_CONTACTS = wording("signatur", "contacts")
_REACHED = wording("signatur", "reached")
_CAPITAL = "[A-ZÆØÅÁÄÉÈÓÒÖÜČĐŊŠŦŽ]"
_NAME = re.compile(
    rf"(?:{_CAPITAL}[\w'’-]*\.?|de|von|van)(?:\s+(?:{_CAPITAL}[\w'’-]*\.?|de|von|van)){{1,4}}"
    r"(?:\s*\((?:s|sign)\.?\))?"
)
_DATE_LABEL = wording("signatur", "date_label")
_OTHER_DATE = wording("signatur", "other_date")
_FINITE = wording("signatur", "finite")
_OTHER_ROW = wording("signatur", "other_row")
_LONGEST = 14
"""Words of a line that can still be a name, a role and what they stand for."""
_AFTERWORD = 6
"""Paragraphs that may stand behind a signature block (footnotes, a list of annexes)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the block, or one cell of it, and what it shows."""

    span: Span
    text: str
    block: int
    role: Side | None
    label: bool
    """It says for whom somebody signs ("For Time kommune", "Time kommune")."""
    ruled: bool
    dated: bool
    name: bool
    kommuner: tuple[KommuneMention, ...]
    police: tuple[DistrictMention, ...]
    for_police: bool
    for_kommune: bool
    for_all: bool
    """It stands for all kommuner at once: "For kommunene", a regionråd."""

    @property
    def belongs(self) -> bool:
        """It is something that stands in a signature block."""
        return self.anchors or self.dated or self.name or bool(_LETTER.match(self.text))

    @property
    def anchors(self) -> bool:
        """It is a sign that people sign here; names and dates alone are not."""
        return bool(self.role or self.label or self.ruled)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    lines: tuple[Line, ...]
    blocks: tuple[int, ...]


@lru_cache(maxsize=1)  # several facts of the same agreement look at it
def signature_block(agreement: Agreement) -> SignatureBlock | None:
    """The block in which the agreement is signed, or None. It need not be at the very end."""
    runs = _runs(agreement)
    scored = [(_score(agreement, run), run.blocks[0], run) for run in runs]
    best = max(scored, key=lambda s: s[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def refused_signatures(agreement: Agreement) -> tuple[Span, ...]:
    """Where the agreement says that it has no signatures, or is approved electronically."""
    return tuple(
        sentence.span
        for sentence in agreement.sentences
        if sentence.aside in (None, "signature")
        and _NOT_SIGNED.search(agreement.text_of(sentence.span))
    )


def _runs(agreement: Agreement) -> list[SignatureBlock]:
    """Stretches of short lines between the paragraphs; one short paragraph may stand inside."""
    blocks = agreement.document.blocks
    first = next((i for i, b in enumerate(blocks) if _is_prose(agreement, b)), 0)
    first = min((i for i in range(first) if _announces(agreement, blocks[i])), default=first)
    runs: list[list[Line]] = []
    gap, signing = 2, False
    for index, block in enumerate(blocks[first:], first):
        if block.kind == "heading":
            signing = bool(_HEADING.search(agreement.text_of(block.span)))
        listed = signing and block.kind == "bullet"
        if block.kind == "contents" or (_is_prose(agreement, block) and not listed):
            gap += 1
            continue
        lines = list(_lines(agreement, index, block))
        if block.kind == "heading" and not any(line.anchors for line in lines):
            gap = 2
            continue
        after_table = gap and runs and runs[-1] and blocks[runs[-1][-1].block].kind == "row"
        if gap > 1 or after_table:
            runs.append([])
        gap = 0
        runs[-1] += lines
    runs = [list(dropwhile(lambda line: not line.belongs, run)) for run in runs]
    return [
        SignatureBlock(tuple(run), tuple(dict.fromkeys(line.block for line in run)))
        for run in runs
        if any(line.role or line.label for line in run) or _only_names(run)
    ]


def _only_names(run: Sequence[Line]) -> bool:
    """Two or more names with a date and nothing that says what they are."""
    return sum(line.name for line in run) > 1 and any(line.dated for line in run)


def _both_named(lines: Sequence[Line]) -> bool:
    """Names beside both a kommune and the police."""
    sides = any(line.police for line in lines), any(line.kommuner for line in lines)
    return all(sides) and sum(line.name for line in lines) > 1


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
    if _RULED.search(body):
        return bool(_FINITE.search(body))
    sentence = body.endswith(".") and (len(body.split()) > 4 or bool(_FINITE.search(body)))
    return len(body.split()) > _LONGEST or sentence


def _lines(agreement: Agreement, index: int, block: Block) -> Iterator[Line]:
    for span in block.cells or (block.span,):
        raw, text = agreement.text_of(span).strip(), words_of(agreement, span).strip()
        if not text or len(text.split()) > _LONGEST + 6:
            continue
        kommuner = tuple(m for m in mentions(raw, span.start) if _is_signed_for(raw, span, m))
        police = tuple(districts(raw, span.start))
        role = next((s for s, pattern in _ROLES.items() if pattern.search(text)), None)
        if role is None and block.kind == "row" and _ANY_TITLE.fullmatch(text):
            role = _side_of_row(agreement, block)
        if _ROLES["police"].search(text) and (police or role is None):
            role = "police"
        if role is None and police and _ANY_LEADER.search(text):
            role = "police"
        is_for = bool(_FOR.match(text) or _SIGNATURE_OF.match(text))
        blank = {side: bool(blanks(text, side)) for side in ("kommune", "police")}
        whole = bool(kommuner) and _whole_line(agreement, span, kommuner)
        yield Line(
            span, text, index, role,
            label=is_for or whole or any(blank.values()) or _names_police(text, police),
            ruled=bool(_RULED.search(text)),
            dated=is_date_line(text),
            name=bool(_NAME.fullmatch(text)) and role is None and not police,
            kommuner=kommuner, police=police,
            for_police=blank["police"] or bool(police) or (is_for and "politi" in text.casefold()),
            for_kommune=blank["kommune"] or bool(is_for and re.search(r"kommun|herad", text, re.I)),
            for_all=bool(_FOR_ALL.search(text)),
        )  # fmt: skip


def _side_of_row(agreement: Agreement, block: Block) -> Side | None:
    """The side that the other cells of a row name, if it is one."""
    row = agreement.text_of(block.span)
    sides: dict[Side, bool] = {"kommune": bool(mentions(row)), "police": bool(districts(row))}
    named = [side for side, found in sides.items() if found]
    return named[0] if len(named) == 1 else None


def _names_police(text: str, police: tuple[DistrictMention, ...]) -> bool:
    return bool(police) and len(text.split()) < 7


def is_date_line(text: str) -> bool:
    """"Gol, 3. mai 2024", "Dato: ……": a day, or a blank for one, and hardly more."""
    if _DATE_LABEL.search(text):
        return True
    found = dates(text)
    rest = text[: found[0].span.start] + text[found[0].span.end :] if found else ""
    other = ":" in rest or _OTHER_DATE.search(rest) or periods(text)
    return bool(found) and not other and len(rest.split()) < 5


def _is_signed_for(text: str, span: Span, mention: KommuneMention) -> bool:
    if mention.context != "word":
        return True
    start, end = mention.span.start - span.start, mention.span.end - span.start
    return not text[:start].strip() and not text[end:].strip()


def _whole_line(agreement: Agreement, span: Span, kommuner: tuple[KommuneMention, ...]) -> bool:
    """The line begins with the kommune: "Time kommune", "Time kommune: Kari Strand, ordfører"."""
    before = agreement.document.text[span.start : kommuner[0].span.start]
    return not before.strip(" |") and kommuner[0].context in ("kommune", "list", "word", "bare")


def _score(agreement: Agreement, run: SignatureBlock) -> float:
    """How likely people sign here; 0 or less means they do not."""
    lines, blocks = run.lines, agreement.document.blocks
    first = run.blocks[0]
    before, near = blocks[max(0, first - 8) : first + 1], blocks[max(0, first - 1) : first + 1]
    headings = [agreement.text_of(b.span) for b in before if b.kind == "heading"]
    heading = headings[-1] if headings else ""
    behind = sum(_is_prose(agreement, b) for b in blocks[run.blocks[-1] + 1 :])
    words = " ".join(line.text for line in lines)
    signs = {
        "heading": 3.0 * bool(_HEADING.search(heading)),
        "ruled": 2.0 * any(line.ruled and not line.dated for line in lines),
        "for": 2.0 * any(_FOR.match(line.text) for line in lines),
        "letter": 2.0 * any(_LETTER.match(line.text) for line in lines),
        "dated": 1.0 * any(line.dated for line in lines),
        "role": 1.0 * any(line.role for line in lines),
        "last": 2.0 if not behind else 1.0 if behind <= _AFTERWORD else -2.0,
        "announced": 4.0 * any(_announces(agreement, b) for b in near),
        "named": 1.0 * _both_named(lines),
        "contacts": -4.0 * bool(_CONTACTS.search(heading) or _REACHED.search(words)),
        "table": -2.0 * (2 * sum(line.belongs for line in lines) < len(lines)),
    }
    return sum(signs.values()) - 2.0
