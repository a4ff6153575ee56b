"""Clauses → what the parties owe or expect of each other, and which side owes it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.doers import (
    Doer,
    begins_with_verb,
    does,
    elided,
    expects,
    named,
    subject_of,
)
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import block_of, cells, header
from agreementlint.facts.wording import words_before
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
_NEAR_MUTUAL = wording("forpliktelser", "near_mutual")
_NOT_DUTY = wording("forpliktelser", "not_duty")
_NO_DUTY = wording("forpliktelser", "no_duty")
_PURPOSE = wording("forpliktelser", "purpose")
_RESPONSIBLE = wording("forpliktelser", "responsible")
_NAMED_BESIDE = wording("forpliktelser", "named_beside")
_LABEL = wording("forpliktelser", "label")
_NEGATION = wording("forpliktelser", "negation")
_SECRECY = wording("forpliktelser", "secrecy")
_LONGEST_NAME = 4
"""Words of a cell that names a party or an office."""

_GOES_ON = re.compile(
    r"^\W*(?:(?:og|men|samt|de|dei|han|hun|ho|den|dessuten|dessutan|også|òg|videre|vidare)\b\W*)*$",
    re.I,
)
_BESIDE = re.compile(
    r",\s+(?=(?:og|men|mens|medan)\b|(?:politiet|kommunen|lensmannen)\s+\w{3,}(?:er|ar)\b)"
)
"""Between two main clauses, each of which may have its own subject."""
_COUNCIL_ROLES = wording("forpliktelser", "council_roles")
_JOINT_LEAD = wording("forpliktelser", "joint_lead")
_JOINT_VERB = wording("forpliktelser", "joint_verb")
_SAID_THAT = wording("forpliktelser", "said_that")
_GETS = wording("forpliktelser", "gets")
_IT_IS = wording("forpliktelser", "it_is")
_WHO_IS = wording("forpliktelser", "who_is")
_OTHER_SIDE: Mapping[Doer, Doer] = {"kommune": "politi", "politi": "kommune"}
_AIMS = wording("forpliktelser", "aims")
_OWN_HEADING = wording("forpliktelser", "own_heading")


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
    found: list[tuple[int, Doer, Span]] = []
    for clause, doer in zip(clauses, doing, strict=True):
        under = _under(agreement, clause)
        # the plainest first: under a heading on duties, then where a verb binds
        rank = 0 if under else 1 if _BINDS.search(clause.words) else 2
        for side in _owing(agreement, clause, doer, under=under):
            found += ((rank, side, span) for span in (*_lead(agreement, clause), clause.span))
    for _, side, span in sorted(found, key=lambda one: one[0]):
        owed[side].append(span)
    for fact in elsewhere:
        owed["politi"] += fact.evidence[:1]
    mutual = [c.span for c in clauses if _is_mutual(c)]
    mutual += [span for c in clauses for span in _listed_for_both(agreement, c)]
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


def _listed_for_both(agreement: Agreement, clause: Clause) -> tuple[Span, ...]:
    """The lead "Partene skal" and the bullet that goes on with it, where that is a duty."""
    if clause.kind != "bullet" or clause.lead is None or _NOT_DUTY.search(clause.text):
        return ()
    lead = agreement.sentences[clause.lead].span
    words = agreement.text_of(lead)
    if not _JOINT_LEAD.match(words) or not _JOINT_VERB.search(words):
        return ()
    aims = any(_AIMS.search(title) for title in agreement.titles(clause.section))
    return () if aims or clause.force != "commits" else (lead, clause.span)


def _is_mutual(clause: Clause) -> bool:
    """Whether it says that the duties are mutual; what is negated behind the words that say so
    ("begrunne for hverandre hvorfor et råd ikke følges") is something else."""
    said = _MUTUAL.search(clause.text) if _NEAR_MUTUAL.search(clause.text) else None
    if said is None or _NO_DUTY.search(clause.text) or clause.force not in ("commits", "negated"):
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
    if any(p.search(clause.text) for p in (_SECRECY, _NO_DUTY, _PURPOSE)):
        return ()
    if clause.text.endswith("?"):
        return ()
    if clause.kind == "row":
        return _of_row(agreement, clause)
    if owned := tuple(side for side, pattern in _OWNED.items() if pattern.search(clause.text)):
        return owned
    if under and clause.kind in ("bullet", "text") and (label := _LABEL.match(clause.text)):
        return tuple(side for side, pattern in _OF_HEADING.items() if pattern.search(label[0]))
    if asked := _asked_of(agreement, clause) or _named_above(agreement, clause):
        return (asked,)
    headed = _headed(agreement, clause) if under else None
    if headed is not None and (clause.kind == "bullet" or doer is None):
        return (headed,) if clause.kind == "bullet" or _BINDS.search(words) else ()
    if not under and _COUNCIL_ROLES.search(words) and does(words) is None:
        return ()
    if _IT_IS.search(words):
        words = _WHO_IS.sub("", _IT_IS.sub("", words))
    parts = _BESIDE.sub("\n", _SAID_THAT.sub("\n", words)).split("\n")
    agreed = [part for part in parts if part.strip()]
    bound = [_bound(agreement, clause, doer, part, under=under) for part in agreed]
    return tuple(s for b in bound if b and (under or b != "begge") for s in _SIDES[b])


def _is_firm(clause: Clause) -> bool:
    """Whether the clause binds; "skal møte med ledere som kan ta avgjørelser" does too."""
    if clause.force == "optional" and expects(clause.words):
        return True
    if clause.force == "optional":
        before, _, after = clause.words.partition(" kan ")
        return bool(after and _BINDS.search(before))
    return clause.force in ("commits", "negated")


def _bound(
    agreement: Agreement, clause: Clause, doer: Doer | None, words: str, *, under: bool
) -> Doer | None:
    """The one whom these words of the clause bind: the subject of a binding verb, also of the lead
    of its list, and under a heading on duties the subject of any verb."""
    verb = _BINDS.search(words) or (_PRESENT.search(words) if under else None)
    if clause.kind == "bullet" and clause.lead is not None:
        lead = agreement.text_of(agreement.sentences[clause.lead].span)
        if _BINDS.search(lead) and (verb is None or subject_of(words, verb) is None):
            return doer
    if got := _GETS.search(words):
        who = subject_of(words, got)
        return _OTHER_SIDE.get(who) if who else None
    if expects(words):
        return doer if verb else None
    if elided(words):
        return doer if verb or begins_with_verb(words) else None
    if verb is None:
        return does(words)
    goes_on = doer if _GOES_ON.match(words[: verb.start()]) else None
    return subject_of(words, verb) or does(words) or goes_on


def _asked_of(agreement: Agreement, clause: Clause) -> Doer | None:
    """The side of which the sentence before asks what it owes: "Hva kan politiet vente av
    kommunen?"."""
    before = words_before(agreement, clause.sentence).rstrip()
    if not before.endswith("?"):
        return None
    return next((side for side, pattern in _FROM.items() if pattern.search(before)), None)


def _named_above(agreement: Agreement, clause: Clause) -> Doer | None:
    """The side that the heading names and no more, where this bullet says what it does."""
    title = next(iter(agreement.titles(clause.section)), "")
    if clause.kind != "bullet" or not _OWN_HEADING.match(title):
        return None
    if not begins_with_verb(clause.text):
        return None
    return next((side for side, pattern in _OF_HEADING.items() if pattern.search(title)), None)


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
    both = [side for side, pattern in _OF_HEADING.items() if pattern.search(own)]
    return both[0] if len(both) == 1 else None


def _of_row(agreement: Agreement, clause: Clause) -> tuple[Doer, ...]:
    """The sides that a row of a table lays something on: by a column of their own ("Kommunen skal |
    Politiet skal"), or as the one named beside a task ("Referat | Luster kommune")."""
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
    beside = (_RESPONSIBLE, _NAMED_BESIDE) if on_duties else (_RESPONSIBLE,)
    if not found and sum(map(bool, own)) > 1 and any(p.search(t) for p in beside for t in titles):
        found += [side for cell in own for side in _sides_named(cell)]
    return tuple(found)


def _sides_named(cell: str) -> tuple[Doer, ...]:
    """The side that a cell names and no more: "Luster kommune", "Lensmannen"."""
    if len(cell.split()) > _LONGEST_NAME:
        return ()
    said = tuple(side for side, pattern in _OF_HEADING.items() if pattern.search(cell))
    who = named(cell)
    return said or (_SIDES[who] if who else ())
