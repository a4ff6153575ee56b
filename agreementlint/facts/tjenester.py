"""Clauses → whether the police's local services to the public are described."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.spans import distinct
from agreementlint.model import Fact
from agreementlint.norwegian.caseless import Caseless
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_SERVICES: Mapping[str, Caseless] = {
    name: wording("tjenester", name)
    for name in ("opening", "patrol", "response", "contact", "function", "police_presence")
}
_LINK_ONLY = wording("tjenester", "link_only")
_FIGURES = wording("tjenester", "figures")
_ELSEWHERE = wording("tjenester", "elsewhere")
_WISH = wording("tjenester", "wish")
_OTHER_SERVICE = wording("tjenester", "other_service")
_HEADING = wording("tjenester", "heading")
_FUNCTION_WORD = wording("tjenester", "function_word")
_ROLE = wording("rolle", "heading")
_OTHER_ROLE = wording("rolle", "other_heading")
_CONTACT = wording("handlende", "kontakt")


def services(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "described" (opening hours, patrols, response, telephone or what is done where),
    "elsewhere" (only where to read about it), "absent". The evidence is the best sentence of each
    kind: one under a heading on services before any other."""
    told: list[tuple[bool, str, Clause]] = []
    elsewhere: list[Clause] = []
    for clause in clauses:
        headed = any(_HEADING.search(t) for t in agreement.titles(clause.section))
        for kind in _kinds(agreement, clause, headed=headed):
            if _only_points_away(clause):
                elsewhere.append(clause)
            else:
                told.append((not headed, kind, clause))
    best: dict[str, Clause] = {}
    for _, kind, clause in sorted(told, key=lambda one: one[0]):
        best.setdefault(kind, clause)
    if best:
        return Fact(None, "described", distinct(c.span for c in best.values())[:4])
    return Fact(None, "elsewhere", distinct(c.span for c in elsewhere)) if elsewhere else Fact()


def _kinds(agreement: Agreement, clause: Clause, *, headed: bool) -> list[str]:
    """The kinds of service that a sentence tells of, where it is the police's; a sentence is
    judged once, by its first clause."""
    text = clause.text
    titles = list(agreement.titles(clause.section))
    of_contact = any(_ROLE.search(t) and not _OTHER_ROLE.search(t) for t in titles)
    if clause.start > 0 or clause.force in ("past", "deferred"):
        return []
    if any(p.search(text) for p in (_OTHER_SERVICE, _CONTACT, _WISH)):
        return []
    kinds = [kind for kind, pattern in _SERVICES.items() if pattern.search(text)]
    if of_contact:  # the hours of the politikontakt are not those of the police
        kinds = [kind for kind in kinds if kind not in ("opening", "police_presence")]
    if headed and clause.kind in ("bullet", "row", "columns") and _FUNCTION_WORD.search(text):
        kinds.append("function")
    return kinds


def _only_points_away(clause: Clause) -> bool:
    """Whether a sentence says no more than where the services are told: a link, another paper."""
    if _ELSEWHERE.search(clause.text):
        return True
    return bool(_LINK_ONLY.search(clause.text)) and not _FIGURES.search(clause.text)
