"""Clauses → whether the police's local services to the public are described."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.doers import expects, named
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import header
from agreementlint.facts.wording import words_before, words_of
from agreementlint.model import Fact
from agreementlint.norwegian.caseless import Caseless
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_SERVICES: Mapping[str, Caseless] = {
    name: wording("tjenester", name)
    for name in (
        "opening", "patrol", "response", "contact", "function", "offer", "served", "presence",
    )
}
_OF_A_PLACE = frozenset({"opening", "patrol", "contact", "served", "presence"})
_LOCATED = wording("tjenester", "located")
_LINK_ONLY = wording("tjenester", "link_only")
_FIGURES = wording("tjenester", "figures")
_ELSEWHERE = wording("tjenester", "elsewhere")
_WISH = wording("tjenester", "wish")
_FORMER = wording("tjenester", "former")
_OTHER_SERVICE = wording("tjenester", "other_service")
_OTHER_SUBJECT = wording("tjenester", "other_subject")
_POLICE_WORD = wording("tjenester", "police_word")
_BARE_DOOR = wording("tjenester", "bare_door")
_POLICE_TITLE = wording("tjenester", "police_title")
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
        if clause.start > 0:  # a sentence is judged once, by its first clause
            continue
        head = header(agreement, clause) if clause.kind == "row" else None
        titles = (*agreement.titles(clause.section), agreement.text_of(head.span) if head else "")
        headed = any(_HEADING.search(t) for t in titles)
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
    """The kinds of service that a sentence tells of, where it is the police's."""
    contact = _CONTACT.search(clause.text)
    # what is said behind the politikontakt is said of that one
    text = clause.text[: contact.start()] if contact else clause.text
    if clause.force in ("past", "deferred") or _WISH.search(text) or _FORMER.search(text):
        return []
    if not _is_of_the_police(agreement, clause, text) or _is_owed_by_kommune(agreement, clause):
        return []
    kinds = [kind for kind, pattern in _SERVICES.items() if pattern.search(text)]
    if clause.force == "negated" and not _FIGURES.search(text):
        kinds = [kind for kind in kinds if kind not in _OF_A_PLACE]
    titles = list(agreement.titles(clause.section))
    if any(_ROLE.search(t) and not _OTHER_ROLE.search(t) for t in titles):
        # the hours of the politikontakt are not those of the police
        kinds = [kind for kind in kinds if kind != "opening"]
    in_list = clause.kind in ("bullet", "row", "columns")
    if headed and (_LOCATED.search(text) or (in_list and _FUNCTION_WORD.search(text))):
        kinds.append("function")
    return kinds


def _is_of_the_police(agreement: Agreement, clause: Clause, text: str) -> bool:
    """Whether the sentence speaks of the police before it speaks of another service; "kontoret",
    "laget" and "bilen" are theirs where the heading or the sentence before says so, and a bare
    "kontoret" where neither speaks of another."""
    police = _POLICE_WORD.search(text)
    others = [m.start() for p in (_OTHER_SERVICE, _OTHER_SUBJECT) if (m := p.search(text))]
    if police or others:
        return police is not None and all(police.start() < other for other in others)
    title = next(iter(agreement.titles(clause.section)), "")
    before = words_before(agreement, clause.sentence)
    if _POLICE_TITLE.search(title):
        return True
    if _OTHER_SERVICE.search(before):
        return False
    return bool(_POLICE_WORD.search(before)) or bool(
        _BARE_DOOR.search(text) and not _OTHER_SERVICE.search(title)
    )


def _is_owed_by_kommune(agreement: Agreement, clause: Clause) -> bool:
    """Whether a bullet stands in a list of what the kommune does: "Politiet venter av kommunen at
    …"."""
    if clause.kind != "bullet" or clause.lead is None:
        return False
    lead = words_of(agreement, agreement.sentences[clause.lead].span)
    alone = expects(lead) or not _POLICE_WORD.search(lead)
    return alone and named(lead) == "kommune"


def _only_points_away(clause: Clause) -> bool:
    """Whether a sentence says no more than where the services are told: a link, another paper."""
    if _ELSEWHERE.search(clause.text):
        return True
    return bool(_LINK_ONLY.search(clause.text)) and not _FIGURES.search(clause.text)
