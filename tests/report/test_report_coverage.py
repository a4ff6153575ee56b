from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from agreementlint.model import Lang
from agreementlint.report.coverage import coverage_report
from agreementlint.report.style import Style
from agreementlint.rules.format import Texts
from agreementlint.rules.guide import Chapter, Coverage, Reason, Recommendation
from tests.rulefiles import one_rule

LONG = "Partene ser tilbake på året som gikk, og på det som er avtalt mellom dem."


def coverage(asks: str = "Partene ser tilbake.") -> Coverage:
    return Coverage(
        edition=dt.date(2023, 3, 27),
        reasons=(Reason("time", Texts("ses over tid", "synest over tid", "seen over time")),),
        chapters=(Chapter("7", Texts("Evaluering", "Evaluering", "Evaluation"), (
            Recommendation(25, Texts(asks, "Partane ser tilbake.", "They look back."), ("PR002",)),
            Recommendation(26, Texts("De lærer.", "Dei lærer.", "They learn."), unchecked="time"),
        )),))


def test_each_recommendation_has_its_rules_or_the_reason(tmp_path: Path) -> None:
    rule = one_rule(tmp_path)
    bare = replace(rule, id="AV005", guide=replace(rule.guide, chapter=None, page=None))
    text = coverage_report([coverage()], [rule, bare], "nb", Style())
    assert text.splitlines()[3:] == [
        "kap. 7 Evaluering",
        "  ✓ Partene ser tilbake.",
        "    s. 25 · PR002 moter",
        "  – De lærer.",
        "    s. 26 · ses over tid",
        "",
        "1 av 2 anbefalinger sjekkes av programmet.",
        "I tillegg sjekkes dette, som ikke står i selve veilederen: AV005.",
    ]


@pytest.mark.parametrize(("lang", "words"), [
    ("nn", ("Rettleiaren 27.03.2023", "Dei lærer.", "synest over tid", "1 av 2 tilrådingar")),
    ("en", ("The guide 2023-03-27", "They learn.", "seen over time", "1 of 2 recommendations")),
])
def test_every_language(tmp_path: Path, lang: Lang, words: tuple[str, ...]) -> None:
    text = coverage_report([coverage()], [one_rule(tmp_path)], lang, Style())
    assert all(word in text for word in words)


def test_long_lines_hang_from_their_sign_and_nothing_commands_the_terminal(tmp_path: Path) -> None:
    rules = [one_rule(tmp_path)]
    lines = coverage_report([coverage(LONG)], rules, "nb", Style(width=40)).splitlines()
    start = lines.index("  ✓ Partene ser tilbake på året som")
    assert lines[start + 1].startswith("    gikk, og")
    assert max(map(len, lines)) <= 40
    assert "\x1b" not in coverage_report([coverage("a\x1b[31mb")], rules, "nb", Style())
