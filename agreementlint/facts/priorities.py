"""Statements → what the cooperation works with: the knowledge that it rests on, the focus areas
that are named, and how they are renewed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

_SOURCE = wording("satsing", "source")
_RESTS_ON = wording("satsing", "rests_on")
_CHOOSES = wording("satsing", "chooses")
_PREPAREDNESS = wording("satsing", "preparedness")
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

_RENEWS = wording("satsing", "renews")
_CHOSEN = wording("satsing", "chosen")
_RHYTHM = wording("satsing", "rhythm")
_ON_KNOWLEDGE = wording("satsing", "on_knowledge")
_ON_DEMAND = wording("satsing", "on_demand")
_AREA_MEANT = wording("satsing", "area_meant")
_OTHER_PLAN = wording("satsing", "other_plan")


def knowledge(said: Sequence[Statement]) -> Fact:
    """What priorities rest on. States: "stated" (a named knowledge basis), "exchange" (only a
    general exchange of information or experience), "absent"."""
    stated: list[Statement] = []
    exchange: list[Span] = []
    for statement in said:
        text = statement.text
        source = _SOURCE.search(text)
        if (
            source
            and not _NEGATED.search(statement.part_at(source.start()).words)
            and not _PREPAREDNESS.search(text)
        ):
            titled = any(_KNOWLEDGE_TITLE.search(t) for t in statement.titles[:2])
            led = _RESTS_ON.search(statement.led) if statement.led else None
            if _RESTS_ON.search(text) or _CHOOSES.search(text) or titled or led:
                stated.append(statement)
                continue
        if _EXCHANGE.search(text) and not _NEGATED.search(text):
            exchange.append(statement.span)
    if stated:
        best = sorted(
            stated, key=lambda s: not (_RESTS_ON.search(s.text) and _CHOOSES.search(s.text))
        )
        return Fact(state="stated", evidence=_first(s.span for s in best))
    return Fact(state="exchange", evidence=_first(exchange)) if exchange else Fact()


def focus_areas(said: Sequence[Statement]) -> Fact:
    """Whether local goals or focus areas are named. States: "named", "later" (only that they are
    set later or elsewhere), "absent"."""
    named: list[tuple[Span, ...]] = []
    later: list[Span] = []
    for statement in said:
        if _sets_later(statement):
            later.append(statement.span)
        elif statement.kind in ("bullet", "row") and _is_listed_area(statement):
            named.append((statement.lead, statement.span) if statement.lead else (statement.span,))
        elif _names_areas(statement):
            named.append((statement.span,))
    if named:
        return Fact(state="named", evidence=_first((s for spans in named[:2] for s in spans), 3))
    return Fact(state="later", evidence=_first(later)) if later else Fact()


def renewal(said: Sequence[Statement]) -> Fact:
    """Whether the focus areas are renewed. States: "planned" (at a stated rhythm or on the basis
    of knowledge), "on-demand", "absent"."""
    planned: list[Span] = []
    demanded: list[Span] = []
    for before, statement in zip((None, *said), said, strict=False):
        text = statement.text
        renewed = _RENEWS.search(text)
        if not (_is_about_areas(statement) or _goes_on_about_areas(before, statement)) or not (
            renewed or _CHOSEN.search(text)
        ):
            continue
        regular = _RHYTHM.search(text) or any(f.low for p in statement.parts for f in p.frequencies)
        if regular or (renewed and _ON_KNOWLEDGE.search(text)):
            planned.append(statement.span)
        elif _ON_DEMAND.search(text):
            demanded.append(statement.span)
    if planned:
        return Fact(state="planned", evidence=_first(planned))
    return Fact(state="on-demand", evidence=_first(demanded)) if demanded else Fact()


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


def _is_listed_area(statement: Statement) -> bool:
    """Whether a bullet or row stands in a list of focus areas."""
    if not statement.text.strip(" -–•*_") or _OTHER_PLAN.search(statement.led):
        return False
    led = statement.led_paragraph and _leads_to_areas(statement)
    titled = any(_AREA_TITLE.search(t) for t in statement.titles[:1])
    if any(_PURPOSE_TITLE.search(t) for t in statement.titles[:1]) and not led:
        return False
    return bool(led or (titled and not _is_placeholder(statement.text)))


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
