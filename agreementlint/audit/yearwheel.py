"""Agreements → the dates of the year wheel: when they expire, and are due for evaluation and
revision."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count, takewhile

from agreementlint.audit.model import Agreement, Event, EventKind
from agreementlint.audit.states import Standing
from agreementlint.messages import listed, say, shown
from agreementlint.model import DocumentReport, Lang
from agreementlint.norwegian.dates import dates, durations, end_of

FACTS: dict[EventKind, str] = {
    "expiry": "valid_to",
    "evaluation": "evaluation_interval_months",
    "revision": "revision_interval_months",
}
"""The fact that says when each is due."""

_BEFORE_END = re.compile(r"\s*(?:\w+\s+){0,2}?(?:før|innan)\b", re.IGNORECASE)
_END = re.compile(r"utløp|går ut|gjeng ut|opphør|er omme|(?:periodens|periodas) slutt|avtaleslutt",
                  re.IGNORECASE)
_AFTER_START = re.compile(
    r"\s*(?:etter|frå|fra)\s+(?:at\s+)?(?:\w+\s+){0,3}?(?:signer|underskri|underteikn|inngå|"
    r"ikraft|i kraft|oppstart|begyn|avtaledato|startdato)", re.IGNORECASE)


SHORTEST = 0.2
"""Months: nothing is evaluated more often than every week, and no day of a calendar says so."""


@dataclass(frozen=True)
class Due:
    day: dt.date
    why: str


def events(standing: Standing, as_of: dt.date, horizon: int, lang: Lang) -> tuple[Event, ...]:
    """The dates of all agreements that nothing has replaced, in their order. What comes round has
    the last date before `as_of`, those within the `horizon` (months) and at least one to come."""
    taken: Counter[tuple[str, ...]] = Counter()
    found = []
    for agreement in sorted(_followed(standing), key=lambda one: one.state != "in-force"):
        document = standing.documents[agreement.document]
        who = listed(agreement.kommuner, lang) or document.path
        for kind, due in _dues(agreement, document, as_of, horizon, lang):
            found.append(Event(
                date=due.day,
                kind=kind,
                document=agreement.document,
                kommuner=agreement.kommuner,
                title=say(lang, kind, who=who),
                why=due.why,
                uid=_uid(_key(kind, due.day, agreement, document), taken, document),
            ))
    return tuple(sorted(found, key=lambda one: (one.date, one.kommuner, one.kind, one.uid)))


def _followed(standing: Standing) -> Iterator[Agreement]:
    for one in standing.agreements:
        if one.superseded_by is None and one.state != "unsigned":
            yield one


def _key(kind: EventKind, day: dt.date, agreement: Agreement, document: DocumentReport,
         ) -> tuple[str, ...]:
    """What stays the same when an agreement is signed anew: whose it is, and what is due. What
    comes round is told apart by its year."""
    whose = sorted(agreement.kommuner) or [document.sha256 or document.path]
    return (kind, "" if kind == "expiry" else str(day.year), *whose)


def _uid(key: tuple[str, ...], taken: Counter[tuple[str, ...]], document: DocumentReport) -> str:
    """The second time in a year is told apart by its number, another agreement of the same kommuner
    by its content."""
    taken[key] += 1
    nth = taken[key]
    parts = key if nth == 1 else (*key, str(nth), "" if key[1] else document.sha256 or "")
    digest = blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
    return f"{digest}@agreementlint"


def _dues(agreement: Agreement, document: DocumentReport, as_of: dt.date, horizon: int, lang: Lang,
          ) -> Iterator[tuple[EventKind, Due]]:
    if agreement.until:
        yield "expiry", Due(agreement.until, say(lang, "why-expiry"))
    if agreement.state not in ("in-force", "future"):
        return
    repeated: tuple[EventKind, ...] = ("evaluation", "revision")
    for kind in repeated:
        months = document.facts.get(FACTS[kind])
        if months and agreement.since:
            for due in _rounds(agreement, months, lang, (as_of, end_of(as_of, horizon))):
                yield kind, due
        elif not months:
            for due in _once(agreement, _words(document, FACTS[kind]), lang):
                yield kind, due


def _rounds(agreement: Agreement, months: float, lang: Lang, watch: tuple[dt.date, dt.date],
            ) -> list[Due]:
    """The last day of every so many months, as long as the agreement holds: the last one before the
    days that are watched, those in them, and the next one."""
    since, last = agreement.since or dt.date.min, agreement.until or dt.date.max
    key = "why-yearly" if months == 12 else "why-interval"
    why = say(lang, key, months=shown(float(months), lang), since=shown(since, lang))
    if months < SHORTEST:
        return []
    passed = 12 * (watch[0].year - since.year) + watch[0].month - since.month
    first = max(1, int(passed / months) - 2)  # what came round long ago need not be reckoned
    days: list[dt.date] = []
    for day in takewhile(lambda day: day <= last and day < dt.date.max,
                         (end_of(since, months * nth) for nth in count(first))):
        if days and days[-1] >= max(watch):
            break
        if day < watch[0]:
            days.clear()
        days.append(day)
    return [Due(day, why) for day in days]


def _words(document: DocumentReport, fact: str) -> Sequence[str]:
    said = document.said.get(fact)
    firm = said and said.state in ("moment", "planned", "partial")
    return [words.text for words in said.evidence] if said and firm else ()


def _once(agreement: Agreement, texts: Sequence[str], lang: Lang) -> list[Due]:
    """Where the words give one day: a date, so long before the end, so long after the start."""
    found = {due.day: due for text in texts for due in _days(agreement, text, lang)}
    return list(found.values()) if len(found) == 1 else []


def _days(agreement: Agreement, text: str, lang: Lang) -> Iterator[Due]:
    since, until = agreement.since, agreement.until
    for date in dates(text):
        day = date.date if date.precision == "day" else end_of(date.date, 1)
        if (since is None or day > since) and (until is None or day < until):
            yield Due(day, say(lang, "why-date"))
    for length in durations(text):
        months, behind = length.months, text[length.span.end :]
        if until and _BEFORE_END.match(behind) and _END.search(behind):
            yield Due(_earlier(until, months),
                      say(lang, "why-before", months=shown(months, lang), until=shown(until, lang)))
        elif since and _AFTER_START.match(behind):
            yield Due(end_of(since, months),
                      say(lang, "why-after", months=shown(months, lang), since=shown(since, lang)))


def _earlier(day: dt.date, months: float) -> dt.date:
    """The day so many whole months before."""
    month = day.year * 12 + day.month - 1 - round(months)
    first = dt.date(month // 12, month % 12 + 1, 1)
    return min(first + dt.timedelta(days=day.day - 1), end_of(first, 1))
