"""The counting of the score, on small made-up gold and reports with known figures."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from benchmarks.counting import (
    Gold,
    fact_checks,
    figures,
    judgements,
    same_fact,
    touches,
)
from benchmarks.score import checked_by, checked_here, golds, mistakes, scored, summary

ROOT = Path(__file__).parents[1]
OTHER = ROOT.parent / "shared" / "tools" / "score.py"


def report(**verdicts: str) -> dict[str, Any]:
    return {"verdicts": [{"rule": rule, "verdict": name} for rule, name in verdicts.items()]}


def gold(**accepted: list[str]) -> Gold:
    return Gold("a", "2024-11-01", accepted)


@pytest.mark.parametrize(
    ("accepted", "verdict", "right", "exact", "counted"),
    [
        (["pass"], "pass", True, True, "tn"),
        (["pass"], "inapplicable", True, False, "tn"),
        (["pass"], "review", False, False, "fp"),
        (["fail"], "fail", True, True, "tp"),
        (["fail"], "unknown", True, False, "tp"),
        (["fail"], "pass", False, False, "fn"),
        (["review", "pass"], "pass", True, True, None),
        (["review", "pass"], "fail", True, False, None),
        (["fail"], "none", False, False, "fn"),
        (["pass"], "none", False, False, "fp"),
        (["review", "pass"], "none", False, False, None),
    ],
)
def test_one_judgement(
    accepted: list[str], verdict: str, right: bool, exact: bool, counted: str | None
) -> None:
    made = report() if verdict == "none" else report(PR001=verdict)
    (one,) = judgements(gold(PR001=accepted), made)
    assert (one.right, one.exact, one.counted) == (right, exact, counted)


def test_figures() -> None:
    accepted = gold(A=["fail"], B=["fail"], C=["pass"], D=["pass"], E=["review", "pass"])
    judged = list(judgements(accepted, report(A="fail", B="pass", C="review", D="pass", E="pass")))
    assert figures(judged) == figures(judged[::-1])
    assert figures(judged).n == 5
    assert figures(judged).right == figures(judged).exact == pytest.approx(3 / 5)
    assert (figures(judged).precision, figures(judged).recall, figures(judged).f1) == (
        0.5,
        0.5,
        0.5,
    )


def test_no_report_is_wrong_everywhere_and_nothing_is_zero() -> None:
    judged = list(judgements(gold(A=["fail"], B=["pass"]), None))
    assert (figures(judged).right, figures(judged).f1) == (0, 0)
    assert figures([]).n == 0 and figures([]).precision == 0


def test_only_the_rules_asked_for() -> None:
    judged = judgements(gold(A=["fail"], B=["pass"]), report(A="fail"), frozenset({"A"}))
    assert [item.rule for item in judged] == ["A"]


@pytest.mark.parametrize(
    ("words", "evidence", "met"),
    [
        ("Rådet møtes i mai", ["Rådet møtes i mai og november."], True),
        ("Rådet | møtes\ni mai", ["rådet møtes i mai"], True),
        (["finnes ikke", "i november"], ["møtes i november"], True),
        ("Rådet møtes i mai hvert år", ["møtes i mai"], True),
        ("Rådet møtes i mai hvert år", ["i mai"], False),
        ("- gi kommunen gode råd i alle saker om barn", ["gi kommunen gode råd i alle mål"], False),
        (
            "- gi kommunen gode råd i alle saker om barn",
            ["Vi gir kommunen gode råd i alle saker om beredskap."],
            True,
        ),
        ("helt andre ord", ["Rådet møtes"], False),
        ("Rådet møtes", [], False),
    ],
)
def test_evidence_is_met(words: str | list[str], evidence: list[str], met: bool) -> None:
    assert touches(words, [{"text": text} for text in evidence]) is met


def test_evidence_is_scored_only_where_the_verdict_is_exact() -> None:
    accepted = Gold("a", "2024-11-01", {"A": ["pass"], "B": ["pass"]}, {}, {"A": "x", "B": "x"})
    quoted = [item.quoted for item in judgements(accepted, report(A="pass", B="fail"))]
    assert quoted == [False, None]


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        (["Vik", "Nes"], ["nes", "vik"], True),
        (["Vik"], ["Vik", "Nes"], False),
        (None, [], True),
        (None, 2, False),
        (2, 2.25, True),
        (12, 6, False),
        ("Vest politidistrikt", "vest politidistrikt", True),
        ("2024-01-01", None, False),
    ],
)
def test_same_fact(wanted: Any, found: Any, same: bool) -> None:
    assert same_fact(wanted, found) is same


def test_a_missing_report_gets_the_empty_facts_right_and_no_others() -> None:
    accepted = Gold("a", "2024-11-01", {}, {"valid_to": None, "signed_on": "2024-01-01"})
    assert [check.right for check in fact_checks(accepted, None)] == [True, False]


# ---------------------------------------------------------------- whole runs

FAKE = """
import pathlib, sys
file = pathlib.Path(sys.argv[1])
report = pathlib.Path(__file__).parent / "reports" / (file.stem + ".json")
assert sys.argv[2] == "2024-11-01"
print(report.read_text(encoding="utf-8"))
"""
TEXT = "rådet møtes to ganger i året og skriver referat som sendes alle medlemmene"


def made_up(folder: Path, documents: int = 6) -> str:
    """Gold, documents and reports drawn by lot, in folders; the command that prints the reports."""
    dice = random.Random(5)
    for name in ("gold", "docs", "reports"):
        (folder / name).mkdir()
    names = ["pass", "fail", "review", "inapplicable"]
    for number in range(documents):
        rules = [f"PR{place:03}" for place in range(1, 11)]
        text = {rule: " ".join(dice.sample(TEXT.split(), 6)) for rule in rules}
        said = {
            "as_of": "2024-11-01",
            "verdicts": {rule: dice.sample(names, dice.choice((1, 1, 2))) for rule in rules},
            "evidence": {rule: text[rule] for rule in rules if dice.random() < 0.7},
            "facts": {"meetings_per_year": dice.choice((1, 2, None)), "municipalities": ["Vik"]},
        }
        verdicts = [
            {
                "rule": rule,
                "verdict": dice.choice([*names, "unknown", *said["verdicts"][rule] * 5]),
                "message": "",
                "evidence": [{"text": dice.choice((text[rule][4:], "noe annet"))}],
            }
            for rule in rules
            if dice.random() < 0.9
        ]
        facts = {"meetings_per_year": dice.choice((1, 2.1, None)), "municipalities": ["vik"]}
        (folder / "gold" / f"d{number}.gold.json").write_text(json.dumps(said), encoding="utf-8")
        (folder / "docs" / f"d{number}.txt").write_text("tekst", encoding="utf-8")
        reported = {"verdicts": verdicts if number else [], "facts": facts}
        (folder / "reports" / f"d{number}.json").write_text(json.dumps(reported), encoding="utf-8")
    fake = folder / "fake.py"
    fake.write_text(FAKE, encoding="utf-8")
    return f"{sys.executable} {fake} {{file}} {{as_of}}"


def test_a_run_over_a_folder(tmp_path: Path) -> None:
    command = made_up(tmp_path)
    gold = golds(tmp_path / "gold")
    files = {item.name: tmp_path / "docs" / f"{item.name}.txt" for item in gold}
    with ThreadPoolExecutor(2) as executor:
        judged, facts, dead = scored(
            gold, files, lambda file, as_of: checked_by(command, file, as_of), executor
        )
    assert (len(judged), len(facts), [name for name, _ in dead]) == (60, 12, ["d0"])
    assert 0.4 < summary(judged, facts)["exact"] < 1
    inexact = sum(not item.exact for item in judged)
    assert len(mistakes(judged, facts)) == inexact + sum(not check.right for check in facts)


def test_a_command_that_fails_is_an_error_of_the_document(tmp_path: Path) -> None:
    report = checked_by("/no/such/program {file}", tmp_path, "2024-11-01")
    assert report is not None and report["error"]["kind"] == "crashed"


AGREEMENT = """# Samarbeidsavtale

mellom Granvik kommune og Innlandet politidistrikt

Avtalen gjelder fra 1. mai 2024 til 30. april 2028.
"""


def test_the_checker_of_this_repository_reports_as_its_json_does(tmp_path: Path) -> None:
    file = tmp_path / "avtale.txt"
    file.write_text(AGREEMENT, "utf-8")
    report = checked_here(file, "2024-11-01")
    assert report is not None and report["facts"]["valid_from"] == "2024-05-01"
    unreadable = checked_here(tmp_path / "finnes-ikke.txt", "2024-11-01")
    assert unreadable is not None and unreadable["error"]["kind"] == "not-found"


@pytest.mark.skipif(not OTHER.exists(), reason="the other scorer is not here")
def test_same_figures_as_the_other_scorer(tmp_path: Path) -> None:
    rest = [str(tmp_path / "gold"), str(tmp_path / "docs"), "--cmd", made_up(tmp_path)]
    ours, theirs = ["-m", "benchmarks.score", *rest], [str(OTHER), *rest]
    first, second = (_figures(words) for words in (ours, theirs))
    assert first and first == {name: second[name] for name in first}


def _figures(words: list[str]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False, cwd=ROOT, timeout=120
    )
    last = done.stdout.strip().splitlines()[-1]
    return {name: float(value) for name, value in re.findall(r"(\w+)=(\d+\.\d+)(?: |$)", last)}
