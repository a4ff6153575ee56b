"""Statements → who sits in the politiråd: the roles that each gives a seat there by right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agreementlint.binding.grammar import is_finite
from agreementlint.clauses import Clause
from agreementlint.facts.attendance import (
    acting,
    appointed,
    appoints,
    chairing,
    denied_but_there,
    is_attended,
    is_denied,
    is_guest,
    related,
    sends,
    speaks_of_attending,
    without_guests,
)
from agreementlint.facts.bygone import cites_older_paper
from agreementlint.facts.councilroles import Named, Side, roles
from agreementlint.facts.doers import does
from agreementlint.facts.statements import Statement
from agreementlint.model import Span
from agreementlint.vocabulary import wording

_CONSISTS = wording("deltakere", "consists")
_NAMED_BEFORE = re.compile(r"utgj|dann|er med", re.IGNORECASE)
_MEMBERSHIP_TITLE = wording("deltakere", "membership_title")
_TIME_HEADER = wording("politirad", "time_header")
_TIME_COLUMN = re.compile(r"\|\s*(?:når|kva tid|frist|tidspunkt|måned|månad)\s*(?:\||$)", re.I)
_MEMBER_TABLE = wording("deltakere", "member_table")
_ASKS_WHO = wording("deltakere", "asks_who")
_GUEST_ROW = wording("deltakere", "guest_row")
_GOES_ON = wording("deltakere", "goes_on")
_MEANT = wording("deltakere", "meant")
_OF_THE_ROLE = wording("deltakere", "of_the_role")
_BUSINESS = wording("deltakere", "business")
_YES = re.compile(r"\W*(?:ja|jo|alltid)\b(?!.*\b(?:når|dersom|hvis|viss|om|behov)\b)", re.I)
_COMES = re.compile(r"\W*(?:kommer|kjem|møter|sitter|sit|deltar|deltek|er)\b", re.IGNORECASE)
_AT_IT = re.compile(r"politiråd|\brådet|\bmøt(?:ene|et|a)\b", re.IGNORECASE)
_OF_PARTIES = wording("deltakere", "of_parties")
_ROW_OF_MEMBERS = wording("deltakere", "row_of_members")
_OTHER_WHOLE = wording("deltakere", "other_whole")
_PROVIDED = wording("deltakere", "provided")
_FEWEST_OF_ROLL = 3
_FEWEST_OF_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Member:
    """A role that takes part in the politiråd, and the words that say so."""

    role: str
    side: Side
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Before:
    """What a section has said so far: who was spoken of last, whether they had a seat, whether
    seats were spoken of at all, of whom the last sentence asked whether they come, and the
    statement that opened a list or asked who sits there."""

    section: int = -1
    subjects: tuple[Named, ...] = ()
    seated: bool = False
    of_seats: bool = False
    asked: tuple[Named, ...] = ()
    opened: Statement | None = None


def members(said: Sequence[Statement]) -> tuple[Member, ...]:
    """Those who take part in the politiråd by right, in document order; guests are left out."""
    found: list[Member] = []
    before = _Before()
    for statement in said:
        if cites_older_paper(statement.text) or _OF_PARTIES.search(statement.text):
            continue
        if statement.section != before.section:
            before = _Before(statement.section)
        named = tuple(_seated(statement, before))
        evidence = _evidence(statement, before)
        found += [Member(n.role, n.side, evidence) for n in named]
        before = _after(statement, before, seated=bool(named))
    return tuple(found)


def _after(statement: Statement, before: _Before, *, seated: bool) -> _Before:
    named = tuple(roles(statement.text))
    in_list = before.opened is not None and (_is_entry(statement) or _asks(statement))
    return _Before(
        statement.section,
        subjects=named or before.subjects,
        seated=seated or (before.seated and not named),
        of_seats=seated or (statement.forum == "council" and appoints(statement.text)),
        asked=named if statement.forum == "council" and _asks_if_there(statement.text) else (),
        opened=statement
        if _opens(statement, before, seated=seated)
        else before.opened
        if in_list
        else None,
    )


def _opens(statement: Statement, before: _Before, *, seated: bool) -> bool:
    """Whether the statement leaves its members for the next ones: a lead or a question."""
    text = statement.text
    if statement.forum != "council" or is_guest(text) or not text.rstrip().endswith((":", "?")):
        return False
    if text.rstrip().endswith("?") and not _asks(statement):
        return bool(_CONSISTS.search(text))  # "Hvor ofte møtes rådet?" asks for nobody
    if _asks(statement):
        return not _BUSINESS.search(text) or speaks_of_attending(text) or before.opened is not None
    return seated or _leads_in(text)


def _leads_in(words: str) -> bool:
    """Whether members may follow: "Rådet består av:", "Møtende er:", "Fra dere kommer:"."""
    return bool(_CONSISTS.search(words)) or speaks_of_attending(words) or sends(words)


def _asks(statement: Statement) -> bool:
    return bool(_ASKS_WHO.search(statement.text)) and statement.text.rstrip().endswith("?")


def _asks_if_there(words: str) -> bool:
    """ "Kommer politikontakten?", to be answered by yes or no."""
    asks = words.rstrip().endswith("?") and not is_guest(words)
    return asks and bool(_COMES.match(words) or speaks_of_attending(words))


def _asked_in_title(statement: Statement) -> tuple[Named, ...]:
    """Whom the question that is the section's title is about, if it is about the politiråd."""
    title = next(iter(statement.titles), "")
    of_council = statement.forum == "council" or _AT_IT.search(title)
    return tuple(roles(title)) if of_council and _asks_if_there(title) else ()


def _is_entry(statement: Statement) -> bool:
    """Whether a statement has no verb, as an item of a list that the reader saw as plain lines."""
    if any(is_finite(word) for word in statement.text.lower().split()):
        return False
    return not (statement.text.rstrip().endswith(".") and does(statement.text))


def _evidence(statement: Statement, before: _Before) -> tuple[Span, ...]:
    if statement.kind == "bullet" and _is_listed(statement) and statement.lead:
        return statement.lead, statement.span
    if before.opened and _is_entry(statement):
        return before.opened.span, statement.span
    return (statement.span,)


def _seated(statement: Statement, before: _Before) -> Iterator[Named]:
    """The roles that have a seat by this statement."""
    text = statement.text
    listed = statement.kind in ("bullet", "row", "columns") and _is_listed(statement)
    if listed or _is_line_of_list(statement, before):
        if not _GUEST_ROW.search(text):
            yield from roles(without_guests(text))
        return
    if before.seated and _GOES_ON.search(text) and not is_guest(text):  # "Disse er ordføreren og …"
        yield from roles(text)
        return
    if statement.kind in ("row", "columns") and _names_others(statement):
        return
    if _YES.match(text) and not is_guest(text) and not is_denied(text):
        yield from before.asked or _asked_in_title(statement)
        return
    consists = _CONSISTS.search(text)
    if consists and _OTHER_WHOLE.search(text[: consists.start()]):
        consists = None
    if consists and statement.forum_at(consists.start()) == "council":
        yield from _composition(statement, consists)
    by_clause = tuple(_by_clause(statement, before))
    if by_clause:
        yield from by_clause
    elif not consists and _is_roll(statement):
        yield from roles(text)


def _is_listed(statement: Statement) -> bool:
    """Whether a bullet or row stands in a list of the council's members."""
    if statement.forum != "council" or is_guest(statement.led):
        return False
    if statement.kind == "row" and (_names_others(statement) or _is_of_year_plan(statement)):
        return False
    led = _leads_in(statement.led)
    tabled = statement.header and _MEMBER_TABLE.search(statement.header)
    labelled = statement.kind == "row" and _ROW_OF_MEMBERS.match(statement.text)
    return bool(led or tabled or labelled or _is_titled(statement))


def _is_of_year_plan(statement: Statement) -> bool:
    """Whether a row tells what is done when, and not at a meeting of the council."""
    timed = _TIME_HEADER.match(statement.header) or _TIME_COLUMN.search(statement.header)
    return bool(timed) and not statement.named


def _is_line_of_list(statement: Statement, before: _Before) -> bool:
    """Whether a paragraph is an item of a list of members, or the answer to who they are."""
    if statement.kind != "text" or _asks(statement):
        return False
    if before.opened is not None and _asks(before.opened):
        return True
    titled = statement.forum == "council" and _is_titled(statement)
    return _is_entry(statement) and (before.opened is not None or titled)


def _is_titled(statement: Statement) -> bool:
    """Whether the nearest title is about who sits there."""
    return any(_MEMBERSHIP_TITLE.search(t) for t in statement.titles[:1])


def _names_others(statement: Statement) -> bool:
    """Whether the statement names forums, and the politiråd is not among them. What a row of a
    table tells of somebody in a sentence does not count ("Ordfører | legger saker fram for …")."""
    text, named = statement.text, statement.named
    if statement.kind == "row":
        named = tuple((at, forum) for at, forum in named if not _is_told_in_cell(text, at))
    return {forum for _, forum in named} == {"other"}


def _is_told_in_cell(row: str, at: int) -> bool:
    """Whether a place of a row stands in a sentence of a cell behind the first."""
    begin = row.rfind("|", 0, at) + 1
    return begin > 0 and len(row[begin:at].split()) >= _FEWEST_OF_SENTENCE


def _composition(statement: Statement, consists: re.Match[str]) -> Iterator[Named]:
    """Who the politiråd consists of: named behind the verb, and before "utgjør rådet"; parts that
    speak of guests are left out."""
    text, start = statement.text, consists.start()
    if _NAMED_BEFORE.match(consists.group()):
        yield from roles(text[:start])
    kept = [text[max(start, part.start) : part.end] for part in statement.parts if part.end > start]
    first, *rest = kept or [""]
    yield from roles(" ".join([first, *(w for w in rest if not is_guest(w) and not is_denied(w))]))


def _by_clause(statement: Statement, before: _Before) -> Iterator[Named]:
    """Who attends by the verbs of the statement's clauses; a clause that names nobody is about
    whom the one before it named."""
    subjects: tuple[Named, ...] = ()
    listing = False
    of_seats = before.of_seats or _is_titled(statement)
    for part in statement.parts:
        named = tuple(roles(_PROVIDED.sub(" ", without_guests(part.words))))
        meant = (*related(statement, part), *named, *_meant(statement, part, before))
        subjects = meant or subjects
        leading = chairing(statement, part)
        put_forward = appointed(statement, part, to_seats=of_seats)
        if is_attended(statement, part, seated_before=before.seated):
            listing = True
            yield from subjects or denied_but_there(statement, part)
        elif put_forward:
            listing = True
            yield from put_forward
        elif leading is not None:
            listing = False
            yield from (*related(statement, part), *(leading or subjects))
        elif there := acting(statement, part):
            yield from there
        elif listing := listing and not _BUSINESS.search(part.words):
            yield from named


def _meant(statement: Statement, part: Clause, before: _Before) -> tuple[Named, ...]:
    """Whom a clause without a role is about: a pronoun's, or those of the lead or the title."""
    titled = tuple(named for title in statement.titles[:1] for named in roles(title))
    if _MEANT.search(part.words):
        return before.subjects or titled
    if statement.kind == "bullet" or _OF_THE_ROLE.search(part.words):
        return tuple(roles(statement.led)) or tuple(roles(statement.led_paragraph)) or titled
    return ()


def _is_roll(statement: Statement) -> bool:
    """Whether a sentence on the politiråd with no word for membership is a roll of its members:
    it names at least three kinds of them, the police among them, and no business of theirs."""
    words = statement.text
    if statement.forum != "council" or _BUSINESS.search(words):
        return False
    sides = {named.side for named in roles(words)}
    of_police = sides & {"police_leader", "police"}
    return len(sides) >= _FEWEST_OF_ROLL and bool(of_police) and not _is_unsure(words)


def _is_unsure(words: str) -> bool:
    return is_guest(words) or is_denied(words)
