"""Who does what a sentence says."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.doers import doers, named
from tests.agreements import agreement_of


@pytest.mark.parametrize(
    ("words", "doer"),
    [
        ("Kommunen skal gi politikontakten et kontor", "kommune"),
        ("Ved behov skal politikontakten møte", "kontakt"),
        ("Avtalen mellom kommunen og politiet skal vare", None),
        ("Kommunen og politiet skal hver for seg sørge for lokaler", "begge"),
        ("Politiet forventer at kommunen svarer", "kommune"),
        ("Av politiet kan kommunen vente at telefonen blir besvart", "politi"),
        ("Dei som møter for politiet, har fullmakt", "politi"),
        ("Heradet skal skipa til vakt", "kommune"),
        ("Av politikontakten venter vi at oppgavene blir gjort", "kontakt"),
        ("Rådet møtes om høsten", None),
    ],
)
def test_named(words: str, doer: str | None) -> None:
    assert named(words) == doer


def last_doer(text: str) -> str | None:
    before = "Denne teksten beskriver det som skjer fra dag til dag mellom de to."
    agreement = agreement_of(f"# Avtale\n\n# I det daglige\n\n{before}\n\n{text}\n")
    return doers(agreement, clauses(agreement))[-1]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Kommunen har en politikontakt. Hun gir råd til skolene.", "kontakt"),
        ("Politiet stiller en politikontakt, som gir råd til skolene.", "kontakt"),
        ("Politikontakten skal:\n\n- hjelpe kommunen med planer", "kontakt"),
        ("Politikontakten skal:\n\n- veilede ansatte\n- Kommunen stiller kontor.", "kommune"),
        ("Kommunen har en politikontakt. Kommunen skal gi ham kontor.", "kommune"),
        ("Politikontakten sitter på rådhuset, der han er hver mandag.", "kontakt"),
        ("Politiet skal møte i rådet, og skal sende ut varsel.", "politi"),
    ],
)
def test_doer_that_goes_on(text: str, doer: str | None) -> None:
    assert last_doer(text) == doer
