"""Turns the events of a DistrictReport into a calendar that can be imported again and again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from agreementlint.audit.model import DistrictReport, Event, EventKind
from agreementlint.messages import listed, say
from agreementlint.model import Lang
from agreementlint.report.text import visible

if TYPE_CHECKING:
    import icalendar

FIRST_DAY = dt.date(2020, 1, 1)
"""Sequence numbers are days since then: those of a later audit take the place of an earlier's."""

DAYS_BEFORE: dict[EventKind, tuple[int, ...]] = {
    "expiry": (180, 60), "revision": (60,), "evaluation": (30,),
}  # fmt: skip
"""When an event is called to mind."""


def calendar(district: DistrictReport) -> str:
    """The text of an ICS file: a whole-day event for each date, none of them busy time."""
    import icalendar

    lang = district.report.lang
    made = icalendar.Calendar()
    name = visible(district.district or say(lang, "calendar-name"))
    made.add("prodid", f"-//agreementlint//{district.report.version}//{lang.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("name", name)
    for event in sorted(district.events, key=lambda event: (event.date, event.uid)):
        made.add_component(entry(event, district))
    return str(made.to_ical().decode("utf-8"))


def entry(event: Event, district: DistrictReport) -> icalendar.Event:
    import icalendar

    report = district.report
    title, path = titled(event, report.lang), report.documents[event.document].path
    made = icalendar.Event()
    made.add("uid", visible(event.uid))
    made.add("dtstamp", dt.datetime.combine(report.as_of, dt.time(), dt.UTC))
    made.add("sequence", max((report.as_of - FIRST_DAY).days, 0))
    made.add("dtstart", event.date)
    made.add("dtend", event.date + dt.timedelta(days=1))
    made.add("summary", title)
    made.add("description", visible(f"{event.why}\n{path}", keep="\n"))
    made.add("categories", [say(report.lang, f"event-{event.kind}")])
    made.add("transp", "TRANSPARENT")
    for days in DAYS_BEFORE[event.kind] if event.date >= report.as_of else ():
        made.add_component(alarm(days, title, report.lang))
    return made


def titled(event: Event, lang: Lang) -> str:
    """The event's title, with the kommuner it is about."""
    kommuner = listed(event.kommuner, lang) if event.kommuner else ""
    return visible(event.title if kommuner in event.title else f"{event.title}: {kommuner}")


def alarm(days: int, title: str, lang: Lang) -> icalendar.Alarm:
    import icalendar

    made = icalendar.Alarm()
    made.add("action", "DISPLAY")
    made.add("description", say(lang, "calendar-alarm", days=days, title=title))
    made.add("trigger", dt.timedelta(days=-days))
    return made
