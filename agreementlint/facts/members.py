"""Those who sit in the politiråd → whether the leaders and the politikontakt are among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agreementlint.facts.addressee import retold_statement
from agreementlint.facts.attendance import is_guest
from agreementlint.facts.councilroles import Side, roles
from agreementlint.facts.kontaktperson import CALLED, written
from agreementlint.facts.seats import Member, members
from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

_POLICE_SITS = wording("deltakere", "police_sits")
_POLICE_HAS_SEATS = wording("deltakere", "police_has_seats")
_NOT_A_MEMBER = wording("deltakere", "not_a_member")
_LEFT_OPEN = wording("deltakere", "left_open")
_IS_CONTACT = wording("deltakere", "is_contact")
_ONLY_TOLD = wording("deltakere", "only_told")


def leadership(said: Sequence[Statement], sitting: Sequence[Member]) -> Fact:
    """Whether the kommune's leaders sit in the politiråd. States: "both" (political and
    administrative), "political", "administrative", "unspecified" ("kommunens ledelse"), "open"
    (left to the parties), "neither"."""
    sides = {m.side for m in sitting}
    if {"political", "administrative"} <= sides:
        return Fact(state="both", evidence=_evidence(sitting, "political", "administrative"))
    for side in ("political", "administrative"):
        if side in sides:
            return Fact(state=side, evidence=_evidence(sitting, side))
    if "kommune_leadership" in sides:
        return Fact(state="unspecified", evidence=_evidence(sitting, "kommune_leadership"))
    return _left_open(said) or Fact(state="neither")


def police_leader(said: Sequence[Statement], sitting: Sequence[Member]) -> Fact:
    """Whether the leader of the local police sits in the politiråd. States: "leader",
    "unspecified" ("politiets ledelse", a representative), "optional" (may come), "open",
    "absent"."""
    for side, state in (("police_leader", "leader"), ("police", "unspecified")):
        if any(m.side == side for m in sitting):
            return Fact(state=state, evidence=_evidence(sitting, side))
    represented = [s.span for s in said if s.forum == "council" and _police_sits(s)]
    if represented:
        return Fact(state="unspecified", evidence=tuple(represented[:2]))
    welcome = [s.span for s in said if _may_come(s, "police_leader")]
    if welcome:
        return Fact(state="optional", evidence=tuple(welcome[:1]))
    return _left_open(said) or Fact()


def politikontakt_sits(
    said: Sequence[Statement], sitting: Sequence[Member], persons: Sequence[str] = ()
) -> Fact:
    """Whether the politikontakt takes part in the politiråd, under whatever title; `persons` are
    those who are it, by name. States: "member", "optional" (may come), "excluded" (said not to be
    a member), "absent"."""
    own = [m for m in sitting if m.side == "politikontakt"]
    own = own or _by_another_title(said, sitting) or _by_name(said, persons)
    if own:
        return Fact(state="member", evidence=own[0].evidence)
    about = [s for s in said if _names(s, "politikontakt")]
    for state, found in (
        ("excluded", [s.span for s in about if _NOT_A_MEMBER.search(s.text)]),
        ("optional", [s.span for s in about if _may_come(s, "politikontakt")]),
    ):
        if found:
            return Fact(state=state, evidence=tuple(found[:1]))
    return Fact()


def _by_another_title(said: Sequence[Statement], sitting: Sequence[Member]) -> list[Member]:
    """The leader of the police who sits there, if that is who the politikontakt is."""
    leaders = [m for m in sitting if m.side == "police_leader"]
    told = (who[1] for s in said if leaders and (who := _IS_CONTACT.match(s.text)))
    same = any(named.side == "police_leader" for words in told for named in roles(words))
    return leaders if same else []


def _by_name(said: Sequence[Statement], persons: Sequence[str]) -> list[Member]:
    """The politikontakt in seats given to Kari Vik, or to "jeg" who writes the agreement."""
    named = written(persons, (s.text for s in said))
    if named is None or not any(named.search(s.text) for s in said if s.forum == "council"):
        return []
    retold = [_called(s, named) for s in said]
    return [m for m in members(retold) if m.side == "politikontakt"]


def _called(statement: Statement, person: re.Pattern[str]) -> Statement:
    """The same statement with the politikontakt called so."""
    return retold_statement(statement, lambda words: person.sub(rf"{CALLED}\1", words))


def _names(statement: Statement, side: Side) -> bool:
    return statement.forum == "council" and any(n.side == side for n in roles(statement.text))


def _may_come(statement: Statement, side: Side) -> bool:
    """Whether somebody is a guest there; a copy of the papers invites nobody."""
    return _names(statement, side) and is_guest(_ONLY_TOLD.sub(" ", statement.text))


def _police_sits(statement: Statement) -> bool:
    """Whether somebody from the police sits there of whom no role is told."""
    if _POLICE_HAS_SEATS.search(statement.text):
        return True
    told = any(named.side in ("politikontakt", "officer") for named in roles(statement.text))
    return bool(_POLICE_SITS.search(statement.text)) and not told


def _evidence(sitting: Sequence[Member], *sides: str) -> tuple[Span, ...]:
    """The words for the first member of each side."""
    firsts = [next((m.evidence for m in sitting if m.side == side), ()) for side in sides]
    return tuple(dict.fromkeys(span for spans in firsts for span in spans))


def _left_open(said: Sequence[Statement]) -> Fact | None:
    about = (s for s in said if "council" in (s.forum, *(forum for _, forum in s.named)))
    found = [s.span for s in about if _LEFT_OPEN.search(s.text)]
    return Fact(state="open", evidence=tuple(found[:2])) if found else None
