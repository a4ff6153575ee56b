"""The politikontakt's role, information, duties, purpose and services, in many wordings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts import facts
from agreementlint.register import register
from tests.agreements import agreement_of, cases

FRAME = """# Samarbeidsavtale

# Innledning

Denne teksten beskriver hva kommunen og politiet er blitt enige om.

{passage}

# Kontakt

Spørsmål til teksten kan sendes til postmottaket, som svarer innen rimelig tid.
"""
CASES = [(name, state, text) for name, states in cases(__file__, "content.yaml").items()
         for state, texts in states.items() for text in texts]  # fmt: skip


@pytest.mark.parametrize(("name", "state", "text"), CASES)
def test_state(name: str, state: str, text: str) -> None:
    agreement = agreement_of(FRAME.format(passage=text))
    found: dict[str, Any] = dict(
        facts(agreement, clauses(agreement), register(), dt.date(2024, 1, 1))
    )
    shown = [agreement.text_of(span) for span in found[name].evidence]
    assert found[name].state == state, shown
    assert bool(shown) == (state not in ("absent", "unclear"))
