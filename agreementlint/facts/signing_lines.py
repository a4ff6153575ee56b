"""Lines near the end of an agreement → what each shows: a role, a side, a name, a date, a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
SIDES: tuple[Side, ...] = ("kommune", "police")

ROLES: dict[Side, Caseless] = {
    "kommune": wording("signatur", "role_kommune"),
    "police": wording("signatur", "role_police"),
}
# Titles that a label or the rest of their table row gives a side.
_ANY_TITLE = wording("signatur", "title")
FOR = wording("signatur", "for_whom")
_SIGNATURE_OF = wording("signatur", "signature_of")
_FOR_ALL = wording("signatur", "for_all")
RULED = re.compile(r"(?:_\s?){4,}|(?:\.\s?){6,}|…{2,}|(?:…\s?){2,}|-{8,}")
LETTER = wording("signatur", "letter")
_CAPITAL = "[A-ZÆØÅÁÄÉÈÓÒÖÜČĐŊŠŦŽ]"
_NAME = re.compile(
    rf"(?:{_CAPITAL}[\w'’-]*\.?|de|von|van)(?:\s+(?:{_CAPITAL}[\w'’-]*\.?|de|von|van)){{1,4}}"
    r"(?:\s*\((?:s|sign)\.?\))?"
)
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/|]|\bog\b|\s{2,})\s*")
_DATE_LABEL = wording("signatur", "date_label")
_DATE_BLANK = re.compile(r"[_.…]{2,}\s*[/.]\s*[_.…]{2,}|\b20(?:_{2}|\.{2}|…)")
_OTHER_DATE = wording("signatur", "other_date")
FINITE = wording("signatur", "finite")
LONGEST = 14
"""Words of a line that can still be a name, a role and what they stand for."""


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
    names: int
    """How many people it names, if it holds nothing but names."""
    kommuner: tuple[KommuneMention, ...]
    police: tuple[DistrictMention, ...]
    for_police: bool
    for_kommune: bool
    for_all: bool
    """It stands for all kommuner at once: "For kommunene", a regionråd."""

    @property
    def belongs(self) -> bool:
        """It is something that stands in a signature block."""
        return bool(self.anchors or self.dated or self.names or LETTER.match(self.text))

    @property
    def anchors(self) -> bool:
        """It is a sign that people sign here; names and dates alone are not."""
        return bool(self.role or self.label or self.ruled)


def lines_of(agreement: Agreement, index: int, block: Block) -> Iterator[Line]:
    """What a block shows, cell by cell; long cells show nothing."""
    for span in block.cells or (block.span,):
        text = words_of(agreement, span).strip()
        if text and len(text.split()) <= LONGEST + 6:
            yield _line(agreement, index, block, span, text)


def _line(agreement: Agreement, index: int, block: Block, span: Span, text: str) -> Line:
    raw = agreement.text_of(span).strip()
    dated = is_date_line(text)
    kommuner = tuple(m for m in mentions(raw, span.start) if _is_signed_for(raw, span, m))
    if dated:  # "Trondheim 30. januar 2024": where it is signed
        kommuner = tuple(m for m in kommuner if m.context == "kommune")
    police = tuple(districts(raw, span.start))
    is_for = bool(FOR.match(text) or _SIGNATURE_OF.match(text))
    blank = {side: bool(blanks(text, side)) for side in SIDES}
    for_police = blank["police"] or bool(police) or (is_for and "politi" in text.casefold())
    for_kommune = blank["kommune"] or bool(is_for and re.search(r"kommun|herad", text, re.I))
    role = role_of(text, names_police=bool(police))
    if role is None and _ANY_TITLE.search(text):
        sides = (for_kommune or bool(kommuner), for_police)
        if sides[0] != sides[1]:
            role = "police" if for_police else "kommune"
        elif block.kind == "row" and _ANY_TITLE.fullmatch(text):
            role = _side_of_row(agreement, block)
    whole = bool(kommuner) and _whole_line(agreement, span, kommuner)
    return Line(
        span, text, index, role,
        label=is_for or whole or any(blank.values()) or _names_police(text, police),
        ruled=bool(RULED.search(text)),
        dated=dated,
        names=0 if role or police else _names(text),
        kommuner=kommuner, police=police, for_police=for_police, for_kommune=for_kommune,
        for_all=bool(_FOR_ALL.search(text)),
    )  # fmt: skip


def role_of(text: str, *, names_police: bool) -> Side | None:
    """The side whose leader the words name; of two that of the police, if they name it too."""
    role = next((side for side in SIDES if ROLES[side].search(text)), None)
    if ROLES["police"].search(text) and (names_police or role is None):
        return "police"
    return role


def is_date_line(text: str) -> bool:
    """"Gol, 3. mai 2024", "Dato: ……": a day, or a blank for one, and hardly more."""
    if _DATE_LABEL.search(text) or _DATE_BLANK.search(text):
        return True
    found = dates(text)
    rest = text[: found[0].span.start] + text[found[0].span.end :] if found else ""
    other = ":" in rest or _OTHER_DATE.search(rest) or FINITE.search(rest) or periods(text)
    return bool(found) and not other and len(rest.split()) < 5


def _names(text: str) -> int:
    parts = _BETWEEN_NAMES.split(text.strip(" ,;"))
    return len(parts) if all(_NAME.fullmatch(part) for part in parts) else 0


def _side_of_row(agreement: Agreement, block: Block) -> Side | None:
    """The side that the other cells of a row name, if it is one."""
    row = agreement.text_of(block.span)
    sides: dict[Side, bool] = {"kommune": bool(mentions(row)), "police": bool(districts(row))}
    named = [side for side, found in sides.items() if found]
    return named[0] if len(named) == 1 else None


def _names_police(text: str, police: tuple[DistrictMention, ...]) -> bool:
    return bool(police) and len(text.split()) < 7


def _is_signed_for(text: str, span: Span, mention: KommuneMention) -> bool:
    if mention.context != "word":
        return True
    start, end = mention.span.start - span.start, mention.span.end - span.start
    return not text[:start].strip() and not text[end:].strip()


def _whole_line(agreement: Agreement, span: Span, kommuner: tuple[KommuneMention, ...]) -> bool:
    """The line begins with the kommune: "Time kommune", "Time kommune: Kari Strand, ordfører"."""
    before = agreement.document.text[span.start : kommuner[0].span.start]
    return not before.strip(" |") and kommuner[0].context in ("kommune", "list", "word", "bare")
