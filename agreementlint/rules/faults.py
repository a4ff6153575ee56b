"""Turns Rules into the mistakes that the format of a file cannot show, and into their order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import get_args

from agreementlint.model import Lang
from agreementlint.rules.format import DistrictRule, Rule, Texts
from agreementlint.rules.terms import DISTRICT_CASES, FACTS, clause_words
from agreementlint.rules.verbs import Check, ClauseCheck, FactCheck, RuleCheck, TextCheck, leaves
from agreementlint.strict import Fault, Mark, Phrase, fault, phrase, suggestion

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def rule_faults(rules: Sequence[Rule], complete: bool) -> Iterator[Fault]:
    """What is wrong within and between rules. References are only judged when every file could be
    read (`complete`)."""
    first: dict[str, Rule] = {}
    for rule in rules:
        yield from own_faults(rule)
        for key, value in (("id", rule.id), ("name", rule.name)):
            if value in first:
                yield fault(rule.at, f"fault-{key}-taken", word=value, path=first[value].at.path)
            first.setdefault(value, rule)
    if complete:
        yield from reference_faults({rule.id: rule for rule in rules})


def reference_faults(rules: Mapping[str, Rule]) -> Iterator[Fault]:
    lost = False
    for rule in rules.values():
        for leaf in rule.conditions:
            if isinstance(leaf, RuleCheck) and leaf.id not in rules:
                lost = True
                yield fault(leaf.at, "fault-no-rule", suggestion(leaf.id, rules), word=leaf.id)
    if lost:
        return
    try:
        order_of_judging(rules.values())
    except CycleError as error:
        circle = error.args[1]
        yield fault(rules[circle[0]].at, "fault-circle", circle=" → ".join(circle))


def order_of_judging(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules so that each stands after those it asks for."""
    by_id = {rule.id: rule for rule in rules}
    sorter = TopologicalSorter({id: sorted(rule.requires) for id, rule in by_id.items()})
    return tuple(by_id[id] for id in sorter.static_order() if id in by_id)


def own_faults(rule: Rule) -> Iterator[Fault]:
    """What is wrong within one rule."""
    yield from file_name_faults(rule)
    given = {rule.absent.verdict: rule.absent.at}
    given |= {case.verdict: case.at for case in reversed(rule.cases)}
    for verdict in given.keys() - {example.verdict for example in rule.examples}:
        yield fault(given[verdict], "fault-no-example", verdict=verdict)
    for example in rule.examples:
        if example.verdict not in rule.verdicts:
            yield fault(example.at, "fault-no-case", verdict=example.verdict,
                        allowed=", ".join(sorted(rule.verdicts)))
    if rule.absent.verdict == "fail" and rule.absent.looked_for is None:
        yield fault(rule.absent.at, "fault-looked-for")
    if (rule.remedy.nb.clause is None) != (rule.remedy.nn.clause is None):
        yield fault(rule.at, "fault-clause-in-both")
    for leaf in rule.conditions:
        if isinstance(leaf, ClauseCheck):
            yield from clause_faults(leaf)
        if isinstance(leaf, FactCheck):
            yield from fact_faults(leaf)
        if isinstance(leaf, TextCheck) and not (leaf.words or leaf.pattern):
            yield fault(leaf.at, "fault-any-text")
    for case in rule.cases:
        yield from placeholder_faults(case.message, case.when)
    yield from placeholder_faults(rule.absent.message, None)


def file_name_faults(rule: Rule | DistrictRule) -> Iterator[Fault]:
    if Path(rule.at.path).stem != f"{rule.id}-{rule.name}":
        yield fault(rule.at, "fault-file-name", name=f"{rule.id}-{rule.name}.yaml")


def district_faults(rules: Sequence[DistrictRule]) -> Iterator[Fault]:
    """What is wrong within and between rules of several agreements: each says all that the audit
    may find, and nothing else."""
    first: dict[str, DistrictRule] = {}
    for rule in rules:
        yield from file_name_faults(rule)
        if first.setdefault(rule.id, rule) is not rule:
            yield fault(rule.at, "fault-id-taken", word=rule.id, path=first[rule.id].at.path)
        if rule.id not in DISTRICT_CASES:
            yield unknown(rule.at, phrase("what-district-rule"), rule.id, DISTRICT_CASES)
            continue
        cases = DISTRICT_CASES[rule.id]
        given = [one.case for one in rule.cases]
        for name in cases.keys() - given:
            yield fault(rule.at, "fault-case-missing", case=name)
        for one in rule.cases:
            if one.case not in cases:
                yield unknown(one.at, phrase("what-case"), one.case, cases)
            else:
                yield from unfilled(one.message, cases[one.case])


def clause_faults(check: ClauseCheck) -> Iterator[Fault]:
    """Words that no clause can have, and a condition that holds of any clause."""
    given = {option: words for option in ("act", "object", "body", "topic")
             if (words := getattr(check, option))}
    if not given and not check.quantity:
        yield fault(check.at, "fault-any-clause")
    for option, words in given.items():
        known = clause_words()[option]
        for word in words:
            if word not in known:
                yield unknown(check.at, phrase("what-option", option=option), word, known)


def fact_faults(check: FactCheck) -> Iterator[Fault]:
    """A fact or state that there is not, and a condition that holds of any fact."""
    if check.name not in FACTS:
        yield unknown(check.at, phrase("what-fact"), check.name, FACTS)
        return
    for state in check.state:
        if state not in FACTS[check.name].states:
            yield unknown(check.at, phrase("what-state", fact=check.name), state,
                          FACTS[check.name].states)
    if not check.state and check.at_least is check.at_most is check.below is None:
        yield fault(check.at, "fault-any-fact")


def unknown(at: Mark, what: Phrase, word: str, allowed: Iterable[str]) -> Fault:
    return fault(at, "fault-unknown", suggestion(word, allowed), what=what, word=word,
                 allowed=", ".join(sorted(allowed)))


def placeholder_faults(texts: Texts, when: Check | None) -> Iterator[Fault]:
    """Braces in a message that no fact of its condition fills."""
    facts = [leaf.name for leaf in leaves(when) if isinstance(leaf, FactCheck)] if when else []
    yield from unfilled(texts, {field for name in facts if name in FACTS
                                for field in ("value", "state", *FACTS[name].details)})


def unfilled(texts: Texts, fields: Collection[str]) -> Iterator[Fault]:
    """Braces in a message that none of the `fields` fills."""
    for lang in get_args(Lang):
        text = texts.of(lang)
        for name in PLACEHOLDER.findall(text):
            if not fields:
                yield fault(texts.at, "fault-unfilled", field=name, lang=lang)
            elif name not in fields:
                yield unknown(texts.at, phrase("what-field", lang=lang), name, fields)
        if {*"{}"} & {*PLACEHOLDER.sub("", text)}:
            yield fault(texts.at, "fault-brace", lang=lang)
