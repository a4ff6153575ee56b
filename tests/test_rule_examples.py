"""Every example of every rule gets its verdict when it goes through the whole pipeline."""

from __future__ import annotations

import pytest

from agreementlint.judge import judge
from agreementlint.model import DocumentReport
from agreementlint.packs.examples import AS_OF, within
from agreementlint.reading.dispatch import read_here
from agreementlint.rules import builtin, load
from agreementlint.rules.format import Example, Rule

RULES = load([builtin()])
EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}-{number}-{example.verdict}")
            for rule in RULES for number, example in enumerate(rule.examples, 1)]

def judged(example: Example) -> DocumentReport:
    text = example.text if example.whole else within(example.text)
    document = read_here(text.encode(), name="eksempel")
    return judge(document, RULES, example.as_of or AS_OF, any_document=True)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    report = judged(example)
    assert report.crashes == ()
    verdict = next(one for one in report.verdicts if one.rule == rule.id)
    assert verdict.verdict == example.verdict, f"{verdict.message} {verdict.evidence}"
    assert all(words.text for words in verdict.evidence)
