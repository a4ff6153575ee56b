"""Clauses → what is said of the politikontakt's role, and the tasks in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agreementlint.clauses import Clause
from agreementlint.facts.doers import Doer, doers
from agreementlint.facts.kontaktperson import asked_on, called, other_leads
from agreementlint.facts.politikontakt import speaking
from agreementlint.facts.politikontaktnavn import CONTACT
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import block_of, cells, under
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_HEADING = wording("rolle", "heading")
_OTHER_HEADING = wording("rolle", "other_heading")
_TASK_LEAD = wording("rolle", "task_lead")
_TASK = wording("rolle", "task")
_TASK_ELSEWHERE = wording("rolle", "task_elsewhere")
_TOLD_HERE = wording("rolle", "told_here")
_TASK_OPEN = wording("rolle", "task_open")
_TASK_VERB = wording("rolle", "task_verb")
_NO = wording("rolle", "denies")
_LEADS_TO_HIM = wording("rolle", "leads_to_him")
_TASK_COLUMN = wording("rolle", "task_column")
_TOLD_TASKS = wording("rolle", "told_tasks")
_REMARK = wording("utkast", "remark")
_ROW_GOES_ON = wording("rolle", "row_goes_on")
_HIM = wording("rolle", "him")
LABEL = wording("rolle", "label")
NOT_CONTACT = wording("rolle", "not_contact")
_MEASURE = wording("kontakttid", "measure")
NAMED = wording("handlende", "kontakt")
_THROUGH = wording("rolle", "through")
_KNOWN = wording("rolle", "known")


@dataclass(frozen=True, slots=True)
class Role:
    """The clauses about the politikontakt (`told`), each with the one who does what it says; those
    of them (`own`) that say what the politikontakt does, has or may; and those (`beside`) that
    stand behind these in their section and name nobody else."""

    agreement: Agreement
    clauses: Sequence[Clause]
    doing: Sequence[Doer | None]
    told: Sequence[tuple[Clause, Doer | None]]
    own: Sequence[Clause]
    beside: Sequence[tuple[Clause, Doer | None]]


def role(agreement: Agreement, clauses: Sequence[Clause]) -> Role:
    """What is said about the politikontakt, whatever he or she is called."""
    clauses = called(agreement, clauses)
    doing = tuple(
        "kommune" if doer in ("kontakt", None) and other_leads(clause.words) else doer
        for clause, doer in zip(clauses, doers(agreement, clauses), strict=True)
    )
    led = {c.sentence for c in clauses if _LEADS_TO_HIM.search(c.text)}
    doing = tuple(
        "kontakt" if clause.lead in led else doer
        for clause, doer in zip(clauses, doing, strict=True)
    )
    told = tuple(_told(agreement, clauses, doing))
    own = tuple(c for c, doer in told if doer in ("kontakt", None) or _THROUGH.search(c.words))
    beside = tuple(_beside(clauses, doing, {id(c) for c, _ in told}))
    return Role(agreement, clauses, doing, told, own, beside)


def tasks(role: Role) -> Fact:
    """Whether the agreement tells what the politikontakt does. States: "described", "elsewhere"
    (it says only where or when the tasks are set), "absent"."""
    agreement = role.agreement
    spoken_of = [*role.own, *(c for c, _ in role.beside)]
    elsewhere = [c for c in spoken_of if _is_elsewhere(c)]
    silent = ("past", "deferred")
    told = [c for c in role.own if c.force not in silent and c not in elsewhere]
    told = [c for c in told if c.force != "negated" or _is_task_before_no(c)]
    entries = [c for c in told if c.kind == "bullet" or LABEL.match(c.text)]
    bullets = [c for c in entries if c.kind != "row" and _lists_tasks(agreement, c)]
    if bullets:
        lead = bullets[0].lead
        shown = [agreement.sentences[lead].span] if lead is not None else []
        return Fact(None, "described", distinct([*shown, *(c.span for c in bullets)]))
    spoken = [c for c in told if c.kind != "row" and _is_task(c)]
    others = [c for c, _ in role.told if c.force not in silent]
    spoken += [c for c in others if _is_told_task(c)]
    spoken += [c for c, _ in role.told if c.kind == "row" and _is_task_row(agreement, c)]
    if spoken:
        return Fact(None, "described", distinct(c.span for c in spoken)[:2])
    return Fact(None, "elsewhere", distinct(c.span for c in elsewhere)) if elsewhere else Fact()


def _told(
    agreement: Agreement, clauses: Sequence[Clause], doing: Sequence[Doer | None]
) -> Iterator[tuple[Clause, Doer | None]]:
    """The clauses about the politikontakt: those that name the role or who has it, go on about
    whoever that is, or stand under its heading."""
    about = {id(c) for c in speaking(agreement, clauses)}
    spoken: set[int] = set()
    sections: set[int] = set()
    asking = asked_on(agreement)
    for clause, doer in zip(clauses, doing, strict=True):
        if _REMARK.search(agreement.text_of(block_of(agreement, clause).span)):
            continue
        titles = list(agreement.titles(clause.section))
        headed = any(_HEADING.search(t) and not _OTHER_HEADING.search(t) for t in titles)
        headed = headed or clause.section in asking
        mixed = any(_HEADING.search(t) and _OTHER_HEADING.search(t) for t in titles)
        near = bool(spoken & {clause.sentence, clause.sentence - 1, clause.lead})
        same = clause.sentence in spoken and doer is None
        row = clause.kind == "row" and clause.sentence - 1 in spoken
        same = same or (row and bool(_ROW_GOES_ON.match(clause.text)))
        goes_on = same or (near and (doer == "kontakt" or bool(_HIM.search(clause.words))))
        known = clause.section in sections and bool(_KNOWN.search(clause.words))
        by_name = id(clause) in about and (not mixed or doer == "kontakt")
        if headed or goes_on or known or by_name:
            spoken.add(clause.sentence)
            if CONTACT.search(clause.words):
                sections.add(clause.section)
            yield clause, doer


def _beside(
    clauses: Sequence[Clause], doing: Sequence[Doer | None], told: set[int]
) -> Iterator[tuple[Clause, Doer | None]]:
    last: tuple[int, int] | None = None  # section and sentence of what was said last of the role
    for clause, doer in zip(clauses, doing, strict=True):
        goes_on = last in {(clause.section, clause.sentence - n) for n in (0, 1)}
        if id(clause) in told:
            last = clause.section, clause.sentence
        elif goes_on and doer is None and not NOT_CONTACT.search(clause.words):
            last = clause.section, clause.sentence
            yield clause, doer


def _is_task(clause: Clause) -> bool:
    """Whether the politikontakt does something here: one of the known tasks, or anything beyond
    being there, meeting in the politiråd and having a post."""
    return any(task.search(clause.words) for task in (_TASK, _TASK_OPEN, _TASK_VERB))


def _is_task_before_no(clause: Clause) -> bool:
    """ "gir råd og passer på at ingen blir glemt": a task, and then what is not to be."""
    no = _NO.search(clause.words)
    return no is not None and any(
        task.search(clause.words, 0, no.start()) for task in (_TASK, _TASK_VERB)
    )


def _is_elsewhere(clause: Clause) -> bool:
    return bool(_TASK_ELSEWHERE.search(clause.text)) and not _TOLD_HERE.search(clause.text)


def _is_told_task(clause: Clause) -> bool:
    """Whether the clause lists tasks of the politikontakt, says that something is done by him or
    her, or that others turn to him or her, whoever its subject is."""
    tasks = _TOLD_TASKS.search(clause.words)
    if tasks is None or clause.kind == "row" or _is_elsewhere(clause):
        return False
    no = _NO.search(clause.words) if clause.force == "negated" else None
    if no is not None and no.start() < tasks.end():
        return False
    of_others = NOT_CONTACT.search(clause.words[: tasks.end()])
    return not of_others or bool(CONTACT.search(clause.words))


def _is_task_row(agreement: Agreement, clause: Clause) -> bool:
    """Whether a row tells of a task: in a column headed "Oppgave", or as "Oppgaver | …"."""
    told = under(agreement, clause, _TASK_COLUMN)
    own = cells(agreement, block_of(agreement, clause))
    told += [cell for cell in own[1:] if CONTACT.match(own[0]) and _TASK_COLUMN.match(cell)]
    return any(len(cell.split()) > 1 for cell in told) and not _is_elsewhere(clause)


def _lists_tasks(agreement: Agreement, clause: Clause) -> bool:
    """Whether the bullet stands under words that lead to the politikontakt's tasks."""
    if label := LABEL.match(clause.text):
        return bool(_TASK_COLUMN.match(label[0]))
    if clause.lead is None:
        title = agreement.sections[clause.section].title
        headed = bool(_HEADING.search(title) and not _OTHER_HEADING.search(title))
        return headed and (not clause.text.rstrip().endswith(".") or _is_task(clause))
    lead = agreement.text_of(agreement.sentences[clause.lead].span)
    whose = bool(NAMED.search(lead)) or any(
        _HEADING.search(t) and not _OTHER_HEADING.search(t)
        for t in agreement.titles(clause.section)
    )
    return whose and bool(_TASK_LEAD.search(lead)) and not _MEASURE.search(clause.text)
