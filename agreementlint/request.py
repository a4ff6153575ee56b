"""The words of a command line into what a run needs: its files, and what is told of the rules."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from agreementlint.messages import say, why_unread
from agreementlint.model import Checked, Lang, ReadError, Report, RuleCard
from agreementlint.output import tell

if TYPE_CHECKING:
    from agreementlint.rules.format import AnyRule, Rule


def found(words: Sequence[str], lang: Lang) -> tuple[tuple[str, ...], bool]:
    """The files to read, each once, and whether some word meant none."""
    from agreementlint.run.files import NoList, meant
    from agreementlint.run.remote import NoRemote

    files: dict[str, None] = {}
    empty = False
    try:
        for word, inside in meant(words):
            if not inside:
                empty = True
                tell(say(lang, "empty-folder", path=word))
            files.update(dict.fromkeys(inside))
    except NoList as error:
        empty = True
        tell(say(lang, "no-list", path=error, reason=why_unread(error.why, lang)))
    except NoRemote as error:
        empty = True
        tell(say(lang, f"remote-{error.reason}", path=error.address))
    return tuple(files), empty


def piped(most: int) -> bytes:
    """What stands on standard input, `most` bytes of it. Raises ReadError if that is nothing."""
    data = sys.stdin.buffer.read(most) if sys.stdin is not None else b""
    if not data:
        raise ReadError("empty", "stdin")
    return data


def covered(rules: Sequence[Rule], chosen: Collection[str]) -> Checked | None:
    """How much of the guide the chosen rules check; None where the folder of rules cannot tell,
    which `rules --coverage` explains and no agreement should wait for."""
    from agreementlint.rules import RuleError, builtin
    from agreementlint.rules.guide import checked, coverages

    try:
        return checked(coverages([builtin()], rules), chosen)
    except RuleError:
        return None


def explained(report: Report, rules: Sequence[AnyRule]) -> Report:
    """The report for a format that tells of the rules, and of the guide's chapters."""
    from agreementlint.rules import RuleError, builtin
    from agreementlint.rules.format import Rule
    from agreementlint.rules.guide import coverages

    lang = report.lang
    cards = tuple(RuleCard(
        rule.id, rule.name, rule.called(lang) if isinstance(rule, Rule) else rule.name,
        rule.severity, rule.guide.asks.of(lang), rule.why.of(lang), rule.remedy.advice(lang),
        rule.guide.chapter, rule.guide.page) for rule in rules)
    chapters: dict[str, str] = {}
    with contextlib.suppress(RuleError):  # without their titles the numbers must do
        judging = [rule for rule in rules if isinstance(rule, Rule)]
        chapters = {one.chapter: one.title.of(lang)
                    for coverage in coverages([builtin()], judging) for one in coverage.chapters}
    return replace(report, cards=cards, chapters=chapters)


def edition(rules: Sequence[Rule]) -> str:
    """The day of the guide; rules that come from another paper do not tell it."""
    guides = [rule.guide for rule in rules]
    return max(guide.edition for guide in guides
               if guide.source is None or all(one.source for one in guides)).isoformat()
