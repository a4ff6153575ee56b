"""Clauses → the role of the politikontakt: tasks, authority to decide, and time for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.doers import Doer, doers
from agreementlint.facts.politikontakt import speaking
from agreementlint.facts.spans import distinct
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_HEADING = wording("rolle", "heading")
_OTHER_HEADING = wording("rolle", "other_heading")
_TASK_LEAD = wording("rolle", "task_lead")
_TASK = wording("rolle", "task")
_TASK_ELSEWHERE = wording("rolle", "task_elsewhere")
_AUTHORITY = wording("rolle", "authority")
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


def tasks(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """Whether the agreement tells what the politikontakt does. States: "described", "elsewhere"
    (it says only where or when the tasks are set), "absent"."""
    own = _done_by_contact(agreement, clauses)
    elsewhere = [c for c in own if _TASK_ELSEWHERE.search(c.text)]
    told = [c for c in own if c.force not in ("past", "negated", "deferred") and c not in elsewhere]
    bullets = [c for c in told if c.kind == "bullet" and _lists_tasks(agreement, c)]
    if bullets:
        lead = bullets[0].lead
        shown = [agreement.sentences[lead].span] if lead is not None else []
        return Fact(None, "described", distinct([*shown, *(c.span for c in bullets)]))
    spoken = [c for c in told if c.kind != "row" and _TASK.search(c.words)]
    if spoken:
        return Fact(None, "described", distinct(c.span for c in spoken)[:2])
    return Fact(None, "elsewhere", distinct(c.span for c in elsewhere)) if elsewhere else Fact()


def authority(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """Whether it is clear what the politikontakt may decide. States: "clear" (also where it is
    said that there is none), "open" (to be settled), "general" (only of those who represent the
    police, whoever they are), "absent"."""
    own = _done_by_contact(agreement, clauses)
    said = [c for c in own if _AUTHORITY.search(c.words) and not _of_others(c)]
    said += [c for c in _given(agreement, clauses) if c not in said]
    left_open = [c for c in said if c.force == "deferred" or _AUTHORITY_OPEN.search(c.text)]
    clear = [c for c in said if c not in left_open]
    if clear:
        return Fact(None, "clear", distinct(c.span for c in clear)[:2])
    if left_open:
        return Fact(None, "open", distinct(c.span for c in left_open)[:2])
    both = zip(clauses, doers(agreement, clauses), strict=True)
    general = [c for c, doer in both if doer in ("politi", "begge") and _DECIDERS.search(c.words)]
    return Fact(None, "general", distinct(c.span for c in general)[:2]) if general else Fact()


def time_for_it(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """What time the politikontakt has. States: "stated" (days, hours, a share of a post, fixed
    hours), "vague" ("tilstrekkelig tid", "etter nærmere avtale"), "absent"."""
    own = _done_by_contact(agreement, clauses)
    rows = [c for c in own if c.kind == "row" and _measured(_under_header(agreement, c))]
    firm = [c for c, _ in _role(agreement, clauses) if c.force not in ("past", "deferred")]
    stated = [c for c in firm if _states_time(c) and (c in own or _has_time(c))] + rows
    if stated:
        return Fact(None, "stated", distinct(c.span for c in stated)[:3])
    vague = [c for c in own if _VAGUE_TIME.search(c.text)]
    vague += [c for c in own if _PRESENCE_PLACE.search(c.words) and _VAGUE_PRESENCE.search(c.text)]
    return Fact(None, "vague", distinct(c.span for c in vague)[:2]) if vague else Fact()


def _role(agreement: Agreement, clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Doer | None]]:
    """The clauses about the politikontakt, with the one who does what they say."""
    about = {id(c) for c in speaking(agreement, clauses)}
    for clause, doer in zip(clauses, doers(agreement, clauses), strict=True):
        titles = list(agreement.titles(clause.section))
        headed = any(_HEADING.search(t) and not _OTHER_HEADING.search(t) for t in titles)
        mixed = any(_HEADING.search(t) and _OTHER_HEADING.search(t) for t in titles)
        if headed or (id(clause) in about and (not mixed or doer == "kontakt")):
            yield clause, doer


def _done_by_contact(agreement: Agreement, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that say what the politikontakt does, has or may."""
    return [
        c
        for c, doer in _role(agreement, clauses)
        if doer in ("kontakt", None) or _THROUGH.search(c.words)
    ]


def _given(agreement: Agreement, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses by which somebody gives the politikontakt authority, named or as "henne" in the
    sentence after one about him or her."""
    spoken = {c.sentence for c, _ in _role(agreement, clauses)}
    for clause in clauses:
        if _GIVEN.search(clause.text) and spoken & {clause.sentence, clause.sentence - 1}:
            yield clause


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
    blocks = agreement.document.blocks
    block = blocks[agreement.sentences[clause.sentence].block]
    header = next((b for b in blocks if b.table == block.table and block.table is not None), block)
    if header is block:
        return clause.text
    return re.sub(r"\s+", " ", f"{agreement.text_of(header.span)} {clause.text}")
