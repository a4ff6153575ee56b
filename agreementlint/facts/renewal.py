"""Statements → how the focus areas are renewed: at a stated rhythm, on the basis of knowledge, or
only on demand."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.facts.focusareas import announces_areas, is_titled_area, names_areas
from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

_AREA = wording("satsing", "area")
_OTHER_PLAN = wording("satsing", "other_plan")
_RENEWS = wording("fornyelse", "renews")
_CHOSEN = wording("fornyelse", "chosen")
_RHYTHM = wording("fornyelse", "rhythm")
_ON_KNOWLEDGE = wording("fornyelse", "on_knowledge")
_ON_DEMAND = wording("fornyelse", "on_demand")
_LEFT_OPEN = wording("fornyelse", "left_open")
_WAS_CHOSEN = wording("fornyelse", "was_chosen")
_IF_NEW = wording("fornyelse", "if_new")
_FIXED = wording("fornyelse", "fixed")
_REPORTS = wording("fornyelse", "reports")
_WHATS_CHOSEN = wording("fornyelse", "whats_chosen")
_MEANT = wording("fornyelse", "meant")
_THE_AREAS = wording("fornyelse", "the_areas")
_THE_LIST = wording("fornyelse", "the_list")
_THEY = wording("fornyelse", "they")
_PLURAL = wording("fornyelse", "plural")
_OTHER_SUBJECT = wording("fornyelse", "other_subject")
_IT_HAPPENS = wording("fornyelse", "it_happens")
_OPTIONAL = wording("fornyelse", "optional")
_OBLIGES = wording("fornyelse", "obliges")


def renewal(said: Sequence[Statement]) -> Fact:
    """Whether the focus areas are renewed. States: "planned" (at a stated rhythm or on the basis
    of knowledge), "on-demand" (or only allowed, or the time left open), "absent"."""
    planned: list[Span] = []
    demanded: list[Span] = []
    sections = {s.section for s in said if names_areas(s)}
    left = -1  # the block whose last sentence renews the areas without a time
    for before, statement in zip((None, *said), said, strict=False):
        text = statement.text
        if left == statement.block and _IT_HAPPENS.search(text) and _is_regular(statement):
            planned += [before.span, statement.span] if before else [statement.span]
        left = -1
        renewed = _RENEWS.search(text)
        chosen = _CHOSEN.search(text) and not _WAS_CHOSEN.search(text)
        if not (renewed or chosen) or _FIXED.search(text):
            continue
        if not _is_about(before, statement, in_section=statement.section in sections):
            continue
        regular = _is_regular(statement) or (renewed and _ON_KNOWLEDGE.search(text))
        if regular and not _is_optional(text):
            planned.append(statement.span)
        elif regular or _is_on_demand(text, renewed=bool(renewed)):
            demanded.append(statement.span)
        else:
            left = statement.block
    if planned:
        return Fact(state="planned", evidence=distinct(planned)[:2])
    return Fact(state="on-demand", evidence=distinct(demanded)[:2]) if demanded else Fact()


def _is_regular(statement: Statement) -> bool:
    often = any(f.low for p in statement.parts for f in p.frequencies)
    return often or bool(_RHYTHM.search(statement.text))


def _is_on_demand(text: str, *, renewed: bool) -> bool:
    demanded = _ON_DEMAND.search(text) or _IF_NEW.match(text)
    return bool(demanded or (renewed and _LEFT_OPEN.search(text)))


def _is_optional(text: str) -> bool:
    return bool(_OPTIONAL.search(text)) and not _OBLIGES.search(text)


def _is_about(before: Statement | None, statement: Statement, *, in_section: bool) -> bool:
    """Whether a statement is about the focus areas, and does not merely tell how they go."""
    if _REPORTS.search(statement.text) and not _THE_LIST.match(statement.text):
        return False
    return (
        _is_about_areas(statement)
        or _goes_on_about_areas(before, statement)
        or (in_section and _means_the_areas(before, statement))
    )


def _means_the_areas(before: Statement | None, statement: Statement) -> bool:
    """Whether a sentence in a section that names areas speaks of them: as "lista", as "kva det
    skal leggjast vinn på", or as "dei" in or straight behind the sentence that names them."""
    text = statement.text
    if _OTHER_PLAN.search(text) or _OTHER_SUBJECT.search(text):
        return False
    behind = names_areas(statement) or (before is not None and names_areas(before))
    said = _THE_LIST.search(text) or _WHATS_CHOSEN.search(text)
    return bool(said or (behind and _THEY.search(text)))


def _is_about_areas(statement: Statement) -> bool:
    """Whether a statement is about the focus areas themselves, and not about a plan for them."""
    text = statement.text
    area, plan = _AREA.search(text), _OTHER_PLAN.search(text)
    if plan and not (area and area.start() < plan.start()):
        return False
    meant = is_titled_area(statement, 2) and _MEANT.search(text)
    return bool(area or meant or _THE_AREAS.search(text) or announces_areas(text))


def _goes_on_about_areas(before: Statement | None, statement: Statement) -> bool:
    """Whether a sentence speaks of the areas that the one before it names: "De vurderes årlig"."""
    if before is None or before.block != statement.block or _OTHER_PLAN.search(statement.text):
        return False
    return bool(_PLURAL.match(statement.text) and _AREA.search(before.text))


__all__ = ["renewal"]
