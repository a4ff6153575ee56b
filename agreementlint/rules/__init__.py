"""Turns rule files (YAML) into Rules; every mistake in any of them is told at once, by place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from yaml.nodes import Node

from agreementlint.rules.faults import district_faults, rule_faults
from agreementlint.rules.format import DistrictRule, Rule
from agreementlint.rules.verbs import VERBS, Check, Combination, Pattern, Term
from agreementlint.strict import Decoder, Fault, Hook, Mark, because, decoded, fault, in_order

Record = TypeVar("Record")
NO_HOOKS: Mapping[type, Hook] = MappingProxyType({})
CATALOGUE_ORDER = ("PR", "SA", "EV", "PK", "TP", "AV", "UT")
COVERAGE = "coverage.yaml"
PACKS = "pakker"
"""The folder, beside the rules of the guide, of packs that hold only where they are asked for."""
NOT_RULES = frozenset({"vocabulary.yaml", "wording", COVERAGE, PACKS})
SCOPED = re.compile(rb"^scope:", re.MULTILINE)
"""What marks the file of a DistrictRule."""


class RuleError(Exception):
    """The rule files have mistakes: `faults` are all of them, in the order of the files."""

    def __init__(self, faults: tuple[Fault, ...]):
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def builtin() -> Path:
    """The folder of the rules that come with the program: inside an installed package, or beside
    it in a checkout."""
    package = Path(__file__).parents[1]
    packaged = package / "_rules"
    return packaged if packaged.is_dir() else package.parent / "rules"


def named_pack(word: str, beside: Path = Path()) -> Path | None:
    """The folder of a pack: one of that path, relative to the folder `beside`, or one of that name
    which comes with the program; None where there is neither."""
    if word and (beside / word).is_dir():
        return beside / word
    return builtin() / PACKS / word if word in pack_names() else None


def pack_names() -> tuple[str, ...]:
    """The packs that come with the program."""
    return tuple(sorted(one.name for one in (builtin() / PACKS).glob("*") if one.is_dir()))


def load(dirs: Iterable[Path]) -> tuple[Rule, ...]:
    """All rules of the folders, in catalogue order. Raises RuleError with every mistake."""
    rules: list[Rule] = []
    faults: list[Fault] = []
    for folder in dirs:
        files = rule_files(folder)
        if not files:
            faults.append(fault(Mark(str(folder), 1, 1), "fault-no-rules"))
        for file in (file for file in files if not is_of_districts(file)):
            rule, wrong = read(file)
            faults.extend(wrong)
            if rule is not None:
                rules.append(rule)
    faults.extend(rule_faults(rules, complete=not faults))
    if faults:
        raise RuleError(in_order(faults))
    return tuple(sorted(rules, key=place_in_catalogue))


def load_district(dirs: Iterable[Path]) -> tuple[DistrictRule, ...]:
    """The rules of several agreements in the folders, in the order of their ids. Raises RuleError
    with every mistake."""
    rules: list[DistrictRule] = []
    faults: list[Fault] = []
    for file in (file for folder in dirs for file in rule_files(folder) if is_of_districts(file)):
        rule, wrong = read_as(DistrictRule, file)
        faults.extend(wrong)
        if rule is not None:
            rules.append(rule)
    faults.extend(district_faults(rules))
    if faults:
        raise RuleError(in_order(faults))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def is_of_districts(file: Path) -> bool:
    """Whether a rule file says that it is of several agreements (`scope: district`)."""
    try:
        return bool(SCOPED.search(file.read_bytes()))
    except OSError:  # told when it is read as a rule
        return False


def rule_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.yaml")
                  if NOT_RULES.isdisjoint(path.relative_to(folder).parts))


def read(file: Path) -> tuple[Rule | None, tuple[Fault, ...]]:
    return read_as(Rule, file, RULE_HOOKS)


@lru_cache(maxsize=512)
def _decoded(source: bytes, path: str, kind: type[Record], hooks: tuple[tuple[type, Hook], ...],
             ) -> tuple[Record | None, tuple[Fault, ...]]:
    """Rules are asked for by the command line, by what judges and by the guide's coverage: the same
    words at the same place are read once."""
    return decoded(source, path, kind, dict(hooks))


def read_as(kind: type[Record], file: Path, hooks: Mapping[type, Hook] = NO_HOOKS,
            ) -> tuple[Record | None, tuple[Fault, ...]]:
    """The `kind` that the file holds (None when it has faults) and all its faults."""
    try:
        source = file.read_bytes()
    except OSError as error:
        return None, (fault(Mark(str(file), 1, 1), "fault-unreadable", reason=because(error)),)
    return _decoded(source, str(file), kind, tuple(hooks.items()))  # type: ignore[arg-type]


def condition(decoder: Decoder, node: Node) -> Check:
    """A mapping of one verb to its options."""
    entries = decoder.entries(node, VERBS)
    if len(entries) != 1:
        raise decoder.fault(node, "fault-one-verb", verbs=", ".join(VERBS))
    (verb, options), = entries.items()
    kind = VERBS[verb]
    if issubclass(kind, Combination):
        return kind(decoder.sequence(options, Check), at=decoder.mark(node))
    return decoder.record(options, kind)  # type: ignore[no-any-return]


def term(decoder: Decoder, node: Node) -> Term:
    """Words to look for."""
    from agreementlint.norwegian.plainwords import is_plain

    source = decoder.scalar(node, str)
    if not is_plain(source):
        raise decoder.fault(node, "fault-term", word=source)
    return Term(source, decoder.mark(node))


def pattern(decoder: Decoder, node: Node) -> Pattern:
    """An expression that PCRE2 can read, and that does not find something in any text."""
    from agreementlint.norwegian.bounded import BadPattern, TooSlow, search

    source = decoder.scalar(node, str)
    if not source.isprintable():  # "\b" in double quotes is a backspace to YAML
        raise decoder.fault(node, "fault-pattern-unseen")
    try:
        found = search(source, "")
    except BadPattern as error:
        raise decoder.fault(node, "fault-pattern", said=error.said, place=error.at + 1) from None
    except TooSlow:
        raise decoder.fault(node, "fault-pattern-slow") from None
    if found is not None:
        raise decoder.fault(node, "fault-pattern-empty")
    return Pattern(source, decoder.mark(node))


RULE_HOOKS: Mapping[type, Hook] = {Check: condition, Term: term, Pattern: pattern}


def place_in_catalogue(rule: Rule) -> tuple[int, str]:
    order = {prefix: place for place, prefix in enumerate(CATALOGUE_ORDER)}
    return order.get(rule.id[:2], len(order)), rule.id
