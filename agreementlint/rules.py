"""Turns rule files (YAML) into Rules; every mistake in any of them is reported at once, by place.

The dataclasses here are the format of a rule file: their fields are its keys.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from yaml.nodes import Node

from agreementlint.model import Lang, Severity, Standard, VerdictName
from agreementlint.strict import Decoder, Fault, Mark, decoded, suggestion
from agreementlint.verbs import (
    NOWHERE,
    VERBS,
    Check,
    ClauseCheck,
    Combination,
    FactCheck,
    RuleCheck,
    leaves,
)

CATALOGUE_ORDER = ("PR", "SA", "EV", "PK", "TP", "AV", "UT")
NOT_RULES = frozenset({"vocabulary.yaml", "coverage.yaml"})
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
FIELD = re.compile(r"[a-z][a-z0-9_-]*")


class RuleError(Exception):
    """The rule files have mistakes: `faults` are all of them, in the order of the files."""

    def __init__(self, faults: tuple[Fault, ...]):
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True)
class Texts:
    """The same sentence in every language of the program."""

    nb: str
    nn: str
    en: str
    at: Mark = field(default=NOWHERE, compare=False)

    def of(self, lang: Lang) -> str:
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[lang]


@dataclass(frozen=True)
class Phrases:
    """What was looked for, in every language of the program."""

    nb: tuple[str, ...]
    nn: tuple[str, ...]
    en: tuple[str, ...]

    def of(self, lang: Lang) -> tuple[str, ...]:
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[lang]


@dataclass(frozen=True)
class Guide:
    """Where the guide asks for it, and what it asks, in our own words. `page` is the guide's own
    number; chapter and page are None for what any agreement needs and the guide leaves unsaid."""

    edition: dt.date
    asks: Texts
    chapter: str | None = None
    page: int | None = None


@dataclass(frozen=True)
class Outcome:
    """One case of a rule: when `when` holds, this is the verdict. `message` may name fields of the
    facts in braces."""

    verdict: VerdictName
    when: Check
    message: Texts
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Near:
    """A near miss: what comes close when nothing was found, and why it does not count."""

    when: Check
    why_not: Texts


@dataclass(frozen=True)
class Absent:
    """The verdict when no case holds, and for a finding what was looked for."""

    verdict: VerdictName
    message: Texts
    looked_for: Phrases | None = None
    near: tuple[Near, ...] = ()
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Advice:
    """What to do, and words that may be pasted into the agreement."""

    advice: str
    clause: str | None = None


@dataclass(frozen=True)
class Remedy:
    nb: Advice
    nn: Advice
    en: Advice

    def advice(self, lang: Lang) -> str:
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[lang].advice

    def clause(self, standard: Standard) -> str | None:
        """The suggested clause in the written standard of the agreement."""
        return {"nb": self.nb, "nn": self.nn}[standard].clause


@dataclass(frozen=True)
class Example:
    """A text and the verdict that the rule must give it."""

    verdict: VerdictName
    text: str
    as_of: dt.date | None = None
    note: str | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Rule:
    """One recommendation and how it is judged."""

    id: str
    name: str
    severity: Severity
    guide: Guide
    why: Texts
    cases: tuple[Outcome, ...]
    absent: Absent
    remedy: Remedy
    examples: tuple[Example, ...]
    at: Mark = field(default=NOWHERE, compare=False)

    @property
    def verdicts(self) -> frozenset[VerdictName]:
        """The verdicts that the rule can give a fully read document."""
        return frozenset(case.verdict for case in self.cases) | {self.absent.verdict}

    @property
    def requires(self) -> frozenset[str]:
        """The ids of the rules whose verdicts this one asks for."""
        return frozenset(leaf.id for leaf in map_leaves(self) if isinstance(leaf, RuleCheck))


def map_leaves(rule: Rule) -> Iterator[Check]:
    for when in [part.when for part in rule.cases] + [part.when for part in rule.absent.near]:
        yield from leaves(when)


def builtin() -> Path:
    """The folder of the rules that come with the program: inside an installed package, or beside
    it in a checkout."""
    packaged = Path(__file__).parent / "_rules"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "rules"


def load(dirs: Iterable[Path]) -> tuple[Rule, ...]:
    """All rules of the folders, in catalogue order. Raises RuleError with every mistake."""
    rules: list[Rule] = []
    faults: list[Fault] = []
    for folder in dirs:
        files = rule_files(folder)
        if not files:
            faults.append(Fault(Mark(str(folder), 1, 1), "no rule files (*.yaml) stand here"))
        for file in files:
            rule, wrong = read(file)
            faults.extend(wrong)
            if rule is not None:
                rules.append(rule)
                faults.extend(own_faults(rule, file))
    faults.extend(common_faults(rules, complete=not faults))
    if faults:
        raise RuleError(tuple(sorted(faults)))
    return tuple(sorted(rules, key=place_in_catalogue))


def rule_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.yaml") if path.name not in NOT_RULES)


def read(file: Path) -> tuple[Rule | None, tuple[Fault, ...]]:
    try:
        source = file.read_bytes()
    except OSError as error:
        return None, (Fault(Mark(str(file), 1, 1), f"cannot be read: {error.strerror}"),)
    return decoded(source, str(file), Rule, {Check: condition})


def condition(decoder: Decoder, node: Node) -> Check:
    """A mapping of one verb to its options."""
    entries = decoder.entries(node, VERBS)
    if len(entries) != 1:
        raise decoder.fault(node, f"exactly one verb is expected here: {', '.join(VERBS)}")
    (verb, options), = entries.items()
    kind = VERBS[verb]
    if issubclass(kind, Combination):
        return kind(decoder.sequence(options, Check), at=decoder.mark(node))
    return decoder.record(options, kind)  # type: ignore[no-any-return]


def place_in_catalogue(rule: Rule) -> tuple[int, str]:
    order = {prefix: place for place, prefix in enumerate(CATALOGUE_ORDER)}
    return order.get(rule.id[:2], len(order)), rule.id


def order_of_judging(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules so that each stands after those it asks for."""
    by_id = {rule.id: rule for rule in rules}
    sorter = TopologicalSorter({id: sorted(rule.requires) for id, rule in by_id.items()})
    return tuple(by_id[id] for id in sorter.static_order() if id in by_id)


# ------------------------------------------------------- mistakes that the format cannot show


def own_faults(rule: Rule, file: Path) -> Iterator[Fault]:
    """What is wrong within one rule."""
    if file.stem != f"{rule.id}-{rule.name}":
        yield Fault(rule.at, f"the file must be named {rule.id}-{rule.name}.yaml")
    given = {rule.absent.verdict: rule.absent.at}
    given |= {case.verdict: case.at for case in reversed(rule.cases)}
    for verdict in given.keys() - {example.verdict for example in rule.examples}:
        yield Fault(given[verdict], f'no example shows the verdict "{verdict}"')
    for example in rule.examples:
        if example.verdict not in rule.verdicts:
            yield Fault(example.at, f'no case gives the verdict "{example.verdict}"; '
                        f"possible: {', '.join(sorted(rule.verdicts))}")
    if rule.absent.verdict == "fail" and rule.absent.looked_for is None:
        yield Fault(rule.absent.at, 'the key "looked_for" is missing: a finding by absence says '
                    "what was looked for")
    if (rule.remedy.nb.clause is None) != (rule.remedy.nn.clause is None):
        yield Fault(rule.at, "the remedy's clause must be given in both nb and nn")
    for leaf in map_leaves(rule):
        yield from empty_conditions(leaf)
    for case in rule.cases:
        yield from placeholder_faults(case.message, case.when)
    yield from placeholder_faults(rule.absent.message, None)


def empty_conditions(leaf: Check) -> Iterator[Fault]:
    """Conditions that hold of anything, which nobody can mean."""
    if isinstance(leaf, ClauseCheck) and not (
            leaf.act or leaf.object or leaf.body or leaf.topic or leaf.quantity):
        yield Fault(leaf.at, "the clause says nothing of what it must hold; give act, object, "
                    "body, topic or quantity")
    bounds = (leaf.at_least, leaf.at_most, leaf.below) if isinstance(leaf, FactCheck) else (0,)
    if isinstance(leaf, FactCheck) and not leaf.state and bounds == (None, None, None):
        yield Fault(leaf.at, "the fact says nothing of what it must be; give state, at_least, "
                    "at_most or below")


def placeholder_faults(texts: Texts, when: Check | None) -> Iterator[Fault]:
    """Braces in a message that no fact of its condition fills."""
    has_facts = when is not None and any(isinstance(leaf, FactCheck) for leaf in leaves(when))
    for lang in ("nb", "nn", "en"):
        text = texts.of(lang)
        for name in PLACEHOLDER.findall(text):
            if not FIELD.fullmatch(name):
                yield Fault(texts.at, f"{{{name}}} in {lang} is no name of a field")
            elif not has_facts:
                yield Fault(texts.at, f"{{{name}}} in {lang} cannot be filled: the condition has "
                            "no fact")
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
            yield Fault(texts.at, f"a brace in {lang} has no partner")


def common_faults(rules: list[Rule], complete: bool) -> Iterator[Fault]:
    """What is wrong between rules. References are only judged when every file was read."""
    first: dict[str, Rule] = {}
    for rule in rules:
        for key, value in (("id", rule.id), ("name", rule.name)):
            if value in first:
                yield Fault(rule.at, f'the {key} "{value}" is taken by {first[value].at.path}')
            first.setdefault(value, rule)
    if complete:
        yield from reference_faults({rule.id: rule for rule in rules})


def reference_faults(rules: Mapping[str, Rule]) -> Iterator[Fault]:
    unknown = False
    for rule in rules.values():
        for leaf in map_leaves(rule):
            if isinstance(leaf, RuleCheck) and leaf.id not in rules:
                unknown = True
                yield Fault(leaf.at, f'there is no rule "{leaf.id}"{suggestion(leaf.id, rules)}')
    if unknown:
        return
    try:
        order_of_judging(rules.values())
    except CycleError as error:
        circle = error.args[1]
        yield Fault(rules[circle[0]].at, f"the rules wait for each other: {' → '.join(circle)}")
