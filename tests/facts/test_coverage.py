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
    ("- Politikontakt Kari Vik: Gol, Hol og Ål\n- Politikontakt Per Li: Flå og Nesbyen",
     FIVE, "within", 3),
    ("Politidistriktet har 33 politikontakter.", FIVE, "unclear", None),
    # one for some and one for others, the word left out, tables, other bodies, contradictions
    ("Kommunene har politikontakt.", FIVE, "unclear", None),
    ("Alle kommunene har politikontakt.", FIVE, "unclear", None),
    ("Gol har egen politikontakt. Hol, Ål og Flå deler én, og Nesbyen har sin egen.",
     FIVE, "within", 3),
    ("Éin politikontakt har Gol og Hol, ein annan har Ål, Flå og Nesbyen.", FIVE, "within", 3),
    ("Same politikontakten tener alle fem kommunane.", FIVE, "over", 5),
    ("Kari Vik er politikontakt for samtlige kommuner i Hallingdal.", FIVE, "over", 5),
    ("Politikontakten er felles for avtalekommunene.", FIVE, "over", 5),
    ("Politikontakten har ansvar for Gol, Hol og Ål. POD har samtykt i at Flå og Nesbyen kjem i "
     "tillegg.",
     FIVE, "approved", None),
    ("Politikontakten dekker fem kommuner. Saken er sendt Politidirektoratet til godkjenning.",
     FIVE, "over", 5),
    ("Politikontakten dekker fem kommuner. Politidirektoratet har gitt dispensasjon.",
     ONE, "approved", None),
    ("Politidirektoratet har godkjent veilederen. Kommunen ønsker velkommen.\n\n# Annet\n\nFem "
     "ting er viktige. Vi møtes. Politikontakten dekker fem kommuner.",
     FIVE, "over", 5),
    ("Det er én politikontakt i hver av kommunene.", FIVE, "within", 1),
    ("Kommunene har tre politikontakter mellom seg.", SIX, "within", 2),
    ("Kommunane deler ein politikontakt.", FIVE, "over", 5),
    ("Politikontakten i Gol dekkjer òg Hol.", ONE, "within", 2),
    ("Politikontakten har ansvar for Gol. SLT-koordinatoren har ansvar for Gol, Hol, Ål, Flå og "
     "Nesbyen.",
     ONE, "few-parties", None),
    ("Politikontakten skal ha maksimalt to kommuner.", FIVE, "within", 2),
    ("Kvar politikontakt har berre éin kommune.", FIVE, "within", 1),
    ("Politistasjonen dekker sju kommuner. Kommunen har sin egen politikontakt.",
     ONE, "few-parties", None),
    ("Politikontakten arbeider ved Hallingdal lensmannsdistrikt, som dekker seks kommuner.",
     ONE, "few-parties", None),
    ("# Politikontaktar\n\n| Kommune | Politikontakt |\n| --- | --- |\n| Gol | Kari Vik |\n| "
     "Hol | Kari Vik |\n| Ål | Kari Vik |\n| Flå | Kari Vik |\n| Nesbyen | Per Li |",
     FIVE, "over", 4),
    ("# Politikontakter\n\n| Navn | Kommuner |\n| --- | --- |\n| Kari Vik | Gol, Hol |\n| Per "
     "Li | Ål, Flå, Nesbyen |",
     FIVE, "within", 3),
    ("Hver kommune har egen politikontakt. Kari Vik er eneste politikontakt for alle kommunene.",
     FIVE, "contradictory", None),
    ("Politikontakten har to kommuner. Under punkt 7: Politikontakten betjener fem kommuner.",
     FIVE, "contradictory", None),
    ("Ved fravær dekker politikontakten i Gol også Hol.", ONE, "within", 2),
    ("Kommunen har politikontakt sammen med nabokommunene Hol og Ål.", ONE, "within", 3),
    ("Kommunen har politikontakt saman med fire andre kommunar.", ONE, "over", 5),
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
