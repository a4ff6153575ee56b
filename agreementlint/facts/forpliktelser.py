"""Clauses → what the parties owe or expect of each other, and which side owes it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.doers import Doer, doers, expects, subject_of
from agreementlint.facts.spans import distinct
from agreementlint.model import Block, Fact, Span
from agreementlint.norwegian.caseless import Caseless
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_HEADING = wording("forpliktelser", "heading")
_OF_HEADING: Mapping[Doer, Caseless] = {
    "kommune": wording("forpliktelser", "heading_kommune"),
    "politi": wording("forpliktelser", "heading_police"),
}
_FROM: Mapping[Doer, Caseless] = {
    "kommune": wording("forpliktelser", "from_kommune"),
    "politi": wording("forpliktelser", "from_police"),
}
_SIDES: Mapping[Doer, tuple[Doer, ...]] = {
    "kommune": ("kommune",),
    "politi": ("politi",),
    "kontakt": ("politi",),
    "begge": ("kommune", "politi"),
}
_BINDS = wording("forpliktelser", "binds")
_PRESENT = wording("forpliktelser", "present")
_MUTUAL = wording("forpliktelser", "mutual")
_NOT_DUTY = wording("forpliktelser", "not_duty")
_SECRECY = wording("forpliktelser", "secrecy")
_GOES_ON = re.compile(
    r"^\W*(?:(?:og|men|samt|de|dei|han|hun|ho|den|dessuten|dessutan|også|òg|videre|vidare)\b\W*)*$",
    re.I,
)
_COUNCIL_ROLES = wording("forpliktelser", "council_roles")


def duties(agreement: Agreement, clauses: Sequence[Clause], elsewhere: Sequence[Fact] = ()) -> Fact:
    """Who owes something. States: "both" (each side has duties of its own), "mutual" (said to be
    so), "police-only", "kommune-only", "absent". `elsewhere` are facts whose evidence makes duties
    of the police: its services, its politikontakt."""
    owed: dict[Doer, list[Span]] = {"kommune": [], "politi": []}
    last: list[tuple[Doer, Span]] = []
    for clause, doer in zip(clauses, doers(agreement, clauses), strict=True):
        under = _under(agreement, clause)
        for side in _owing(agreement, clause, doer, under=under):
            for span in (*_lead(agreement, clause), clause.span):
                if under:
                    owed[side].append(span)
                else:
                    last.append((side, span))
    for side, span in last:
        owed[side].append(span)
    for fact in elsewhere:
        owed["politi"] += fact.evidence[:1]
    mutual = [c.span for c in clauses if _is_mutual(c)]
    if owed["kommune"] and owed["politi"]:
        sides = (distinct(owed["kommune"])[:2], distinct(owed["politi"])[:2])
        return Fact(None, "both", distinct((*mutual[:1], *sides[0][:1], *sides[1], *sides[0])))
    if mutual:
        return Fact(None, "mutual", distinct(mutual)[:2])
    state = "police-only" if owed["politi"] else "kommune-only" if owed["kommune"] else "absent"
    return Fact(None, state, distinct((*owed["politi"], *owed["kommune"]))[:3])


def _lead(agreement: Agreement, clause: Clause) -> tuple[Span, ...]:
    """The words that a bullet goes on with, or the head of its table."""
    if clause.kind == "bullet" and clause.lead is not None:
        return (agreement.sentences[clause.lead].span,)
    header = _header(agreement, clause) if clause.kind == "row" else None
    return (header.span,) if header else ()


def _is_mutual(clause: Clause) -> bool:
    text = clause.text
    return clause.force == "commits" and bool(_MUTUAL.search(text)) and not _SECRECY.search(text)


def _under(agreement: Agreement, clause: Clause) -> bool:
    """Whether the clause stands under a heading on duties or expectations."""
    return any(_HEADING.search(t) for t in agreement.titles(clause.section))


def _owing(
    agreement: Agreement, clause: Clause, doer: Doer | None, *, under: bool
) -> tuple[Doer, ...]:
    """The sides that the clause lays a duty on."""
    words = clause.words
    if not _is_firm(clause) or _NOT_DUTY.search(words):
        return ()
    if _SECRECY.search(clause.text):
        return ()
    if clause.kind == "row":
        return _columns(agreement, clause)
    headed = _headed(agreement, clause) if under else None
    if headed is not None and (clause.kind == "bullet" or doer is None):
        return (headed,) if clause.kind == "bullet" or _BINDS.search(words) else ()
    if _COUNCIL_ROLES.search(words) and not under:
        return ()
    side = _bound(agreement, clause, doer, under=under)
    if side == "begge" and not under:
        return ()
    return _SIDES[side] if side else ()


def _is_firm(clause: Clause) -> bool:
    """Whether the clause binds; "skal møte med ledere som kan ta avgjørelser" does too."""
    if clause.force == "optional":
        before, _, after = clause.words.partition(" kan ")
        return bool(after and _BINDS.search(before))
    return clause.force in ("commits", "negated")


def _bound(agreement: Agreement, clause: Clause, doer: Doer | None, *, under: bool) -> Doer | None:
    """The one whom the clause binds: the subject of a binding verb, also of the lead of its list,
    and under a heading on duties the subject of any verb."""
    words = clause.words
    verb = _BINDS.search(words) or (_PRESENT.search(words) if under else None)
    if clause.kind == "bullet" and clause.lead is not None:
        lead = agreement.text_of(agreement.sentences[clause.lead].span)
        if _BINDS.search(lead) and (verb is None or subject_of(words, verb) is None):
            return doer
    if verb is None:
        return None
    if expects(words):
        return doer
    return subject_of(words, verb) or (doer if _GOES_ON.match(words[: verb.start()]) else None)


def _headed(agreement: Agreement, clause: Clause) -> Doer | None:
    """The side whose duties the headings say that these are: "Politiets forpliktelser", "Kommunen"
    under "Forpliktelser", "Politiet forventer av kommunen"."""
    titles = list(agreement.titles(clause.section))
    if not titles or not any(_HEADING.search(t) for t in titles):
        return None
    own = titles[0]
    for side, pattern in _FROM.items():
        if pattern.search(own):
            return side
    named = [side for side, pattern in _OF_HEADING.items() if pattern.search(own)]
    return named[0] if len(named) == 1 else None


def _columns(agreement: Agreement, clause: Clause) -> tuple[Doer, ...]:
    """The sides that have a column of their own in a table of duties: "Kommunen skal | Politiet
    skal"."""
    header = _header(agreement, clause)
    block = agreement.document.blocks[agreement.sentences[clause.sentence].block]
    if header is None or len(block.cells) != len(header.cells):
        return ()
    found: list[Doer] = []
    for cell, head in zip(block.cells, header.cells, strict=True):
        title = agreement.text_of(head)
        on_duties = _BINDS.search(title) or _HEADING.search(title)
        if agreement.text_of(cell).strip() and on_duties:
            found += [side for side, pattern in _OF_HEADING.items() if pattern.search(title)]
    return tuple(found)


def _header(agreement: Agreement, clause: Clause) -> Block | None:
    """The first row of the table that this row stands in; None for that row itself."""
    blocks = agreement.document.blocks
    block = blocks[agreement.sentences[clause.sentence].block]
    if block.table is None:
        return None
    first = next(b for b in blocks if b.table == block.table)
    return None if first is block else first
