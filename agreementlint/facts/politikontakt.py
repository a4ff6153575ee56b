"""Clauses → the politikontakt: whether the kommune has one, and who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.once import once
from agreementlint.facts.politikontaktnavn import (
    CONTACT,
    names_in,
    names_in_tables,
    shared_out,
)
from agreementlint.facts.spans import distinct
from agreementlint.mentions import mentions
from agreementlint.model import Fact, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

GOES_ON = wording("politikontakt", "goes_on")
ENDED = wording("politikontakt", "ended")

_DENIED = wording("politikontakt", "denied")
_OF_DISTRICT = wording("politikontakt", "of_district")
_APPOINTS = wording("politikontakt", "appoints")
_ASSIGNS = wording("politikontakt", "assigns")
PRESENTS = wording("politikontakt", "presents")
_CONDITION = wording("politikontakt", "condition")
_CONSIDERED = wording("politikontakt", "considered")
_SETTLED = wording("politikontakt", "settled")
_DEFINITE = wording("politikontakt", "definite")
_OF_PERSONS = wording("politikontakt", "of_persons")
_NEVER_WITHOUT = wording("politikontakt", "never_without")
_OFFICER = wording("politikontakt", "officer")
_ROLE_HELD = wording("politikontakt", "role_held")
_OWNED = wording("politikontakt", "owned")
_WAS = wording("politikontakt", "was")
_IS = wording("politikontakt", "is")
_HAS_NONE = wording("politikontakt", "has_none")
_ENTRY = wording("politikontakt", "entry")
_NAME_ROW = wording("politikontakt", "name_row")
_WISHES = wording("politikontakt", "wishes")
_IDENTIFIES = wording("politikontakt", "identifies")
_OTHER_ROLE = wording("politikontakt", "other_role")
_YES = re.compile(r"\W*(?:ja|jo)\b", re.IGNORECASE)


@once
def speaking(agreement: Agreement, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that speak of the politikontakt: by name, by going on about him or her, or under
    a heading that names the role."""
    found: list[Clause] = []
    spoken: set[int] = set()
    questions: set[int] = set()  # "Kven er politikontakten vår?"
    for clause in clauses:
        near = {clause.sentence - 1, clause.sentence}
        goes_on = near & spoken and GOES_ON.match(clause.text)
        answers = clause.sentence - 1 in questions
        listed = clause.kind in ("bullet", "row") and clause.lead in spoken
        named = CONTACT.search(clause.text) or titled(agreement, clause)
        goes_on = goes_on or (near & spoken and _IDENTIFIES.search(clause.text))
        if named or goes_on or listed or answers:
            spoken.add(clause.sentence)
            found.append(clause)
        if CONTACT.search(clause.text) and clause.text.rstrip(" *_").endswith("?"):
            questions.add(clause.sentence)
    return found


def titled(agreement: Agreement, clause: Clause) -> bool:
    """Whether the clause stands under a heading that names the politikontakt."""
    return bool(CONTACT.search(agreement.sections[clause.section].title))


def is_past(clause: Clause) -> bool:
    """Whether the clause tells how it was in former times: "hadde kontordag til 2021"."""
    return bool(_WAS.search(clause.words)) and not _IS.search(clause.words)


def _was_once(clause: Clause) -> bool:
    """Whether there was one in former times; what "politikontakten" had then is something else."""
    return is_past(clause) and not _DEFINITE.search(clause.words)


def assignment(
    agreement: Agreement, clauses: Sequence[Clause], kommuner: Sequence[str] = ()
) -> Fact:
    """Whether the kommune has a politikontakt; `kommuner` are those that are parties. States:
    "assigned", "optional" (or only planned), "absent"."""
    ended = {c.sentence for c in clauses if ENDED.search(c.text)}
    about = speaking(agreement, clauses)
    named = [c for c in about if CONTACT.search(c.words) or _tells_who(agreement, c)]
    named = [c for c in named if _is_role(c) and not _is_foreign(c, kommuner)]
    named = [c for c in named if not (_was_once(c) or {c.sentence, c.sentence + 1} & ended)]
    firm = [c for c in named if _is_firm(c) and not _is_conditional(c)]
    appointing = [c for c in named if _APPOINTS.search(c.text)]
    loosely = any(c.force in ("optional", "deferred") or _is_conditional(c) for c in appointing)
    promised = not loosely or any(c in firm for c in appointing)
    if firm and promised:
        best = sorted(firm, key=_passing)
        return Fact(state="assigned", evidence=distinct(c.span for c in best)[:2])
    loose = [c for c in named if c.force in ("optional", "deferred", "commits")]
    if loose:
        return Fact(state="optional", evidence=distinct(c.span for c in loose)[:2])
    return Fact()


def _tells_who(agreement: Agreement, clause: Clause) -> bool:
    """Whether an entry under a heading for the politikontakt says who it is, or who has the role:
    "Flå og Gol: politibetjent Kari Vik", "Rollen innehas av …"."""
    if clause.force != "commits" or not titled(agreement, clause):
        return False
    listed = clause.kind in ("bullet", "row")
    entry = (listed and _OFFICER.search(clause.text)) or _ENTRY.match(clause.text)
    if entry and not _OTHER_ROLE.search(clause.text):
        return True
    by_name = bool(names_in(clause.text, headed=True))
    asked = agreement.sections[clause.section].title.rstrip().endswith("?")
    if asked and (by_name or _YES.match(clause.text)):  # "Har vi en politikontakt?" – "Ja, …"
        return True
    return by_name and bool(_ROLE_HELD.search(clause.text))


def _is_role(clause: Clause) -> bool:
    """Whether the word is the role with the kommune: not "ungdom som har hatt politikontakt", not
    the number of a whole district, not one that is denied."""
    if _OF_PERSONS.search(clause.text) and not _DEFINITE.search(clause.words):
        return False
    return not (_OF_DISTRICT.search(clause.text) or _DENIED.search(clause.words))


def _is_foreign(clause: Clause, kommuner: Sequence[str]) -> bool:
    """Whether it is the politikontakt of kommuner that are no parties: "Arendal kommune har …"."""
    named = [m for m in mentions(clause.words) if m.context != "word"]
    others = [m for m in named if m.name not in kommuner]
    if not kommuner or not others or len(others) < len(named):
        return False
    if any(kommune in clause.words for kommune in kommuner) or _DEFINITE.search(clause.words):
        return False
    rest = clause.words
    for mention in others:
        rest = rest.replace(f"{mention.name} kommune", "")
    return not _OWNED.search(rest)


def _is_firm(clause: Clause) -> bool:
    """Whether the clause takes a politikontakt for granted; what is denied behind the word ("har
    ikke ansvar for flere enn tre kommuner") is something else, and so is what he or she "kan"."""
    if clause.force == "commits" or _NEVER_WITHOUT.search(clause.words):
        return True
    if clause.force == "optional":
        leads = bool(CONTACT.match(clause.words.strip()))
        return leads and bool(_DEFINITE.search(clause.words)) and not _APPOINTS.search(clause.text)
    return clause.force == "negated" and not _HAS_NONE.search(clause.words)


def _passing(clause: Clause) -> tuple[bool, bool, Span]:
    """The higher, the more in passing the clause speaks of the politikontakt."""
    assigns = _ASSIGNS.search(clause.words) and CONTACT.search(clause.words[:80])
    return not PRESENTS.search(clause.words), not assigns, clause.span


def _is_conditional(clause: Clause) -> bool:
    """ "Dersom kommunen ønsker det, kan …", "vurdere om kommunen bør få …": nothing is promised."""
    if _CONDITION.search(clause.text) and _WISHES.search(clause.text):
        return True
    open_to = _CONSIDERED.search(clause.text) and not _SETTLED.search(clause.text)
    return bool(open_to) and not _DEFINITE.search(clause.words)


def names(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """The politikontakter that are named (value: list of names, in the order of the text)."""
    found: dict[str, Span] = {}
    told = dict.fromkeys(
        (c.span, c.text, titled(agreement, c) or _tells_name(c.text))
        for c in speaking(agreement, clauses)
        if c.kind not in ("row", "columns")
    )
    for span, text, headed in told:
        for name in names_in(text, headed=headed):
            found.setdefault(name, span)
    for span, name in shared_out(clauses):
        found.setdefault(name, span)
    for span, name in (*names_in_tables(agreement), *_names_in_forms(agreement, clauses)):
        found.setdefault(name, span)
    whole = [n for n in found if not any(other.startswith(f"{n} ") for other in found)]
    ordered = sorted(whole, key=lambda n: found[n].start)  # "Ida Marie" is Ida Marie Vik
    return Fact(ordered, "named" if found else "absent", distinct(found[n] for n in ordered))


def _tells_name(text: str) -> bool:
    """Whether a sentence is somebody's name and nothing more ("Politiførstebetjent Kari Vik."), or
    says that this is who it is: "Nå er dette Kari Vik", "Jobben har Kari Vik fått"."""
    if CONTACT.search(text) or (len(text.split()) > 6 and not _IDENTIFIES.search(text)):
        return False
    return bool(names_in(text, headed=True))


def _names_in_forms(
    agreement: Agreement, clauses: Sequence[Clause]
) -> Iterator[tuple[Span, str]]:
    """The name in the row "Navn | Kari Vik" of a form under a heading for the politikontakt."""
    for clause in clauses:
        if clause.kind not in ("row", "columns") or not titled(agreement, clause):
            continue
        if label := _NAME_ROW.match(clause.text):
            own = clause.text[label.end() :]
            yield from ((clause.span, name) for name in names_in(own, headed=True)[:1])
