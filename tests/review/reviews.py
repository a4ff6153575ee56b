"""Drafts that are reviewed in a test."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from agreementlint.judge import judge
from agreementlint.model import DocumentReport, Lang
from agreementlint.reading.dispatch import read_here
from agreementlint.review.draft import cleaned
from agreementlint.review.whole import Asks, Reviewed, review
from agreementlint.rules import builtin, load
from agreementlint.rules.format import Rule
from agreementlint.rules.guide import Coverage, coverages

AS_OF = dt.date(2027, 2, 1)
GOLD = Path(__file__).parents[2] / "corpus" / "gold"


@cache
def rules() -> tuple[Rule, ...]:
    return load([builtin()])


@cache
def guides() -> tuple[Coverage, ...]:
    return coverages([builtin()], rules())


def gold(name: str) -> bytes:
    return (GOLD / f"{name}.docx").read_bytes()


def reviewed(data: bytes, *, suggest: bool = False, page: bool = False, as_of: dt.date = AS_OF,
             lang: Lang | None = None, selected: tuple[str, ...] | None = None) -> Reviewed:
    clean = cleaned(data)
    document = read_here(clean, name="utkast.docx")
    asks = Asks(as_of, lang, selected, suggest=suggest, page=page)
    return review(clean, document, rules(), guides(), asks)


def written(data: bytes, *, suggest: bool = False, page: bool = False) -> bytes:
    found = reviewed(data, suggest=suggest, page=page).data
    assert found is not None
    return found


def judged(data: bytes, as_of: dt.date = AS_OF) -> DocumentReport:
    return judge(read_here(data, name="avtale"), rules(), as_of)


def findings(report: DocumentReport) -> list[str]:
    return [one.rule for one in report.verdicts if one.is_finding]
