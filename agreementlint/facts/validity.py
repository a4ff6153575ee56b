"""Agreement → what it says about how long it is valid: dates, lengths, reservations, unjudged."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from agreementlint.facts.signing import signature_block
from agreementlint.facts.tables import labelled
from agreementlint.facts.wording import own_words
from agreementlint.model import Date, Period, Sentence, Span
from agreementlint.norwegian.caseless import Caseless
from agreementlint.norwegian.dates import dates, durations, periods
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Precision = Literal["day", "month", "year"]

_words = partial(wording, "gyldighet")

_NOT_OWN = ("instruction", "quotation", "contents")
_EARLY = 15
"""Sentences at the beginning among which "Fornyet for tiden …" needs no subject."""
_LINE = 10
"""Words of a line at the beginning that needs no verb to give the period."""
_AROUND = 6
"""Characters that can stand around a period that is a cover line by itself."""
_SHORTEST = 6
"""Months: shorter lengths of time in these clauses are periods of notice."""


Kind = Literal[
    "start", "end", "extended", "about", "length", "council", "until-council", "from-signing",
    "from-event", "open-ended", "prolonged", "blank",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing that the sentence `line` says of the agreement's validity.

    "start", "end" and "extended" (a later end than the first one) give a `day` and its
    `precision`, "about" the last day of a season in which it ends, "length" gives `months`,
    "council" (it follows the council period) the `years` of that period, if the text does, and
    "until-council" says that it ends with it."""

    kind: Kind
    line: Span
    day: dt.date | None = None
    precision: Precision = "day"
    months: float = 0
    years: tuple[int, int] | None = None


def validity(agreement: Agreement) -> tuple[Stated, ...]:
    """What cover, clauses and tables say of the agreement's own time, and nothing of the periods
    of plans, earlier agreements or focus areas."""
    return tuple(
        stated
        for sentence, words in _about_validity(agreement)
        for stated in _read(words, sentence.span)
    )


def _about_validity(agreement: Agreement) -> Iterator[tuple[Sentence, str]]:
    """The sentences that say it, and their words with the question that they answer."""
    prose = next(
        (i for i, s in enumerate(agreement.sentences) if s.aside is None and s.kind != "row"), None
    )
    block = signature_block(agreement)
    signing = set(block.blocks) if block else set()
    follows, asked = False, ""
    for i, sentence in enumerate(agreement.sentences):
        told = _under_heads(agreement, sentence) if sentence.kind == "row" else ""
        if sentence.aside in _NOT_OWN or (sentence.block in signing and not told):
            continue
        text = own_words(agreement, sentence.span)
        front = prose is None or i < prose or sentence.kind == "heading"
        if sentence.kind == "row":
            text, speaks = told or text, bool(told or _words("row").match(text))
        elif front and sentence.aside in ("cover", "heading"):
            speaks = _is_cover_period(text)
        else:
            early = i < _EARLY and bool(_words("verb").match(text))
            line = i < _EARLY and len(text.split()) < _LINE and not text.endswith(".")
            speaks = _states(agreement, sentence, text, follows or early, bool(asked)) or (
                line and _is_cover_period(text)
            )
        if speaks:
            yield sentence, f"{asked} {text}" if asked else text
        follows = _goes_on(sentence, text, speaks, follows)
        asked = text if _asks(text) else ""


def _under_heads(agreement: Agreement, sentence: Sentence) -> str:
    """A row below "Fra | Til" under a title on the time, with these words in it."""
    if not _words("title").search(agreement.sections[sentence.section].title):
        return ""
    block = agreement.document.blocks[sentence.block]
    return labelled(agreement, block, _words("row"))


def _goes_on(sentence: Sentence, text: str, speaks: bool, follows: bool) -> bool:
    """After this sentence, "den" and "ho" are the agreement."""
    if sentence.kind == "heading":
        return bool(_words("title").search(text))
    still = follows and not _words("others_subject").search(text)
    return speaks or still or bool(_words("named").search(text))


def _asks(text: str) -> bool:
    """What follows is about the time: "Hvor lenge?", "Varighet:"."""
    lead = len(text.split()) < _LINE and text.endswith(("?", ":", "."))
    return lead and bool(_words("title").search(text)) and not any(map(str.isdigit, text))


def _is_cover_period(text: str) -> bool:
    """A title or cover line that gives the agreement's period: alone, or with words that say so."""
    found = periods(text)
    if found and len(text) - (found[0].span.end - found[0].span.start) <= _AROUND:
        return True
    if _words("others_subject").search(text) and not _words("named").search(text):
        return False
    gives = bool(found or dates(text) or _words("blank").search(text))
    announced = gives and _words("announced").search(text)
    return bool(announced or _words("only_blank_years").fullmatch(text))


def _states(
    agreement: Agreement, sentence: Sentence, text: str, follows: bool, asked: bool
) -> bool:
    """The sentence says how long the agreement is valid."""
    if _words("others_subject").search(text) and not _words("starts_with_agreement").match(text):
        return False
    if _words("starts_with_other").match(text) and not _words("this_agreement").search(text):
        return False
    if _words("former_ends").search(text) or _words("former_ended").search(text):
        return False
    if _words("states_validity").search(text):
        return True
    if _words("starts_with_agreement").match(text) and _words("open_ended").search(text):
        return True
    titled = asked or bool(_words("title").search(agreement.sections[sentence.section].title))
    if titled and _words("label").match(text):
        return True
    elliptic = (titled or follows) and bool(_words("continues").search(text))
    answers = asked and dates(text)
    return elliptic and bool(_words("verb").search(text) or periods(text) or answers)


# ---------------------------------------------------------------- one sentence


_SEASON_ENDS = {
    "vin": (3, 31),
    "vår": (6, 15),
    "som": (8, 31),
    "høs": (12, 15),
    "hau": (12, 15),
    "års": (12, 31),
}
_RESERVATIONS: dict[Kind, Caseless] = {
    "from-signing": _words("from_signing"),
    "from-event": _words("from_event"),
    "open-ended": _words("open_ended"),
    "blank": _words("blank"),
}


def _read(text: str, line: Span) -> Iterator[Stated]:
    given = periods(text)
    yield from _of_periods(text, line, given)
    taken = [period.span for period in given]
    yield from _of_dates(text, line, taken)
    yield from _of_years(text, line, [*taken, *(date.span for date in dates(text))])
    yield from _of_lengths(text, line)
    for match in _words("season").finditer(text):
        last = _SEASON_ENDS[match[1].lower()[:3]]
        yield Stated("about", line, dt.date(int(match[2]), *last), "month")
    follows = _words("council").search(text)
    if follows and not any(_words("after_council").search(text[: p.span.start]) for p in given):
        yield Stated("council", line, years=_council_years(text, follows))
    if follows and _words("council_ends").match(follows[0]):
        yield Stated("until-council", line)
    for kind, pattern in _RESERVATIONS.items():
        if pattern.search(text):
            yield Stated(kind, line)
    goes_on = _words("prolonged").search(text)
    if goes_on and not _words("option").search(text[: goes_on.end()][-80:]):
        yield Stated("prolonged", line)


def _of_periods(text: str, line: Span, given: Iterable[Period]) -> Iterator[Stated]:
    for period in given:
        before = text[: period.span.start]
        if _words("after_council").search(before) and period.precision == "year":
            yield Stated("council", line, years=(period.start.year, period.end.year))
        elif not _theirs(before):
            yield Stated("start", line, period.start, period.precision)
            yield Stated("end", line, period.end, period.precision)


def _of_dates(text: str, line: Span, taken: list[Span]) -> Iterator[Stated]:
    for date in dates(text):
        before = text[: date.span.start]
        if any(date.span.overlaps(span) for span in taken) or _theirs(before):
            continue
        if kind := _edge(before, text[date.span.end :]):
            on = date.date if kind == "start" else _last_day(date)
            yield Stated(kind, line, on, date.precision)


def _edge(before: str, after: str) -> Kind | None:
    """Whether the day or year between these words begins or ends the agreement's time."""
    over = _words("after_it").search(before) and _words("no_more").match(after)
    if over or _words("ends_on").search(before) or _words("ends_at").match(after):
        return "extended" if _was_extended(before) else "end"
    if _words("begins_on").search(before) or _words("begins_at").match(after):
        return "start"
    return None


def _of_years(text: str, line: Span, taken: list[Span]) -> Iterator[Stated]:
    """"ut 2027", "fra 2024", "gjelder for 2024 og 2025": whole years, and their turn."""
    for match in _words("year_turn").finditer(text):
        before, year = text[: match.start()], int(match[1]) + bool(match[2])
        kind = None if _theirs(before) else _edge(before, text[match.end() :])
        if kind == "start":
            yield Stated(kind, line, dt.date(year, 1, 1))
        elif kind and match[2]:
            yield Stated(kind, line, dt.date(year - 1, 12, 31))
    for match in _words("in_years").finditer(text):
        if any(Span(*match.span()).overlaps(span) for span in taken):
            continue
        yield Stated("start", line, dt.date(int(match[1]), 1, 1), "year")
        yield Stated("end", line, dt.date(int(match[2] or match[1]), 12, 31), "year")
    for match in _words("year").finditer(text):
        before, year = text[: match.start()], int(match[1])
        here = Span(match.start(), match.end())
        if any(here.overlaps(span) for span in taken) or _theirs(before):
            continue
        if _words("after_council").search(before):
            continue
        if kind := _edge(before, text[match.end() :]):
            on = dt.date(year, 1, 1) if kind == "start" else dt.date(year, 12, 31)
            yield Stated(kind, line, on, "year")


def _of_lengths(text: str, line: Span) -> Iterator[Stated]:
    for length in durations(text):
        before, after = text[: length.span.start], text[length.span.end :]
        if length.unit == "council-period" or length.months < _SHORTEST:
            continue
        notice = _words("then_notice").match(after) or _words("before_notice").search(before)
        if notice or _theirs(before):
            continue
        yield Stated("length", line, months=length.months)


def _theirs(before: str) -> bool:
    """What follows is the period of something else, or of an earlier agreement."""
    if _words("no_longer_than").search(before):
        return False
    if earlier := _words("earlier").search(before):  # "… erstatter den fra 2019 og gjelder fra"
        return not _words("verb").search(earlier[1].partition(" og ")[2])
    if _words("others_relative").search(before) or _words("can_be_extended").search(before):
        return True
    for pattern in (_words("relative"), _words("others_period"), _words("other_act")):
        match = pattern.search(before)
        if match and not _words("verb").search(match[1]):
            return True
    return False


def _was_extended(before: str) -> bool:
    """"… er senere forlenget til": done, and no mere possibility."""
    match = _words("extended").search(before)
    return match is not None and not _words("option").search(before[: match.start()][-40:])


def _last_day(date: Date) -> dt.date:
    if date.precision == "month":
        return date.date.replace(day=calendar.monthrange(date.date.year, date.date.month)[1])
    return date.date


def _council_years(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    years = _words("council_years").match(text[match.end() :])
    if not years:
        return None
    first, last = int(years[1]), int(years[2] or years[1])
    return (first, last) if years[2] else (first - 4, first)
