"""Scores the checker against gold: python -m benchmarks.score corpus/gold [--format txt|pdf|docx].

Prints, for every rule and over all, how often its verdicts are those of a careful reader, how many
findings are true (precision) and how many are found (recall), whether the evidence is in the right
place, and which facts are read correctly. The last line holds the figures for other programs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any

from benchmarks.counting import (
    FactCheck,
    Gold,
    Judgement,
    by_rule,
    fact_checks,
    figures,
    judgements,
    share,
)

Checker = Callable[[Path, str], Mapping[str, Any] | None]
FORMATS = ("txt", "pdf", "docx")
SECONDS = 180  # for one document
MESSAGE = 110  # characters of a message that --errors shows


def golds(folder: Path, only: str = "") -> list[Gold]:
    """The gold of a folder, sorted by name."""
    found = []
    for file in sorted(folder.glob("*.gold.json")):
        name = file.name.removesuffix(".gold.json")
        if only in name:
            said = json.loads(file.read_text(encoding="utf-8"))
            keep = {key: said[key] for key in ("facts", "evidence") if key in said}
            found.append(Gold(name, said["as_of"], said["verdicts"], **keep))
    return found


def checked_here(file: Path, as_of: str) -> Mapping[str, Any] | None:
    """The document's object in the report, made by the checker of this repository."""
    from agreementlint.judge import judge
    from agreementlint.model import ReadError
    from agreementlint.reading import isolate
    from agreementlint.report.json import json_line

    try:
        document = isolate.read(file, timeout=SECONDS)
    except ReadError as error:
        return {"error": {"kind": error.kind, "message": error.reason}}
    rules = _rules()
    try:
        reported = judge(document, rules, dt.date.fromisoformat(as_of))
        return dict(json.loads(json_line(reported)))
    except Exception as error:  # a crash is a wrong answer on every rule, not the end of the run
        return {"error": {"kind": "crashed", "message": repr(error)}}


@cache
def _rules() -> Sequence[Any]:
    from agreementlint import rules

    return rules.load([rules.builtin()])


def checked_by(command: str, file: Path, as_of: str) -> Mapping[str, Any] | None:
    """The same by a command, in which {file} and {as_of} are filled in; it prints JSON."""
    words = [word.format(file=file, as_of=as_of) for word in shlex.split(command)]
    try:
        done = subprocess.run(words, capture_output=True, timeout=SECONDS, check=False)
        lines = done.stdout.decode("utf-8", errors="replace").strip().splitlines()
        report = json.loads(lines[0]) if lines else None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return {"error": {"kind": "crashed", "message": repr(error)}}
    if isinstance(report, dict) and report.get("documents"):
        report = report["documents"][0]
    return report if isinstance(report, dict) else None


def scored(
    gold: Sequence[Gold],
    files: Mapping[str, Path],
    checker: Checker,
    executor: Executor,
    rules: frozenset[str] = frozenset(),
) -> tuple[list[Judgement], list[FactCheck], list[tuple[str, Any]]]:
    """All judgements, all fact checks, and the documents without verdicts with the error of each.
    Gold without a file in `files` is left out."""
    work = [item for item in gold if item.name in files]
    reports = executor.map(checker, [files[g.name] for g in work], [g.as_of for g in work])
    judged: list[Judgement] = []
    facts: list[FactCheck] = []
    dead = []
    for item, report in zip(work, reports, strict=True):
        judged += judgements(item, report, rules)
        facts += fact_checks(item, report)
        if not (report or {}).get("verdicts"):
            dead.append((item.name, (report or {}).get("error")))
    return judged, facts, dead


def summary(judged: Sequence[Judgement], facts: Sequence[FactCheck]) -> dict[str, float]:
    """The figures over all rules."""
    total = figures(judged)
    quoted = [item.quoted for item in judged if item.quoted is not None]
    return {
        "finding_accuracy": total.right,
        "precision": total.precision,
        "recall": total.recall,
        "finding_f1": total.f1,
        "exact": total.exact,
        "evidence": share(sum(quoted), len(quoted)),
        "facts": share(sum(check.right for check in facts), len(facts)),
    }


def rule_table(judged: Sequence[Judgement]) -> list[str]:
    """A line for every rule."""
    lines = ["rule   right  exact  precision  recall  findings    n"]
    for rule, items in by_rule(judged).items():
        one = figures(items)
        findings = sum(item.counted in ("tp", "fn") for item in items)
        lines.append(
            f"{rule:6} {one.right:5.2f}  {one.exact:5.2f}  {one.precision:9.2f}  {one.recall:6.2f}"
            f"  {findings:8}  {one.n:3}"
        )
    return lines


def fact_line(facts: Sequence[FactCheck]) -> str:
    """How often each fact is right."""
    counts: dict[str, list[bool]] = {}
    for check in facts:
        counts.setdefault(check.name, []).append(check.right)
    return "facts: " + ", ".join(
        f"{name} {sum(right)}/{len(right)}" for name, right in sorted(counts.items())
    )


def mistakes(judged: Sequence[Judgement], facts: Sequence[FactCheck]) -> list[str]:
    """What was not exact, document by document."""
    wrong = [
        (item.document, item.rule, item.verdict, "/".join(item.accepted), item.message[:MESSAGE])
        for item in judged
        if not item.exact
    ]
    wrong += [
        (check.document, check.name, str(check.found), str(check.wanted), "")
        for check in facts
        if not check.right
    ]
    return [
        f"  {name} {what}: {found}, not {wanted}  {note}".rstrip()
        for name, what, found, wanted, note in sorted(wrong)
    ]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="folder with NAME.gold.json")
    parser.add_argument("docs", type=Path, nargs="?", help="folder with the documents")
    parser.add_argument("--format", choices=FORMATS, default="txt")
    parser.add_argument("--rules", default="", help="these rules only, separated by commas")
    parser.add_argument("--only", default="", help="documents whose name contains this")
    parser.add_argument("--errors", type=int, default=0, help="show as many mistakes")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cmd", help="another checker: a command with {file} and {as_of}")
    return parser.parse_args()


def main() -> int:
    """Prints the score; exit status 1 if there was nothing to score."""
    asked = arguments()
    folder = asked.docs or asked.gold
    gold = golds(asked.gold, asked.only)
    files = {
        item.name: file
        for item in gold
        if (file := folder / f"{item.name}.{asked.format}").exists()
    }
    rules = frozenset(filter(None, asked.rules.split(",")))
    if not asked.cmd:
        _rules()  # a mistake in a rule file ends the run here, once, and not in every document
    checker = partial(checked_by, asked.cmd) if asked.cmd else checked_here
    pool = ThreadPoolExecutor if asked.cmd else ProcessPoolExecutor
    with pool(asked.jobs) as executor:
        judged, facts, dead = scored(gold, files, checker, executor, rules)
    print(f"{len(files)} documents, {len(judged)} judgements; without verdicts: {len(dead)}")
    for name, error in dead:
        print(f"  {name}: {error}")
    lines = [*rule_table(judged), fact_line(facts), *mistakes(judged, facts)[: asked.errors]]
    print("\n".join(lines))
    print(" ".join(f"{name}={value:.3f}" for name, value in summary(judged, facts).items()))
    return 0 if judged else 1


if __name__ == "__main__":
    sys.exit(main())
