"""What rules may ask for is what the facts of agreements are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from agreementlint import clauses, facts, register, structure
from agreementlint.reading.dispatch import read_here
from agreementlint.rules.terms import FACTS

CORPUS = sorted((Path(__file__).parent.parent / "corpus" / "gold").glob("*.txt"))


@pytest.mark.parametrize("file", CORPUS[::3], ids=lambda file: file.stem)
def test_every_fact_state_and_detail_is_named(file: Path) -> None:
    agreement = structure.analyse(read_here(file, name=file.name))
    found = facts.facts(agreement, clauses.clauses(agreement), register.register(),
                        dt.date(2024, 1, 1))
    technical = {"spans"}
    assert found.keys() == FACTS.keys()
    for name, fact in found.items():
        assert fact.state in FACTS[name].states, name
        assert fact.details.keys() - technical <= {*FACTS[name].details}, name
