"""Sentences → the one-off times and the conditions that they name."""

from __future__ import annotations

import pytest

from agreementlint.binding.moments import moments
from tests.agreements import settled

# What stands behind "Avtalen skal revideres" (or the like), what kind of time it is, and the
# words of it that must be in the span.
TIMES = [
    ("midtveis i perioden", "moment", "midtveis"),
    ("midtvegs i perioden", "moment", "midtvegs"),
    ("halvveis i avtaletiden", "moment", "halvveis"),
    ("når halve perioden er gått", "moment", "halve perioden"),
    ("når halve avtaletida er gått", "moment", "halve avtaletida"),
    ("innen seks måneder før utløp", "moment", "før utløp"),
    ("innan seks månader før utløpet", "moment", "før utløp"),
    ("tre måneder før utløpet av avtalen", "moment", "tre måneder før"),
    ("ved utløpet av perioden", "moment", "ved utløpet"),
    ("mot slutten av perioden", "moment", "mot slutten"),
    ("i siste år av avtaleperioden", "moment", "siste år"),
    ("i det siste halvåret", "moment", "siste halvår"),
    ("innen utgangen av 2027", "moment", "innen utgangen"),
    ("før utgangen av 2027", "moment", "før utgangen"),
    ("våren 2028", "moment", "våren 2028"),
    ("hausten 2028", "moment", "hausten 2028"),
    ("i 2027", "moment", "i 2027"),
    ("første gang i 2026", "moment", "2026"),
    ("fyrste gongen hausten 2026", "moment", "hausten 2026"),
    ("én gang i perioden", "moment", "én gang i perioden"),
    ("éin gong i valperioden", "moment", "éin gong i valperioden"),
    ("i løpet av perioden", "moment", "i løpet av perioden"),
    ("senest to år etter inngåelsen", "moment", "senest to år etter"),
    ("seinast to år etter inngåinga", "moment", "seinast to år etter"),
    ("etter to år", "moment", "etter to år"),
    ("etter eitt år", "moment", "etter eitt år"),
    ("etter kommunevalget", "event", "etter kommunevalget"),
    ("etter kommunevalet", "event", "etter kommunevalet"),
    ("etter hvert kommunestyrevalg", "event", "kommunestyrevalg"),
    ("i god tid før valget", "event", "før valget"),
    ("ved ny kommunestyreperiode", "event", "ny kommunestyreperiode"),
    ("når nytt kommunestyre er valgt", "event", "nytt kommunestyre"),
    ("når nytt kommunestyre er valt", "event", "nytt kommunestyre"),
    ("etter hver evaluering", "event", "evaluering"),
    ("dersom politidistriktet omorganiseres", "event", "omorganiseres"),
    ("dersom politidistriktet blir omorganisert", "event", "omorganisert"),
    ("ved vesentlige endringer i lovverket", "event", "endringer"),
    ("ved behov", "demand", "ved behov"),
    ("etter behov", "demand", "etter behov"),
    ("når det er behov for det", "demand", "behov"),
    ("når partene er enige om det", "demand", "enige"),
    ("når partane er samde om det", "demand", "samde"),
    ("dersom en av partene ber om det", "demand", "ber"),
    ("dersom ein av partane bed om det", "demand", "bed"),
    ("dersom noen av kommunene ønsker det", "demand", "ønsker"),
    ("på forespørsel", "demand", "på forespørsel"),
    ("på oppmoding frå kommunen", "demand", "på oppmoding"),
    ("løpende", "demand", "løpende"),
    ("fortløpande", "demand", "fortløpande"),
    ("jevnlig", "demand", "jevnlig"),
    ("jamleg", "demand", "jamleg"),
    ("underveis", "demand", "underveis"),
    ("undervegs", "demand", "undervegs"),
    ("ett år etter signering", "moment", "ett år etter"),
    ("eitt år etter valet", "moment", "eitt år etter"),
    ("ved endringer i lovverket", "event", "endringer"),
    ("ved endringar i lova", "event", "endringar"),
    ("når det trengst", "demand", "trengst"),
    ("når det trengs", "demand", "trengs"),
]  # fmt: skip

NO_TIMES = [
    "Avtalen evalueres hvert år.",
    "Avtala gjeld i fire år.",
    "Avtalen bygger på planen for 2020.",
    "Ordføreren møter i rådet.",
    "Etter avtale mellom partene stiller politiet lokaler.",
    "Møtet skal være slutt klokka 15.",
    "Rådet har to møter i året.",
    "Kommunen har 2027 innbyggere.",
    "Referat sendes innen rimelig tid etter møtet.",
]


@pytest.mark.parametrize(("words", "kind", "core"), TIMES)
def test_time(words: str, kind: str, core: str) -> None:
    text = f"Avtalen skal revideres {words}."
    found = [text[m.span.start : m.span.end] for m in moments(text) if m.kind == kind]
    assert any(core in span for span in found), moments(text)


@pytest.mark.parametrize(("words", "kind", "core"), settled(TIMES))
def test_time_in_front(words: str, kind: str, core: str) -> None:
    text = f"{words.capitalize()} skal avtalen revideres."
    found = [text[m.span.start : m.span.end].lower() for m in moments(text) if m.kind == kind]
    assert any(core.lower() in span for span in found), moments(text)


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_no_time(sentence: str) -> None:
    assert [m for m in moments(sentence) if m.kind == "moment"] == []


def test_sorted_by_place() -> None:
    text = "Avtalen revideres ved behov, etter valget og innen utgangen av 2027."
    found = moments(text)
    assert [m.kind for m in found] == ["demand", "event", "moment"]
    assert found == sorted(found, key=lambda m: m.span)
