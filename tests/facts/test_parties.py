"""Between whom an agreement is made, and whether they belong together."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from agreementlint.facts.district import district_match
from agreementlint.facts.parties import parties
from agreementlint.model import Fact
from tests.agreements import agreement_of, cases

BODY = """

# 1 Formål

Avtalen skal gi trygghet for alle som bor her, og la kommune og politi utnytte ressursene sammen.

# 2 Politiråd

Politirådet møtes to ganger i året. {guest}deltar når det er naturlig.

"""
GUEST = "SLT-koordinatoren i Vennesla kommune "
NOBODY = "Rektor "


CASES = cases(__file__, "parties.yaml")


@pytest.mark.parametrize("case", CASES)
def test_parties(case: dict[str, Any]) -> None:
    body = BODY.format(guest=GUEST if case.get("neighbour", True) else NOBODY)
    facts = parties(agreement_of(case["front"] + body + case.get("back", "")))
    assert set(facts["municipalities"].value) == set(case["kommuner"])
    assert facts["police_district"].value == case["district"]
    assert facts["parties"].state == case["state"]


@pytest.mark.parametrize(
    ("kommuner", "district", "start", "state", "who"),
    [
        (["Sirdal"], "Sør-Vest politidistrikt", "2024-01-01", "match", ()),
        (["Sirdal", "Lund"], "Agder politidistrikt", "2024-01-01", "wrong", ("Sirdal", "Lund")),
        (["Herøy"], "Nordland politidistrikt", "2024-01-01", "match", ()),
        (["Herøy"], "Møre og Romsdal politidistrikt", None, "match", ()),
        (["Askim", "Marker"], "Øst politidistrikt", "2019-06-01", "match", ()),
        (["Askim", "Marker"], "Øst politidistrikt", "2020-06-01", "former-name", ("Askim",)),
        (["Voss"], "Hordaland politidistrikt", "2015-01-01", "match", ()),
        (["Voss"], "Hordaland politidistrikt", "2018-01-01", "former-name",
         ("Hordaland politidistrikt",)),
        (["Hornindal"], "Vest politidistrikt", "2018-01-01", "match", ()),
        (["Hornindal"], "Vest politidistrikt", "2022-01-01", "former-name", ("Hornindal",)),
        (["Hornindal"], "Nordland politidistrikt", "2018-01-01", "wrong", ("Hornindal",)),
        (["Harstad"], "Midtre Hålogaland politidistrikt", "2014-01-01", "match", ()),
        ([], "Øst politidistrikt", None, "unknown", ()),
        (["Voss"], None, None, "unknown", ()),
    ],
)  # fmt: skip
def test_kommuner_and_district_belong_together(
    kommuner: list[str], district: str | None, start: str | None, state: str, who: tuple[str, ...]
) -> None:
    day = dt.date.fromisoformat(start) if start else None
    fact = district_match(Fact(kommuner), Fact(district), day, dt.date(2026, 1, 1))
    assert fact.state == state
    assert fact.details.get("wrong", ()) + fact.details.get("former", ()) == who
