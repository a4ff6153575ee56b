"""Clauses → how many kommuner one politikontakt covers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.kontaktkommuner import LIMIT, number, shares, statements
from agreementlint.facts.politikontakt import ENDED, PRESENTS, is_past, names, speaking
from agreementlint.facts.politikontaktnavn import CONTACT
from agreementlint.facts.spans import distinct
from agreementlint.model import Fact, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_WHOSE = wording("kontaktkommuner", "whose")
_APPROVED = wording("kontaktkommuner", "approved")
_NOT_YET = wording("kontaktkommuner", "not_yet")
_EACH = wording("kontaktkommuner", "each")
_ONE = wording("kontaktkommuner", "one")
_ALL = wording("kontaktkommuner", "all")
_GOES_ON = wording("kontaktkommuner", "goes_on")
_ONE_POST = wording("kontaktkommuner", "one_post")
_HOW_MANY = wording("kontaktkommuner", "how_many")
_OF_DISTRICT = wording("politikontakt", "of_district")
_SEVERAL = wording("kontaktkommuner", "several")
_ANY = re.compile(r"(?:en|ein)\s+politikontakt\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\w+")


def coverage(agreement: Agreement, clauses: Sequence[Clause], parties: Sequence[str]) -> Fact:
    """Kommuner per politikontakt (value: the most that one has, None if it cannot be told).
    States: "approved" (more than 3 with Politidirektoratet's approval), "within", "few-parties"
    (nothing is said and at most 3 kommuner are parties), "over", "contradictory" (one place says
    more than 3, another less), "unclear"."""
    told = _told(agreement, clauses)
    sentences = list(dict.fromkeys((c.span, c.text) for c in told))
    stated = list(statements(agreement, told, parties))
    if approved := list(_approvals(clauses, told)):
        counted = [s.span for s in stated if not s.names]
        return Fact(None, "approved", distinct([*counted[:1], *approved]))
    over = [s for s in stated if s.kommuner > LIMIT]
    each = [span for span, text in sentences if _EACH.search(text)]
    limits = [s for s in stated if s.limit and s.kommuner <= LIMIT]
    for_all = list(_for_all(sentences)) if len(parties) > LIMIT else []
    many = [*(s.span for s in over), *for_all]
    few = [*each, *(s.span for s in limits)]
    few += [s.span for s in stated if s.counted and s.kommuner <= LIMIT] if over else []
    if many and set(few) - set(many):
        return Fact(None, "contradictory", distinct([few[0], many[0]]))
    if over:
        return _known(max(s.kommuner for s in over), [s.span for s in over])
    if each:
        return _known(1, each)
    if limits:
        return _known(max(s.kommuner for s in limits), [s.span for s in limits])
    shared = [s for s in stated if s.kommuner > 1]
    covered = shares(stated, dict(sentences)) >= set(parties)
    if shared and (len(shared) > 1 or covered or len(parties) <= LIMIT or _persons(told)):
        return _known(max(s.kommuner for s in shared), [s.span for s in shared])
    if 0 < len(parties) <= LIMIT:
        best = sorted(sentences, key=lambda one: (
            not _WHOSE.search(one[1]), not PRESENTS.search(one[1]), one[0]))
        return Fact(None, "few-parties", distinct(s for s, _ in best)[:1], _of(len(parties)))
    return _by_number(agreement, clauses, told, parties)


def _told(agreement: Agreement, clauses: Sequence[Clause]) -> list[Clause]:
    """What is said of the politikontakt, also where the word is left out ("Hol og Ål deler én")."""
    about = {id(c) for c in speaking(agreement, clauses)}
    ended = {c.section: c.sentence for c in clauses if id(c) in about and ENDED.search(c.text)}
    spoken: set[int] = set()
    told: list[Clause] = []
    for clause in clauses:
        near = bool(spoken & {clause.sentence, clause.sentence - 1})
        if is_past(clause) or clause.sentence <= ended.get(clause.section, -1):
            continue
        if id(clause) in about or (near and _GOES_ON.search(clause.text)):
            spoken.add(clause.sentence)
            told.append(clause)
    return told


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
    if for_all := list(_for_all([(c.span, c.text) for c in told])):
        return _known(len(parties), for_all)
    return Fact(None, "unclear", distinct(c.span for c in told if CONTACT.search(c.text))[:2])


def _for_all(sentences: Sequence[tuple[Span, str]]) -> Iterator[Span]:
    """Where one politikontakt is said to be for all the kommuner together."""
    for span, text in sentences:
        if _ONE.search(text) and _ALL.search(text) and not _EACH.search(text):
            yield span


def _known(kommuner: int, spans: Sequence[Span]) -> Fact:
    return Fact(kommuner, "over" if kommuner > LIMIT else "within", distinct(spans), _of(kommuner))


def _of(kommuner: int) -> dict[str, int]:
    return {"kommuner": kommuner}


def _approvals(clauses: Sequence[Clause], told: Sequence[Clause]) -> Iterator[Span]:
    """Where Politidirektoratet is said to have approved, in a sentence about the politikontakt or
    right behind one."""
    spoken = {c.sentence for c in told}
    for clause in clauses:
        near = {clause.sentence, clause.sentence - 1, clause.sentence - 2} & spoken
        if near and _APPROVED.search(clause.text) and not _NOT_YET.search(clause.text):
            yield clause.span


def _persons(told: Sequence[Clause]) -> tuple[int, Span] | None:
    """The number of politikontakter, where the text gives one."""
    several = any(_SEVERAL.search(c.text) for c in told)
    for clause in told:
        if _OF_DISTRICT.search(clause.text):
            continue
        match = _HOW_MANY.search(clause.text)
        if match and not (several and _ANY.match(match[0])):  # "En politikontakt er …"
            found = _FIRST_WORD.match(match[0])
            return (number(found[0]) if found else 1), clause.span
        if CONTACT.search(clause.text) and _ONE_POST.search(clause.text):
            return 1, clause.span
    return None
