"""The register and the names of kommuner and police districts in a text."""

from __future__ import annotations

import pytest

from agreementlint.districts import districts
from agreementlint.mentions import mentions, placeholders
from agreementlint.register import register


def kommuner(text: str) -> list[tuple[str, str]]:
    return [(m.name, m.context) for m in mentions(text)]


def sure(text: str) -> list[str]:
    return [m.name for m in mentions(text) if m.context != "word"]


def police(text: str) -> list[tuple[str, str]]:
    return [(m.name, m.kind) for m in districts(text)]


def test_the_register_is_whole() -> None:
    present = [k for k in register().kommuner if k.last_year is None]
    assert len(present) == 357
    assert {k.district for k in register().kommuner} <= {d.short for d in register().districts}


@pytest.mark.parametrize(
    ("name", "number", "district"),
    [
        ("Porsáŋgu", "5622", "Finnmark"),
        ("Yykeä", "5536", "Troms"),
        ("Tråante", "5001", "Trøndelag"),
        ("Bindals", "1811", "Trøndelag"),
        ("Sirdal", "4228", "Sør-Vest"),
        ("ås", "3218", "Øst"),
    ],
)
def test_a_kommune_by_any_of_its_names(name: str, number: str, district: str) -> None:
    assert [(k.number, k.district) for k in register().named(name)] == [(number, district)]


def test_dissolved_kommuner_know_their_last_year_and_heirs() -> None:
    (tysfjord,) = register().named("Tysfjord")
    assert (tysfjord.last_year, len(tysfjord.successors)) == (2019, 2)
    assert tysfjord.exists(2019) and not tysfjord.exists(2020)
    assert [k.last_year for k in register().named("Os")] == [None, 2019]
    assert len(register().named("Herøy")) == 2
    assert register().named("Lillefjord") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det er på time med et møte på Strand i Lund.", []),
        ("Kari Lund og Per Moss møter for partene.", []),
        ("Time kommune eier skolen.", ["Time"]),
        ("mellom Hå, Klepp og Time kommuner", ["Hå", "Klepp", "Time"]),
        ("kommunane Os, Tolga og Vang", ["Os", "Tolga", "Vang"]),
        ("Ordførar i Sel og rådmann i Lom", ["Sel", "Lom"]),
        ("Tinn kommune, Vinje kommune og Tokke", ["Tinn", "Vinje", "Tokke"]),
        ("KVAM HERAD og ULVIK HERAD", ["Kvam", "Ulvik"]),
        ("Kommunen Gran og andre", ["Gran"]),
        ("Stryns kommunestyre", ["Stryn"]),
        ("kommunene Grane, Hemnes, Nes og Hemne", ["Grane", "Hemnes", "Nes", "Hemne"]),
        ("Unjárgga gielda – Nesseby kommune", ["Nesseby"]),
        ("Snåsa – Snåase kommune/tjïelte", ["Snåsa"]),
        ("Gáivuona suohkan / Kåfjord kommune / Kaivuonon komuuni", ["Kåfjord"]),
        ("Aurskog‑Høland kommune", ["Aurskog-Høland"]),
        ("Lillehamrner kommune", ["Lillehammer"]),
        ("Storeviken kommune", []),
    ],
)
def test_kommuner_in_context(text: str, expected: list[str]) -> None:
    assert sure(text) == expected


def test_places_are_words() -> None:
    assert kommuner("Larvik politistasjon") == [("Larvik", "word")]
    assert kommuner("Postadresse 3770 Kragerø") == [("Kragerø", "word")]
    assert kommuner("Voss, 12. mai 2024") == [("Voss", "word")]


def test_positions_are_those_of_the_document() -> None:
    (mention,) = mentions("for Skien kommune", 100)
    assert mention.span == (104, 117)
    (district,) = districts("ved Agder politidistrikt", 10)
    assert district.span == (14, 34)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sør-Aust politidistrikt", [("Sør-Øst politidistrikt", "current")]),
        ("AUST POLITIDISTRIKT", [("Øst politidistrikt", "current")]),
        ("Sør Vest politidistrikts", [("Sør-Vest politidistrikt", "current")]),
        ("Møre & Romsdal politidistrikt", [("Møre og Romsdal politidistrikt", "current")]),
        ("Trandelag po1itidistrikt", [("Trøndelag politidistrikt", "current")]),
        ("Haugaland og Sunnhordland politidistrikt",
         [("Haugaland og Sunnhordland politidistrikt", "former")]),
        ("Østfold politidistrikt", [("Østfold politidistrikt", "former")]),
        ("Sørlandet politidistrikt", [("Sørlandet politidistrikt", "unknown")]),
        ("Salten lensmannsdistrikt", [("Salten lensmannsdistrikt", "unit")]),
        ("Politistasjonen i Narvik", [("Politistasjonen i Narvik", "unit")]),
        ("X politidistrikt skal", []),
        ("politidistriktet vårt", []),
    ],
)
def test_police_districts(text: str, expected: list[tuple[str, str]]) -> None:
    assert police(text) == expected


@pytest.mark.parametrize(
    "text",
    ["X kommune", "[navn] kommune", "……… kommune", "_____ kommune", "[Kommune]", "XX KOMMUNE"],
)
def test_blanks_for_a_kommune(text: str) -> None:
    assert placeholders(text, "kommune")
    assert not placeholders(text, "police")


def test_a_real_kommune_is_no_blank() -> None:
    assert not placeholders("Lax kommune og Vest politidistrikt", "kommune")
    assert not placeholders("Lax kommune og Vest politidistrikt", "police")


@pytest.mark.parametrize(("year", "kommuner"), [(2017, 426), (2018, 422), (2020, 356), (2026, 357)])
def test_how_many_kommuner_there_were(year: int, kommuner: int) -> None:
    haram = 1 if year < 2020 else 0  # it was a kommune, then a part of Ålesund, then one again
    assert sum(k.stands(year) for k in register().kommuner) + haram == kommuner
