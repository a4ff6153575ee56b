"""Who signs an agreement, for whom, and when."""

from __future__ import annotations

from typing import Any

import pytest

from agreementlint.facts.signatures import signatures, signed_on
from tests.agreements import agreement_of, cases

FRAME = """# Samarbeidsavtale

mellom {parties} og Agder politidistrikt

{front}

# 1 Formål

Avtalen skal gi trygghet for alle som bor her, og la kommune og politi utnytte ressursene sammen.

# 2 Politiråd

Politirådet møtes to ganger i året. I rådet møter:

- ordfører
- politistasjonssjef

| Rolle | Navn |
| ordfører | Kari Lund |
| politikontakt | Per Dal |

Avtalen gjelder fra 1. januar 2024 til 31. desember 2027.

"""
ONE = ("Bygland",)
TWO = ("Bygland", "Valle")

CASES = cases(__file__, "signatures.yaml")


@pytest.mark.parametrize("case", CASES)
def test_signatures(case: dict[str, Any]) -> None:
    named = ", ".join(f"{name} kommune" for name in case["kommuner"])
    agreement = agreement_of(FRAME.format(parties=named, front=case.get("front", "")) + case["end"])
    signed = signed_on(agreement)
    assert signatures(agreement, case["kommuner"]).state == case["state"]
    assert (signed.state, signed.value) == (case["dated"], case["day"])


def test_the_kommune_without_a_signatory_is_told() -> None:
    end = "| Valle kommune | Kari Lund | ordfører |\n| Agder politidistrikt | Per Dal | lensmann |"
    agreement = agreement_of(FRAME.format(parties="Bygland kommune, Valle kommune", front="") + end)
    fact = signatures(agreement, TWO)
    assert (fact.state, fact.details["missing"]) == ("kommune-missing", ("Bygland",))
    assert {agreement.text_of(span) for span in fact.evidence} == {
        "Valle kommune | Kari Lund | ordfører", "Agder politidistrikt | Per Dal | lensmann",
    }  # fmt: skip


def test_the_date_of_a_letter_is_not_that_of_the_signing() -> None:
    letter = (
        "Agder politidistrikt\n\nVår ref.: 24/118     Dato: 4. april 2024\n\n"
        "Vi viser til møtet på rådhuset, der partene ble enige om det som står nedenfor.\n\n"
        "Politiet holder kontoret åpent hver tirsdag, og kommunen stiller lokaler til rådighet.\n\n"
        "Med hilsen\n\nPer Dal\nlensmann\n\nLest og godtatt\n\nKari Lund\nordfører i Bygland"
    )
    agreement = agreement_of(letter)
    assert signatures(agreement, ONE).state == "complete"
    assert (signed_on(agreement).state, signed_on(agreement).value) == ("letterhead", None)
