"""A file of waivers (TOML) into Grants, and findings into the text that waives them.

`[[waiver]]` is what a person decided, `[[baseline]]` what was there when the baseline was written.
Only whole entries are added or taken out; the rest of the file stays as its authors wrote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from yaml.nodes import Node, SequenceNode

from agreementlint.config.file import ConfigError, Word, whole, word
from agreementlint.config.globs import pattern_in
from agreementlint.config.toml import NoToml, child, nodes, tables
from agreementlint.config.written import written
from agreementlint.messages import say, shown
from agreementlint.model import Lang, Verdict, Waiver
from agreementlint.rules.format import AnyRule, Rule
from agreementlint.rules.verbs import NOWHERE
from agreementlint.strict import Decoder, Fault, Hook, Mark, Wrong, fault, suggestion
from agreementlint.waivers import Grant

Finding = Literal["fail", "review", "unknown"]
Written = str | dt.date | Sequence[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """Which documents: one pattern or several."""

    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a finding; it may rest on none."""

    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenWaiver:
    rule: Word
    document: Patterns
    reason: str
    by: str = "?"
    until: dt.date | None = None
    words: Words | None = None
    verdict: Finding | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Baseline:
    rule: Word
    document: Patterns
    written: dt.date
    words: Words
    verdict: Finding | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class WaiverFile:
    waiver: tuple[GivenWaiver, ...] = ()
    baseline: tuple[Baseline, ...] = ()


def read(file: Path, rules: Sequence[AnyRule], lang: Lang) -> tuple[Grant, ...]:
    """The grants of a file. Raises ConfigError with every mistake."""
    decoder = Decoder(str(file), HOOKS, "TOML")
    try:
        found: WaiverFile = decoder.record(whole(file), WaiverFile)
    except Wrong:
        raise ConfigError(decoder.faults) from None
    every: tuple[GivenWaiver | Baseline, ...] = (*found.waiver, *found.baseline)
    if faults := [wrong for one in every for wrong in rule_faults(one, rules)]:
        raise ConfigError(faults)
    ids = {name: rule.id for rule in rules for name in (rule.id, rule.name)}
    return (*(grant(one, Waiver(one.reason, one.by, one.until), file, ids) for one in found.waiver),
            *(grant(one, since(one.written, lang), file, ids) for one in found.baseline))


def rule_faults(one: GivenWaiver | Baseline, rules: Sequence[AnyRule]) -> Iterator[Fault]:
    """A waiver is given for one rule, by its id or name."""
    names = {name: rule for rule in rules for name in (rule.id, rule.name)}
    rule = names.get(one.rule.text)
    if rule is None:
        word = one.rule.text
        yield fault(one.rule.at, "fault-unknown-rule", suggestion(word, names), word=word)
    elif not isinstance(rule, Rule):
        yield fault(one.rule.at, "fault-not-waivable", rule=rule.id)


def grant(one: GivenWaiver | Baseline, waiver: Waiver, file: Path, ids: Mapping[str, str]) -> Grant:
    folder = str(file.absolute().parent)
    words = None if one.words is None else one.words.of
    return Grant(ids[one.rule.text], tuple(pattern_in(folder, doc) for doc in one.document.of),
                 waiver, words, one.verdict, isinstance(one, Baseline), str(file), one.at.line)


def since(day: dt.date, lang: Lang) -> Waiver:
    """The waiver of what was there before."""
    return Waiver(say(lang, "baseline-reason", date=shown(day, lang)), say(lang, "baseline-by"))


def texts(decoder: Decoder, node: Node) -> tuple[str, ...]:
    """One text or a list of them, which may be empty."""
    items = node.value if isinstance(node, SequenceNode) else [node]
    return tuple(decoder.each(items, lambda item: decoder.scalar(item, str)))


def patterns(decoder: Decoder, node: Node) -> Patterns:
    found = texts(decoder, node)
    if not found:
        raise decoder.fault(node, "fault-no-items")
    return Patterns(found)


HOOKS: Mapping[type, Hook] = {
    Word: word, Patterns: patterns,
    Words: lambda decoder, node: Words(texts(decoder, node)),
}


# ---------------------------------------------------------------- what is written


def waiver_text(verdict: Verdict, documents: Sequence[str], waiver: Waiver) -> str:
    """An entry that waives a finding of the documents."""
    return _entry("waiver", _finding(verdict, documents) | {
        "reason": waiver.reason, "by": waiver.by, "until": waiver.until})


def baseline_text(verdict: Verdict, documents: Sequence[str], day: dt.date) -> str:
    return _entry("baseline", _finding(verdict, documents) | {"written": day})


def _finding(verdict: Verdict, documents: Sequence[str]) -> dict[str, Written | None]:
    """What tells the finding again: its words, or that they could not be read."""
    return {"rule": verdict.rule, "document": documents,
            "words": [" ".join(one.text.split()) for one in verdict.evidence],
            "verdict": verdict.verdict if verdict.verdict == "unknown" else None}


def _entry(table: str, values: Mapping[str, Written | None]) -> str:
    lines = [f"{key} = {written(value)}\n" for key, value in values.items() if value is not None]
    return f"[[{table}]]\n{''.join(lines)}"


def added(text: str, entries: Sequence[str]) -> str:
    """The text of a file with entries at its end."""
    before = text if not text or text.endswith("\n") else f"{text}\n"
    return "\n".join(([before] if before else []) + list(entries))


def without_baseline(text: str, path: str) -> str:
    """The text of a file without the entries of its baseline; comments stay. Raises ConfigError for
    what is no TOML."""
    try:
        root = nodes(text.encode(), path)
    except NoToml as error:
        raise ConfigError([error.fault]) from None
    lines = text.splitlines(keepends=True)
    for entry in reversed(list(tables(child(root, "baseline")))):
        first, last = entry.start_mark.line, entry.end_mark.line
        while last + 1 < len(lines) and not lines[last + 1].strip():
            last += 1
        del lines[first : last + 1]
    return "".join(lines)
