"""Statements → who sits in the politiråd: one reading of its composition, for all its rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

Side = Literal[
    "political", "administrative", "kommune_leadership", "police_leader", "police", "politikontakt"
]

_SIDES: tuple[Side, ...] = (
    "political",
    "administrative",
    "kommune_leadership",
    "police_leader",
    "police",
    "politikontakt",
)
_ROLES = {side: wording("deltakere", side) for side in _SIDES}
_CONSISTS = wording("deltakere", "consists")
_TAKES_PART = wording("deltakere", "takes_part")
_ANCHORED = wording("deltakere", "anchored")
_LEADS = wording("deltakere", "leads")
_MEMBERSHIP_TITLE = wording("deltakere", "membership_title")
_GUESTS = wording("deltakere", "guests")
_GUEST_ROW = wording("deltakere", "guest_row")
_GOES_ON = wording("deltakere", "goes_on")
_NOT_MEMBER = wording("deltakere", "not_member")
_PREPARES = wording("deltakere", "prepares")
_SITS = wording("deltakere", "sits_in_council")
_REPRESENTS = wording("deltakere", "represents_police")
_LEFT_OPEN = wording("deltakere", "left_open")
_MEMBER_TABLE = wording("deltakere", "member_table")
_BUSINESS = wording("deltakere", "business")
_NOTE_SIGN = re.compile("[¹²³⁴-⁹]")


@dataclass(frozen=True, slots=True)
class Member:
    """A role that takes part in the politiråd, and the words that say so."""

    role: str
    side: Side
    evidence: tuple[Span, ...]


def members(said: Sequence[Statement]) -> tuple[Member, ...]:
    """Those who take part in the politiråd by right, in document order; guests are left out."""
    found: list[Member] = []
    listing: Statement | None = None
    for statement in said:
        evidence: tuple[Span, ...] = (statement.span,)
        if statement.kind == "bullet" and _is_listed(statement):
            evidence = (statement.lead, statement.span) if statement.lead else evidence
        goes_on = (
            listing is not None
            and listing.block == statement.block
            and _GOES_ON.search(statement.text)
        )
        zones = [statement.text] if goes_on else list(_zones(statement))
        if _CONSISTS.search(statement.text) and zones:
            listing = statement
        for zone in zones:
            found += [Member(role, side, evidence) for side, role in _roles(zone)]
    return tuple(found)


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
    "unspecified" ("politiets ledelse", a representative), "open", "absent"."""
    for side, state in (("police_leader", "leader"), ("police", "unspecified")):
        if any(m.side == side for m in sitting):
            return Fact(state=state, evidence=_evidence(sitting, side))
    represented = [s.span for s in said if s.forum == "council" and (_REPRESENTS.search(s.text))]
    if represented:
        return Fact(state="unspecified", evidence=tuple(represented[:2]))
    return _left_open(said) or Fact()


def politikontakt_sits(said: Sequence[Statement], sitting: Sequence[Member]) -> Fact:
    """Whether the politikontakt takes part in the politiråd. States: "member", "excluded" (said
    not to be a member), "absent"."""
    own = [m for m in sitting if m.side == "politikontakt"]
    if own:
        return Fact(state="member", evidence=own[0].evidence)
    for statement in said:
        about = _ROLES["politikontakt"].search(statement.text + " " + statement.led)
        headed = any(_ROLES["politikontakt"].search(t) for t in statement.titles[:1])
        for match in _SITS.finditer(statement.text):
            part = statement.part_at(match.start())
            prepared = _PREPARES.search(_since_and_has(statement.text[: match.start()]))
            if (
                (about or headed)
                and not prepared
                and not _NOT_MEMBER.search(part.words)
                and _is_subject(statement, match.start())
            ):
                return Fact(state="member", evidence=(statement.span,))
    excluded = [
        s.span
        for s in said
        if s.forum == "council"
        and _ROLES["politikontakt"].search(s.text)
        and re.search(r"\b(?:ikke|ikkje)\s+(?:\w+\s)?medlem", s.text)
    ]
    return Fact(state="excluded", evidence=tuple(excluded[:1])) if excluded else Fact()


def _since_and_has(words: str) -> str:
    """The words behind the last "og har" or "og er", which open a statement of their own."""
    return re.split(r"\bog\s+(?:har|hev|er|sit|sitter|møter|deltar|deltek)\b", words)[-1]


def _is_subject(statement: Statement, at: int) -> bool:
    """Whether the politikontakt, and nobody else, is who sits: named before the verb, or in the
    lead or title of a clause that names no other role."""
    before = statement.text[:at]
    if _ROLES["politikontakt"].search(before):
        return True
    others = any(_ROLES[side].search(before) for side in _SIDES if side != "politikontakt")
    return not others


def _zones(statement: Statement) -> Iterator[str]:
    """The stretches of a statement in which a role is a member."""
    if statement.kind in ("bullet", "row", "columns") and _is_listed(statement):
        if not _GUEST_ROW.search(statement.text):
            yield statement.text
        return
    text = statement.text
    consists = _CONSISTS.search(text)
    if consists and statement.forum_at(consists.start()) == "council":
        before = (
            text[: consists.start()]
            if re.match(r"utgj|dann|er med", consists.group(), re.I)
            else ""
        )
        yield before + " " + _without_guests(statement, consists.start())
        return
    for part in statement.parts:
        words = part.words
        if _GUESTS.search(words) or _NOT_MEMBER.search(words):
            continue
        verb = _TAKES_PART.search(words)
        if verb and _in_council(statement, part.start + verb.start(), part.start + verb.end()):
            yield _without_guests(statement, part.start)
            return
        leads = _LEADS.search(words)
        if leads and statement.forum_at(part.start + leads.start()) == "council":
            if _is_roll(statement):
                break
            led_by = re.search(r"\bav\b", leads.group())
            yield words[leads.end() :] if led_by else words[: leads.end()]
            return
    if _is_roll(statement):
        yield text


def _is_roll(statement: Statement) -> bool:
    """Whether a sentence on the politiråd with no word for membership is a roll of its members:
    it names at least three kinds of them, the police among them, and no business of theirs."""
    words = statement.text
    if statement.forum != "council" or _BUSINESS.search(words) or _GUESTS.search(words):
        return False
    sides = {side for side, _ in _roles(words)}
    return len(sides) >= 3 and bool(sides & {"police_leader", "police"})


def _is_listed(statement: Statement) -> bool:
    """Whether a bullet or row stands in a list of the council's members."""
    titled = any(_MEMBERSHIP_TITLE.search(t) for t in statement.titles[:1])
    led = _CONSISTS.search(statement.led) or (
        _TAKES_PART.search(statement.led) and not _GUESTS.search(statement.led)
    )
    if _GUESTS.search(statement.led):
        return False
    tabled = statement.header and _MEMBER_TABLE.search(statement.header)
    return statement.forum == "council" and bool(led or titled or tabled)


def _in_council(statement: Statement, start: int, end: int) -> bool:
    """Whether the taking part from `start` to `end` is in the politiråd."""
    after = [forum for at, forum in statement.named if at >= end]
    before = [forum for at, forum in statement.named if at < start]
    if statement.forum == "other" and "council" not in after:
        return False
    if after or before:
        return (after[0] if after else before[-1]) == "council"
    titled = any(_MEMBERSHIP_TITLE.search(t) for t in statement.titles[:1])
    return statement.forum == "council" and (
        titled
        or bool(_ANCHORED.search(statement.text))
        or statement.text.lstrip().lower().startswith("der ")
    )


def _without_guests(statement: Statement, start: int) -> str:
    """The text from `start`, without the parts that speak of guests."""
    kept = [statement.text[max(start, p.start) : p.end] for p in statement.parts if p.end > start]
    first, *rest = kept or [""]
    others = (w for w in rest if not _GUESTS.search(w) and not _NOT_MEMBER.search(w))
    return " ".join([first, *others])


def _roles(zone: str) -> Iterator[tuple[Side, str]]:
    plain = _NOTE_SIGN.sub(" ", zone)
    for side, pattern in _ROLES.items():
        for match in pattern.finditer(plain):
            yield side, match.group()


def _evidence(sitting: Sequence[Member], *sides: str) -> tuple[Span, ...]:
    """The words for the first member of each side."""
    firsts = [next((m.evidence for m in sitting if m.side == side), ()) for side in sides]
    return tuple(dict.fromkeys(span for spans in firsts for span in spans))


def _left_open(said: Sequence[Statement]) -> Fact | None:
    found = [s.span for s in said if s.forum == "council" and _LEFT_OPEN.search(s.text)]
    return Fact(state="open", evidence=tuple(found[:2])) if found else None
