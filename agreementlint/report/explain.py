"""Turns a Rule into its explanation for a person."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from agreementlint.messages import say, shown
from agreementlint.model import Lang
from agreementlint.report.style import Style
from agreementlint.report.terminal import COLOURS, clause_lines
from agreementlint.report.text import visible
from agreementlint.report.typeset import Line, typeset
from agreementlint.report.words import SIGNS, guide_place
from agreementlint.rules.faults import PLACEHOLDER
from agreementlint.rules.firstsight import first_sight
from agreementlint.rules.format import AnyRule, DistrictRule, Rule
from agreementlint.rules.verbs import VERBS, Check, Combination


def explanation(rule: AnyRule, lang: Lang, style: Style) -> str:
    """What the guide asks and where, why, how it is judged, suggested wording, examples."""
    return typeset(explained(rule, lang), style)


def explained(rule: AnyRule, lang: Lang) -> Iterator[Line]:
    yield 0, Text(visible(f"{rule.id} {rule.name}"), "bold underline")
    yield 0, Text(" · ".join((say(lang, f"severity-{rule.severity}"), *source(rule, lang))), "dim")
    yield from part(say(lang, "asks" if rule.guide.page else "asks-beyond"),
                    rule.guide.asks.of(lang))
    yield from part(say(lang, "why"), rule.why.of(lang))
    if isinstance(rule, Rule):
        yield from judging(rule, lang)
        yield from reliability(rule, lang)
    else:
        yield from across_agreements(rule, lang)
    yield from part(say(lang, "advice"), rule.remedy.advice(lang))
    if isinstance(rule, Rule):
        yield from clauses(rule, lang)
        yield from examples(rule, lang)


def clauses(rule: Rule, lang: Lang) -> Iterator[Line]:
    for standard in ("nb", "nn"):
        if clause := rule.remedy.clause(standard):
            yield 0, Text()
            yield 0, Text(f"{say(lang, 'clause')} ({standard})", "bold")
            yield from clause_lines(clause.strip(), 2)


def source(rule: AnyRule, lang: Lang) -> Iterator[str]:
    """The guide's edition and the place in it, for what the guide itself asks; else the paper that
    does."""
    if where := guide_place(rule.guide.chapter, rule.guide.page, lang):
        yield f"{say(lang, 'guide')} {shown(rule.guide.edition, lang)}, {where}"
    elif rule.guide.source:
        yield visible(rule.guide.source.of(lang))


def part(heading: str, text: str) -> Iterator[Line]:
    yield 0, Text()
    yield 0, Text(heading, "bold")
    yield 2, Text(visible(text))


def judging(rule: Rule, lang: Lang) -> Iterator[Line]:
    yield 0, Text()
    yield 0, Text(say(lang, "judged"), "bold")
    steps = [(case.verdict, case.message, condition(case.when)) for case in rule.cases]
    steps.append((rule.absent.verdict, rule.absent.message, say(lang, "otherwise")))
    for verdict, message, when in steps:
        word = (f"{SIGNS[verdict]} {say(lang, verdict)}", COLOURS[verdict])
        yield 2, Text.assemble(word, f": {unfilled(message.of(lang))}")
        yield 6, Text(visible(when), "dim")
    if rule.absent.looked_for:
        phrases = ", ".join(rule.absent.looked_for.of(lang))
        yield 6, Text(visible(say(lang, "looked-for", phrases=phrases)))


def across_agreements(rule: DistrictRule, lang: Lang) -> Iterator[Line]:
    """What the audit of several agreements may find."""
    yield 0, Text()
    yield 0, Text(say(lang, "judged-across"), "bold")
    for one in rule.cases:
        word = (f"{SIGNS[one.verdict]} {say(lang, one.verdict)}", COLOURS[one.verdict])
        yield 2, Text.assemble(word, f": {unfilled(one.message.of(lang))}")


def reliability(rule: Rule, lang: Lang) -> Iterator[Line]:
    tried = first_sight().get(rule.id)
    sentence = (
        say(lang, "reliability", right=str(tried.right), judged=str(tried.judged))
        if tried
        else say(lang, "reliability-unknown")
    )
    yield from part(say(lang, "reliable"), sentence)


def unfilled(message: str) -> str:
    """A message with its braces, which the agreement fills, as a gap."""
    return visible(PLACEHOLDER.sub("[…]", message))


def condition(check: Check) -> str:
    """A condition on one line: 'clause(act: evaluere; object: avtale, samarbeid)'."""
    verb = next(name for name, kind in VERBS.items() if type(check) is kind)
    if isinstance(check, Combination):
        return f"{verb}({', '.join(condition(one) for one in check.checks)})"
    options = (f"{name.rstrip('_')}: {words(value)}" for name, value in vars(check).items()
               if name != "at" and given(value))
    return f"{verb}({'; '.join(options)})"


def given(value: object) -> bool:
    return value is not None and value != ()


def words(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def examples(rule: Rule, lang: Lang) -> Iterator[Line]:
    yield 0, Text()
    yield 0, Text(say(lang, "examples"), "bold")
    for example in rule.examples:
        word = (f"{SIGNS[example.verdict]} {say(lang, example.verdict)}", COLOURS[example.verdict])
        note = f": {visible(example.note)}" if example.note and lang == "en" else ""
        yield 2, Text.assemble(word, note)  # notes are the rule makers' own, in English
        for line in example.text.strip().splitlines():
            yield 6, Text(visible(line), "italic")
