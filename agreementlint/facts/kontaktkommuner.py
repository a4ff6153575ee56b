"""What is told of the politikontakt → statements of which kommuner, or how many, one has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agreementlint.clauses import Clause
from agreementlint.facts.politikontakt import GOES_ON
from agreementlint.facts.politikontaktnavn import CONTACT
from agreementlint.facts.tables import block_of, cells, header
from agreementlint.mentions import mentions
from agreementlint.model import Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

LIMIT = 3
"""Kommuner for one politikontakt, by the guide's chapter 5."""

_NUMBERS = {
    "en": 1, "ein": 1, "ei": 1, "éi": 1, "én": 1, "éin": 1, "ett": 1, "eitt": 1, "to": 2,
    "begge": 2, "båe": 2, "tre": 3, "tri": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7,
    "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
_COVERS = wording("kontaktkommuner", "covers")
_LIMITS = wording("kontaktkommuner", "limit")
_COUNTED = wording("kontaktkommuner", "kommuner")
_AT_LEAST = wording("kontaktkommuner", "at_least")
_ALSO = wording("kontaktkommuner", "also")
_OF_EACH = wording("kontaktkommuner", "of_each")
_OF_OTHERS = wording("kontaktkommuner", "of_others")
_APART = wording("kontaktkommuner", "apart")
_SEVERAL = wording("kontaktkommuner", "several")
_OTHER_ROLE = wording("rolle", "not_contact")
_PERSON = re.compile(r"\bperson\b", re.IGNORECASE)
_JOINED = re.compile(r"[\s,;/&]*(?:kommune|kommuner|kommunar)?[\s,]*(?:og|samt|både)?\s*")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Statement:
    """How many kommuner one politikontakt has by one statement of the text; `names` are those that
    it lists (none where it only counts them), `limit` says that it is the most one may have."""

    kommuner: int
    span: Span
    names: frozenset[str] = frozenset()
    limit: bool = False

    @property
    def counted(self) -> bool:
        return not self.names and not self.limit


def number(word: str) -> int:
    """The number that a word or digits tell; KeyError if the word is none."""
    return int(word) if _DIGITS.fullmatch(word) else _NUMBERS[word.lower()]


def statements(
    agreement: Agreement, told: Sequence[Clause], parties: Sequence[str]
) -> Iterator[Statement]:
    """The statements of the sentences, bullets and table rows about the politikontakt."""
    rows = [c for c in told if c.kind == "row"]
    yield from _of_rows(agreement, rows, parties)
    for span, text, kind in dict.fromkeys((c.span, c.text, c.kind) for c in told if c not in rows):
        elsewhere = _OTHER_ROLE.search(text) and not CONTACT.search(text)
        if elsewhere or _OF_OTHERS.search(text):
            continue
        if kind == "bullet" or _COVERS.search(text):
            yield from _counted(span, text, parties)
            yield from _listed(span, text, parties)


def shares(stated: Sequence[Statement], texts: Mapping[Span, str]) -> frozenset[str]:
    """The kommuner that are listed for one politikontakt or another: several lists of one sentence
    count only where it tells them apart. `texts` has the words of each sentence."""
    first: dict[Span, Statement] = {}
    for one in stated:
        first.setdefault(one.span, one)
    told = [s for s in stated if s is first[s.span] or _APART.search(texts.get(s.span, ""))]
    return frozenset(name for s in told for name in s.names)


def _counted(span: Span, text: str, parties: Sequence[str]) -> Iterator[Statement]:
    """The numbers of kommuner that a sentence tells; "andre" come on top of the one whose
    agreement it is."""
    own = 1 if len(parties) == 1 else 0
    for match in _COUNTED.finditer(text):
        near = text[max(0, match.start() - 140) : match.end() + 80]
        about = CONTACT.search(near) or GOES_ON.match(text) or _PERSON.search(near)
        of_several = _SEVERAL.search(near) and not _OF_EACH.search(near)
        before = text[: match.start()]
        if about and not of_several and not (_AT_LEAST.search(before) or _OF_OTHERS.search(before)):
            word = next(w for w in match[0].lower().split() if w in _NUMBERS or w.isdigit())
            others = own if "andre" in match[0].lower() else 0
            yield Statement(number(word) + others, span, limit=bool(_LIMITS.search(before)))


def _listed(span: Span, text: str, parties: Sequence[str]) -> Iterator[Statement]:
    """Each list of kommuner in a sentence by itself; "også for Hol" adds to the one kommune that
    the sentence names besides, or whose agreement it is."""
    also = bool(_ALSO.search(text))
    lists = list(_lists(text, parties))
    own = set(parties) if also and len(parties) <= LIMIT else set()
    own = own & {name for listed in lists for name in listed} or own
    for listed in lists:
        together = frozenset({*listed, *own})
        yield Statement(len(together), span, together)


def _lists(text: str, parties: Sequence[str]) -> Iterator[list[str]]:
    found: list[list[str]] = []
    end: int | None = None
    for start, stop, name in _kommuner_in(text, parties):
        if end is not None and _JOINED.fullmatch(text, end, start):
            found[-1] += [] if name in found[-1] else [name]
        else:
            found.append([name])
        end = stop
    return iter(found)


def _kommuner_in(text: str, parties: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Place and name of each kommune; a name that is a word too counts for a party or in a list."""
    all_named = mentions(text)
    several = len(all_named) > 1
    for mention in all_named:
        if mention.context != "word" or mention.name in parties or several:
            yield mention.span.start, mention.span.end, mention.name


def _of_rows(
    agreement: Agreement, rows: Sequence[Clause], parties: Sequence[str]
) -> Iterator[Statement]:
    """The kommuner in the rows of each politikontakt: rows with the same words in the column of
    the politikontakt belong together."""
    found: dict[str, tuple[Span, set[str]]] = {}
    for row in dict.fromkeys(rows):
        own = cells(agreement, block_of(agreement, row))
        head = header(agreement, row)
        titles = cells(agreement, head) if head else ()
        named = [{name for *_, name in _kommuner_in(c, parties)} for c in own]
        column = next((i for i, t in enumerate(titles) if CONTACT.match(t) and i < len(own)), None)
        if column is None:  # no such column: whatever is no kommune tells whose row it is
            column = next((i for i, c in enumerate(own) if c and not named[i]), None)
        if column is None:
            continue
        kommuner = {name for i, listed in enumerate(named) if i != column for name in listed}
        who = own[column].casefold()
        span, before = found.get(who, (row.span, set()))
        found[who] = span, before | kommuner
    for span, kommuner in found.values():
        if kommuner:
            yield Statement(len(kommuner), span, frozenset(kommuner))
