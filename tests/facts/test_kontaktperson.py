"""Clauses → the politikontakt under other names: who "hun" is, and who she is not."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.kontaktperson import called, other_leads
from tests.agreements import agreement_of, within

CALLED = [
    ("Politikontakten er Kari Vik. Vik besøker skolene.", "politikontakten besøker skolene"),
    ("Politikontakten er Kari Vik. Vi ringer politiførstebetjent Kari Vik.",
     "Vi ringer politikontakten"),
    ("Kommunen har politikontakt. Ho besøkjer skulane.", "politikontakten besøkjer skulane"),
    ("Lensmannen har peika ut ein politikontakt. Han gjev råd.", "politikontakten gjev råd"),
    ("Politikontakten rapporterer til lensmannen. Han fører logg.", "politikontakten fører logg"),
    ("Kommunen har politikontakt. Rektoren ringer henne.", "Rektoren ringer politikontakten"),
    ("Kommunen har politikontakt. SLT-koordinator er Per Li. De to lager planen.",
     "politikontakten lager planen"),
    ("Politikontakten og rektoren har møter. Der går de gjennom saker.",
     "Der går politikontakten gjennom saker"),
]  # fmt: skip

NOT_CALLED = [
    "Kommunen har politikontakt. Lensmannen leder stasjonen. Han avgjør saken.",
    "Kommunen har politikontakt. Rektoren ringer når han er i tvil.",
    "Rådmannen er ny. Hun kjenner kommunen.",
]


def _last(passage: str) -> str:
    """The last sentence of the passage, as it is called."""
    agreement = agreement_of(within(passage))
    last = passage.rsplit(". ", 1)[-1]
    told = called(agreement, clauses(agreement))
    return next(c.text for c in reversed(told) if agreement.text_of(c.span) == last)


@pytest.mark.parametrize(("passage", "words"), CALLED)
def test_the_politikontakt_is_called_so(passage: str, words: str) -> None:
    assert words in _last(passage)


@pytest.mark.parametrize("passage", NOT_CALLED)
def test_another_person_is_not(passage: str) -> None:
    assert "politikontakten" not in _last(passage)


def test_the_words_of_a_clause_are_still_its_own() -> None:
    agreement = agreement_of(within("Kommunen har politikontakt. Hun gir råd, og hun fører logg."))
    told = "".join(c.words for c in called(agreement, clauses(agreement)))
    assert "politikontakten gir råd, og politikontakten fører logg." in told


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("Rektoren ringer politikontakten", True),
        ("Rektoren avgjør", True),
        ("Politikontakten ringer rektoren", False),
        ("Etter avtale med rektoren kan politikontakten", False),
    ],
)
def test_another_person_acts(words: str, leads: bool) -> None:
    assert other_leads(words) is leads
