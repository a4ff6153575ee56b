"""A district of real documents, from their text to what they say together."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from agreementlint.audit import audit
from agreementlint.audit.model import DistrictReport
from agreementlint.judge import judge
from agreementlint.model import DocumentReport
from agreementlint.reading.dispatch import read_here
from agreementlint.register import register
from agreementlint.rules import builtin, load
from tests.audit.districts import AS_OF, found, report

GOLD = Path(__file__).parents[2] / "corpus/gold"
NAMES = ("a-hadeland", "a-indre-ostfold", "a-porsanger-karasjok", "b-follo-politikontakter",
         "b-kviteseid-mal", "b-moss-rygge-rade", "b-sor-helgeland")
RULES = load([builtin()])
LETTER = "Til ordføreren\n\nTakk for hyggelig møte. Vi ses igjen til høsten.\n\nHilsen naboen"


def judged(text: str, name: str) -> DocumentReport:
    return judge(read_here(text.encode(), name=name), RULES, AS_OF)


@cache
def documents() -> tuple[DocumentReport, ...]:
    texts = {name: (GOLD / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES}
    return (*(judged(text, name) for name, text in texts.items()), judged(LETTER, "brev"))


@pytest.fixture
def district() -> DistrictReport:
    return audit(report(*documents()), district="Aust", register=register())


def test_the_agreements_and_their_states(district: DistrictReport) -> None:
    assert {documents()[one.document].path: (one.state, str(one.until))
            for one in district.agreements} == {
        "a-hadeland": ("expired", "2024-02-29"),
        "a-indre-ostfold": ("in-force", "2028-06-30"),
        "a-porsanger-karasjok": ("expired", "2024-04-30"),
        "b-follo-politikontakter": ("expired", "2018-02-28"),
        "b-moss-rygge-rade": ("expired", "2020-08-31"),
        "b-sor-helgeland": ("in-force", "2030-02-28"),
    }


def test_the_kommuner_of_the_district(district: DistrictReport) -> None:
    assert (district.district, len(district.kommuner)) == ("Øst politidistrikt", 29)
    assert [one.name for one in district.kommuner if one.in_force is not None] == [
        "Indre Østfold", "Marker", "Rakkestad", "Skiptvet"]
    ended, none = found(district, "DI001")
    assert ended.kommuner == ("Enebakk", "Frogn", "Moss", "Nesodden", "Nordre Follo", "Råde",
                              "Vestby", "Ås")
    assert (ended.verdict, none.verdict, len(none.kommuner)) == ("fail", "fail", 17)
    assert all(words.text for _, words in ended.evidence)


def test_the_politikontakter(district: DistrictReport) -> None:
    assert {one.name: (one.kommuner, one.doubtful) for one in district.contacts} == {
        "Hanne Molandsveen": (("Indre Østfold",), False),
        "Petter Wangberg": (("Marker", "Rakkestad", "Skiptvet"), False),
        "Marte Lillegård": (("Bindal", "Brønnøy", "Sømna", "Vega", "Vevelstad"), False),
    }
    finding, = found(district, "DI002")
    (number, words), = finding.evidence
    assert documents()[number].path == "b-sor-helgeland" and "Marte Lillegård" in words.text


def test_what_is_due(district: DistrictReport) -> None:
    due = {(one.kind, str(one.date)) for one in district.events
           if documents()[one.document].path == "a-indre-ostfold"}
    assert due == {("evaluation", "2026-06-30"), ("evaluation", "2028-06-30"),
                   ("expiry", "2028-06-30")}


def test_an_older_day_sees_another_district() -> None:
    then = report(*documents(), as_of=dt.date(2017, 6, 1))
    district = audit(then, district="Øst", register=register())
    held = {one.name for one in district.kommuner if one.agreements}
    assert {"Ski", "Oppegård", "Rygge"} <= held and "Nordre Follo" not in held


def test_a_shared_text_is_told_with_its_gaps() -> None:
    text = (GOLD / "b-grimstad.txt").read_text(encoding="utf-8")
    papers = [judged(text.replace("Grimstad", name).replace("2029", year), name)
              for name, year in (("Grimstad", "2029"), ("Lillesand", "2028"), ("Risør", "2027"))]
    one, = audit(report(*papers), district=None, register=register()).templates
    assert one.documents == (0, 1, 2) and one.shared > 0.8
    gaps = {verdict.rule for verdict in papers[0].verdicts if verdict.verdict == "fail"}
    assert gaps & one.gaps.keys() and one.gaps.keys() <= {
        verdict.rule for verdict in papers[0].verdicts if verdict.is_finding}
