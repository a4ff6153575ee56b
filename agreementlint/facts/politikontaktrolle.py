"""Clauses → the role of the politikontakt: tasks, authority to decide, and time for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agreementlint.clauses import Clause
from agreementlint.facts.doers import Doer
from agreementlint.facts.politikontakt import speaking
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import block_of, cells, header
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_HEADING = wording("rolle", "heading")
_OTHER_HEADING = wording("rolle", "other_heading")
_TASK_LEAD = wording("rolle", "task_lead")
_TASK = wording("rolle", "task")
_TASK_ELSEWHERE = wording("rolle", "task_elsewhere")
_TASK_OPEN = wording("rolle", "task_open")
_TASK_COLUMN = wording("rolle", "task_column")
_AUTHORITY = wording("rolle", "authority")
_DECIDES = wording("rolle", "decides")
_AUTHORITY_ASKED = wording("rolle", "authority_asked")
_BLANK = wording("utkast", "mark")
_REMARK = wording("utkast", "remark")
_HOW_MUCH = wording("rolle", "how_much")
_ROW_GOES_ON = wording("rolle", "row_goes_on")
_HIM = wording("rolle", "him")
_GIVEN = wording("rolle", "given")
_AUTHORITY_OPEN = wording("rolle", "authority_open")
_DECIDERS = wording("rolle", "deciders")
_NOT_CONTACT = wording("rolle", "not_contact")
_MEASURE = wording("rolle", "measure")
_PRESENCE = wording("rolle", "presence")
_ACTIVITY = wording("rolle", "activity")
_SHARE = wording("rolle", "share")
_FIXED = wording("rolle", "fixed")
_VAGUE_TIME = wording("rolle", "vague_time")
_VAGUE_PRESENCE = wording("rolle", "vague_presence")
_PRESENCE_PLACE = wording("rolle", "presence_place")
_NAMED = wording("handlende", "kontakt")
_THROUGH = wording("rolle", "through")


@dataclass(frozen=True, slots=True)
class Role:
    """The clauses about the politikontakt (`told`), each with the one who does what it says, and
    those of them (`own`) that say what the politikontakt does, has or may."""

    agreement: Agreement
    clauses: Sequence[Clause]
    doing: Sequence[Doer | None]
    told: Sequence[tuple[Clause, Doer | None]]
    own: Sequence[Clause]


def role(agreement: Agreement, clauses: Sequence[Clause], doing: Sequence[Doer | None]) -> Role:
    """What is said about the politikontakt; `doing` is who does what each clause says."""
    told = tuple(_told(agreement, clauses, doing))
    own = tuple(c for c, doer in told if doer in ("kontakt", None) or _THROUGH.search(c.words))
    return Role(agreement, clauses, doing, told, own)


def tasks(role: Role) -> Fact:
    """Whether the agreement tells what the politikontakt does. States: "described", "elsewhere"
    (it says only where or when the tasks are set), "absent"."""
    agreement = role.agreement
    elsewhere = [c for c in role.own if _TASK_ELSEWHERE.search(c.text)]
    silent = ("past", "negated", "deferred")
    told = [c for c in role.own if c.force not in silent and c not in elsewhere]
    bullets = [c for c in told if c.kind == "bullet" and _lists_tasks(agreement, c)]
    if bullets:
        lead = bullets[0].lead
        shown = [agreement.sentences[lead].span] if lead is not None else []
        return Fact(None, "described", distinct([*shown, *(c.span for c in bullets)]))
    spoken = [c for c in told if c.kind != "row" and _is_task(c)]
    spoken += [c for c, _ in role.told if c.kind == "row" and _is_task_row(agreement, c)]
    if spoken:
        return Fact(None, "described", distinct(c.span for c in spoken)[:2])
    return Fact(None, "elsewhere", distinct(c.span for c in elsewhere)) if elsewhere else Fact()


def authority(role: Role) -> Fact:
    """Whether it is clear what the politikontakt may decide. States: "clear" (also where it is
    said that there is none), "open" (to be settled), "general" (only of those who represent the
    police, whoever they are), "absent"."""
    said = [c for c in role.own if _AUTHORITY.search(c.words) and not _of_others(c)]
    said += [c for c, doer in role.told if doer == "kontakt" and _DECIDES.search(c.words)]
    said += [c for c in _given(role) if c not in said]
    left_open = [c for c in said if c.force == "deferred" or _is_open(c)]
    clear = [c for c in said if c not in left_open]
    if clear:
        return Fact(None, "clear", distinct(c.span for c in clear)[:2])
    if left_open:
        return Fact(None, "open", distinct(c.span for c in left_open)[:2])
    both = zip(role.clauses, role.doing, strict=True)
    general = [c for c, doer in both if doer in ("politi", "begge") and _DECIDERS.search(c.words)]
    return Fact(None, "general", distinct(c.span for c in general)[:2]) if general else Fact()


def time_for_it(role: Role) -> Fact:
    """What time the politikontakt has. States: "stated" (days, hours, a share of a post, fixed
    hours), "vague" ("tilstrekkelig tid", "etter nærmere avtale"), "absent"."""
    rows = [c for c, _ in role.told if c.kind == "row"]
    rows = [c for c in rows if _measured(_under_header(role.agreement, c))]
    firm = [c for c, _ in role.told if c.force not in ("past", "deferred")]
    ours = [c for c, _ in role.told if c in role.own or _NAMED.search(c.text)]
    asked = [c for c in ours if _HOW_MUCH.search(c.text)]
    stated = [c for c in firm if _states_time(c) and (c in role.own or _has_time(c))] + rows
    stated = [c for c in stated if c not in asked]
    if stated:
        return Fact(None, "stated", distinct(c.span for c in stated)[:3])
    vague = [c for c, _ in role.told if _VAGUE_TIME.search(c.text)] + asked
    vague += [
        c for c in role.own if _PRESENCE_PLACE.search(c.words) and _VAGUE_PRESENCE.search(c.text)
    ]
    return Fact(None, "vague", distinct(c.span for c in vague)[:2]) if vague else Fact()


def _told(
    agreement: Agreement, clauses: Sequence[Clause], doing: Sequence[Doer | None]
) -> Iterator[tuple[Clause, Doer | None]]:
    """The clauses about the politikontakt: those that name the role, go on about whoever has it,
    or stand under its heading."""
    about = {id(c) for c in speaking(agreement, clauses)}
    spoken: set[int] = set()
    for clause, doer in zip(clauses, doing, strict=True):
        if _REMARK.search(agreement.text_of(block_of(agreement, clause).span)):
            continue
        titles = list(agreement.titles(clause.section))
        headed = any(_HEADING.search(t) and not _OTHER_HEADING.search(t) for t in titles)
        mixed = any(_HEADING.search(t) and _OTHER_HEADING.search(t) for t in titles)
        near = bool(spoken & {clause.sentence, clause.sentence - 1, clause.lead})
        same = clause.sentence in spoken and doer is None
        row = clause.kind == "row" and clause.sentence - 1 in spoken
        same = same or (row and bool(_ROW_GOES_ON.match(clause.text)))
        goes_on = same or (near and (doer == "kontakt" or bool(_HIM.search(clause.words))))
        if headed or goes_on or (id(clause) in about and (not mixed or doer == "kontakt")):
            spoken.add(clause.sentence)
            yield clause, doer


def _given(role: Role) -> Iterator[Clause]:
    """The clauses by which somebody gives the politikontakt authority, named or as "henne" in the
    sentence after one about him or her."""
    spoken = {c.sentence for c, _ in role.told}
    for clause in role.clauses:
        if _GIVEN.search(clause.text) and spoken & {clause.sentence, clause.sentence - 1}:
            yield clause


def _is_open(clause: Clause) -> bool:
    """Whether the authority is still to be settled, or a blank stands for it."""
    if _AUTHORITY_OPEN.search(clause.text) or _BLANK.search(clause.text):
        return True
    return bool(_AUTHORITY_ASKED.search(clause.text))


def _is_task(clause: Clause) -> bool:
    """Whether the politikontakt does something here: one of the known tasks, or anything that the
    role "skal" do beyond being there, meeting in the politiråd and having a post."""
    return bool(_TASK.search(clause.words) or _TASK_OPEN.search(clause.words))


def _is_task_row(agreement: Agreement, clause: Clause) -> bool:
    """Whether a row tells of a task: in a column headed "Oppgave", or as "Oppgaver | …"."""
    own, head = cells(agreement, block_of(agreement, clause)), header(agreement, clause)
    heads = cells(agreement, head) if head else ()
    told = [cell for title, cell in zip(heads, own, strict=False) if _TASK_COLUMN.match(title)]
    if own and _TASK_COLUMN.match(own[0]):
        told += own[1:]
    return any(len(cell.split()) > 1 for cell in told) and not _TASK_ELSEWHERE.search(clause.text)


def _lists_tasks(agreement: Agreement, clause: Clause) -> bool:
    """Whether the bullet stands under words that lead to the politikontakt's tasks."""
    title = agreement.sections[clause.section].title
    if clause.lead is None:
        return bool(_HEADING.search(title) and not _OTHER_HEADING.search(title))
    lead = agreement.text_of(agreement.sentences[clause.lead].span)
    whose = bool(_NAMED.search(lead)) or any(
        _HEADING.search(t) and not _OTHER_HEADING.search(t)
        for t in agreement.titles(clause.section)
    )
    return whose and bool(_TASK_LEAD.search(lead)) and not _MEASURE.search(clause.text)


def _of_others(clause: Clause) -> bool:
    return bool(_NOT_CONTACT.search(clause.words)) and not _NAMED.search(clause.text)


def _states_time(clause: Clause) -> bool:
    words = clause.words
    if _FIXED.search(words) or (_SHARE.search(words) and not _NOT_CONTACT.search(words)):
        return clause.force != "negated" or not _FIXED.search(words)
    if clause.force == "negated":
        return False
    return _measured(words)


def _has_time(clause: Clause) -> bool:
    """Whether what others do gives the politikontakt the time: "kommunen har politikontakt i heil
    stilling"."""
    contact = _NAMED.search(clause.words)
    time = _SHARE.search(clause.words) or _FIXED.search(clause.words)
    time = time or _MEASURE.search(clause.words)
    return bool(contact and time and contact.start() < time.start())


def _measured(words: str) -> bool:
    """Whether words tell of being somewhere, or of having time, at a measure."""
    measure = _MEASURE.search(words)
    shared = _SHARE.search(words) and "|" in words
    return bool(shared) or bool(measure and _PRESENCE.search(words) and not _ACTIVITY.search(words))


def _under_header(agreement: Agreement, clause: Clause) -> str:
    """The words of a table row with the header of its table before them."""
    head = header(agreement, clause)
    if head is None:
        return clause.text
    return re.sub(r"\s+", " ", f"{agreement.text_of(head.span)} {clause.text}")
