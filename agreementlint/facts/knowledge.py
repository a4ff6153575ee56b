"""Statements → the knowledge that priorities rest on: a source, and that something is built on it
or chosen by it, in one sentence or in two that follow each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.norwegian.caseless import Caseless
from agreementlint.vocabulary import wording

_SOURCE = wording("kunnskap", "source")
# What somebody has counted or noted is knowledge only where it is said to be used.
_FIGURES = wording("kunnskap", "figures")
_MATTERS = wording("kunnskap", "matters")
_BASIS = wording("kunnskap", "basis")
_SHOWN = wording("kunnskap", "shown")
_CHOOSES = wording("kunnskap", "chooses")
_STEERS = wording("kunnskap", "steers")
_BACK = wording("kunnskap", "back")
_BACK_SUBJECT = wording("kunnskap", "back_subject")
_TOPIC = wording("kunnskap", "topic")
_HANDS_OVER = wording("kunnskap", "hands_over")
_TITLE = wording("kunnskap", "title")
_WHY_HEAD = wording("kunnskap", "why_head")
_ROS = wording("kunnskap", "ros")
_OTHER_USE = wording("kunnskap", "other_use")
_TOLD_PAST = wording("kunnskap", "told_past")
_EXCHANGE = wording("kunnskap", "exchange")
_FOR_THE_PUBLIC = wording("kunnskap", "for_the_public")
_COUNTS = wording("kunnskap", "counts")
_NEGATED = wording("kunnskap", "negated")


def knowledge(said: Sequence[Statement]) -> Fact:
    """What priorities rest on. States: "stated" (a named knowledge basis), "exchange" (only a
    general exchange of information or experience), "absent"."""
    stated: list[tuple[Span, ...]] = []
    exchange: list[Span] = []
    for before, statement in zip((None, *said), said, strict=False):
        source = _source(statement, _SOURCE)
        rests = _rests_on(statement, source) if source else _uses_figures(statement)
        if rests:
            stated.insert(0 if _is_full(statement) else len(stated), (statement.span,))
        elif before and (_goes_on(before, statement) or (source and _answers(before))):
            stated.append((before.span, statement.span))
        elif _FOR_THE_PUBLIC.search(statement.text):
            continue
        elif (source and _HANDS_OVER.search(statement.text)) or _is_exchange(statement):
            exchange.append(statement.span)
    if stated:
        return Fact(state="stated", evidence=distinct(s for spans in stated for s in spans)[:2])
    return Fact(state="exchange", evidence=distinct(exchange)[:2]) if exchange else Fact()


def _source(statement: Statement, of: Caseless) -> re.Match[str] | None:
    """The first source of knowledge in a statement, if it is for this work, and is said to be."""
    text = _ROS.sub(" ", statement.text)
    source = of.search(text)
    if source is None or _OTHER_USE.search(text):
        return None
    return None if _NEGATED.search(_stretch(statement, source)) else source


def _stretch(statement: Statement, words: re.Match[str]) -> str:
    """What stands between the same colons as these words, in their clause."""
    at = max(statement.text.lower().find(words.group()), 0)
    part = statement.part_at(at)
    begin = max(part.start, statement.text.rfind(":", 0, at) + 1)
    end = statement.text.find(":", at)
    return statement.text[begin : min(end, part.end) if end >= 0 else part.end]


def _rests_on(statement: Statement, source: re.Match[str]) -> bool:
    """Whether something is built on the source or chosen by it, or its heading says so."""
    text = statement.text
    chooses = _CHOOSES.search(text) and not _TOPIC.search(source.group())
    if chooses or _BASIS.search(_ROS.sub(" ", text)):
        return True
    if _TOLD_PAST.search(text):
        return False
    titled = any(_TITLE.search(t) for t in statement.titles[:2])
    led = statement.led and (_BASIS.search(statement.led) or _SHOWN.search(statement.led))
    headed = statement.kind == "row" and _WHY_HEAD.search(statement.header)
    return bool(titled or led or headed or _SHOWN.search(text))


def _uses_figures(statement: Statement) -> bool:
    """Whether something is chosen by what somebody has counted or noted, or stands under a title
    on what they work with."""
    text = statement.text
    if statement.kind == "row" and _WHY_HEAD.search(statement.header):
        return bool(_COUNTS.search(statement.text))
    if _source(statement, _FIGURES) is None or not _BASIS.search(_ROS.sub(" ", text)):
        return False
    titled = any(_MATTERS.search(title) for title in statement.titles[:1])
    return not _TOLD_PAST.search(text) and bool(titled or _CHOOSES.search(text))


def _is_full(statement: Statement) -> bool:
    return bool(_BASIS.search(statement.text) and _CHOOSES.search(statement.text))


def _goes_on(before: Statement, statement: Statement) -> bool:
    """Whether a sentence says what is decided by the knowledge that the one before it speaks of:
    "Funna avgjer kva tiltak som kjem fyrst"."""
    if before.section != statement.section or _OTHER_USE.search(statement.text):
        return False
    if not (_source(before, _SOURCE) or _source(before, _FIGURES)):
        return False
    text = statement.text
    points_back = _BACK.search(text) or _BACK_SUBJECT.match(text)
    return bool(points_back and (_STEERS.search(text) or _BASIS.search(text)))


def _answers(before: Statement) -> bool:
    """Whether the sentence before asks what decides: "Hva bestemmer hvilke saker vi tar?"."""
    return before.text.rstrip().endswith("?") and bool(_CHOOSES.search(before.text))


def _is_exchange(statement: Statement) -> bool:
    text = statement.text
    if _OTHER_USE.search(text) or not (told := _EXCHANGE.search(text)):
        return False
    return not _NEGATED.search(_stretch(statement, told))
