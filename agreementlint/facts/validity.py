"""Agreement → what it says about how long it is valid: dates, lengths, reservations, unjudged."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from agreementlint.facts import validity_words as words
from agreementlint.facts.signing import signature_block
from agreementlint.facts.wording import own_words
from agreementlint.model import Date, Period, Sentence, Span
from agreementlint.norwegian.dates import dates, durations, periods
from agreementlint.structure import Agreement

Precision = Literal["day", "month", "year"]

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
        for sentence in _about_validity(agreement)
        for stated in _read(own_words(agreement, sentence.span), sentence.span)
    )


def _about_validity(agreement: Agreement) -> Iterator[Sentence]:
    prose = next(
        (i for i, s in enumerate(agreement.sentences) if s.aside is None and s.kind != "row"), None
    )
    block = signature_block(agreement)
    signing = set(block.blocks) if block else set()
    follows = False
    for i, sentence in enumerate(agreement.sentences):
        if sentence.aside in _NOT_OWN or sentence.block in signing:
            continue
        text = own_words(agreement, sentence.span)
        front = prose is None or i < prose or sentence.kind == "heading"
        if sentence.kind == "row":
            speaks = bool(words.ROW.match(text))
        elif front and sentence.aside in ("cover", "heading"):
            speaks = _is_cover_period(text)
        else:
            early = i < _EARLY and bool(words.VERB.match(text))
            line = i < _EARLY and len(text.split()) < _LINE and not text.endswith(".")
            speaks = _states(agreement, sentence, text, follows or early) or (
                line and _is_cover_period(text)
            )
        if speaks:
            yield sentence
        follows = _goes_on(sentence, text, speaks, follows)


def _goes_on(sentence: Sentence, text: str, speaks: bool, follows: bool) -> bool:
    """After this sentence, "den" and "ho" are the agreement."""
    if sentence.kind == "heading":
        return bool(words.TITLE.search(text))
    still = follows and not words.OTHERS_SUBJECT.search(text)
    return speaks or still or bool(words.AGREEMENT_NAMED.search(text))


def _is_cover_period(text: str) -> bool:
    """A title or cover line that gives the agreement's period: alone, or with words that say so."""
    found = periods(text)
    if found and len(text) - (found[0].span.end - found[0].span.start) <= _AROUND:
        return True
    if words.OTHERS_SUBJECT.search(text) and not words.AGREEMENT_NAMED.search(text):
        return False
    gives = bool(found or dates(text) or words.BLANK.search(text))
    return bool((words.ANNOUNCED.search(text) and gives) or words.ONLY_BLANK_YEARS.fullmatch(text))


def _states(agreement: Agreement, sentence: Sentence, text: str, follows: bool) -> bool:
    """The sentence says how long the agreement is valid."""
    if words.OTHERS_SUBJECT.search(text) and not words.STARTS_WITH_AGREEMENT.match(text):
        return False
    if words.STARTS_WITH_OTHER.match(text) and not words.THIS_AGREEMENT.search(text):
        return False
    if words.FORMER_ENDS.search(text):
        return False
    if words.STATES_VALIDITY.search(text):
        return True
    if words.STARTS_WITH_AGREEMENT.match(text) and words.OPEN_ENDED.search(text):
        return True
    titled = bool(words.TITLE.search(agreement.sections[sentence.section].title))
    elliptic = (titled or follows) and bool(words.CONTINUES.search(text))
    return elliptic and bool(words.VERB.search(text) or periods(text))


# ---------------------------------------------------------------- one sentence


_SEASON_ENDS = {
    "vin": (3, 31),
    "vår": (6, 15),
    "som": (8, 31),
    "høs": (12, 15),
    "hau": (12, 15),
    "års": (12, 31),
}
_RESERVATIONS: dict[Kind, re.Pattern[str]] = {
    "from-signing": words.FROM_SIGNING,
    "from-event": words.FROM_EVENT,
    "open-ended": words.OPEN_ENDED,
    "blank": words.BLANK,
}


def _read(text: str, line: Span) -> Iterator[Stated]:
    given = periods(text)
    yield from _of_periods(text, line, given)
    taken = [period.span for period in given]
    yield from _of_dates(text, line, taken)
    yield from _of_years(text, line, [*taken, *(date.span for date in dates(text))])
    yield from _of_lengths(text, line)
    for match in words.SEASON.finditer(text):
        last = _SEASON_ENDS[match[1].lower()[:3]]
        yield Stated("about", line, dt.date(int(match[2]), *last), "month")
    follows = words.COUNCIL.search(text)
    if follows and not any(words.AFTER_COUNCIL.search(text[: p.span.start]) for p in given):
        yield Stated("council", line, years=_council_years(text, follows))
    if follows and words.COUNCIL_ENDS.match(follows[0]):
        yield Stated("until-council", line)
    for kind, pattern in _RESERVATIONS.items():
        if pattern.search(text):
            yield Stated(kind, line)
    goes_on = words.PROLONGED.search(text)
    if goes_on and not words.OPTION.search(text[: goes_on.end()][-80:]):
        yield Stated("prolonged", line)


def _of_periods(text: str, line: Span, given: Iterable[Period]) -> Iterator[Stated]:
    for period in given:
        before = text[: period.span.start]
        if words.AFTER_COUNCIL.search(before) and period.precision == "year":
            yield Stated("council", line, years=(period.start.year, period.end.year))
        elif not _theirs(before):
            yield Stated("start", line, period.start, period.precision)
            yield Stated("end", line, period.end, period.precision)


def _of_dates(text: str, line: Span, taken: list[Span]) -> Iterator[Stated]:
    for date in dates(text):
        before = text[: date.span.start]
        if any(date.span.overlaps(span) for span in taken) or _theirs(before):
            continue
        if words.UNTIL.search(before):
            kind: Kind = "extended" if _was_extended(before) else "end"
            yield Stated(kind, line, _last_day(date), date.precision)
        elif words.FROM.search(before):
            yield Stated("start", line, date.date, date.precision)


def _of_years(text: str, line: Span, taken: list[Span]) -> Iterator[Stated]:
    """"ut 2027", "fra 2024", "gjelder for 2024 og 2025": whole years."""
    for match in words.IN_YEARS.finditer(text):
        yield Stated("start", line, dt.date(int(match[1]), 1, 1), "year")
        yield Stated("end", line, dt.date(int(match[2] or match[1]), 12, 31), "year")
    for match in words.YEAR.finditer(text):
        before, year = text[: match.start()], int(match[1])
        here = Span(match.start(), match.end())
        if any(here.overlaps(span) for span in taken) or _theirs(before):
            continue
        if words.AFTER_COUNCIL.search(before):
            continue
        if words.UNTIL.search(before):
            kind: Kind = "extended" if _was_extended(before) else "end"
            yield Stated(kind, line, dt.date(year, 12, 31), "year")
        elif words.FROM.search(before):
            yield Stated("start", line, dt.date(year, 1, 1), "year")


def _of_lengths(text: str, line: Span) -> Iterator[Stated]:
    for length in durations(text):
        before, after = text[: length.span.start], text[length.span.end :]
        if length.unit == "council-period" or length.months < _SHORTEST:
            continue
        if words.NOTICE.match(after) or words.BEFORE_NOTICE.search(before) or _theirs(before):
            continue
        yield Stated("length", line, months=length.months)


def _theirs(before: str) -> bool:
    """What follows is the period of something else, or of an earlier agreement."""
    if earlier := words.EARLIER.search(before):  # "… erstatter den fra 2019 og gjelder fra"
        return not words.VERB.search(earlier[1].partition(" og ")[2])
    if words.OTHERS_RELATIVE.search(before) or words.CAN_BE_EXTENDED.search(before):
        return True
    for pattern in (words.RELATIVE, words.OTHERS_PERIOD, words.OTHER_ACT):
        match = pattern.search(before)
        if match and not words.VERB.search(match[1]):
            return True
    return False


def _was_extended(before: str) -> bool:
    """"… er senere forlenget til": done, and no mere possibility."""
    match = words.EXTENDED.search(before)
    return match is not None and not words.OPTION.search(before[: match.start()][-40:])


def _last_day(date: Date) -> dt.date:
    if date.precision == "month":
        return date.date.replace(day=calendar.monthrange(date.date.year, date.date.month)[1])
    return date.date


def _council_years(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    years = words.COUNCIL_YEARS.match(text, match.end())
    if not years:
        return None
    first, last = int(years[1]), int(years[2] or years[1])
    return (first, last) if years[2] else (first - 4, first)
