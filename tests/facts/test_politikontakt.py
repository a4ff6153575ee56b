"""Clauses → the politikontakt: assigned, only possible, or none; and who it is."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.politikontakt import assignment, names
from tests.agreements import agreement_of, fault, within

ASSIGNMENT = [
    ("Kommunen har en politikontakt.", "assigned"),
    ("Kommunen har ein eigen politikontakt.", "assigned"),
    ("Politikontakten er bindeleddet mellom kommunen og politiet.", "assigned"),
    ("Politikontakten er bindeleddet mellom kommunane og politiet.", "assigned"),
    ("Kari Nordmann er politikontakt for kommunen.", "assigned"),
    ("Hver kommune har sin politikontakt.", "assigned"),
    ("Lensmannen peiker ut ein politikontakt for kommunen.", "assigned"),
    ("Politiet stiller med politikontakt.", "assigned"),
    ("Politikontakten kan møte i utvalg. Politikontakten er på rådhuset hver uke.",
     "assigned"),
    ("Kommunen kan få en politikontakt dersom bemanningen tillater det.", "optional"),
    ("Kommunen kan få ein politikontakt om ressursane tillèt det.", "optional"),
    ("Politiet vil vurdere å opprette en politikontakt.", "optional"),
    ("Politiet har planar om å opprette ein politikontakt.", "optional"),
    ("Spørsmålet om politikontakt må avklares.", "optional"),
    ("Kommunen har ingen politikontakt.", "absent"),
    ("Kommunen har ikkje politikontakt.", "absent"),
    ("Politiet samarbeider med kommunen.", "absent"),
    ("Kommunen har en næringslivskontakt hos politiet.", "absent"),
    ("Politiet har en radikaliseringskontakt.", "absent"),
    ("Politirådets sekretær er kontaktperson for kommunen.", "absent"),
    ("## Politikontakt\n\nKommunen og politiet snakker sammen om trafikk.", "absent"),
    ("Veilederen sier at hver kommune skal ha en politikontakt.", "absent"),
    ("Kommunen skal få en politikontakt når det er midler til det.", "optional"),
    ("Kommunen skal få ein politikontakt når det er pengar til det.", "optional"),
    ("Politikontakten skal ikke ha mer enn tre kommuner.", "assigned"),
    ("Politikontakten har ikkje meir enn tre kommunar.", "assigned"),
    ("Politidistriktet har 33 politikontakter.", "absent"),
    ("Kommunen har knytt til seg ein politikontakt frå Sogndal.", "assigned"),
    ("Politikontakten kan nås på telefon 12345678.", "assigned"),
    ("Bytte av politikontakt drøftes med kommunedirektøren.", "assigned"),
    ("Politidistriktet sørger for at kommunen til enhver tid har politikontakt.", "assigned"),
    ("Kommunen får politikontakt fra 1. januar 2025.", "assigned"),
    ("Partane er samde om at politikontakten skal vera lett å nå.", "assigned"),
    ("Politikontakt: Kari Vik, tlf. 123", "assigned"),
    ("Kommunen hadde tidligere to politikontakter, men har nå én politikontakt.", "assigned"),
    ("Kommunen har siden 2018 hatt politikontakt, og ordningen fortsetter.", "assigned"),
    ("Ny politikontakt blir tilsett i samråd med kommunen.", "assigned"),
    ("Rådet vurderer hvert år hvordan ordningen med politikontakt virker.", "assigned"),
    ("Politiet ønsker å få på plass en politikontakt i kommunen på sikt.", "optional"),
    ("Partene er enige om å utrede behovet for politikontakt.", "optional"),
    ("Ein politikontakt er ønskjeleg, men det er ikkje sett av midlar til det.", "optional"),
    ("Kommunen søker politimesteren om å få politikontakt.", "optional"),
    ("Eventuell politikontakt avtales særskilt.", "optional"),
    ("Målet er at kommunen skal få politikontakt når økonomien tillater det.", "optional"),
    ("Det bør vurderes om kommunen skal ha egen politikontakt.", "optional"),
    ("## Politikontakt\n\n- Namn: Odd Skjerdal\n- Stillingsdel: 50 %", "assigned"),
    ("Som politikontakt har Lise Holt ingen myndighet over andre.", "assigned"),
    ("Så sant budsjettet opnar for det, vil politiet freista å få på plass ein politikontakt.",
     "optional"),
    ("Får distriktet flere stillinger, vil kommunen bli tildelt en politikontakt.", "optional"),
    ("Partene har vurdert ordningen med politikontakt, men klarer seg uten.", "absent"),
    ("Kommunen har ikke lenger politikontakt.", "absent"),
    ("Kommunen hadde politikontakt fram til 2022.", "absent"),
    ("Politikontakten sluttet i 2021, og ordningen er avviklet.", "absent"),
    ("Ordningen med politikontakt er lagt ned.", "absent"),
    ("Målgruppa er elevar som har hatt gjentatt politikontakt.", "absent"),
    ("Tidlig politikontakt for unge lovbrytere forebygger nye lovbrudd.", "absent"),
    ("Kommunen har ein kontaktperson i politiet for næringslivet.", "absent"),
    ("Utekontakten og ungdomskontakten arbeider sammen med politiet.", "absent"),
    ("# Politikontakter\n\n- Gol og Hol: politibetjent Kari Vik\n- Ål: politibetjent Per Li",
     "assigned"),
]  # fmt: skip

NAMES = [
    ("Politikontakten er Kari Nordmann.", ["Kari Nordmann"]),
    ("Kari Nordmann er politikontakt.", ["Kari Nordmann"]),
    ("Politikontakt: Kari Nordmann", ["Kari Nordmann"]),
    ("Politikontakten er politibetjent Kari Nordmann.", ["Kari Nordmann"]),
    ("Politikontaktar er Kari Nordmann og Ola Hansen.", ["Kari Nordmann", "Ola Hansen"]),
    ("Politikontakten er Kari Anne Nordmann-Vik.", ["Kari Anne Nordmann-Vik"]),
    ("## Politikontakt\n\nRollen innehas av Kari Nordmann.", ["Kari Nordmann"]),
    ("| Kommune | Politikontakt |\n|---|---|\n| Gol | Kari Nordmann |\n| Hol | Ola Hansen |",
     ["Kari Nordmann", "Ola Hansen"]),
    ("Politiet skal ha en politikontakt for Gol. Nå er det politibetjent Kari Vik.", ["Kari Vik"]),
    ("Politikontakten holder til på Gol lensmannskontor.", []),
    ("I Hallingdal er politibetjent Kari Vik politikontakt.", ["Kari Vik"]),
    ("Lensmannen har sett Kari Vik til politikontakt for Gol.", ["Kari Vik"]),
    ("Kven er politikontakten vår? Politibetjent Kari Vik.", ["Kari Vik"]),
    ("På Haugalandet er lensmannen politikontakt.", []),
    ("Politikontakten møter i rådet sammen med lensmann Per Hansen.", []),
    ("Ordfører er Per Hansen. Politikontakten er ikke utpekt.", []),
    ("Politikontakten samarbeider med Røde Kors og Norsk Folkehjelp.", []),
    ("Politikontakten for Nord-Fron og Sør-Fron møter fast.", []),
    ("Politikontaktar: Kari Vik (Gol), Ola Berg (Hol)", ["Kari Vik", "Ola Berg"]),
    fault("a name with what it covers behind a colon",
          "- Politikontakt Kari Vik: Gol\n- Politikontakt Per Li: Ål", ["Kari Vik", "Per Li"]),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "state"), ASSIGNMENT)
def test_assignment(passage: str, state: str) -> None:
    agreement = agreement_of(within(passage))
    assert assignment(agreement, clauses(agreement)).state == state


FOREIGN = [
    ("Ål kommune har politikontakt og er godt nøgd.", "absent"),
    ("Ål og Gol kommuner har politikontakt.", "assigned"),
    ("Politikontakten i Ål er også politikontakt for Gol.", "assigned"),
]


@pytest.mark.parametrize(("passage", "state"), FOREIGN)
def test_the_politikontakt_of_another_kommune_is_none(passage: str, state: str) -> None:
    agreement = agreement_of(within(passage))
    assert assignment(agreement, clauses(agreement), ["Gol"]).state == state


NAMED_NEXT = [
    ("Politikontakten trengs. Nå er det politibetjent Tone Bakke Lie.", ["Tone Bakke Lie"]),
    ("Så politikontakten. Jobben er gitt til Tone Bakke Lie, og det er bra.", ["Tone Bakke Lie"]),
    ("Vi har en politikontakt. Hun svarer til politistasjonssjef Odd Martin Fjell.", []),
]


@pytest.mark.parametrize(("passage", "expected"), [*NAMES, *NAMED_NEXT])
def test_names(passage: str, expected: list[str]) -> None:
    agreement = agreement_of(within(passage))
    found = names(agreement, clauses(agreement))
    assert found.value == expected
    assert found.state == ("named" if expected else "absent")
