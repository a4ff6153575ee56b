"""Whole agreements, in which every fact must be right at once."""

from __future__ import annotations

import datetime as dt

from agreementlint.facts.parties import parties
from agreementlint.facts.period import period
from agreementlint.facts.signatures import signatures, signed_on
from tests.agreements import agreement_of

SCANNED = """# Sarnarbeidsavtale

rnellom Bygland kornrnune og Agder politidistrlkt

# 1 Forrnål

Avtalen skal bidra til et trygt lokalsarnfunn for alle sorn bor i kornrnunen.

# 2 Varighet

Avtalen gjelder fra l. januar 2O24 til 3l. desernber 2O27.

Bygland, l4. februar 2024

Kari Lund            Per Moen
0rdfører             Politistasjonssjef
"""

NEIGHBOURS = """# Avtale om kommune-politisamarbeid i Vestre Slidre

Vestre Slidre kommune
Innlandet politidistrikt

Avtaleperiode 2024-2027

# Bakgrunn

Kommunestyret vedtok 14. desember 2023 å fornye avtalen med politiet. Den forrige avtalen
gjaldt fra 1. januar 2020 til 31. desember 2023.

# Partene

Avtalepartene er Vestre Slidre kommune, heretter kalt kommunen, og Innlandet politidistrikt ved
Valdres politistasjonsdistrikt. Avtalen gjelder ikke for Øystre Slidre kommune.

# Fokusområder 2024-2025

For perioden 2024-2025 prioriteres rus og trafikk.

# Varighet

Avtalen trer i kraft 1. januar 2024 og varer ut kommunestyreperioden 2023-2027. Den kan sies
opp med seks måneders varsel.

Slidre, 20. desember 2023

For Vestre Slidre kommune          For Innlandet politidistrikt

____________________          ____________________
Ordfører                            Politistasjonssjef
"""

NYNORSK = """# Tenesteavtale

Denne avtala er inngått mellom Stryn kommune (org.nr. 963 989 202) og Vest politidistrikt
(org.nr. 983 998 631).

## § 1 Føremål

Avtala skal sikre god samhandling mellom kommunen og politiet, og byggjer på Handlingsplan mot
vald 2021–2024.

## § 2 Varigheit

Avtala gjeld i fire år frå dato for underskrift. Kvar av partane kan seie opp avtala med 6
månaders varsel. Avtala skal reviderast i løpet av 2026.

## § 3 Underskrift

Stryn, den 5. mars 2024

……………………………………………
for Stryn kommune
Per Dal, ordførar

……………………………………………
for Vest politidistrikt
Anne Li, politiavdelingsleiar
"""


def found(text: str) -> tuple[list[str], str, str, str, list[dt.date | None]]:
    agreement = agreement_of(text)
    who = parties(agreement)
    signed = signed_on(agreement)
    when = period(agreement, signed)
    kommuner = who["municipalities"].value
    days = [when["valid_from"].value, when["valid_to"].value, signed.value]
    block = signatures(agreement, kommuner).state
    return kommuner, who["police_district"].value, who["parties"].state, block, days


def test_a_scan_with_the_slips_of_its_reader() -> None:
    assert found(SCANNED) == (
        ["Bygland"], "Agder politidistrikt", "identified", "complete",
        [dt.date(2024, 1, 1), dt.date(2027, 12, 31), dt.date(2024, 2, 14)],
    )  # fmt: skip


def test_neighbours_earlier_agreements_and_focus_areas_do_not_count() -> None:
    assert found(NEIGHBOURS) == (
        ["Vestre Slidre"], "Innlandet politidistrikt", "identified", "complete",
        [dt.date(2024, 1, 1), dt.date(2027, 12, 31), dt.date(2023, 12, 20)],
    )  # fmt: skip


def test_nynorsk_from_the_day_of_signing() -> None:
    assert found(NYNORSK) == (
        ["Stryn"], "Vest politidistrikt", "identified", "complete",
        [dt.date(2024, 3, 5), dt.date(2028, 3, 4), dt.date(2024, 3, 5)],
    )  # fmt: skip
