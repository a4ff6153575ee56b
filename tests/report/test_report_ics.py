from __future__ import annotations

import datetime as dt
from dataclasses import replace

import icalendar

from agreementlint.audit.model import DistrictReport
from agreementlint.report.ics import calendar
from tests.audit.districts import AS_OF, audited, paper
from tests.report import hostile


def events(district: DistrictReport) -> list[icalendar.Event]:
    found = icalendar.Calendar.from_ical(calendar(district))
    return [event for event in found.walk("VEVENT") if isinstance(event, icalendar.Event)]


def district() -> DistrictReport:
    return audited(paper("gol.pdf", ("Gol",), until="2027-12-31"),
                   paper("hol.pdf", ("Hol",), until="2025-12-31"))


def test_each_event_is_a_whole_day_that_names_its_kommuner() -> None:
    whole = district()
    found = events(whole)
    assert len(found) == len(whole.events) > 0
    expiry = next(event for event in found if event["dtstart"].dt == dt.date(2027, 12, 31))
    assert expiry["dtend"].dt == dt.date(2028, 1, 1)
    assert "Gol" in expiry["summary"] and expiry["transp"] == "TRANSPARENT"


def test_a_later_audit_takes_the_place_of_an_earlier() -> None:
    whole = district()
    later = replace(whole, report=replace(whole.report, as_of=AS_OF + dt.timedelta(days=30)))
    before, after = events(whole), events(later)
    assert [event["uid"] for event in before] == [event["uid"] for event in after]
    assert len({event["uid"] for event in before}) == len(before)
    for one, other in zip(before, after, strict=True):
        assert one["sequence"] < other["sequence"]
        assert one["dtstamp"].dt < other["dtstamp"].dt


def test_the_same_report_gives_the_same_bytes() -> None:
    assert calendar(district()) == calendar(district())


def test_what_is_to_come_is_called_to_mind_and_what_is_past_is_not() -> None:
    for event in events(district()):
        alarms = event.walk("VALARM")
        assert bool(alarms) is (event["dtstart"].dt >= AS_OF)
        assert all(alarm["trigger"].dt < dt.timedelta() for alarm in alarms)


def test_hostile_words_make_no_properties_of_their_own() -> None:
    whole = hostile.district()
    text = calendar(whole)
    assert text.count("BEGIN:VEVENT") == text.count("\r\nSUMMARY:") == len(whole.events)
    assert text.replace("\r\n", "").isprintable()
