"""What single passages say of the politiråd, of those who work with it, and of focus areas."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts import facts
from agreementlint.facts.statements import statements
from agreementlint.register import register
from tests.agreements import agreement_of, cases

FRAME = """Samarbeidsavtale

Innledning

Denne teksten beskriver hva kommunen og politiet er blitt enige om.

{passage}
Kontakt

Spørsmål til teksten kan sendes til postmottaket, som svarer innen rimelig tid.
"""

ALL = [*cases(__file__, "statements.yaml"), *cases(__file__, "areas.yaml")]


@pytest.mark.parametrize("case", ALL, ids=lambda c: c["text"][:60])
def test_passage(case: dict[str, Any]) -> None:
    agreement = agreement_of(FRAME.format(passage=case["text"]))
    found = facts(agreement, clauses(agreement), register(), dt.date(2024, 1, 1))
    assert {name: found[name].state for name in case["facts"]} == case["facts"]


def test_the_forum_of_a_paragraph_goes_on_in_it_and_ends_with_it() -> None:
    text = FRAME.format(
        passage="Politirådet\n\nKoordineringsgruppen møtes ofte. Det føres logg.\n\n"
        "Referat skrives.\n"
    )
    agreement = agreement_of(text)
    forums = {s.text: s.forum for s in statements(agreement, clauses(agreement))}
    assert forums["Det føres logg."] == "other"
    assert forums["Referat skrives."] == "council"


def test_the_officer_of_a_forum_is_not_the_forum() -> None:
    passage = "Politirådet\n\nRegionrådets sekretær skriver protokollen.\n"
    agreement = agreement_of(FRAME.format(passage=passage))
    said = statements(agreement, clauses(agreement))
    assert next(s.forum for s in said if "protokollen" in s.text) == "council"
