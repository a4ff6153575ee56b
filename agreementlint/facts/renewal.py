"""Statements → how the focus areas are renewed: at a stated rhythm, on the basis of knowledge, or
only on demand."""

from __future__ import annotations

from collections.abc import Sequence, Set

from agreementlint.facts.focusareas import is_titled_area, naming, sets_later
from agreementlint.facts.satsingsord import announces_areas
from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

_AREA = wording("satsing", "area")
_ONE_ACTOR = wording("satsing", "one_actor")
_OTHER_PLAN = wording("satsing", "other_plan")
_RENEWS = wording("fornyelse", "renews")
_CHOSEN = wording("fornyelse", "chosen")
_RHYTHM = wording("fornyelse", "rhythm")
_ONE_TIME = wording("fornyelse", "one_time")
_YEARLY = wording("fornyelse", "yearly")
_ON_KNOWLEDGE = wording("fornyelse", "on_knowledge")
_ON_DEMAND = wording("fornyelse", "on_demand")
_MEETS = wording("fornyelse", "meets")
_PURPOSE = wording("fornyelse", "purpose")
_LEFT_OPEN = wording("fornyelse", "left_open")
_WAS_CHOSEN = wording("fornyelse", "was_chosen")
_IF_NEW = wording("fornyelse", "if_new")
_FIXED = wording("fornyelse", "fixed")
_REPORTS = wording("fornyelse", "reports")
_LOOKS_BACK = wording("fornyelse", "looks_back")
_LOOKS_AHEAD = wording("fornyelse", "looks_ahead")
_MEASURES = wording("fornyelse", "measures")
_PLAN_SUBJECT = wording("fornyelse", "plan_subject")
_PLAN_WORD = wording("fornyelse", "plan_word")
_WHATS_CHOSEN = wording("fornyelse", "whats_chosen")
_MEANT = wording("fornyelse", "meant")
_WHICH_AREAS = wording("fornyelse", "which_areas")
_THE_AREAS = wording("fornyelse", "the_areas")
_THE_LIST = wording("fornyelse", "the_list")
_WHATS_DONE = wording("fornyelse", "whats_done")
_PICKS = wording("fornyelse", "picks")
_LIST_IS = wording("fornyelse", "list_is")
_IT = wording("fornyelse", "it")
_PLAN_RENEWED = wording("fornyelse", "plan_renewed")
_THEY = wording("fornyelse", "they")
_PLURAL = wording("fornyelse", "plural")
_ASKS_LASTING = wording("fornyelse", "asks_lasting")
_OTHER_SUBJECT = wording("fornyelse", "other_subject")
_GOES_ON = wording("fornyelse", "goes_on")
_IT_HAPPENS = wording("fornyelse", "it_happens")
_OPTIONAL = wording("fornyelse", "optional")
_OBLIGES = wording("fornyelse", "obliges")
_CLOSE = 3
"""Statements: how far behind the areas somebody may pick others."""


def renewal(said: Sequence[Statement]) -> Fact:
    """Whether the focus areas are renewed. States: "planned" (at a stated rhythm or on the basis
    of knowledge), "on-demand" (or only allowed, or the time left open), "absent"."""
    found: dict[str, list[Span]] = {}
    named = naming(said)
    has_areas = any(named)
    sections = {s.section for s, names in zip(said, named, strict=True) if names}
    was_about = False
    for i, statement in enumerate(said):
        before = said[i - 1] if i else None
        near = named[i] or (i > 0 and named[i - 1])
        close = any(
            names and said[j].section == statement.section
            for j, names in enumerate(named[max(0, i - _CLOSE) : i + 1], max(0, i - _CLOSE))
        )
        is_about = _is_about(
            before, statement, in_section=statement.section in sections, near=near
        ) or (close and _picks_others(statement))
        is_about = is_about or _is_asked(sections, statement)
        passage: tuple[Statement, ...] = (statement,)
        first = not has_areas and _is_first_choice(statement)
        state = _state(passage) if is_about and not first else None
        if state is None and before and (is_about or was_about) and _goes_on(before, statement):
            passage = (before, statement)
            state = _state(passage)
        if state:
            found.setdefault(state, []).extend(s.span for s in passage)
        was_about = is_about
    for best in ("planned", "on-demand"):
        if best in found:
            return Fact(state=best, evidence=distinct(found[best])[:2])
    return Fact()


def _goes_on(before: Statement, statement: Statement) -> bool:
    """Whether a sentence goes on about the one before it: "Det skjer kvar haust"."""
    if before.block != statement.block or _OTHER_PLAN.search(statement.text):
        return False
    return bool(_GOES_ON.match(statement.text))


def _state(passage: Sequence[Statement]) -> str | None:
    """How a sentence about the areas, or two that belong together, renews them; what is told of
    an earlier choice renews nothing."""
    text = " ".join(f"{s.header} {s.text}" if s.kind == "row" else s.text for s in passage)
    if _FIXED.search(text):
        return None
    parts = (_MEETS.sub(" ", p.words) for s in passage for p in s.parts)
    now = [words for words in parts if not _WAS_CHOSEN.search(words) or _OBLIGES.search(words)]
    heads = [s.header for s in passage if s.kind == "row"]
    renewed = any(_RENEWS.search(words) for words in (*now, *heads))
    chosen = any(_CHOSEN.search(words) for words in now)
    if not renewed and (
        not chosen or (len(passage) > 1 and not _IT_HAPPENS.match(passage[-1].text))
    ):
        return None
    regular = any(map(_is_regular, passage)) or (renewed and _ON_KNOWLEDGE.search(text))
    if regular:
        return "on-demand" if _is_optional(text) else "planned"
    demanded = _ON_DEMAND.search(text) or _IF_NEW.match(text)
    left_open = renewed and (_LEFT_OPEN.search(text) or _is_optional(text))
    return "on-demand" if demanded or left_open else None


def _is_first_choice(statement: Statement) -> bool:
    """Whether a sentence of an agreement without areas tells when they are chosen, and not that
    they are chosen anew: "Hva som kommer først, bestemmer rådet når det møtes i mai"."""
    often = any(f.low for p in statement.parts for f in p.frequencies)
    once = _ONE_TIME.search(statement.text) and not _YEARLY.search(statement.text)
    return bool(once) and not often and not _RENEWS.search(statement.text)


def _is_regular(statement: Statement) -> bool:
    words = _MEETS.sub(" ", statement.text)
    if words != statement.text and not statement.text.rstrip().endswith(":"):
        return bool(_RHYTHM.search(words))  # how often they meet is not how often they choose
    often = any(f.low for p in statement.parts for f in p.frequencies)
    return often or bool(_RHYTHM.search(statement.text))


def _is_optional(text: str) -> bool:
    return bool(_OPTIONAL.search(text)) and not _OBLIGES.search(text)


def _is_about(
    before: Statement | None, statement: Statement, *, in_section: bool, near: bool
) -> bool:
    """Whether a statement is about the focus areas, and does not merely tell how they go. `near`:
    it, or the one before it, names them."""
    text = statement.text
    if _REPORTS.search(text) and not _THE_LIST.match(text):
        return False
    if _LOOKS_BACK.search(text) and not _LOOKS_AHEAD.search(text):
        return False
    if _ONE_ACTOR.match(text) and not (_AREA.search(text) or _THE_LIST.search(text)):
        return False  # what one of the parties does in its daily work
    return (
        _is_about_areas(statement)
        or _goes_on_about_list(before, statement)
        or _goes_on_about_areas(before, statement)
        or (in_section and _means_the_areas(statement, near=near))
        or (near and statement.kind == "row" and bool(_RENEWS.search(statement.header)))
        or _is_plan_of_areas(before, statement)
    )


def _picks_others(statement: Statement) -> bool:
    """Whether a sentence close behind the areas tells that others are picked, or when."""
    return bool(
        _PICKS.search(statement.text)
        or (statement.kind != "row" and _IF_NEW.match(statement.text))
    )


def _is_asked(sections: Set[int], statement: Statement) -> bool:
    """Whether a sentence stands under a title that asks how long the areas of the section before
    it stay: "Er det hogge i stein?"."""
    asked = any(_ASKS_LASTING.search(title) for title in statement.titles[:1])
    if not asked or statement.section - 1 not in sections:
        return False
    return not (_OTHER_PLAN.search(statement.text) or _OTHER_SUBJECT.search(statement.text))


def _means_the_areas(statement: Statement, *, near: bool) -> bool:
    """Whether a sentence in a section that names areas speaks of them: as "lista", as "kva det
    skal leggjast vinn på", or as "dei" in or straight behind the sentence that names them."""
    text = statement.text
    if _OTHER_PLAN.search(text) or _OTHER_SUBJECT.search(text):
        return False
    said = any(p.search(text) for p in (_THE_LIST, _WHATS_CHOSEN, _WHATS_DONE))
    return bool(said or (near and _THEY.search(text)))


def _is_about_areas(statement: Statement) -> bool:
    """Whether a statement is about the focus areas themselves, and not about a plan for them."""
    text = statement.text
    area, plan = _AREA.search(text) or _WHICH_AREAS.search(text), _OTHER_PLAN.search(text)
    if plan and not (area and area.start() < plan.start()):
        return False
    meant = is_titled_area(statement, 2) and _MEANT.search(text)
    elsewhere = _OTHER_SUBJECT.search(text) or _PURPOSE.search(text)
    announced = announces_areas(text) and not elsewhere
    return bool(area or meant or _THE_AREAS.search(text) or announced)


def _is_plan_of_areas(before: Statement | None, statement: Statement) -> bool:
    """Whether "planen" is the one of which the sentence before it says that the areas stand there,
    and not one of measures."""
    if before is None or before.section != statement.section:
        return False
    text = before.text
    holds = _PLAN_WORD.search(text) and not _MEASURES.search(text)
    told = sets_later(before) or naming((before,))[0]
    return bool(_PLAN_SUBJECT.match(statement.text) and holds and told)


def _goes_on_about_list(before: Statement | None, statement: Statement) -> bool:
    """Whether "ho" or "den" in a sentence is the list that the one before it is about."""
    if before is None or before.block != statement.block:
        return False
    return bool(_LIST_IS.match(before.text) and _IT.search(statement.text))


def _goes_on_about_areas(before: Statement | None, statement: Statement) -> bool:
    """Whether a sentence speaks of the areas that the one before it names: "De vurderes årlig"."""
    if before is None or before.block != statement.block or _PLAN_RENEWED.search(statement.text):
        return False
    return bool(_PLURAL.match(statement.text) and _AREA.search(before.text))


__all__ = ["renewal"]
