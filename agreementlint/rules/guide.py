"""Turns the coverage.yaml of rule folders into what the guide recommends, and which rules check it
or why none does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from agreementlint.model import Checked
from agreementlint.rules import COVERAGE, RuleError, read_as
from agreementlint.rules.faults import unknown
from agreementlint.rules.format import Rule, Texts
from agreementlint.rules.verbs import NOWHERE
from agreementlint.strict import Fault, Mark, fault, in_order, phrase


@dataclass(frozen=True)
class Reason:
    """Why no rule checks something: half a sentence for the terminal, used by its name."""

    name: str
    text: Texts
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Recommendation:
    """What the guide recommends on one of its pages, in our own words, with the ids of the rules
    that check it or the name of the reason why none does; `question` is then what people may ask
    themselves instead."""

    page: int
    asks: Texts
    rules: tuple[str, ...] = ()
    unchecked: str | None = None
    question: Texts | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Chapter:
    chapter: str
    title: Texts
    recommendations: tuple[Recommendation, ...]
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Coverage:
    """A guide, chapter by chapter, as the rules beside the file cover it."""

    edition: dt.date
    reasons: tuple[Reason, ...]
    chapters: tuple[Chapter, ...]
    at: Mark = field(default=NOWHERE, compare=False)

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        return tuple(one for chapter in self.chapters for one in chapter.recommendations)

    @property
    def places(self) -> frozenset[tuple[str, str, int]]:
        """The id of a rule, chapter and page, for each time that a recommendation names a rule."""
        return frozenset((id, chapter.chapter, one.page) for chapter in self.chapters
                         for one in chapter.recommendations for id in one.rules)


def coverages(dirs: Iterable[Path], rules: Sequence[Rule]) -> tuple[Coverage, ...]:
    """The coverage of every guide that the folders have rules for. Raises RuleError with every
    mistake, also where a file and the rules beside it disagree, or when no folder has one."""
    found: list[Coverage] = []
    faults: list[Fault] = []
    folders = list(dirs)
    files = [file for folder in folders for file in sorted(folder.rglob(COVERAGE))]
    if not files:
        faults += [fault(Mark(str(folder), 1, 1), "fault-no-coverage", file=COVERAGE)
                   for folder in folders]
    for file in files:
        coverage, wrong = read_as(Coverage, file)
        faults.extend(wrong)
        if coverage is not None:
            found.append(coverage)
            faults.extend(coverage_faults(coverage, rules))
    if faults:
        raise RuleError(in_order(faults))
    return tuple(found)


def checked(coverages: Sequence[Coverage], chosen: Collection[str]) -> Checked:
    """How many of the recommendations a rule among the `chosen` ids checks."""
    every = [one for coverage in coverages for one in coverage.recommendations]
    return Checked(sum(not set(chosen).isdisjoint(one.rules) for one in every), len(every))


def coverage_faults(coverage: Coverage, rules: Sequence[Rule]) -> Iterator[Fault]:
    """What the format of the file cannot show."""
    yield from taken("chapter", [(one.chapter, one.at) for one in coverage.chapters])
    yield from taken("reason", [(one.name, one.at) for one in coverage.reasons])
    reasons = {one.name for one in coverage.reasons}
    used = {one.unchecked for one in coverage.recommendations}
    by_id = {rule.id: rule for rule in rules}
    for reason in coverage.reasons:
        if reason.name not in used:
            yield fault(reason.at, "fault-unused-reason", word=reason.name)
    for one in coverage.recommendations:
        if bool(one.rules) == (one.unchecked is not None):
            yield fault(one.at, "fault-rules-or-unchecked")
        if one.unchecked is not None and one.unchecked not in reasons:
            yield unknown(one.at, phrase("what-reason"), one.unchecked, reasons)
        yield from named_faults(one, by_id)
    yield from unnamed_faults(coverage, rules)


def taken(what: str, names: Iterable[tuple[str, Mark]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for name, at in names:
        if name in seen:
            yield fault(at, f"fault-{what}-twice", word=name)
        seen.add(name)


def named_faults(one: Recommendation, by_id: Mapping[str, Rule]) -> Iterator[Fault]:
    """Rules that there are not, or that refer to no place in the guide."""
    for id in one.rules:
        if id not in by_id:
            yield unknown(one.at, phrase("what-rule"), id, by_id)
        elif by_id[id].guide.chapter is None:
            yield fault(one.at, "fault-no-chapter", rule=id)


def unnamed_faults(coverage: Coverage, rules: Iterable[Rule]) -> Iterator[Fault]:
    """Rules beside the file that refer to a place where it does not name them."""
    beside = Path(coverage.at.path).parent
    for rule in rules:
        guide = rule.guide
        if guide.chapter is None or not Path(rule.at.path).is_relative_to(beside):
            continue
        if guide.edition != coverage.edition:
            yield fault(rule.at, "fault-other-edition", file=COVERAGE,
                        edition=coverage.edition)
        elif (rule.id, guide.chapter, guide.page) not in coverage.places:
            yield fault(rule.at, "fault-not-covered", file=COVERAGE, rule=rule.id,
                        chapter=guide.chapter, page=guide.page)
