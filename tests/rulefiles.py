"""A small rule file, its parts replaceable, for tests of whatever reads or uses rules."""

from __future__ import annotations

from pathlib import Path

from agreementlint.rules import load
from agreementlint.rules.format import Rule

TEXT = """\
id: {id}
name: {name}
severity: {severity}
guide:
  edition: 2023-03-27
  chapter: "7"
  page: 25
  asks: {{nb: Det sies noe., nn: Det blir sagt noko., en: Something is said.}}
why: {{nb: Fordi., nn: Fordi., en: Because.}}
cases:
{cases}
absent:
{absent}
remedy:
  nb: {{advice: Si noe., clause: Vi sier noe.}}
  nn: {{advice: Sei noko., clause: Vi seier noko.}}
  en: {{advice: Say something.}}
examples:
{examples}
"""

CASES = """\
  - verdict: pass
    when: {fact: {name: meetings_per_year, state: [stated], at_least: 2}}
    message: {nb: "{value} møter.", nn: "{value} møte.", en: "{value} meetings."}
"""

ABSENT = """\
  verdict: fail
  message: {nb: Ingenting., nn: Ingenting., en: Nothing.}
  looked_for: {nb: [møte, samling], nn: [møte, samling], en: [meeting]}
"""

EXAMPLES = """\
  - {verdict: pass, text: To møter.}
  - {verdict: fail, text: Ingen ting.}
"""


def rule_text(id: str = "PR002", name: str = "moter", severity: str = "warning",
              cases: str = CASES, absent: str = ABSENT, examples: str = EXAMPLES) -> str:
    return TEXT.format(id=id, name=name, severity=severity, cases=cases.rstrip(),
                       absent=absent.rstrip(), examples=examples.rstrip())


def write_rule(folder: Path, id: str = "PR002", name: str = "moter", **parts: str) -> Path:
    file = folder / f"{id}-{name}.yaml"
    file.write_text(rule_text(id, name, **parts), encoding="utf-8")
    return file


def one_rule(folder: Path, **parts: str) -> Rule:
    write_rule(folder, **parts)
    rule, = load([folder])
    return rule
