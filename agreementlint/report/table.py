"""Turns Rules into their table: one line each."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.messages import say
from agreementlint.model import Lang
from agreementlint.report.text import visible
from agreementlint.report.words import guide_place
from agreementlint.rules.format import AnyRule, Guide


def where_asked(guide: Guide, lang: Lang) -> str:
    """The place in the guide, or the other paper that asks for it."""
    return guide_place(guide.chapter, guide.page, lang) or (
        visible(guide.source.of(lang)) if guide.source else "")


def rule_table(rules: Sequence[AnyRule], lang: Lang) -> str:
    """One line a rule: id, name, how serious, where in the guide."""
    heads = tuple(say(lang, key) for key in ("rule", "name", "severity", "guide"))
    rows = [heads, *((visible(rule.id), visible(rule.name), say(lang, f"severity-{rule.severity}"),
                      where_asked(rule.guide, lang)) for rule in rules)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "".join(f"{id:{widths[0]}}  {name:{widths[1]}}  {severity:{widths[2]}}  {where}".rstrip()
                   + "\n" for id, name, severity, where in rows)
