"""Clauses → what the parties owe or expect of each other, and which side owes it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.doers import Doer, expects, subject_of
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import block_of, cells, header
from agreementlint.model import Fact, Span
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
_OWNED: Mapping[Doer, Caseless] = {
    "kommune": wording("forpliktelser", "owned_kommune"),
    "politi": wording("forpliktelser", "owned_police"),
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
_NEGATION = wording("forpliktelser", "negation")
_SECRECY = wording("forpliktelser", "secrecy")
_GOES_ON = re.compile(
    r"^\W*(?:(?:og|men|samt|de|dei|han|hun|ho|den|dessuten|dessutan|også|òg|videre|vidare)\b\W*)*$",
    re.I,
)
_COUNCIL_ROLES = wording("forpliktelser", "council_roles")


def duties(
    agreement: Agreement,
    clauses: Sequence[Clause],
    doing: Sequence[Doer | None],
    elsewhere: Sequence[Fact] = (),
) -> Fact:
    """Who owes something; `doing` is who does what each clause says. States: "both" (each side
    has duties of its own), "mutual" (said to be so), "police-only", "kommune-only", "absent".
    `elsewhere` are facts whose evidence makes duties of the police: services, politikontakt."""
    owed: dict[Doer, list[Span]] = {"kommune": [], "politi": []}
    last: list[tuple[Doer, Span]] = []
    for clause, doer in zip(clauses, doing, strict=True):
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
    head = header(agreement, clause) if clause.kind == "row" else None
    return (head.span,) if head else ()


def _is_mutual(clause: Clause) -> bool:
    """Whether it says that the duties are mutual; what is negated behind the words that say so
    ("begrunne for hverandre hvorfor et råd ikke følges") is something else."""
    said = _MUTUAL.search(clause.text)
    if said is None or clause.force not in ("commits", "negated"):
        return False
    if _SECRECY.search(clause.text) or _NOT_DUTY.search(said[0]):
        return False
    return clause.force == "commits" or not _NEGATION.search(clause.text, 0, said.end())


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
    if owned := tuple(side for side, pattern in _OWNED.items() if pattern.search(clause.text)):
        return owned
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
    skal", or "Kommunen | Politiet" under words on what each side brings."""
    head = header(agreement, clause)
    own = cells(agreement, block_of(agreement, clause))
    titles = cells(agreement, head) if head else ()
    if len(own) != len(titles):
        return ()
    lead = None if clause.lead is None else agreement.sentences[clause.lead]
    led = agreement.text_of(lead.span) if lead else ""
    on_duties = _under(agreement, clause) or bool(_HEADING.search(led) or _BINDS.search(led))
    found: list[Doer] = []
    for cell, title in zip(own, titles, strict=True):
        if cell and (on_duties or _BINDS.search(title) or _HEADING.search(title)):
            found += [side for side, pattern in _OF_HEADING.items() if pattern.search(title)]
    return tuple(found)
