"""Which type of agreement it is, by its content and its title."""

from __future__ import annotations

import pytest

from agreementlint.facts.avtaletype import agreement_type
from agreementlint.model import Fact
from tests.agreements import agreement_of

COUNCIL = Fact(state="described")
SERVICES = Fact(state="described")
CONTACT = Fact(state="assigned")
NONE = Fact()


@pytest.mark.parametrize(
    ("title", "council", "services", "contact", "state"),
    [
        ("Avtale", COUNCIL, SERVICES, NONE, "combined"),
        ("Politirådsavtale", COUNCIL, NONE, CONTACT, "council-only"),
        ("Politirådsavtale", COUNCIL, SERVICES, CONTACT, "combined"),
        ("Avtale om politiråd og politikontakt", COUNCIL, NONE, CONTACT, "combined"),
        ("Avtale om felles politiråd", COUNCIL, NONE, CONTACT, "council-only"),
        ("Politirådsavtale", COUNCIL, NONE, NONE, "council-only"),
        ("Samarbeidsavtale om politiråd", COUNCIL, NONE, NONE, "council-only"),
        ("Avtale om kommune- og politisamarbeid", COUNCIL, NONE, NONE, "combined"),
        ("Avtale om lokalt tjenestetilbud", NONE, SERVICES, CONTACT, "services-only"),
        ("Avtale om tenestetilbod", NONE, SERVICES, NONE, "services-only"),
        ("Avtale om politikontakt", NONE, NONE, CONTACT, "unclear"),
        ("Avtale", NONE, NONE, NONE, "unclear"),
    ],
)
def test_type(title: str, council: Fact, services: Fact, contact: Fact, state: str) -> None:
    agreement = agreement_of(
        f"# {title}\n\n# Innledning\n\nKommunen og politiet er enige om det som følger her.\n"
    )
    assert agreement_type(agreement, council, services, contact).state == state
