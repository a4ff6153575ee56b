"""From when to when an agreement is valid."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from agreementlint.facts.period import date_consistency, in_force, period
from agreementlint.facts.signatures import signed_on
from agreementlint.model import Fact
from tests.agreements import agreement_of, cases

FRAME = """# {paper}

mellom Bygland kommune og Agder politidistrikt

{cover}

# 1 Formål

Avtalen skal bidra til et trygt lokalsamfunn for alle som bor i kommunen.

# 2 Politiråd

Politirådet møtes to ganger i året og arbeider etter Handlingsplan mot vold 2022–2025.

{body}

Bygland, 3. mars 2024

Kari Lund
ordfører
"""


def read(
    cover: str = "", body: str = "", paper: str = "Samarbeidsavtale"
) -> tuple[dict[str, Fact], Fact]:
    agreement = agreement_of(FRAME.format(cover=cover, body=body, paper=paper))
    signed = signed_on(agreement)
    return period(agreement, signed), signed


CASES = cases(__file__, "periods.yaml")


@pytest.mark.parametrize("case", CASES)
def test_periods(case: dict[str, Any]) -> None:
    clause = case.get("clause", "")
    title = case.get("title", "Varighet")
    body = f"# 8 {title}\n\n{clause}" if clause else ""
    facts, _ = read(case.get("cover", ""), body, case.get("paper", "Samarbeidsavtale"))
    assert (facts["valid_from"].value, facts["valid_to"].value) == (case["from"], case["to"])
    assert facts["period"].state == case["state"]


@pytest.mark.parametrize(
    ("clause", "as_of", "term"),
    [
        ("Avtalen gjelder fra 1. januar 2024 til 31. desember 2026.", "2026-06-30", "running"),
        ("Avtalen gjelder fra 1. januar 2024 til 31. desember 2026.", "2026-07-02", "ending"),
        ("Avtalen gjelder fra 1. januar 2024 til 31. desember 2026.", "2027-01-01", "expired"),
        ("Avtalen gjelder fra 1. januar 2024 til 31. desember 2026.", "2023-12-31", "future"),
        ("Avtalen gjelder fra 1. januar 2024.", "2026-01-01", "no-end"),
        ("Avtala gjeld ut valperioden 2023–2027.", "2026-01-01", "running"),
        ("Avtala gjeld ut valperioden 2023–2027.", "2027-10-01", "ambiguous"),
        ("Avtalen følger kommunestyreperioden.", "2028-01-01", "expired"),
        ("Avtalen gjelder 2022–2023 og fornyes automatisk for ett år av gangen.", "2025-01-01",
         "ambiguous"),
        ("Avtalen gjelder i 2022 og 2023. Sies den ikke opp, løper den videre ett år om gangen.",
         "2025-01-01", "ambiguous"),
        ("Avtala gjeld ut 2023. Seier ingen ho opp, gjeld ho vidare for eitt år om gongen.",
         "2025-01-01", "ambiguous"),
        ("Avtalen følger valgperioden 2023–2027.", "2026-01-01", "no-end"),
        ("Avtalen følger valgperioden 2023–2027.", "2028-01-01", "expired"),
        ("Avtala gjeld i valperioden 2023–2027.", "2026-01-01", "no-end"),
        ("Avtalen gjelder fram til utløpet av valgperioden 2023–2027.", "2026-01-01", "running"),
        ("Avtalen gjelder fra 2024 til 31. desember 2028. Avtalen løper ut juni 2027.",
         "2025-01-01", "ambiguous"),
        ("Avtalen varer i to år fra 1. januar 2022 til 31. desember 2024.", "2024-06-01",
         "ambiguous"),
        ("Avtalen varer i to år fra 1. januar 2022 til 31. desember 2024.", "2026-06-01",
         "expired"),
    ],
)  # fmt: skip
def test_whether_it_is_in_force(clause: str, as_of: str, term: str) -> None:
    facts, _ = read(body="# 8 Varighet\n\n" + clause)
    assert in_force(facts["period"], dt.date.fromisoformat(as_of)).state == term


@pytest.mark.parametrize(
    ("cover", "clause", "state"),
    [
        ("", "Avtalen gjelder fra 1. april 2024 til 31. mars 2028.", "consistent"),
        ("", "Avtalen gjelder fra 1. januar 2024 til 31. desember 2027.", "signed-late"),
        ("", "Avtalen gjelder fra 1. april 2024 til 31. mars 2023.", "contradiction"),
        ("", "Avtalen gjelder i tre år, fra 1. april 2024 til 31. mars 2028.", "contradiction"),
        ("2024–2026", "Avtalen gjelder fra 1. april 2024 til 31. mars 2028.", "mismatch"),
        ("", "Avtalen følger valgperioden og gjelder fra 1. april 2024 til 31. mars 2028.",
         "council-mismatch"),
        ("", "Avtalen følger valgperioden og gjelder fra 1. april 2024 til 30. september 2027.",
         "consistent"),
        ("", "", "too-few"),
    ],
)  # fmt: skip
def test_whether_the_dates_agree(cover: str, clause: str, state: str) -> None:
    facts, signed = read(cover, "# 8 Varighet\n\n" + clause if clause else "")
    assert date_consistency(facts, signed).state == state


def test_the_evidence_is_the_sentence() -> None:
    body = "# 8 Gyldigheit\n\nAvtala gjeld frå 1. mai 2024 og ut 2026."
    agreement = agreement_of(FRAME.format(paper="Avtale", cover="", body=body))
    (line,) = period(agreement, Fact())["period"].evidence
    assert agreement.text_of(line) == "Avtala gjeld frå 1. mai 2024 og ut 2026."
