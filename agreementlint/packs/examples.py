"""A rule and a text into what the rule says of it, by way of the whole program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agreementlint.checks import Case, SlowPattern
from agreementlint.lint import judged, lint
from agreementlint.model import Lang, Verdict, VerdictName
from agreementlint.rules.format import Example, Rule

AS_OF = dt.date(2024, 1, 1)
"""The day on which examples are judged that name none."""

AROUND = """\
Samarbeidsavtale

Innledning

Denne teksten beskriver hva kommunen og politiet er blitt enige om.

{passage}

Kontakt

Spørsmål til teksten kan sendes til postmottaket, som svarer innen rimelig tid.
"""


@dataclass(frozen=True)
class Tried:
    """An example of a rule and what the rule says of it. `case` is the text as rules see it, with
    the verdicts of the rules that this one asks for; `slow` the pattern that took too long."""

    rule: Rule
    example: Example
    case: Case
    verdict: Verdict
    slow: SlowPattern | None = None

    @property
    def holds(self) -> bool:
        return self.slow is None and self.verdict.verdict == self.example.verdict


def tried(rule: Rule, rules: Mapping[str, Rule], lang: Lang) -> tuple[Tried, ...]:
    """All examples of the rule; `rules` are those that it may ask for, by id."""
    needed = tuple(with_required(rule, rules))
    return tuple(attempt(rule, needed, example, lang) for example in rule.examples)


def attempt(rule: Rule, needed: Sequence[Rule], example: Example, lang: Lang) -> Tried:
    case = case_of(example.text if example.whole else within(example.text),
                   example.as_of or AS_OF)
    linted = lint(case, needed, lang)
    verdicts = {one.rule: one for one in linted.verdicts}
    wrong = dict(linted.crashes).get(rule.id)
    if wrong is not None and not isinstance(wrong, SlowPattern):
        raise wrong
    given: dict[str, VerdictName] = {id: one.verdict for id, one in verdicts.items()}
    return Tried(rule, example, replace(case, verdicts=given), verdicts[rule.id], wrong)


def said_of(rule: Rule, one: Tried, lang: Lang) -> tuple[VerdictName, str]:
    """The verdict and message of a changed rule on the same text. Raises SlowPattern."""
    found = judged(rule, one.case, lang)
    return found.verdict, found.message


def with_required(rule: Rule, rules: Mapping[str, Rule]) -> Iterator[Rule]:
    """The rule and all that it asks for, each once."""
    seen: dict[str, Rule] = {}
    todo = [rule]
    while todo:
        one = todo.pop()
        if one.id not in seen:
            seen[one.id] = one
            todo += [rules[id] for id in sorted(one.requires)]
    yield from seen.values()


def within(passage: str) -> str:
    """The passage in the middle of a short agreement that says nothing else."""
    return AROUND.format(passage=passage.strip())


def case_of(text: str, as_of: dt.date) -> Case:
    """A text as the rules see it."""
    from agreementlint import clauses, facts, register, structure
    from agreementlint.reading.dispatch import read_here

    agreement = structure.analyse(read_here(text.encode(), name="eksempel.txt"))
    found = clauses.clauses(agreement)
    return Case(agreement, found, facts.facts(agreement, found, register.register(), as_of), as_of)
