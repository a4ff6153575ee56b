"""Each rule reads its matter in many people's words: passages put into a bare agreement, with the
one verdict that is right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from agreementlint.judge import judge
from agreementlint.model import DocumentReport
from agreementlint.reading.dispatch import read_here
from agreementlint.rules import builtin, load

PASSAGES = Path(__file__).parents[1] / "corpus" / "passages"
RULES = load([builtin()])
AS_OF = dt.date(2027, 2, 1)
LEAST = 0.97
"""The share of passages with the right verdict that no rule falls below."""

Passage = Mapping[str, Any]

AROUND = {
    "nb": ("Samarbeidsavtale mellom Grimstad kommune og Agder politidistrikt", """\
# Innledning

Teksten beskriver hva kommunen og politiet er enige om.

{text}
# Varighet

Avtalen gjelder fra 15. januar 2027 til 14. januar 2031.

# Underskrifter

Grimstad, 15. januar 2027

For Grimstad kommune

______________________
Ordfører

For Agder politidistrikt

______________________
Politistasjonssjef
"""),
    "nn": ("Samarbeidsavtale mellom Luster kommune og Vest politidistrikt", """\
# Innleiing

Teksten fortel kva kommunen og politiet er samde om.

{text}
# Lengd

Avtalen gjeld frå 15. januar 2027 til 14. januar 2031.

# Underskrifter

Luster, 15. januar 2027

For Luster kommune

______________________
Ordførar

For Vest politidistrikt

______________________
Politistasjonssjef
"""),
}
"""The title, and what stands before and behind a passage, in each written standard."""


def document(passage: Passage) -> str:
    if passage.get("whole"):
        return str(passage["text"])
    title, around = AROUND[passage["standard"]]
    return f"# {passage.get('title', title)}\n\n" + around.format(text=passage["text"])


def judged(passage: Passage) -> DocumentReport:
    as_of = dt.date.fromisoformat(passage["as_of"]) if "as_of" in passage else AS_OF
    read = read_here(document(passage).encode(), name="avtale.txt")
    return judge(read, RULES, as_of, any_document=True)


def passages(rule: str) -> list[Passage]:
    file = PASSAGES / f"{rule}.yaml"
    loaded: list[Passage] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def test_every_rule_has_passages() -> None:
    assert {file.stem for file in PASSAGES.glob("*.yaml")} == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_verdicts_are_right(rule: str) -> None:
    wrong = []
    for number, passage in enumerate(passages(rule), 1):
        verdict = next(one for one in judged(passage).verdicts if one.rule == rule)
        if verdict.verdict not in passage["verdict"]:
            wrong.append(f"{number}: {verdict.verdict}, not {' or '.join(passage['verdict'])} "
                         f"({passage.get('why', '')})")
    assert len(wrong) <= (1 - LEAST) * len(passages(rule)), "\n".join(wrong)
