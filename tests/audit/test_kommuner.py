"""Which kommuner agreements concern, and which a district has."""

from __future__ import annotations

import datetime as dt

import pytest

from agreementlint.audit.kommuner import Today, UnknownDistrict, concerned, district_named
from agreementlint.register import register
from tests.audit.districts import AS_OF, audited, paper

NOW = Today(register(), AS_OF)


@pytest.mark.parametrize(("written", "meant"), [
    ("Sør-Øst", "Sør-Øst"), ("sør-øst politidistrikt", "Sør-Øst"), ("Sør-Aust", "Sør-Øst"),
    ("SØR-AUST POLITIDISTRIKT", "Sør-Øst"), ("sørøst", "Sør-Øst"), ("Telemark", "Sør-Øst"),
    ("Vestoppland", "Innlandet"), ("Møre & Romsdal", "Møre og Romsdal"), ("aust", "Øst"),
    ("Troms", "Troms"), ("Trøndelagg", "Trøndelag"),
])
def test_a_district_as_people_write_it(written: str, meant: str) -> None:
    assert district_named(written, register()).short == meant


@pytest.mark.parametrize(("written", "close"), [
    ("Midtre Hålogaland", ("Nordland", "Troms")),  # divided between the two
    ("Gol", ("Sør-Øst",)),  # a kommune of it
    ("Nordlandet", ("Nordland",)),
])
def test_what_is_no_district_is_told_with_what_is_near(written: str, close: tuple[str, ...],
                                                       ) -> None:
    with pytest.raises(UnknownDistrict) as raised:
        audited(paper(), district=written)
    assert raised.value.word == written
    assert raised.value.close[:len(close)] == close


def test_far_from_all_are_all_districts() -> None:
    with pytest.raises(UnknownDistrict) as raised:
        district_named("Qqqqq", register())
    assert len(raised.value.close) == 12


@pytest.mark.parametrize(("district", "year", "kommuner"), [
    ("Oslo", 2026, 3), ("Sør-Øst", 2026, 42), ("Øst", 2019, 38), ("Øst", 2020, 29),
])
def test_the_denominator_is_that_of_the_day(district: str, year: int, kommuner: int) -> None:
    today = Today(register(), dt.date(year, 6, 1))
    assert len(today.of_district(district)) == kommuner


@pytest.mark.parametrize(("names", "facts", "meant", "parts"), [
    (("Gol", "Hol"), {}, ("Gol", "Hol"), ()),
    (("Ski",), {}, ("Nordre Follo",), ("Nordre Follo",)),  # half of it
    (("Tysfjord",), {}, ("Narvik", "Hamarøy"), ("Narvik", "Hamarøy")),
    (("Moss", "Rygge"), {}, ("Moss",), ()),
    (("Herøy",), {"police_district": "Nordland politidistrikt"}, ("Herøy (Nordland)",), ()),
    (("Herøy",), {"police_district": "Sunnmøre politidistrikt"},
     ("Herøy (Møre og Romsdal)",), ()),
    (("Våler", "Marker"), {"police_district": None}, ("Våler (Østfold)", "Marker"), ()),
    (("Os",), {"police_district": "Vest politidistrikt", "valid_from": dt.date(2018, 1, 1)},
     ("Bjørnafjorden",), ("Bjørnafjorden",)),
    (("Os",), {"police_district": "Innlandet politidistrikt"}, ("Os",), ()),
    (("Sande",), {"valid_from": dt.date(2018, 1, 1), "police_district": "Sør-Øst politidistrikt"},
     ("Holmestrand",), ("Holmestrand",)),
    (("Atlantis",), {}, (), ()),
])
def test_names_of_the_text(names: tuple[str, ...], facts: dict[str, object],
                           meant: tuple[str, ...], parts: tuple[str, ...]) -> None:
    about = concerned(paper(kommuner=names, facts=facts), NOW)
    assert about.kommuner == meant and about.parts == frozenset(parts)


def test_the_audited_district_tells_namesakes_apart() -> None:
    one = paper(kommuner=("Våler",), district=None)
    assert concerned(one, NOW, "Innlandet").kommuner == ("Våler (Innlandet)",)


def test_former_names_are_told() -> None:
    assert concerned(paper(kommuner=("Ski", "Ås")), NOW).names == {"Ski": ("Nordre Follo",)}
    then = Today(register(), dt.date(2018, 6, 1))
    assert concerned(paper(kommuner=("Ski", "Ås")), then).kommuner == ("Ski", "Ås")


def test_the_district_is_the_one_that_all_name() -> None:
    assert audited(paper(district="Telemark politidistrikt"), paper(district=None)).district == (
        "Sør-Øst politidistrikt")
    other = paper("x.pdf", ("Stavanger",), district="Sør-Vest politidistrikt")
    assert audited(paper(), other).district is None


def test_kommuner_stand_in_norwegian_order() -> None:
    names = [one.name for one in audited(paper(), district="Sør-Øst").kommuner]
    assert names[0] == "Bamble" and names[-2:] == ["Øvre Eiker", "Ål"]
