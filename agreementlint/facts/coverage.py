"""Clauses → how many kommuner one politikontakt covers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agreementlint.clauses import Clause
from agreementlint.facts.politikontakt import CONTACT, GOES_ON, names, speaking
from agreementlint.facts.spans import distinct
from agreementlint.mentions import mentions
from agreementlint.model import Fact, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

LIMIT = 3
"""Kommuner for one politikontakt, by the guide's chapter 5."""

_ARTICLES = {"en": 1, "ein": 1, "ei": 1, "éi": 1}
_NUMBERS = {
    "én": 1, "éin": 1, "to": 2, "begge": 2, "båe": 2, "tre": 3, "tri": 3, "fire": 4, "fem": 5,
    "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10,
}  # fmt: skip
_ANY_NUMBER = "|".join((*_ARTICLES, *_NUMBERS))
_APPROVED = wording("politikontakt", "approved")
_NOT_YET = wording("politikontakt", "not_yet")
_EACH = wording("politikontakt", "each")
_ONE_POST = wording("politikontakt", "one_post")
_ALL = wording("politikontakt", "all")
_COVERS = wording("politikontakt", "covers")
_LIMITS = wording("politikontakt", "limit")
_OF_DISTRICT = wording("politikontakt", "of_district")
_ALSO = wording("politikontakt", "also")
_PLURAL = re.compile(r"\bpolitikontakt(?:er|ar|ene|ane)\b", re.IGNORECASE)
_SINGULAR = re.compile(r"\bpolitikontakt(?:en|a)?\b", re.IGNORECASE)
_OF_EACH = re.compile(r"\b(?:hver|kvar|éin|én|en politikontakt|ein politikontakt)\b", re.IGNORECASE)
_HOW_MANY = re.compile(
    rf"\b(?P<n>{_ANY_NUMBER}|\d{{1,2}})\s*(?:\(\d+\)\s*)?"
    r"(?:(?:egne|faste?|eigen|egen|nye?|felles|sams|hele|heile|dedikert\w*"
    r"|(?:stilling|person)(?:er|ar)? som|årsverk (?:til|som))\s+)*"
    r"politikontakt(?:er|ar|stilling\w*)?\b",
    re.IGNORECASE,
)
_KOMMUNER = re.compile(
    r"\b(?P<bound>minst)?\s*(?:(?:de|dei|alle|samtlige|samtlege|disse|desse)\s+)*"
    rf"(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}})\s+(?:ulike |små |store |nabo)?"
    r"kommun(?:er|ar|ene|ane)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[\s,;/&]*(?:kommune|kommuner|kommunar)?[\s,]*(?:og|samt|både)?\s*")


@dataclass(frozen=True, slots=True)
class Statement:
    """How many kommuner one politikontakt has by one statement of the text."""

    kommuner: int
    span: Span
    limit: bool = False


def coverage(agreement: Agreement, clauses: Sequence[Clause], parties: Sequence[str]) -> Fact:
    """Kommuner per politikontakt (value: the most that one has, None if it cannot be told).
    States: "approved" (more than 3 with Politidirektoratet's approval), "within", "few-parties"
    (nothing is said and at most 3 kommuner are parties), "over", "unclear"."""
    told = [c for c in speaking(agreement, clauses) if c.force != "past"]
    sentences = list(dict.fromkeys((c.span, c.text) for c in told))
    if approved := list(dict.fromkeys(c.span for c in clauses if _is_approved(c.text))):
        counted = [s for s, text in sentences if _KOMMUNER.search(text)]
        return Fact(None, "approved", distinct([*counted[:1], *approved]))
    stated = [s for span, text in sentences for s in _statements(span, text, parties)]
    over = [s for s in stated if s.kommuner > LIMIT]
    if over:
        return _known(max(s.kommuner for s in over), [s.span for s in over])
    if each := [span for span, text in sentences if _EACH.search(text)]:
        return _known(1, each)
    if limits := [s for s in stated if s.limit]:
        return _known(max(s.kommuner for s in limits), [s.span for s in limits])
    if stated and (len(stated) > 1 or len(parties) <= LIMIT or _persons(told)):
        return _known(max(s.kommuner for s in stated), [s.span for s in stated])
    if 0 < len(parties) <= LIMIT:
        return Fact(None, "few-parties", distinct(s for s, _ in sentences)[:1], _of(len(parties)))
    return _by_number(agreement, clauses, told, parties)


def _by_number(
    agreement: Agreement, clauses: Sequence[Clause], told: Sequence[Clause], parties: Sequence[str]
) -> Fact:
    """Of many kommuner, by the number of politikontakter that are stated or named."""
    if not parties:
        return Fact(None, "unclear", distinct(c.span for c in told)[:2])
    if persons := _persons(told):
        number, span = persons
        return _known(math.ceil(len(parties) / number), [span])
    named = names(agreement, clauses)
    if named.value:
        return _known(math.ceil(len(parties) / len(named.value)), list(named.evidence))
    for_all = [
        c.span for c in told if _SINGULAR.search(c.text) and _ALL.search(c.text)
    ]
    if for_all:
        return _known(len(parties), for_all)
    return Fact(None, "unclear", distinct(c.span for c in told if CONTACT.search(c.text))[:2])


def _known(kommuner: int, spans: Sequence[Span]) -> Fact:
    return Fact(kommuner, "over" if kommuner > LIMIT else "within", distinct(spans), _of(kommuner))


def _of(kommuner: int) -> dict[str, int]:
    return {"kommuner": kommuner}


def _is_approved(text: str) -> bool:
    return bool(_APPROVED.search(text)) and not _NOT_YET.search(text)


def _statements(span: Span, text: str, parties: Sequence[str]) -> Iterator[Statement]:
    if not _COVERS.search(text):
        return
    for match in _KOMMUNER.finditer(text):
        near = text[max(0, match.start() - 140) : match.end() + 80]
        about = CONTACT.search(near) or GOES_ON.match(text) or re.search(r"\bperson\b", near)
        of_several = _PLURAL.search(near) and not _OF_EACH.search(near)
        if about and not of_several and not match.group("bound"):
            limit = bool(_LIMITS.search(text[: match.start("n")]))
            yield Statement(_number(match.group("n")), span, limit)
    for listed in _lists(text):
        also = _ALSO.search(text) and len(parties) <= LIMIT
        own = len(set(parties) - set(listed)) if also else 0
        yield Statement(len(listed) + own, span)


def _number(word: str) -> int:
    return {**_ARTICLES, **_NUMBERS}.get(word.lower()) or int(word)


def _lists(text: str) -> Iterator[list[str]]:
    """Lists of kommuner in a sentence about the politikontakt, each list by itself."""
    lists: list[list[str]] = []
    alone = all(m.context == "word" for m in mentions(text))
    end: int | None = None
    for mention in mentions(text):
        if end is not None and _JOINED.fullmatch(text, end, mention.span.start):
            lists[-1] += [] if mention.name in lists[-1] else [mention.name]
        else:
            lists.append([mention.name])
        end = mention.span.end
    return (x for x in lists if len(x) > 1 or (_ALSO.search(text) and not alone))


def _persons(told: Sequence[Clause]) -> tuple[int, Span] | None:
    """The number of politikontakter, where the text gives one."""
    for clause in told:
        if _OF_DISTRICT.search(clause.text):
            continue
        if match := _HOW_MANY.search(clause.text):
            return _number(match.group("n")), clause.span
        if CONTACT.search(clause.text) and _ONE_POST.search(clause.text):
            return 1, clause.span
    return None
