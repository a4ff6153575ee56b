from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from agreementlint import checks
from agreementlint.checks import match
from agreementlint.model import Fact
from agreementlint.rules import verbs
from agreementlint.rules.verbs import AllOf, AnyOf, Check, FactCheck, NoneOf, RuleCheck
from tests.cases import case, span

TWICE = span("to ganger i året")
MEETINGS = Fact(2.0, "stated", (TWICE,), {"low": 2})
FACTS = {"meetings": MEETINGS, "evaluation": Fact(None, "absent"),
         "council": Fact(None, "described", (span("Rådet"),), {"value": "råd", "low": 9})}

STATED = FactCheck("meetings", ("stated",))
DESCRIBED = FactCheck("council", ("described",))
EVALUATED = FactCheck("evaluation", ("stated",))


def test_every_verb_is_judged() -> None:
    assert set(checks.HOLDS) == set(verbs.VERBS.values())


def test_there_are_fewer_than_ten_verbs() -> None:
    assert len(verbs.VERBS) < 10


@pytest.mark.parametrize(("check", "held"), [
    (STATED, True),
    (EVALUATED, False),
    (FactCheck("meetings", at_least=2), True),
    (FactCheck("meetings", at_least=2.5), False),
    (FactCheck("meetings", at_most=2), True),
    (FactCheck("meetings", at_most=1), False),
    (FactCheck("meetings", below=2), False),
    (FactCheck("meetings", ("absent",), at_least=1), False),
    (FactCheck("evaluation", at_least=0), False),
    (FactCheck("evaluation", below=99), False),
    (AllOf((STATED, DESCRIBED)), True),
    (AllOf((STATED, EVALUATED)), False),
    (AnyOf((EVALUATED, STATED)), True),
    (AnyOf((EVALUATED,)), False),
    (NoneOf((EVALUATED,)), True),
    (NoneOf((EVALUATED, STATED)), False),
    (RuleCheck("PR001", ("fail", "review")), True),
    (RuleCheck("PR001", ("pass",)), False),
])
def test_what_holds(check: Check, held: bool) -> None:
    judged = replace(case(FACTS), verdicts={"PR001": "fail"})
    assert match(check, judged).held is held


def test_the_evidence_of_a_fact_and_its_details() -> None:
    found = match(STATED, case(FACTS))
    assert found.evidence == (TWICE,)
    assert dict(found.details) == {"value": 2.0, "state": "stated", "low": 2}


def test_what_does_not_hold_has_no_evidence() -> None:
    for check in (FactCheck("meetings", below=1), NoneOf((STATED,)), AllOf((STATED, EVALUATED))):
        assert match(check, case(FACTS)).evidence == ()


def test_the_first_of_several_facts_fills_the_message() -> None:
    found = match(AllOf((STATED, DESCRIBED)), case(FACTS))
    assert found.evidence == (TWICE, span("Rådet"))
    assert found.details["low"] == 2


@pytest.mark.parametrize("check", [FactCheck("meeting", ("stated",)),
                                   RuleCheck("PR009", ("fail",))])
def test_what_nobody_made_is_an_error_and_not_silence(check: Check) -> None:
    with pytest.raises(KeyError):
        match(check, case(FACTS))


def test_the_forces_and_quantities_are_those_of_clauses() -> None:
    from agreementlint import clauses

    assert set(get_args(clauses.Force)) <= set(get_args(verbs.Force))
    fields = set(clauses.Clause.__dataclass_fields__)
    assert set(checks.QUANTITIES) == set(get_args(verbs.Quantity))
    assert set(checks.QUANTITIES.values()) <= fields
