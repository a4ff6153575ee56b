"""Statements → what the cooperation works with: the knowledge that it rests on, the focus areas
that are named, and how they are renewed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

_SOURCE = wording("satsing", "source")
_RESTS_ON = wording("satsing", "rests_on")
_CHOOSES = wording("satsing", "chooses")
_PREPAREDNESS = wording("satsing", "preparedness")
_ROS = wording("satsing", "ros")
_TOPIC = wording("satsing", "topic")
_HANDS_OVER = wording("satsing", "hands_over")
_EXCHANGE = wording("satsing", "exchange")
_KNOWLEDGE_TITLE = wording("satsing", "knowledge_title")
_NEGATED = wording("satsing", "negated")

_AREA = wording("satsing", "area")
_AREA_TITLE = wording("satsing", "area_title")
_PURPOSE_TITLE = wording("satsing", "purpose_title")
_WILL_WORK_ON = wording("satsing", "will_work_on")
_LATER = wording("satsing", "later")
_GOES_ON = wording("satsing", "goes_on")
_PLURAL = wording("satsing", "plural")
_NAMES = wording("satsing", "names")
_THE_AREAS = wording("satsing", "the_areas")
_THEME = wording("satsing", "theme")
_ONE_SIDED = wording("satsing", "one_sided")
_INTENT = wording("satsing", "intent")

_RENEWS = wording("satsing", "renews")
_CHOSEN = wording("satsing", "chosen")
_RHYTHM = wording("satsing", "rhythm")
_ON_KNOWLEDGE = wording("satsing", "on_knowledge")
_ON_DEMAND = wording("satsing", "on_demand")
_AREA_MEANT = wording("satsing", "area_meant")
_OTHER_PLAN = wording("satsing", "other_plan")
_OTHER_SUBJECT = wording("satsing", "other_subject")
_THE_LIST = wording("satsing", "the_list")
_THEY = wording("satsing", "they")
_IT_HAPPENS = wording("satsing", "it_happens")


def knowledge(said: Sequence[Statement]) -> Fact:
    """What priorities rest on. States: "stated" (a named knowledge basis), "exchange" (only a
    general exchange of information or experience), "absent"."""
    stated: list[Statement] = []
    exchange: list[Span] = []
    for statement in said:
        text = _ROS.sub(" ", statement.text)
        source = _SOURCE.search(text)
        if (
            source
            and not _NEGATED.search(_part_of(statement, source).words)
            and not _PREPAREDNESS.search(text)
        ):
            titled = any(_KNOWLEDGE_TITLE.search(t) for t in statement.titles[:2])
            led = _RESTS_ON.search(statement.led) if statement.led else None
            chooses = _CHOOSES.search(text) and not _TOPIC.search(source.group())
            if _RESTS_ON.search(text) or chooses or titled or led:
                stated.append(statement)
                continue
            if _HANDS_OVER.search(text):
                exchange.append(statement.span)
                continue
        if _EXCHANGE.search(text) and not _NEGATED.search(text):
            exchange.append(statement.span)
    if stated:
        best = sorted(
            stated, key=lambda s: not (_RESTS_ON.search(s.text) and _CHOOSES.search(s.text))
        )
        return Fact(state="stated", evidence=_first(s.span for s in best))
    return Fact(state="exchange", evidence=_first(exchange)) if exchange else Fact()


def _part_of(statement: Statement, words: re.Match[str]) -> Clause:
    """The clause in which these words stand."""
    at = statement.text.lower().find(words.group())
    return statement.part_at(max(at, 0))


def focus_areas(said: Sequence[Statement]) -> Fact:
    """Whether local goals or focus areas are named. States: "named", "later" (only that they are
    set later or elsewhere), "absent"."""
    named: list[tuple[Span, ...]] = []
    later: list[Span] = []
    for statement in said:
        if _sets_later(statement):
            later.append(statement.span)
        elif _names(statement):
            listed = statement.kind in ("bullet", "row") and statement.lead
            named.append((listed, statement.span) if listed else (statement.span,))
    if named:
        return Fact(state="named", evidence=_first((s for spans in named[:2] for s in spans), 3))
    return Fact(state="later", evidence=_first(later)) if later else Fact()


def renewal(said: Sequence[Statement]) -> Fact:
    """Whether the focus areas are renewed. States: "planned" (at a stated rhythm or on the basis
    of knowledge), "on-demand", "absent"."""
    planned: list[Span] = []
    demanded: list[Span] = []
    sections = {s.section for s in said if _names(s)}
    left = -1  # the block whose last sentence renews the areas without a time
    for before, statement in zip((None, *said), said, strict=False):
        text = statement.text
        if left == statement.block and _IT_HAPPENS.search(text) and _is_regular(statement):
            planned += [before.span, statement.span] if before else [statement.span]
        left = -1
        renewed = _RENEWS.search(text)
        about = (
            _is_about_areas(statement)
            or _goes_on_about_areas(before, statement)
            or (statement.section in sections and _means_the_areas(before, statement))
        )
        if not about or not (renewed or _CHOSEN.search(text)):
            continue
        if _is_regular(statement) or (renewed and _ON_KNOWLEDGE.search(text)):
            planned.append(statement.span)
        elif _ON_DEMAND.search(text):
            demanded.append(statement.span)
        else:
            left = statement.block
    if planned:
        return Fact(state="planned", evidence=_first(planned))
    return Fact(state="on-demand", evidence=_first(demanded)) if demanded else Fact()


def _is_regular(statement: Statement) -> bool:
    often = any(f.low for p in statement.parts for f in p.frequencies)
    return often or bool(_RHYTHM.search(statement.text))


def _means_the_areas(before: Statement | None, statement: Statement) -> bool:
    """Whether a sentence in a section that names areas speaks of them: as "lista", or as "dei"
    straight behind the sentence or list that names them."""
    text = statement.text
    if _OTHER_PLAN.search(text) or _OTHER_SUBJECT.search(text):
        return False
    behind = before is not None and _names(before)
    return bool(_THE_LIST.search(text) or (behind and _THEY.search(text)))


def _is_about_areas(statement: Statement) -> bool:
    """Whether a statement is about the focus areas themselves, and not about a plan for them."""
    text = statement.text
    area, plan = _AREA.search(text), _OTHER_PLAN.search(text)
    if plan and not (area and area.start() < plan.start()):
        return False
    titled = any(_AREA_TITLE.search(t) for t in statement.titles[:2])
    meant = (titled and _AREA_MEANT.search(text)) or _THE_AREAS.search(text)
    return bool(area or meant or _WILL_WORK_ON.search(text))


def _goes_on_about_areas(before: Statement | None, statement: Statement) -> bool:
    """Whether a sentence speaks of the areas that the one before it names: "De vurderes årlig"."""
    if before is None or before.block != statement.block or _OTHER_PLAN.search(statement.text):
        return False
    return bool(_PLURAL.match(statement.text) and _AREA.search(before.text))


def _sets_later(statement: Statement) -> bool:
    """Whether a statement leaves the choice of areas to a later day or another paper."""
    titled = any(_AREA_TITLE.search(t) for t in statement.titles[:1])
    about = _AREA.search(statement.text) or _WILL_WORK_ON.search(statement.text) or titled
    return bool(about and _LATER.search(statement.text) and len(_themes(statement.text)) < 2)


def _names(statement: Statement) -> bool:
    """Whether a statement names a focus area, in a list or in a sentence."""
    if _sets_later(statement):
        return False
    if statement.kind in ("bullet", "row") and _is_listed_area(statement):
        return True
    return _names_areas(statement)


def _is_listed_area(statement: Statement) -> bool:
    """Whether a bullet or row stands in a list of focus areas."""
    if not statement.text.strip(" -–•*_") or _OTHER_PLAN.search(statement.led):
        return False
    led = statement.led_paragraph and _leads_to_areas(statement)
    titled = any(_AREA_TITLE.search(t) for t in statement.titles[:1])
    if any(_PURPOSE_TITLE.search(t) for t in statement.titles[:1]) and not led:
        return False
    meant = any(_INTENT.search(words) for words in (statement.led, *statement.titles[:1]))
    return bool(
        led
        or (titled and not _is_placeholder(statement.text))
        or (meant and _themes(statement.text) and not _ONE_SIDED.search(statement.led))
    )


def _leads_to_areas(statement: Statement) -> bool:
    """Whether the lead of a list, or the paragraph that it closes, speaks of focus areas."""
    if _WILL_WORK_ON.search(statement.led) or _AREA.search(statement.led):
        return True
    before = statement.led_paragraph
    return bool(
        _GOES_ON.search(statement.led) and (_WILL_WORK_ON.search(before) or _AREA.search(before))
    )


def _is_placeholder(text: str) -> bool:
    return text.strip().startswith(("[", "…", "..."))


def _names_areas(statement: Statement) -> bool:
    """Whether a sentence itself names what is to be worked with."""
    text = statement.text
    titled = any(_AREA_TITLE.search(t) for t in statement.titles[:1])
    will = _WILL_WORK_ON.search(text)
    area = _AREA.search(text)
    if _ONE_SIDED.search(text) and not titled:
        return False
    if will and len(_themes(text[will.end() :])) >= 1:
        return True
    if area and _NAMES.search(text[area.start() :]) and len(_themes(text[area.end() :])) >= 2:
        return True
    if (
        not titled
        or _SOURCE.search(text)
        or any(_PURPOSE_TITLE.search(t) for t in statement.titles[:1])
    ):
        return False
    return len(_themes(text)) >= 2


def _themes(text: str) -> list[str]:
    return _THEME.findall(text)


def _first(spans: Iterable[Span], most: int = 2) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))[:most]
