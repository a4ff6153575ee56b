"""Parties, period and signatures of the gold documents: how many are right, at the least."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest

from agreementlint.facts.district import district_match
from agreementlint.facts.parties import parties
from agreementlint.facts.period import date_consistency, in_force, period
from agreementlint.facts.signatures import signatures, signed_on
from agreementlint.structure import Agreement
from tests.agreements import GOLD, gold

VERDICTS = {
    "AV001": {"identified": "pass", "inferable": "review", "region-only": "review"},
    "AV002": {"bounded": "pass", "open-ended": "review", "start-only": "review",
              "duration-only": "review"},
    "AV003": {"running": "pass", "ending": "review", "future": "review", "ambiguous": "review",
              "no-end": "inapplicable"},
    "AV004": {"complete": "pass", "kommune-missing": "review", "no-roles": "review",
              "authorised-for-all": "review"},
    "AV005": {"dated": "pass"},
    "AV006": {"consistent": "pass", "signed-late": "review", "mismatch": "review",
              "council-mismatch": "review", "too-few": "inapplicable"},
    "AV007": {"match": "pass", "former-name": "review", "unknown": "inapplicable"},
}  # fmt: skip
"""States that no rule names here are a `fail`."""
FLOOR = 0.96


def judged(agreement: Agreement, as_of: dt.date) -> tuple[dict[str, str], dict[str, Any]]:
    who = parties(agreement)
    signed = signed_on(agreement)
    when = period(agreement, signed)
    start = when["valid_from"].value
    block = signatures(agreement, who["municipalities"].value)
    match = district_match(who["municipalities"], who["police_district"], start, as_of)
    states = {
        "AV001": who["parties"], "AV002": when["period"], "AV003": in_force(when["period"], as_of),
        "AV004": block, "AV005": signed, "AV006": date_consistency(when, signed), "AV007": match,
    }  # fmt: skip
    verdicts = {rule: VERDICTS[rule].get(fact.state, "fail") for rule, fact in states.items()}
    if verdicts["AV004"] == "fail":
        verdicts["AV005"] = "inapplicable"
    if verdicts["AV001"] == "fail":
        verdicts["AV007"] = "inapplicable"
    values = {
        "municipalities": sorted(who["municipalities"].value),
        "police_district": who["police_district"].value,
        "valid_from": start, "valid_to": when["valid_to"].value, "signed_on": signed.value,
    }  # fmt: skip
    return verdicts, values


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold documents are not here")
def test_accuracy_floor_for_every_fact_and_rule() -> None:
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for wanted, agreement in gold():
        verdicts, values = judged(agreement, dt.date.fromisoformat(wanted["as_of"]))
        for rule, verdict in verdicts.items():
            seen[rule] += 1
            right[rule] += verdict in wanted["verdicts"][rule]
        for name, value in values.items():
            if name in wanted["facts"]:
                want = wanted["facts"][name]
                seen[name] += 1
                right[name] += _same(value, want)
    assert {n: f"{right[n]}/{seen[n]}" for n in seen if right[n] < FLOOR * seen[n]} == {}


def _same(value: Any, want: Any) -> bool:
    if isinstance(want, list):
        return bool(value == sorted(want))
    return bool((value.isoformat() if isinstance(value, dt.date) else value) == want)
