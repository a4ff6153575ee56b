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
    ("Politikontakten holder til på Gol lensmannskontor.", []),
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


@pytest.mark.parametrize(("passage", "expected"), NAMES)
def test_names(passage: str, expected: list[str]) -> None:
    agreement = agreement_of(within(passage))
    found = names(agreement, clauses(agreement))
    assert found.value == expected
    assert found.state == ("named" if expected else "absent")
