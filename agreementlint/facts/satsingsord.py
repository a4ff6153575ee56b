"""Words → whether they announce focus areas, name one, or put the choice of them off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from agreementlint.vocabulary import wording

_AREA = wording("satsing", "area")
_AREA_TITLE = wording("satsing", "area_title")
_AREA_OPENING = wording("satsing", "area_opening")
_PRESENTS = wording("satsing", "presents")
_PRESENTED = wording("satsing", "presented")
_SET_AS = wording("satsing", "set_as")
_GOAL_VERB = wording("satsing", "goal_verb")
_WILL_WORK_ON = wording("satsing", "will_work_on")
_CHANGE = wording("satsing", "change")
_LATER = wording("satsing", "later")
_NEGATED = wording("satsing", "negated")
_PAST = wording("satsing", "past")
_OTHERS = wording("satsing", "others")
_PROCESS = wording("satsing", "process")
_WILL = wording("satsing", "will")
_PAPER = wording("satsing", "paper")
_MATTER = wording("satsing", "matter")
_THEME = wording("satsing", "theme")
_PURPOSE_THEME = wording("satsing", "purpose_theme")
_GENERAL_THEME = wording("satsing", "general_theme")
_QUALIFIED = wording("satsing", "qualified")
_SOURCE = wording("kunnskap", "source")


@lru_cache(maxsize=4096)
def announces_areas(text: str) -> bool:
    """Whether these words speak of focus areas, or of what is to be worked with."""
    return bool(_AREA.search(text) or _WILL_WORK_ON.search(text))


@lru_cache(maxsize=1024)
def titles_areas(title: str) -> bool:
    """Whether a title announces goals or areas."""
    return bool(_AREA_TITLE.search(title) or _AREA_OPENING.match(title)) or announces_areas(title)


@lru_cache(maxsize=4096)
def is_own(text: str) -> bool:
    """Whether words can be about areas that this agreement has."""
    return not (_NEGATED.search(text) or _PAST.search(text) or _OTHERS.search(text))


def presented(text: str) -> Iterator[tuple[str, bool]]:
    """The words that each noun for areas in a sentence presents, and whether behind a colon."""
    for area in _AREA.finditer(text):
        before, after = text[: area.start()], text[area.end() :]
        if behind := _PRESENTS.search(after):
            yield after[behind.end() :], behind.group().endswith(":")
        if shown := _PRESENTED.search(before):
            yield before[: shown.start()], False
        if area.group().endswith((" på", " mot", " om")) or _SET_AS.search(before):
            yield after, False
    for goal in _GOAL_VERB.finditer(text):
        yield text[goal.end() :], False


def names_area(words: str, *, colon: bool) -> bool:
    """Whether words name an area; behind a colon anything can be one."""
    if colon and not is_put_off(words) and _MATTER.search(words):
        return True
    found = themes(words)
    special = any(
        not (_GENERAL_THEME.match(theme) or _PURPOSE_THEME.match(theme)) for theme in found
    )
    many = len(found) > 1 and not all(map(_PURPOSE_THEME.match, found))
    return special or many or bool(_QUALIFIED.search(words))


def is_put_off(text: str) -> bool:
    """Whether words leave the choice to later and name no areas now."""
    return bool(_LATER.search(text)) and len(themes(text)) < 2


def says_what_becomes(text: str) -> bool:
    """Whether words say what is to become of anything but the cooperation itself."""
    change = _CHANGE.search(text)
    return bool(change and _WILL.search(text) and not _PROCESS.search(text, change.end()))


@lru_cache(maxsize=4096)
def themes(text: str) -> tuple[str, ...]:
    """The themes in these words; "trusselvurderinga" and "trafikkplanen" are none."""
    for paper in (_SOURCE, _PAPER):
        text = paper.sub(" ", text) if paper.search(text) else text
    return tuple(_THEME.findall(text))
