"""Many ways to speak of the papers of the politiråd's meetings → whether there are an agenda and
minutes."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.papers import agenda, minutes
from agreementlint.facts.statements import statements
from tests.agreements import agreement_of, cases

FRAME = """# Samarbeidsavtale

# Innledning

Teksten sier hva kommunen og politiet er enige om.

# Politirådet

{text}

# Kontakt

Spørsmål til teksten kan sendes til postmottaket, som svarer innen rimelig tid.
"""


@pytest.mark.parametrize("case", cases(__file__, "papers.yaml"), ids=lambda c: c["text"][:60])
def test_papers(case: dict[str, str]) -> None:
    agreement = agreement_of(FRAME.format(**case))
    said = statements(agreement, clauses(agreement))
    told = {"agenda": agenda(said).state, "minutes": minutes(said).state}
    assert {name: told[name] for name in told if name in case} == {
        name: case[name] for name in told if name in case
    }
