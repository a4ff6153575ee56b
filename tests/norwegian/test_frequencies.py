"""How often: every form in bokmål and nynorsk, what is no frequency, and what never changes it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.model import Frequency
from agreementlint.norwegian.frequencies import frequencies, times_of_year

WEEKS = 52.0

# form: (low, high, bound, months); the form is the whole expression
COUNTED = {
    "to ganger i året": (2, 2, "exact", None), "to gonger i året": (2, 2, "exact", None),
    "to ganger per år": (2, 2, "exact", None), "to gonger pr. år": (2, 2, "exact", None),
    "2 ganger/år": (2, 2, "exact", None), "2x årlig": (2, 2, "exact", None),
    "to ganger årlig": (2, 2, "exact", None), "to gonger årleg": (2, 2, "exact", None),
    "to ganger hvert år": (2, 2, "exact", None), "to gonger kvart år": (2, 2, "exact", None),
    "to ganger i løpet av et kalenderår": (2, 2, "exact", None),
    "to gonger i løpet av eit kalenderår": (2, 2, "exact", None),
    "fire møter om året": (4, 4, "exact", None), "fire møte om året": (4, 4, "exact", None),
    "2 årlige møter": (2, 2, "exact", None), "2 årlege møte": (2, 2, "exact", None),
    "to faste, ordinære møter i året": (2, 2, "exact", None),
    "tre politirådsmøter hvert år": (3, 3, "exact", None),
    "ett fast møte i året": (1, 1, "exact", 12), "eitt fast møte i året": (1, 1, "exact", 12),
    "en gang i året": (1, 1, "exact", 12), "ein gong i året": (1, 1, "exact", 12),
    "én gang i halvåret": (2, 2, "exact", 6), "éin gong i halvåret": (2, 2, "exact", 6),
    "én gang per semester": (2, 2, "exact", 6), "to møter per semester": (4, 4, "exact", None),
    "én gang i kvartalet": (4, 4, "exact", 3), "ett møte i hvert kvartal": (4, 4, "exact", 3),
    "én gang i måneden": (12, 12, "exact", 1), "ein gong i månaden": (12, 12, "exact", 1),
    "to ganger i halvåret": (4, 4, "exact", None), "to halvårlige møter": (2, 2, "exact", None),
    "fire kvartalsvise møter": (4, 4, "exact", None),
    "én gang hvert annet år": (0.5, 0.5, "exact", 24),
    "to ganger hvert annet år": (1, 1, "exact", None),
    "én gang i valgperioden": (0.25, 0.25, "exact", 48),
    "ein gong i valbolken": (0.25, 0.25, "exact", 48),
    "en gang i kommunestyreperioden": (0.25, 0.25, "exact", 48),
    "en gang hver valgperiode": (0.25, 0.25, "exact", 48),
    "to ganger i løpet av valperioden": (0.5, 0.5, "exact", 24),
    "to møter per valgperiode": (0.5, 0.5, "exact", 24),
    "en dag i uken": (WEEKS, WEEKS, "exact", 12 / WEEKS),
    "ein dag i veka": (WEEKS, WEEKS, "exact", 12 / WEEKS),
    "to dager i uken": (104, 104, "exact", None),
    "en formiddag i måneden": (12, 12, "exact", 1),
    "første mandag i måneden": (12, 12, "exact", 1),
    "fyrste måndag i månaden": (12, 12, "exact", 1),
    "4 – fire – ganger årlig": (4, 4, "exact", None), "2 g. i året": (2, 2, "exact", None),
    "møter per år: 4": (4, 4, "exact", None), "møte i året | tre": (3, 3, "exact", None),
    "I løpet av året holdes det to møter": (2, 2, "exact", None),
    "Kvart år skal rådet ha to møte": (2, 2, "exact", None),
}  # fmt: skip

BOUNDED = {
    "minst to (2) faste møter i løpet av året": (2, None, "least", None),
    "minst to (2) faste møte i løpet av året": (2, None, "least", None),
    "minst 2 årlige møter": (2, None, "least", None),
    "minimum tre politirådsmøter hvert år": (3, None, "least", None),
    "minimum møtes to ganger i året": (2, None, "least", None),
    "som et minimum møtes to ganger i året": (2, None, "least", None),
    "to ganger i året som et minimum": (2, None, "least", None),
    "ikke færre enn to møter i året": (2, None, "least", None),
    "ikkje færre enn to møte i året": (2, None, "least", None),
    "ikke sjeldnere enn to ganger i året": (2, None, "least", None),
    "ikkje sjeldnare enn to gonger i året": (2, None, "least", None),
    "ikke sjeldnere enn hver tredje måned": (4, None, "least", 3),
    "minst to per år": (2, None, "least", None), "minst månedlig": (12, None, "least", 1),
    "minst én gang hvert annet år": (0.5, None, "least", 24),
    "minst ett av møtene hvert år": (1, None, "least", 12),
    "to ganger i året, eller oftere ved behov": (2, None, "least", None),
    "to gonger i året, eller fleire ved behov": (2, None, "least", None),
    "fire møter i året, eller hyppigere ved behov": (4, None, "least", None),
    "to gonger i året eller oftare": (2, None, "least", None),
    "en gang årlig, og i tillegg ved behov": (1, None, "least", 12),
    "ett fast møte i året og adhoc ved behov": (1, None, "least", 12),
    "fire gonger i året, og elles ved behov": (4, None, "least", None),
    "to eller flere møter i året": (2, None, "least", None),
    "en eller flere dager i uken": (WEEKS, None, "least", 12 / WEEKS),
    "éin eller fleire dagar i veka": (WEEKS, None, "least", 12 / WEEKS),
    "inntil fire møter i året": (None, 4, "most", None),
    "maks. to ganger årlig": (None, 2, "most", None),
    "maksimalt to gonger i året": (None, 2, "most", None),
    "opptil tre møter i året": (None, 3, "most", None),
    "høyst to møter i året": (None, 2, "most", None),
    "høgst to møte i året": (None, 2, "most", None),
    "ikke mer enn fire ganger i året": (None, 4, "most", None),
    "ikkje meir enn fire gonger i året": (None, 4, "most", None),
    "minst to av fire møter i året": (2, None, "least", None),
    "vår og høst, og ellers når lederen finner det nødvendig": (2, None, "least", None),
    "om lag 4 møter i året": (4, 4, "about", None), "ca. fire møter i året": (4, 4, "about", None),
    "rundt fire møter i året": (4, 4, "about", None), "et par møter i året": (2, 2, "about", None),
    "2–4 ganger pr. år": (2, 4, "range", None), "2 - 3 ganger årlig": (2, 3, "range", None),
    "1 til 2 ganger i året": (1, 2, "range", None), "to–tre møter per år": (2, 3, "range", None),
    "mellom to og fire møter i året": (2, 4, "range", None),
    "en til to ganger i halvåret": (2, 4, "range", None),
}  # fmt: skip

INTERVALS = {
    "årlig": 12, "årleg": 12, "årlige": 12, "årvisst": 12, "hvert år": 12, "kvart år": 12,
    "hvert eneste år": 12, "kvart einaste år": 12, "hver vår": 12, "kvar haust": 12,
    "hver desember": 12, "i desember hvert år": 12, "kvart år i november": 12,
    "årlig i januar": 12, "innen 1. februar hvert år": 12, "i fjerde kvartal kvart år": 12,
    "halvårlig": 6, "halvårleg": 6, "halvårige": 6, "hvert halvår": 6, "kvart halvår": 6,
    "hvert semester": 6, "halvårsmøter": 6, "hver sjette måned": 6, "kvar sjette månad": 6,
    "tertialvis": 4, "hvert tertial": 4, "kvartalsvis": 3, "kvartalsvise": 3, "hvert kvartal": 3,
    "kvart kvartal": 3, "hver tredje måned": 3, "hver 2. måned": 2, "annenhver måned": 2,
    "annankvar månad": 2, "annakvar månad": 2, "kvar andre månad": 2, "månedlig": 1,
    "månadleg": 1, "månedsvis": 1, "hver måned": 1, "kvar månad": 1,
    "18 måneders mellomrom": 18, "to års mellomrom": 24, "tre år mellom kvar": 36,
    "annakvar haust": 24, "hver tredje vår": 36, "hver høst i partallsår": 24, "kvart nyår": 12,
    "annethvert år": 24, "hvert annet år": 24, "hvert andre år": 24, "annakvart år": 24,
    "anna kvart år": 24, "kvart anna år": 24, "kvart andre år": 24, "hvert 2. år": 24,
    "hvert annet år i desember": 24, "hvert tredje år": 36, "tredjekvart år": 36,
    "hvert fjerde år": 48, "kvart fjerde år": 48, "hver valgperiode": 48, "i kvar valbolk": 48,
    "ukentlig": 12 / WEEKS, "vekentleg": 12 / WEEKS, "hver uke": 12 / WEEKS,
    "kvar veke": 12 / WEEKS, "hver torsdag": 12 / WEEKS, "annenhver uke": 24 / WEEKS,
    "annakvar veke": 24 / WEEKS, "hver 14. dag": 24 / WEEKS, "kvar fjortande dag": 24 / WEEKS,
    "hver sjette uke": 72 / WEEKS, "annankvar tysdag": 24 / WEEKS,
}  # fmt: skip

TIMES = {
    "vår og høst": 2, "haust og vår": 2, "høst- og vårmøte": 2, "på våren og høsten": 2,
    "om våren og om hausten": 2, "hver vår og høst": 2, "vår, sommer og høst": 3, "vår/høst": 2,
    "i mars og november": 2, "i mars og i november": 2, "i mars og (i) november": 2,
    "i januar, mai og september": 3, "i januar, i mai og i september": 3,
    "i april og oktober hvert år": 2, "kvart år i april og oktober": 2,
    "i marsmøtet og oktobermøtet": 2,
    "i første og tredje kvartal": 2, "1., 2. og 4. kvartal": 3, "i fyrste og andre halvår": 2,
    "én gang på vinteren og én gang på høsten": 2, "eitt møte på våren og eitt på hausten": 2,
    "to møter om våren og ett møte om høsten": 3, "i uke 6, 22 og 45": 3, "veke 10 og 42": 2,
    "uke 5, uke 20 og uke 42": 3, "medio mars og ultimo oktober": 2,
    "i begynnelsen av mars og slutten av september": 2, "mars/april og i oktober": 2,
    "i februar–mars og i september–oktober": 2, "ett møte vår og ett møte høst": 2,
    "før sommeren og etter sommeren": 2, "to møter før jul og to møter etter jul": 4,
    "den første uken i mars og den siste uken i oktober": 2,
    "fyrste tysdag i mai og oktober": 2,
}  # fmt: skip

SPELLED_OUT = {
    "fire ordinære møter i kalenderåret, to i hvert halvår": 4,
    "to ganger årlig, henholdsvis om våren og om høsten": 2,
    "to gonger i året, vår og haust": 2, "halvårlig (vår og høst)": 2,
    "to ganger i året – høst og vår": 2,
    "fire gonger årleg (februar, mai, september og november)": 4,
    "to møter årlig, ett i hvert halvår": 2, "kvartalsvis, dvs. fire ganger i året": 4,
    "hvert halvår, normalt i mars og oktober": 2, "vår og høst hvert år": 2,
    "to faste møter – ett på våren og ett på høsten": 2,
    "fire gonger i året, to på våren og to på hausten": 4,
    "én gang i året, i november": 1,
}  # fmt: skip

VAGUE = [
    "jevnlig", "jamleg", "jamnleg", "regelmessig", "regelmessige", "løpende", "løpande",
    "fortløpende", "kontinuerlig", "kontinuerleg", "undervegs", "underveis", "periodisk",
    "ved behov", "etter behov", "når det er behov", "så ofte det trengs", "så ofte det trengst",
    "etter avtale", "etter nærmere avtale", "etter nærare avtale", "med jevne mellomrom",
    "med jamne mellomrom", "fra tid til annen", "frå tid til anna", "noen ganger i året",
    "nokre gonger i året", "flere ganger i året", "når en av partene finner grunn til det",
    "når ein av partane ber om det", "når skolen ønsker det", "når situasjonen krever det",
    "når leiaren finn det naudsynt",
]  # fmt: skip

NONE = [
    "signert 20. mars 2024", "den 20. mars og 15. oktober 2024", "i løpet av 2026", "våren 2020",
    "våren og høsten 2024", "i mars og november 2024", "i første kvartal 2025", "siden mars",
    "sidan mars", "nytt møte til høsten", "mellom mars og oktober", "fra mars til mai",
    "i fire år", "møteplan for et år om gangen", "møteplan for eit halvår om gongen",
    "møteplan for hvert halvår", "velges for to år om gangen", "de siste årene", "dei siste åra",
    "første gang", "fyrste gong", "hver gang", "kvar gong", "er i gang", "mandag–fredag",
    "hele året", "to møter i år", "to representanter", "uke 7–16",
    "vår kommune og vår politistasjon",
    "daglig leder og dagleg drift", "i det daglige", "100 000 kroner per år", "hver kommune",
    "kvar av partane", "30 årsverk", "", "to ganger", "møtet varer i to timer", "årsmøtet",
]  # fmt: skip

LONE = {
    "i mai": "i mai", "møtet på høsten": "på høsten", "i første kvartal": "i første kvartal",
    "i uke 7": "i uke 7", "i juni eller august": "i juni eller august",
}  # fmt: skip


def values(found: list[Frequency]) -> list[tuple[object, ...]]:
    return [(f.low, f.high, f.bound, f.months and round(f.months, 6)) for f in found]


def quoted(text: str, found: list[Frequency]) -> list[str]:
    return [text[f.span.start : f.span.end] for f in found]


@pytest.mark.parametrize(("form", "expected"), {**COUNTED, **BOUNDED}.items())
def test_counts(form: str, expected: tuple[float, float, str, float]) -> None:
    found = frequencies(form)
    months = expected[3] and round(expected[3], 6)
    assert values(found) == [(*expected[:3], months)]
    assert quoted(form, found) == [form]


@pytest.mark.parametrize(("form", "months"), INTERVALS.items())
def test_intervals(form: str, months: float) -> None:
    text = f"Rådet samles {form}."
    (found,) = frequencies(text)
    assert quoted(text, [found]) == [form]
    assert found.bound == "exact"
    assert found.low == found.high == pytest.approx(12 / months)
    assert found.months == pytest.approx(months)


@pytest.mark.parametrize(("form", "times"), {**TIMES, **SPELLED_OUT}.items())
def test_times_of_the_year_and_what_is_spelled_out(form: str, times: int) -> None:
    text = f"Rådet samles {form}"
    found = frequencies(text)
    assert [(f.low, f.high, f.bound) for f in found] == [(times, times, "exact")]
    assert quoted(text, found) == [form]
    assert times_of_year(text) == []


@pytest.mark.parametrize("form", VAGUE)
def test_vague(form: str) -> None:
    text = f"Rådet samles {form}."
    found = frequencies(text)
    assert values(found) == [(None, None, "vague", None)]
    assert quoted(text, found) == [form]


@pytest.mark.parametrize("text", NONE)
def test_no_frequency(text: str) -> None:
    assert frequencies(text) == []


@pytest.mark.parametrize(("text", "words"), LONE.items())
def test_a_lone_time_of_the_year_is_left_to_the_caller(text: str, words: str) -> None:
    assert frequencies(text) == []
    found = times_of_year(text, 3)
    assert values(found) == [(1, 1, "exact", 12)]
    assert [text[f.span.start - 3 : f.span.end - 3] for f in found] == [words]


@pytest.mark.parametrize("text", [t for t in NONE if not t.startswith("i uke")])
def test_no_time_of_the_year_either(text: str) -> None:
    assert times_of_year(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("annenhver måned unntatt juli", 5, 6), ("annankvar månad utanom juli", 5, 6),
        ("hver måned unntatt juli", 11, 11), ("kvar månad, med unntak av juni og juli", 10, 10),
    ],
)  # fmt: skip
def test_months_left_out(text: str, low: float, high: float) -> None:
    found = frequencies(text)
    assert [(f.low, f.high) for f in found] == [(low, high)]
    assert quoted(text, found) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det blir to møter i året. Årlig evaluering av avtalen.", [2, 1]),
        ("Evalueres årlig og revideres hvert annet år.", [1, 0.5]),
        ("To møter i året med årlig evaluering", [2, 1]),
        ("Årlig møte, årlig rapport", [1, 1]), ("To møter i året, evaluering årlig", [2, 1]),
        ("To møter i året | Evaluering | Årlig", [2, 1]),
        ("Rådet møtes to ganger i året, og gruppen én gang i måneden.", [2, 12]),
        ("Rådet har møte kvart kvartal og gruppa kvar månad", [4, 12]),
        ("Politikontakten er her hver mandag og annenhver onsdag", [52, 26]),
        ("gjerne en gang i kvartalet, men minst to ganger i året", [4, 2]),
        ("Møter hvert år, ellers ved behov, samt to ganger i uken", [1, 104]),
    ],
)
def test_two_things_stay_two(text: str, expected: list[float]) -> None:
    assert [f.low for f in frequencies(text)] == expected


def test_a_count_without_period_takes_the_seasons_beside_it() -> None:
    (found,) = frequencies("Rådet møtes minst to ganger, fortrinnsvis vår og høst.")
    assert (found.low, found.bound) == (2, "least")


def test_regular_and_counted_is_the_count() -> None:
    for text in ("jevnlig, minst to ganger i året", "regelmessige møter, og minst to i året"):
        assert values(frequencies(text)) == [(2, None, "least", None)]


def test_need_beside_a_bare_count_is_still_seen() -> None:
    assert values(frequencies("Det holdes to møter, og ellers ved behov")) == [
        (None, None, "vague", None)
    ]


ALL = {**COUNTED, **BOUNDED, **INTERVALS, **TIMES, **SPELLED_OUT}
DIGITS = {
    "to": "2", "tre": "3", "fire": "4", "én": "1", "éin": "1", "ett": "1", "eitt": "1",
    "minst to (2)": "minst 2",
}  # fmt: skip
NYNORSK = {
    "ganger": "gonger", "gang": "gong", "årlig": "årleg", "årlige": "årlege", "måned": "månad",
    "måneden": "månaden", "uke": "veke", "uken": "veka", "hver": "kvar", "hvert": "kvart",
    "ikke": "ikkje", "færre": "færre", "sjeldnere": "sjeldnare", "mer": "meir", "flere": "fleire",
    "oftere": "oftare", "én": "éin", "ett": "eitt", "et": "eit", "en": "ein", "fra": "frå",
    "høst": "haust", "høsten": "hausten", "annenhver": "annankvar", "annethvert": "annakvart",
    "annet": "anna", "månedlig": "månadleg", "ukentlig": "vekentleg", "halvårlig": "halvårleg",
    "valgperioden": "valperioden", "valgperiode": "valperiode", "møter": "møte",
    "dager": "dagar", "mandag": "måndag", "eneste": "einaste", "kvartalsvis": "kvartalsvis",
}  # fmt: skip


def translated(text: str, table: dict[str, str]) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: table.get(m[0], m[0]), text)


@given(st.sampled_from(sorted(ALL)))
@settings(deadline=None, max_examples=120)
def test_nynorsk_says_the_same(form: str) -> None:
    assert values(frequencies(translated(form, NYNORSK))) == values(frequencies(form))


@given(st.sampled_from(sorted(ALL)))
@settings(deadline=None, max_examples=120)
def test_digits_say_the_same(form: str) -> None:
    assert values(frequencies(translated(form, DIGITS))) == values(frequencies(form))


@given(st.sampled_from(sorted(ALL)), st.integers(2, 4), st.booleans())
@settings(deadline=None, max_examples=120)
def test_blanks_and_capitals_change_nothing(form: str, blanks: int, upper: bool) -> None:
    text = form.replace(" ", " " * blanks)
    assert values(frequencies(text.upper() if upper else text)) == values(frequencies(form))


@given(st.lists(st.sampled_from(sorted(ALL)), min_size=1, max_size=3), st.integers(0, 900))
@settings(deadline=None, max_examples=120)
def test_other_sentences_change_nothing(forms: list[str], offset: int) -> None:
    text = ""
    expected = []
    for form in forms:
        text += "Partene samarbeider godt. De møtes "
        expected += [
            (f.span.start + len(text) + offset, f.span.end + len(text) + offset, f.low, f.high)
            for f in frequencies(form)
        ]
        text += form + ". "
    found = frequencies(text + "Avtalen er signert.", offset)
    assert [(*f.span, f.low, f.high) for f in found] == expected


@given(st.lists(st.sampled_from(sorted({w for form in ALL for w in form.split()})), max_size=12))
@settings(deadline=None, max_examples=200)
def test_readings_never_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    found = sorted([*frequencies(text), *times_of_year(text)], key=lambda f: f.span)
    assert frequencies(text) == sorted(frequencies(text), key=lambda f: f.span)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
