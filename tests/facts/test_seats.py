"""Many ways to say who sits in the politiråd → who does: the kommune's leaders, the leader of the
local police, the politikontakt."""

from __future__ import annotations

import datetime as dt

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts import facts
from agreementlint.register import register
from tests.agreements import agreement_of, cases

FRAME = """# Samarbeidsavtale

# Innledning

Teksten sier hva kommunen og politiet er enige om.

# {title}

{text}

# Kontakt

Spørsmål til teksten kan sendes til postmottaket, som svarer innen rimelig tid.
"""
FACTS = ("council_leadership", "council_police_leader", "council_politikontakt")


@pytest.mark.parametrize("case", cases(__file__, "seats.yaml"), ids=lambda c: c["text"][:60])
def test_seats(case: dict[str, str]) -> None:
    agreement = agreement_of(FRAME.format(**case))
    found = facts(agreement, clauses(agreement), register(), dt.date(2024, 1, 1))
    told = {name: found[name].state for name in FACTS if name in case}
    assert told == {name: case[name] for name in FACTS if name in case}
