"""What `explain` says of a rule's reliability, and where the figures stand."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import mul
from pathlib import Path

import pytest

from agreementlint.model import Lang
from agreementlint.report.explain import explanation
from agreementlint.report.style import Style
from agreementlint.rules import builtin, load
from agreementlint.rules.firstsight import first_sight

ACCURACY = Path(__file__).parents[2] / "docs" / "accuracy.md"
RULES = {rule.id: rule for rule in load([builtin()])}


@pytest.mark.parametrize(
    ("lang", "words"),
    [("nb", "avtaler som regelen ikke var"), ("nn", "avtalar som regelen"), ("en", "agreements")],
)
def test_how_often_the_rule_was_right(lang: Lang, words: str) -> None:
    tried = first_sight()["EV001"]
    told = " ".join(explanation(RULES["EV001"], lang, Style(width=80, colour=False)).split())
    assert f" {tried.right} " in told and f" {tried.judged} {words}" in told


def test_a_rule_of_ones_own_was_never_tried() -> None:
    own = replace(RULES["EV001"], id="XX001")
    told = explanation(own, "nb", Style(width=80, colour=False))
    assert "ikke prøvd" in told and not re.search(r"Rett svar i \d", told)


def test_every_rule_has_its_count_and_together_they_are_the_table_s() -> None:
    counts = first_sight()
    assert set(counts) == set(RULES)
    assert all(0 <= count.right <= count.judged for count in counts.values())
    rounds = r"^\| (?:1[89]|2[0-5]) \| "
    table = ACCURACY.read_text(encoding="utf-8")
    documents = [int(n) for n in re.findall(rounds + r"(\d+) \(", table, re.MULTILINE)]
    exact = [float(share) for share in re.findall(
        rounds + r"the same \| all 39 \| \.\d+ \| (\.\d+)", table, re.MULTILINE)]
    assert len(documents) == len(exact) == 8
    told = sum(map(mul, documents, exact)) / sum(documents)
    share = sum(c.right for c in counts.values()) / sum(c.judged for c in counts.values())
    assert share == pytest.approx(told, abs=0.001)
