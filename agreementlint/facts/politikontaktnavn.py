"""Words → the names of the politikontakter in them: in sentences, in tables, and shared out among
kommuner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agreementlint.binding.grammar import ADVERBS, CONJUNCTIONS, PRONOUNS, RELATIVES
from agreementlint.clauses import Clause
from agreementlint.mentions import mentions
from agreementlint.model import Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

CONTACT = re.compile(r"\bpolitikontakt\w*", re.IGNORECASE)
"""The word for the role."""

_OTHER_ROLE = wording("politikontakt", "other_role")
_GIVEN_TO = wording("politikontakt", "given_to")
_OTHER_ROLE_BEHIND = wording("politikontakt", "other_role_behind")
_WORD = r"[A-ZÆØÅÁČĐŊŠŦŽ][\w'’]+(?:-[A-ZÆØÅ]\w+)?"
_NAME = re.compile(
    rf"(?<![\w-])((?:{_WORD}\.?|[A-ZÆØÅ]\.)(?:\s+(?:[A-ZÆØÅ]\.|(?:van|von|de|af|av)\s)?\s*{_WORD}){{1,3}})"
    r"(?![\w-])"
)
_NOT_A_NAME = wording("politikontakt", "not_a_name")
_GIVES_ROLE = wording("politikontakt", "gives_role")
_RANK = re.compile(
    r"^(?:Politi\w*|Lensmanns\w*|Betjent|Første\w*|Etter\w*|Politikontakt\w*|For|Til|Ved|Hos|Både|Begge|Hver|Kvar|Når|Kontakten)\s+"
)
_SERVES = re.compile(
    r"\s*(?::|har|dekker|dekkjer|betjener|betener|tar|tek|følger|følgjer|er i|er for|for)\s+"
    rf"(?:ansvar(?:et)? for\s+|hånd om\s+|hand om\s+|seg av\s+|kommunene\s+|kommunane\s+)?({_WORD})"
)
_OPENERS = ADVERBS | PRONOUNS | CONJUNCTIONS | RELATIVES
_PLACE_BEFORE = re.compile(r"\b(?:for|i|på|til|ved|fra|frå|hos|langs|mot)\s+$")
_LIST_GOES_ON = re.compile(r"\)\s*,?\s*(?:og\s+)?$|,\s*$|\bog\s+$")
_IS_CONTACT = re.compile(
    r"\s*(?:\([^)]*\)\s*)?,?\s*"
    r"(?:er|til å ver[ae]|til å være|som|til|blir|vert|skal vere|skal være|,|(?=politikontakt))"
    r"\s*(?:\w+\s+){0,2}?politikontakt",
    re.IGNORECASE,
)


def names_in(text: str, *, headed: bool) -> list[str]:
    """The persons whom a text says to be politikontakt; `headed`: it stands under a heading that
    names the role."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        name = _RANK.sub("", re.sub(r"\s+", " ", match.group(1)))
        before = text[max(0, match.start() - 70) : match.start()]
        after = text[match.end() : match.end() + 45]
        blank = set(name.lower()) <= {"x", " "}
        if " " not in name or blank or _NOT_A_NAME.search(name) or _is_place(name):
            continue
        if name.split()[0].lower() in _OPENERS:  # "På Haugalandet er …"
            continue
        if _PLACE_BEFORE.search(before) and not _GIVEN_TO.search(before):
            continue
        if _OTHER_ROLE_BEHIND.match(after):
            continue
        role = max((m.end() for m in _OTHER_ROLE.finditer(before)), default=-1)
        contact = max((m.end() for m in CONTACT.finditer(before)), default=-1)
        listed = bool(found) and bool(_LIST_GOES_ON.search(before))
        own = headed and (role < 0 or bool(_GIVES_ROLE.search(before[role:])))
        if contact > role or listed or own or _IS_CONTACT.match(after):
            found.append(name)
    return found


def _is_place(name: str) -> bool:
    return any(m.span.start == 0 for m in mentions(f"{name} kommune"))


def shared_out(clauses: Sequence[Clause]) -> Iterator[tuple[Span, str]]:
    """Who has which kommune, after a sentence on the politikontakter: "Kari Vik har Hol og Ål"."""
    spoken = {c.sentence for c in clauses if CONTACT.search(c.text)}
    told = {c.span: c.text for c in clauses if c.sentence - 1 in spoken and c.kind == "text"}
    for span, text in told.items():
        for match in _NAME.finditer(text):
            serves = _SERVES.match(text, match.end())
            name = _RANK.sub("", re.sub(r"\s+", " ", match.group(1)))
            if serves and " " in name and not _NOT_A_NAME.search(name) and _is_place(serves[1]):
                yield span, name


def names_in_tables(agreement: Agreement) -> Iterator[tuple[Span, str]]:
    """Names in the column headed "Politikontakt", in a row with it in a cell, or in one cell with
    it: "Kari Vik, politikontakt"."""
    column: int | None = None
    table: int | None = None
    for block in agreement.document.blocks:
        if block.kind not in ("row", "columns"):
            continue
        cells = [agreement.text_of(c).strip() for c in block.cells]
        if block.table is None or block.table != table:
            table = block.table
            column = _contact_column(cells) if table is not None else None
        if any(CONTACT.match(c) and len(c) < 60 for c in cells):
            yield from ((block.span, name) for c in cells if (name := _only_name(c)))
        elif said := [n for c in cells if CONTACT.search(c) for n in names_in(c, headed=False)]:
            yield from ((block.span, name) for name in said)
        elif column is not None and column < len(cells) and (name := _only_name(cells[column])):
            yield block.span, name


def _contact_column(cells: Sequence[str]) -> int | None:
    return next((i for i, c in enumerate(cells) if CONTACT.match(c) and len(c) < 40), None)


def _only_name(cell: str) -> str | None:
    """The person whose name a table cell is."""
    match = _NAME.match(cell)
    if match is None or _NOT_A_NAME.search(match.group(1)):
        return None
    return re.sub(r"\s+", " ", match.group(1)) if len(cell) <= match.end() + 25 else None
