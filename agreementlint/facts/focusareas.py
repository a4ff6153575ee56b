"""Statements → the local goals and focus areas that an agreement names: a noun or verb that
announces areas, or a heading or lead that does, with what it announces."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.facts.satsingsord import (
    announces_areas,
    is_own,
    is_put_off,
    names_area,
    presented,
    says_what_becomes,
    themes,
    titles_areas,
)
from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

_AREA = wording("satsing", "area")
_AREA_TITLE = wording("satsing", "area_title")
_OF_AGREEMENT = wording("satsing", "of_agreement")
_WILL_WORK_ON = wording("satsing", "will_work_on")
_INTENT = wording("satsing", "intent")
_PURPOSE_TITLE = wording("satsing", "purpose_title")
_GOES_ON = wording("satsing", "goes_on")
_UNDECIDED = wording("satsing", "undecided")
_OFFICERS_TITLE = wording("satsing", "officers_title")
_POINTS_AWAY = wording("satsing", "points_away")
_NO_AREA = wording("satsing", "no_area")
_ONE_SIDED = wording("satsing", "one_sided")
_OTHER_PLAN = wording("satsing", "other_plan")
_GOES_ON_NAMING = wording("satsing", "goes_on_naming")
_COUNTED = wording("satsing", "counted")
_THEY_ARE = wording("satsing", "they_are")
_THESE = wording("satsing", "these")
_POINTS_BACK = wording("satsing", "points_back")
_WILL = wording("satsing", "will")
_MEETING_HEAD = wording("satsing", "meeting_head")
_AGENDA = wording("satsing", "agenda")
_OFFICERS_WORK = wording("satsing", "officers_work")
_JOINT_AIM = wording("satsing", "joint_aim")
_AREA_HEAD = wording("satsing", "area_head")
_ONE_ACTOR = wording("satsing", "one_actor")
_SOURCE = wording("kunnskap", "source")
_BLANK = ("[", "…", "...")


def focus_areas(said: Sequence[Statement]) -> Fact:
    """Whether local goals or focus areas are named. States: "named", "later" (only that they are
    set later or elsewhere), "absent"."""
    named: list[tuple[Span, ...]] = []
    hinted: list[tuple[Span, ...]] = []  # without a word for areas
    later: list[Span] = []
    for statement, names in zip(said, naming(said), strict=True):
        if names:
            listed = statement.kind in ("bullet", "row")
            lead = (statement.lead,) if listed and statement.lead else ()
            shown = (*lead, statement.span)
            plain = (listed and is_titled_area(statement)) or _AREA.search(
                f"{statement.led} {statement.text}"
            )
            (named if plain else hinted).append(shown)
        elif sets_later(statement):
            later.append(statement.span)
    if both := [*named, *hinted]:
        return Fact(state="named", evidence=distinct(s for spans in both[:2] for s in spans)[:3])
    return Fact(state="later", evidence=distinct(later)[:2]) if later else Fact()


def naming(said: Sequence[Statement]) -> tuple[bool, ...]:
    """For each statement whether it names a focus area: alone, or with the one before it."""
    before: tuple[Statement | None, ...] = (None, *said[:-1])
    return tuple(_names(s) or _goes_on_naming(b, s) for b, s in zip(before, said, strict=False))


def _goes_on_naming(before: Statement | None, statement: Statement) -> bool:
    """Whether a sentence goes on where the one before it left: "Det andre er hasj" of areas that
    were announced, or "Dette skal vi prioritere" of what was described."""
    if before is None or before.section != statement.section:
        return False
    text = statement.text
    if not is_own(text) or not is_own(before.text) or _ONE_SIDED.search(before.text):
        return False
    if before.text.endswith("?") and (announces_areas(before.text) or _INTENT.search(before.text)):
        return names_area(text, colon=False) and not _ONE_ACTOR.match(text)
    if before.block != statement.block:
        return False
    announced = (before.text, *statement.titles[:1])
    if _GOES_ON_NAMING.match(text) and any(map(announces_areas, announced)):
        return names_area(text, colon=False)
    going_on = _WILL.search(text) or _THEY_ARE.match(text)
    if going_on and _COUNTED.search(before.text):  # "… tre ting. Hasjen skal bort."
        return names_area(text, colon=False)
    taken_up = _POINTS_BACK.match(text) and _WILL_WORK_ON.search(text)
    return bool(taken_up or _THESE.match(text)) and (
        names_area(before.text, colon=False) or says_what_becomes(before.text)
    )


def _names(statement: Statement) -> bool:
    """Whether a statement names a focus area, in a list or in a sentence."""
    text = statement.text
    if not is_own(text) or _UNDECIDED.search(text):
        return False
    if _is_of_officer(statement) or _is_of_one(statement):
        return False
    if _announces(statement):
        return True
    if sets_later(statement):
        return False
    if statement.kind in ("bullet", "row") and _is_listed_area(statement):
        return True
    return _is_goal(statement) or _answers(statement) or _stands_under_area(statement)


def _is_of_officer(statement: Statement) -> bool:
    """Whether a sentence under "Politikontakten" tells what that person is to do."""
    titled = any(_OFFICERS_TITLE.match(title) for title in statement.titles[:1])
    if _OFFICERS_WORK.search(f"{statement.led} {statement.text}"):
        return titled or "politikontakt" in f"{statement.led} {statement.text}".lower()
    return titled and not _AREA.search(f"{statement.led} {statement.text}")


def _is_of_one(statement: Statement) -> bool:
    """Whether a bullet tells what one of the parties does, under a title without a word for
    areas: "Hva partene skal gjøre", "Kommunen skal:"."""
    titles = statement.titles[:1]
    named = any(map(_AREA.search, (statement.led, statement.text, *titles)))
    alone = bool(_ONE_ACTOR.match(statement.led)) and not named
    return alone and not any(map(_AREA_TITLE.search, titles))


def is_titled_area(statement: Statement, above: int = 1) -> bool:
    """Whether one of the nearest titles announces goals or areas."""
    return any(map(titles_areas, statement.titles[:above]))


def _announces(statement: Statement) -> bool:
    """Whether a sentence announces areas and says which: "tre innsatsområder: fravær og hasj"."""
    text = statement.text
    one_sided = _ONE_SIDED.search(text) or _ONE_SIDED.search(statement.led)
    if one_sided and not is_titled_area(statement) and not _AREA.search(text):
        return False
    if _OF_AGREEMENT.search(text):
        return False
    will = _WILL_WORK_ON.search(text)
    if will and names_area(text, colon=False) and not is_put_off(text):
        return True
    if _JOINT_AIM.search(text) and names_area(text, colon=False) and not _is_purpose(statement):
        return True
    return any(names_area(words, colon=colon) for words, colon in presented(text))


def sets_later(statement: Statement) -> bool:
    """Whether a statement leaves the choice of areas to a later day or another paper."""
    text = statement.text
    if not is_own(text) or _AGENDA.search(text):
        return False
    about = announces_areas(text) or is_titled_area(statement)
    asked = about or any(_INTENT.search(title) for title in statement.titles[:1])
    if asked and _POINTS_AWAY.match(text) and len(themes(text)) == 0:
        return True
    return about and (is_put_off(text) or bool(_UNDECIDED.search(text)))


def _is_listed_area(statement: Statement) -> bool:
    """Whether a bullet or row stands in a list of focus areas."""
    text = statement.text
    if not text.strip(" -–•*_") or _OTHER_PLAN.search(statement.led) or _NO_AREA.match(text):
        return False
    if _SOURCE.search(text) and not themes(text):
        return False  # what the areas rest on
    led = statement.led_paragraph and _leads_to_areas(statement)
    if _is_purpose(statement) and not led:
        return False
    meant = any(_INTENT.search(words) for words in (statement.led, *statement.titles[:1]))
    return bool(
        led
        or (is_titled_area(statement) and not statement.text.strip().startswith(_BLANK))
        or _stands_under_areas(statement)
        or (meant and themes(statement.text) and not _ONE_SIDED.search(statement.led))
    )


def _leads_to_areas(statement: Statement) -> bool:
    """Whether the lead of a list, or the paragraph that it closes, speaks of focus areas."""
    if announces_areas(statement.led) or _JOINT_AIM.search(statement.led):
        return True
    return bool(_GOES_ON.search(statement.led)) and announces_areas(statement.led_paragraph)


def _stands_under_areas(statement: Statement) -> bool:
    """Whether a cell of a row that names a theme stands under the head "Tema" or "Område", and
    the table is not about how fast the police come there."""
    if _ONE_SIDED.search(f"{statement.led} {statement.header}"):
        return False
    if _MEETING_HEAD.search(statement.header):
        return False
    columns = zip(statement.header.split("|"), statement.text.split("|"), strict=False)
    return any(_AREA_HEAD.match(head) and themes(cell) for head, cell in columns)


def _stands_under_area(statement: Statement) -> bool:
    """Whether the heading is itself an area, under one for areas: "Hva vi satser på", "Unge uten
    skole"."""
    if len(statement.titles) < 2 or _PURPOSE_TITLE.search(statement.titles[1]):
        return False
    area, above = statement.titles[:2]
    return bool(themes(area)) and titles_areas(above) and not _OTHER_PLAN.search(area)


def _is_goal(statement: Statement) -> bool:
    """Whether a sentence under a heading for goals or areas names some: a theme that not every
    agreement has, or what is to become of anything but the cooperation itself."""
    text = statement.text
    if not is_titled_area(statement) or _is_purpose(statement):
        return False
    if says_what_becomes(text) and not _OF_AGREEMENT.search(text):
        return True
    return names_area(text, colon=False) and not _SOURCE.search(text)


def _answers(statement: Statement) -> bool:
    """Whether a sentence says under a title that asks what is to be worked with: not what one of
    the parties does."""
    if not any(_INTENT.search(title) for title in statement.titles[:1]):
        return False
    text = statement.text
    one_side = _ONE_ACTOR.match(text) or _ONE_SIDED.search(text) or _SOURCE.search(text)
    return not (one_side or _is_purpose(statement)) and names_area(text, colon=False)


def _is_purpose(statement: Statement) -> bool:
    return any(_PURPOSE_TITLE.search(t) for t in statement.titles[:1])
