"""Clauses → how many kommuner one politikontakt covers, as stated and by the parties."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.coverage import coverage
from agreementlint.model import Fact
from tests.agreements import agreement_of, fault, within

ONE = ["Gol"]
THREE = ["Gol", "Hol", "Ål"]
FIVE = ["Gol", "Hol", "Ål", "Flå", "Nesbyen"]
SIX = [*FIVE, "Hemsedal"]

# A passage, the kommuner that are parties, the state, and the most that one politikontakt has.
CASES = [
    # stated
    ("Politikontakten dekker tre kommuner.", THREE, "within", 3),
    ("Politikontakten dekkjer tre kommunar.", THREE, "within", 3),
    ("Politikontakten dekker kommunene Gol og Hol.", ONE, "within", 2),
    ("Hver kommune har sin politikontakt.", SIX, "within", 1),
    ("Kvar kommune har sin politikontakt.", SIX, "within", 1),
    ("Alle kommunane får kvar sin politikontakt.", SIX, "within", 1),
    ("Politikontakten har ansvar for fire kommuner.", ONE, "over", 4),
    ("Politikontakten dekkjer fem kommunar.", ONE, "over", 5),
    ("Politikontakten kan dekke inntil fem kommuner.", ONE, "over", 5),
    ("Politikontakten er felles for Gol, Hol, Ål og Flå.", FIVE, "over", 4),
    ("Kari Nordmann er politikontakt. Hun dekker fire kommuner.", ONE, "over", 4),
    ("Kari Nordmann er politikontakt. Ho dekkjer fire kommunar.", ONE, "over", 4),
    # by the parties
    ("Kommunen har en politikontakt.", ONE, "few-parties", None),
    ("Kommunane har ein politikontakt.", THREE, "few-parties", None),
    ("Kommunene har en felles politikontakt.", FIVE, "over", 5),
    ("Kommunane har ein sams politikontakt.", FIVE, "over", 5),
    ("Politikontakten dekker alle kommunene.", FIVE, "over", 5),
    ("Politikontakten dekkjer alle kommunane.", FIVE, "over", 5),
    ("Politikontakten er Kari Nordmann.", FIVE, "over", 5),
    ("Det er to politikontakter for kommunene.", SIX, "within", 3),
    ("Det er to politikontaktar for kommunane.", SIX, "within", 3),
    ("Det er to politikontakter for kommunene.", [*SIX, "Sigdal"], "over", 4),
    ("Politikontakten er bindeleddet mellom kommunene og politiet.", FIVE, "unclear", None),
    ("Politikontaktene er bindeledd mellom kommunane og politiet.", FIVE, "unclear", None),
    # approval
    ("Politidirektoratet har godkjent at politikontakten dekker fem kommuner.",
     FIVE, "approved", None),
    ("Politikontakten dekkjer fem kommunar, og Politidirektoratet har godkjent det.",
     FIVE, "approved", None),
    ("Politikontakten dekker fem kommuner. Politidirektoratet er orientert om dette.",
     FIVE, "over", 5),
    ("Politikontakten dekker fire kommuner. Det søkes godkjenning fra Politidirektoratet.",
     ONE, "over", 4),
    ("Politikontakten dekker fem kommuner, noe som ikke er godkjent av Politidirektoratet.",
     FIVE, "over", 5),
    # one for some and one for others
    ("Kommunene Gol, Hol og Ål har én politikontakt, og kommunene Flå, Nesbyen og Hemsedal har én.",
     SIX, "within", 3),
    ("Kari Vik er politikontakt for Gol, Hol og Ål kommuner. Per Li er politikontakt for Flå, "
     "Nesbyen og Hemsedal kommuner.", SIX, "within", 3),
    ("De seks kommunene deler to politikontakter.", SIX, "within", 3),
    ("De seks kommunene deler på én politikontakt.", SIX, "over", 6),
    ("Med Politidirektoratets godkjenning dekker politikontakten seks kommuner.",
     SIX, "approved", None),
    ("Politikontakten har i tillegg ansvar for Hol, Ål og Flå kommuner.", ONE, "over", 4),
    ("Politikontakten arbeider også i nabokommunene Hol og Ål.", ONE, "within", 3),
    # numbers of other things
    ("Politikontakten er på rådhuset fire dager i uken.", ONE, "few-parties", None),
    ("Politikontakten deltar i fire møter i året.", THREE, "few-parties", None),
    ("Regionrådet har ti kommuner. Kommunen har en politikontakt.", ONE, "few-parties", None),
    # harder ways to say it
    ("Politikontakten dekker fem kommuner. Dette er godkjent av Politidirektoratet.",
     FIVE, "approved", None),
    ("Politikontakten dekkjer fem kommunar. Politidirektoratet har godkjent dette.",
     FIVE, "approved", None),
    ("Politikontakten er felles for Gol, Hol, Ål og Flå.", ONE, "over", 4),
    ("Politikontakten dekker Gol, Hol, Ål og Flå.", THREE, "over", 4),
    ("Politikontakten har ikke mer enn tre kommuner.", FIVE, "within", 3),
    ("Ingen politikontakt har meir enn tre kommunar.", FIVE, "within", 3),
    ("Hver politikontakt dekker inntil tre kommuner.", FIVE, "within", 3),
    ("Politikontakter er Kari Nordmann og Ola Hansen.", FIVE, "within", 3),
    fault("a table of who has which kommune",
          "| Kommune | Politikontakt |\n| Gol | Kari Vik |\n| Hol | Kari Vik |\n| Ål | Kari Vik |\n"
          "| Flå | Kari Vik |\n| Nesbyen | Per Li |", FIVE, "over", 4),
    ("| Kommuner | Politikontakt |\n| Gol, Hol, Ål | Kari Vik |\n| Flå, Nesbyen | Per Li |",
     FIVE, "within", 3),
    fault("a list of who has which kommune",
          "- Politikontakt Kari Vik: Gol, Hol og Ål\n- Politikontakt Per Li: Flå og Nesbyen",
          FIVE, "within", 3),
    ("Politidistriktet har 33 politikontakter.", FIVE, "unclear", None),
]  # fmt: skip


def fact(passage: str, parties: list[str]) -> Fact:
    agreement = agreement_of(within(passage))
    return coverage(agreement, clauses(agreement), parties)


@pytest.mark.parametrize(("passage", "parties", "state", "kommuner"), CASES)
def test_coverage(passage: str, parties: list[str], state: str, kommuner: int | None) -> None:
    found = fact(passage, parties)
    assert (found.state, found.value) == (state, kommuner)


def test_the_evidence_says_it() -> None:
    passage = "Kommunen har en politikontakt. Politikontakten har ansvar for fire kommuner."
    agreement = agreement_of(within(passage))
    (span,) = coverage(agreement, clauses(agreement), ONE).evidence
    assert "fire kommuner" in agreement.text_of(span)
