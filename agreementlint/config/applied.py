"""A document's report and a Config into the report as its user wants it: which rules, and how
serious they are there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from agreementlint.config.file import Config, Levels, Scope
from agreementlint.config.globs import covers, pattern_in
from agreementlint.model import DocumentReport, Severity
from agreementlint.rules.format import AnyRule, DistrictRule
from agreementlint.rules.selection import UnknownRule, named, selected
from agreementlint.strict import Fault, fault, in_order


@dataclass(frozen=True, slots=True)
class Wanted:
    """The rules that are wanted of all documents, and what a Config says of some. `strictly` says
    that the user has chosen the rules by hand, which no scope overrules."""

    chosen: frozenset[str]
    rules: Sequence[AnyRule]
    config: Config
    strictly: bool = False


def word_faults(config: Config, rules: Sequence[AnyRule]) -> tuple[Fault, ...]:
    """The words of a Config that name no rule."""
    found = []
    for word in config.words:
        try:
            named(word.text, rules)
        except UnknownRule as error:
            found.append(fault(word.at, "fault-unknown-rule", next(iter(error.close), None),
                               word=word.text))
    return in_order(found)


def needed(wanted: Wanted) -> frozenset[str]:
    """The ids of the rules that some document may want."""
    return wanted.chosen.union(*(_selected(scope, wanted) for scope in wanted.config.paths))


def applied(report: DocumentReport, place: str, wanted: Wanted) -> DocumentReport:
    """The report of the file at that place (see `globs`)."""
    scopes = scopes_of(place, wanted.config)
    ids = chosen(scopes, wanted)
    levels = severities((wanted.config.severity, *(one.severity for one in scopes)), wanted.rules)
    return replace(report, verdicts=tuple(
        replace(verdict, severity=levels[verdict.rule]) if verdict.rule in levels else verdict
        for verdict in report.verdicts if verdict.rule in ids))


def with_severities(rules: Sequence[DistrictRule], wanted: Wanted) -> tuple[DistrictRule, ...]:
    """The rules of several agreements, which belong to no path."""
    levels = severities((wanted.config.severity,), wanted.rules)
    return tuple(replace(rule, severity=levels.get(rule.id, rule.severity)) for rule in rules)


def scopes_of(place: str, config: Config) -> tuple[Scope, ...]:
    folder = str(config.folder)
    return tuple(scope for scope in config.paths
                 if any(covers(pattern_in(folder, one), place) for one in scope.glob))


def chosen(scopes: Sequence[Scope], wanted: Wanted) -> Collection[str]:
    ids = wanted.chosen
    for scope in scopes:
        ids = _selected(scope, wanted) or ids
    ignored = [word.text for scope in scopes for word in scope.ignore]
    return ids - {rule.id for word in ignored for rule in named(word, wanted.rules)}


def _selected(scope: Scope, wanted: Wanted) -> frozenset[str]:
    """The rules that a scope wants instead of those of all; none if it has no say."""
    if wanted.strictly or not scope.select:
        return frozenset()
    return selected(wanted.rules, [word.text for word in scope.select], ())


def severities(levels: Sequence[Levels], rules: Sequence[AnyRule]) -> dict[str, Severity]:
    """How serious a rule is, by its id, where these levels say so. Of two words of one level, the
    one that names fewer rules counts; of two levels, the later."""
    found: dict[str, Severity] = {}
    for level in levels:
        pairs = [(named(word.text, rules), severity) for word, severity in level.of]
        for meant, severity in sorted(pairs, key=lambda pair: -len(pair[0])):
            found |= {rule.id: severity for rule in meant}
    return found
