"""Dates, periods and durations in both written standards."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.dates import dates, durations, end_of, periods
from agreementlint.norwegian.months import MONTHS, misread_month, month

DATES = {
    "1. januar 2025": "2025-01-01", "1.1.2025": "2025-01-01", "01.01.25": "2025-01-01",
    "1.1.25": "2025-01-01", "2025-01-01": "2025-01-01", "22. mars 2018": "2018-03-22",
    "22.mars 2018": "2018-03-22", "22 mars 2018": "2018-03-22", "22/3-2018": "2018-03-22",
    "22. 3. 2018": "2018-03-22", "1. des. 2024": "2024-12-01", "1. Mai 2024": "2024-05-01",
    "29. februar 2024": "2024-02-29", "31.12.99": "1999-12-31",
    # slips of text recognition
    "l. januar 2020": "2020-01-01", "1. septernber 2018": "2018-09-01", "I. mai 2O21": "2021-05-01",
    "3. 0ktober 2022": "2022-10-03", "O1.O1.2025": "2025-01-01", "2. rnars 2023": "2023-03-02",
    "5. jamiar 2024": "2024-01-05", "1l. juni 2024": "2024-06-11",
    # written out
    "tjuefjerde januar to tusen og tjuetre": "2023-01-24", "trettiande mars 2025": "2025-03-30",
    "Første dag i mai tjue tjuefire": "2024-05-01",
}  # fmt: skip

NO_DATES = [
    "20. juni", "dd.mm.2026", "20XX", "1. januar 20XX", "31.02.2024", "31. februar 2024",
    "2025", "12.11.10.09", "4.1.2", "kl. 09.00", "2. juii 2024", "13.13.2024", "den 5. møte 2024",
    "telefon 22 33 44 55", "00.01.2024",
]  # fmt: skip

PERIODS = {
    "1. januar 2025–31. desember 2028": "2025-01-01 2028-12-31 day",
    "01.01.25 – 31.12.28": "2025-01-01 2028-12-31 day",
    "01.01.2024-31.12.2027": "2024-01-01 2027-12-31 day",
    "01.01.2024 — 31.12.2027": "2024-01-01 2027-12-31 day",
    "fra 1. mai 2022 til 30. april 2024": "2022-05-01 2024-04-30 day",
    "frå 1. mai 2022 til 30. april 2024": "2022-05-01 2024-04-30 day",
    "fra og med 1. mai 2022 til og med 30. april 2024": "2022-05-01 2024-04-30 day",
    "frå og med 1. mai 2022 fram til 30. april 2024": "2022-05-01 2024-04-30 day",
    "f.o.m. 1.5.2022 t.o.m. 30.4.2024": "2022-05-01 2024-04-30 day",
    "mellom 1. mai 2022 og 30. april 2024": "2022-05-01 2024-04-30 day",
    "1. mai 2022 og gjelder til 30. april 2024": "2022-05-01 2024-04-30 day",
    "1. mai 2022 og gjeld til 30. april 2024": "2022-05-01 2024-04-30 day",
    "1. januar 2020 til 31. desember 2023": "2020-01-01 2023-12-31 day",
    "1. januar til 31. desember 2025": "2025-01-01 2025-12-31 day",
    "1.1.–31.12.2025": "2025-01-01 2025-12-31 day",
    "1. oktober – 31. mars 2025": "2024-10-01 2025-03-31 day",
    "frå 1. april 2024 og ut 2027": "2024-04-01 2027-12-31 day",
    "fra 1. april 2024 til utgangen av 2027": "2024-04-01 2027-12-31 day",
    "januar 2023 til desember 2026": "2023-01-01 2026-12-31 month",
    "januar 2023 til februar 2024": "2023-01-01 2024-02-29 month",
    "2025–2028": "2025-01-01 2028-12-31 year", "2024-2027": "2024-01-01 2027-12-31 year",
    "2016 - 2024": "2016-01-01 2024-12-31 year", "2025–28": "2025-01-01 2028-12-31 year",
    "fra 2024 til og med 2027": "2024-01-01 2027-12-31 year",
    "frå 2024 til 2027": "2024-01-01 2027-12-31 year",
    "fra: 01.01.2025 | Gyldig til: 31.12.2028": "2025-01-01 2028-12-31 day",
    "Fra dato: 01.01.2025 – Til dato: 31.12.2028": "2025-01-01 2028-12-31 day",
    "fra 1. mai 2022 er avtalen gyldig til 30. april 2024": "2022-05-01 2024-04-30 day",
    "frå 1. mai 2022 gjeld avtala til 30. april 2024": "2022-05-01 2024-04-30 day",
    "31.12.2028–01.01.2025": "2028-12-31 2025-01-01 day",
}  # fmt: skip

NO_PERIODS = [
    "kl. 9–15", "kl. 09.00–14.30", "uke 7–16", "15-19 år", "§§ 2001–2004", "8.–10. klasse",
    "telefon 2223–2425", "2028–2025", "2025-01-01", "mars til mai", "i 2025 og 2026",
    "31. februar 2024 til 31. mars 2025", "fra 1. januar 2025", "20xx–20xx", "2025/2026",
    "sak 2024-2027", "Meld. St. 29 (2019–2020)", "1. januar 2025 er det møte til 1. mars 2025",
    "mellom 1. mai 2022 er det møte til 1. juni 2023",
]  # fmt: skip

DURATIONS = {
    "fire år": (48, "year"), "4 år": (48, "year"), "to (2) år": (24, "year"),
    "ett år": (12, "year"), "eitt år": (12, "year"), "et år": (12, "year"),
    "et halvt år": (6, "year"), "eit halvt år": (6, "year"), "halvannet år": (18, "year"),
    "halvanna år": (18, "year"), "to og et halvt år": (30, "year"), "2½ år": (30, "year"),
    "36 måneder": (36, "month"), "seks månader": (6, "month"), "tre måneders": (3, "month"),
    "seks mnd.": (6, "month"), "to halvår": (12, "month"), "fire hele år": (48, "year"),
    "to kalenderår": (24, "year"), "fire (4) år": (48, "year"), "firårig": (48, "year"),
    "fireårig": (48, "year"), "toårig": (24, "year"), "4-årig": (48, "year"),
    "4-års": (48, "year"), "fireårsperiode": (48, "year"),
    "én valgperiode": (48, "council-period"), "to valbolkar": (96, "council-period"),
}  # fmt: skip

COUNCIL_PERIODS = [
    "gjelder for valgperioden", "gjeld for valperioden", "følger kommunestyreperioden",
    "følgjer valbolken", "ut bystyreperioden", "gjelder i inneværende valgperiode",
    "i hele heradsstyreperioden", "gjeld i heile valbolken",
]  # fmt: skip

NO_DURATIONS = [
    "de siste årene", "de siste to år", "dei siste åra", "for ett år om gangen",
    "for eitt år om gongen", "ungdom 15–19 år", "under 18 år", "over 18 år", "fylt 16 år",
    "for ti år siden", "for ti år sidan", "hvert 2. år", "hvert andre år", "én dag i uken",
    "éin dag i veka", "én gang i valgperioden", "ein gong i valbolken", "18 år gammel",
    "i løpet av et år", "i to til fire år", "2–4 år", "hver fireårsplan", "2025 år",
]  # fmt: skip


@pytest.mark.parametrize(("form", "iso"), DATES.items())
def test_dates(form: str, iso: str) -> None:
    text = f"Oslo, den {form}, signert"
    (date,) = dates(text, 7)
    assert date.date == dt.date.fromisoformat(iso)
    assert date.precision == "day"
    assert text[date.span.start - 7 : date.span.end - 7] == form


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert dates(text) == []


def test_a_month_of_a_year_is_a_date() -> None:
    (date,) = dates("I april 2026 er den ny")
    assert (date.date, date.precision) == (dt.date(2026, 4, 1), "month")
    assert tuple(date.span) == (2, 12)


def test_a_day_without_year_needs_one() -> None:
    text = "Frist 20. juni, signert 1. mai 2024; 3. mars 20XX"
    assert [date.date for date in dates(text, year=2020)] == [
        dt.date(2020, 6, 20), dt.date(2024, 5, 1),
    ]  # fmt: skip


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
@settings(deadline=None, max_examples=60)
def test_every_way_of_writing_is_the_same_day(date: dt.date) -> None:
    name = list(MONTHS)[date.month - 1]
    forms = [
        f"{date.day}. {name} {date.year}", f"{date.day}.{date.month}.{date.year}",
        f"{date:%d.%m.%y}", f"{date:%d.%m.%Y}", date.isoformat(),
        f"{date.day}.  {name}  {date.year}",
    ]  # fmt: skip
    for form in forms:
        assert [(d.date, tuple(d.span)) for d in dates(form)] == [(date, (0, len(form)))]


@given(st.sampled_from(sorted(MONTHS)), st.data())
@settings(deadline=None, max_examples=80)
def test_one_wrong_letter_never_makes_another_month(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnoprstuvy"))
    broken = name[:at] + letter + name[at + 1 :]
    assert misread_month(broken) in (MONTHS[name], None) or month(broken)


@pytest.mark.parametrize(("form", "expected"), PERIODS.items())
def test_periods(form: str, expected: str) -> None:
    text = f"Avtalen gjelder {form}."
    (period,) = periods(text, 30)
    assert f"{period.start} {period.end} {period.precision}" == expected
    assert text[period.span.start - 30 : period.span.end - 30] == form


@pytest.mark.parametrize("text", NO_PERIODS)
def test_no_periods(text: str) -> None:
    assert periods(text) == []


def test_bare_years_in_the_wrong_order_are_a_period_where_it_is_announced() -> None:
    (period,) = periods("valgperioden 2028–2025")
    assert period.start > period.end


@pytest.mark.parametrize(("form", "expected"), DURATIONS.items())
def test_durations(form: str, expected: tuple[float, str]) -> None:
    text = f"Avtalen gjelder i {form}"
    found = [
        (d.months, d.unit, text[d.span.start - 5 : d.span.end - 5]) for d in durations(text, 5)
    ]
    assert found == [(*expected, form.rstrip("."))]


def test_definite_years_ahead_are_a_duration() -> None:
    for text in ("de neste fire årene", "dei neste fire åra"):
        assert [duration.months for duration in durations(text)] == [48]


@pytest.mark.parametrize("text", COUNCIL_PERIODS)
def test_a_council_period_as_a_length(text: str) -> None:
    (duration,) = durations(text)
    assert (duration.months, duration.unit) == (48, "council-period")


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_no_durations(text: str) -> None:
    assert durations(text) == []


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2021-03-01", 36, "2024-02-29"), ("2025-01-01", 48, "2028-12-31"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2023-08-31", 6, "2024-02-29"), ("2025-07-01", 6, "2025-12-31"),
        ("2025-01-01", 1.5, "2025-02-15"), ("9990-01-01", 240, "9999-12-31"),
        ("9990-01-01", 240.5, "9999-12-31"), ("9990-01-01", 240.3, "9999-12-31"),
    ],
)  # fmt: skip
def test_the_end_of_a_duration(start: str, months: float, end: str) -> None:
    assert end_of(dt.date.fromisoformat(start), months) == dt.date.fromisoformat(end)


def test_weeks_are_counted_in_days() -> None:
    (duration,) = durations("seks uker")
    assert end_of(dt.date(2025, 1, 1), duration.months) == dt.date(2025, 2, 11)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 20))
@settings(deadline=None, max_examples=60)
def test_years_end_the_day_before_the_anniversary(start: dt.date, years: int) -> None:
    if (start.month, start.day) != (2, 29):
        next_day = end_of(start, 12 * years) + dt.timedelta(days=1)
        assert next_day == start.replace(year=start.year + years)


@given(st.text(alphabet="0123456789./-– 1lOI§abmars til", max_size=60))
@settings(deadline=None, max_examples=100)
def test_any_text_is_read(text: str) -> None:
    spans = [x.span for read in (dates, periods, durations) for x in read(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
