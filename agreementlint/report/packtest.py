"""The trial of a pack of rules into text for its author, or into JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from rich.text import Text

from agreementlint.messages import say
from agreementlint.model import Lang
from agreementlint.packs.examples import Tried
from agreementlint.packs.remarks import Level, Remark
from agreementlint.packs.trial import Trial
from agreementlint.report.style import Style
from agreementlint.report.text import visible
from agreementlint.report.typeset import Line, typeset
from agreementlint.strict import Fault

MARKS: dict[Level, tuple[str, str]] = {"warning": ("!", "yellow"), "note": ("·", "cyan")}
LONGEST = 200
"""Characters of an example that are shown."""


def pack_report(trials: Sequence[Trial], style: Style, lang: Lang) -> str:
    return typeset(lines(trials, style, lang), style)


def lines(trials: Sequence[Trial], style: Style, lang: Lang) -> Iterator[Line]:
    for trial in trials:
        yield from heading(trial, lang)
        if not style.quiet:
            for wrong in trial.wrong:
                yield from mistaken(wrong, lang)
            for remark in trial.remarks:
                yield from remarked(remark, lang)
    yield 0, Text()
    yield 0, Text(total(trials, lang), "bold")


def heading(trial: Trial, lang: Lang) -> Iterator[Line]:
    """'✓ LO001 natteravn  7 av 7 eksempler stemmer'."""
    sign, colour = ("✗", "red") if trial.wrong else ("✓", "green")
    right = say(lang, "pack-right", right=len(trial.examples) - len(trial.wrong),
                count=len(trial.examples))
    name = visible(f"{trial.rule.id} {trial.rule.name}")
    yield 0, Text.assemble((sign, colour), f" {name}  ", (right, "dim"))


def mistaken(one: Tried, lang: Lang) -> Iterator[Line]:
    """An example that got another verdict than it should, and what that rests on."""
    at = one.example.at
    said = say(lang, "pack-took-long", pattern=one.slow.source) if one.slow else say(
        lang, "pack-expected", expected=one.example.verdict, got=one.verdict.verdict)
    yield 4, Text.assemble(("✗", "red"), visible(f" {at.path}:{at.line}:{at.column}: {said}"))
    yield 8, Text(f"{say(lang, 'pack-text')}: «{shortened(one.example.text)}»")
    if one.slow is None:
        yield 8, Text(f"{say(lang, 'pack-said')}: {visible(one.verdict.message)}")
    for evidence in one.verdict.evidence[:1]:
        yield 8, Text(f"{say(lang, 'pack-rested')}: «{shortened(evidence.text)}»")


def remarked(remark: Remark, lang: Lang) -> Iterator[Line]:
    sign, colour = MARKS[remark.level]
    word = say(lang, f"pack-{remark.level}")
    yield 4, Text.assemble((f"{sign} {word}", colour), f" {visible(remark.fault.told(lang))}")


def shortened(text: str) -> str:
    words = visible(" ".join(text.split()))
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"


def total(trials: Sequence[Trial], lang: Lang) -> str:
    levels = [remark.level for trial in trials for remark in trial.remarks]
    count = sum(len(trial.examples) for trial in trials)
    return say(lang, "pack-total", rules=len(trials), count=count,
               right=count - sum(len(trial.wrong) for trial in trials),
               warnings=levels.count("warning"), notes=levels.count("note"))


# ---------------------------------------------------------------- for programs


def pack_json(trials: Sequence[Trial], style: Style, lang: Lang) -> str:
    return json.dumps({"schema": "agreementlint-pack/1", "rules": [
        {"rule": visible(trial.rule.id), "name": visible(trial.rule.name),
         "file": visible(trial.rule.at.path),
         "examples": [example_object(one) for one in trial.examples],
         "remarks": [remark_object(one, lang) for one in trial.remarks]}
        for trial in trials]}, ensure_ascii=False, indent=2) + "\n"


def example_object(one: Tried) -> dict[str, object]:
    return {"line": one.example.at.line, "holds": one.holds, "expected": one.example.verdict,
            "got": one.verdict.verdict, "message": visible(one.verdict.message),
            "slow": one.slow is not None}


def remark_object(remark: Remark, lang: Lang) -> dict[str, object]:
    wrong: Fault = remark.fault
    return {"level": remark.level, "kind": wrong.what.key.removeprefix("pack-"),
            "line": wrong.mark.line, "column": wrong.mark.column,
            "message": visible(wrong.what.of(lang))}


FORMATS = {"terminal": pack_report, "json": pack_json}
