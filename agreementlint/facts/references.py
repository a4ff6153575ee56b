"""Agreement → the plans, strategies and guides that it refers to though their time was over."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from agreementlint.facts.wording import words_of
from agreementlint.model import Fact, Sentence, Span
from agreementlint.norwegian.dates import dates, periods
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_DOCUMENT = wording("henvisning", "document")
_OTHER = wording("henvisning", "other")
_REPLACED = wording("henvisning", "replaced")
_REPLACED_AFTER = wording("henvisning", "replaced_after")
_PROLONGED = wording("henvisning", "prolonged")
_NAMED_AFTER = wording("henvisning", "named_after")
_NAMED_LATER = wording("henvisning", "named_later")
_LISTED = wording("henvisning", "listed")
_UNTIL = wording("henvisning", "until")
_UNTIL_AFTER = wording("henvisning", "until_after")
_YEAR = re.compile(r"\b20\d\d\b")
_ASIDE = frozenset({"instruction", "contents"})


def outdated(agreement: Agreement, start: dt.date | None, as_of: dt.date) -> Fact:
    """States: "outdated" (a document is referred to whose stated period ended before the agreement
    starts, or before `as_of` if no start is known; details "ended" are the last days), "absent"."""
    day = start or as_of
    found: dict[Span, dt.date] = {}
    for sentence in agreement.sentences:
        if sentence.aside in _ASIDE or sentence.kind == "contents":
            continue
        for end in _ends(agreement, sentence):
            if end < day:
                found.setdefault(sentence.span, end)
    if not found:
        return Fact(0)
    return Fact(len(found), "outdated", tuple(found), {"ended": sorted(set(found.values()))})


def _ends(agreement: Agreement, sentence: Sentence) -> Iterator[dt.date]:
    """The last day of each document's period that the sentence states."""
    text = words_of(agreement, sentence.span)
    listed = _is_listed(agreement, sentence)
    for period in periods(text):
        before, after = text[: period.span.start], text[period.span.end :]
        if _names_document(before, after, listed) and not _extended(after, period.end):
            yield period.end
    for span, last in _single_days(text):
        before = text[: span.start]
        until = _UNTIL.search(before)
        if until is None and not _UNTIL_AFTER.match(text[span.end :]):
            continue
        if _names_document(before[: until.start()] if until else before, "", False):
            yield last


def _single_days(text: str) -> Iterator[tuple[Span, dt.date]]:
    """The dates and bare years of a text, each with its last day."""
    exact = [date for date in dates(text) if date.precision == "day"]
    yield from ((date.span, date.date) for date in exact)
    for year in _YEAR.finditer(text):
        span = Span(year.start(), year.end())
        if not any(date.span.overlaps(span) for date in exact):
            yield span, dt.date(int(year[0]), 12, 31)


def _is_listed(agreement: Agreement, sentence: Sentence) -> bool:
    """Whether it is an item of a list of documents."""
    if sentence.kind not in ("bullet", "row"):
        return False
    titles = [next(agreement.titles(sentence.section), "")]
    if sentence.lead is not None:
        titles.append(agreement.text_of(agreement.sentences[sentence.lead].span))
    return any(_LISTED.search(title) for title in titles)


def _names_document(before: str, after: str, listed: bool) -> bool:
    """Whether the period between these words is that of a document: "Oppvekstplan for … 2019–22",
    "2019–2022-strategien"."""
    if _REPLACED_AFTER.search(after):
        return False
    if _NAMED_AFTER.search(after) or _NAMED_LATER.match(after):
        return True
    named = list(_DOCUMENT.finditer(before))
    if not named:
        return listed and not _OTHER.search(before)
    last = named[-1]
    if _REPLACED.search(before[: last.start()][-60:]):
        return False
    return not _OTHER.search(before[last.end() :])


def _extended(after: str, end: dt.date) -> bool:
    """Whether the words behind say that the document was prolonged beyond its period."""
    prolonged = _PROLONGED.search(after)
    later = _YEAR.search(after[prolonged.end() :]) if prolonged else None
    return bool(later and int(later[0]) > end.year)
