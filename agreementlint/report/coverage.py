"""Turns Coverages into text for a person: what a guide recommends, and which of it is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from rich.text import Text

from agreementlint.messages import listed, say, shown
from agreementlint.model import Lang, VerdictName
from agreementlint.report.style import Style
from agreementlint.report.terminal import COLOURS
from agreementlint.report.text import visible
from agreementlint.report.typeset import Line, typeset
from agreementlint.report.words import SIGNS
from agreementlint.rules.format import Rule
from agreementlint.rules.guide import Coverage, Recommendation


def coverage_report(coverages: Sequence[Coverage], rules: Sequence[Rule], lang: Lang,
                    style: Style) -> str:
    """Every guide by chapter, how much of it is checked, and the rules that go beyond."""
    return typeset(lines(coverages, rules, lang, style.width), style)


def lines(coverages: Sequence[Coverage], rules: Sequence[Rule], lang: Lang, width: int,
          ) -> Iterator[Line]:
    names = {rule.id: rule.name for rule in rules}
    for coverage in coverages:
        yield 0, Text(f"{say(lang, 'guide')} {shown(coverage.edition, lang)}", "bold underline")
        yield 0, Text(say(lang, "coverage-legend"), "dim")
        yield 0, Text()
        for chapter in coverage.chapters:
            number = say(lang, "chapter", chapter=chapter.chapter)
            yield 0, Text(visible(f"{number} {chapter.title.of(lang)}"), "bold")
            for one in chapter.recommendations:
                yield from recommendation_lines(one, told(one, coverage, names, lang), lang, width)
            yield 0, Text()
        every = coverage.recommendations
        checked = sum(bool(one.rules) for one in every)
        yield 0, Text(say(lang, "coverage-total", checked=checked, all=len(every)), "bold")
    if beyond := [rule.id for rule in rules if rule.guide.chapter is None]:
        yield 0, Text(visible(say(lang, "coverage-beyond", rules=listed(beyond, lang))), "dim")


def told(one: Recommendation, coverage: Coverage, names: Mapping[str, str], lang: Lang) -> str:
    """The rules that check it, or why none does."""
    if one.rules:
        return ", ".join(f"{id} {names[id]}" for id in one.rules)
    return next(reason.text.of(lang) for reason in coverage.reasons
                if reason.name == one.unchecked)


def recommendation_lines(one: Recommendation, told: str, lang: Lang, width: int,
                         ) -> Iterator[Line]:
    """What is recommended, hanging from its sign, and below it the page and what is `told`."""
    verdict: VerdictName = "pass" if one.rules else "inapplicable"
    first, *rest = wrap(visible(one.asks.of(lang)), width - 4)
    yield 2, Text.assemble((SIGNS[verdict], COLOURS[verdict]), f" {first}")
    for line in rest:
        yield 4, Text(line)
    yield 4, Text(visible(f"{say(lang, 'guide-page', page=one.page)} · {told}"), "dim")
