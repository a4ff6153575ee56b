"""Documents that nobody would call an agreement are judged like any other, and no rule crashes."""

from __future__ import annotations

import datetime as dt

import pytest

from agreementlint.judge import judge
from agreementlint.rules import builtin, load
from tests.agreements import agreement_of

TITLE = "Samarbeidsavtale mellom Granvik kommune og Innlandet politidistrikt\n\n"
ODD = {
    "one word": "Avtale",
    "a title alone": TITLE,
    "headings alone": TITLE + "\n\n".join(f"# {number}. Politiråd" for number in range(50)),
    "no headings": TITLE + "Partene skal møtes. Avtalen evalueres årlig.",
    "a table alone": "| Hva | Når |\n|---|---|\n| Politiråd | to ganger i året |\n",
    "bullets alone": "- politirådet møtes\n- avtalen evalueres\n",
    "times that are none": TITLE + "Avtalen gjelder fra 31.02.2025 til 00.00.0000 og i 0 år. "
    "Den varer i 99999999999999999999 år. Politirådet møtes 0 ganger i året, hver 0. måned og "
    "10000000000000000000000 ganger i året, 1/0. Den varer 9000 år fra 1. januar 2025.",
    "a sentence without end": TITLE + "partene skal møtes i politirådet og " * 300,
    "a word without end": TITLE + "a" * 20_000,
    "signs alone": TITLE + "(" * 3000 + "." * 5000 + "_" * 5000 + "[" * 3000 + "«" * 3000,
    "numbers alone": TITLE + "1" * 5000 + " 12" * 3000,
    "letters that grow": TITLE + "İıǅﬁ" * 200,
}


@pytest.mark.parametrize("name", ODD)
def test_no_rule_crashes(name: str) -> None:
    rules = load([builtin()])
    document = agreement_of(ODD[name]).document
    report = judge(document, rules, dt.date(2026, 1, 1), any_document=True)
    assert report.crashes == ()
    assert [verdict.rule for verdict in report.verdicts] == [rule.id for rule in rules]
