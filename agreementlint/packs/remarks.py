"""A rule and its examples into what a careful author would want to know: conditions that no example
needs, words that none has, patterns that take too long, remedies that do not help, and what is
missing of sources and languages."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from agreementlint.checks import SlowPattern, place_of, sentences
from agreementlint.model import FINDINGS, Lang, Standard
from agreementlint.norwegian import bounded
from agreementlint.norwegian.standard import standard
from agreementlint.packs.examples import Tried, attempt, said_of, with_required
from agreementlint.rules.format import Example, Rule, Texts
from agreementlint.rules.verbs import Pattern, RuleCheck, Term, TextCheck
from agreementlint.strict import Fault, fault

Level = Literal["warning", "note"]
STANDARDS: tuple[Standard, ...] = get_args(Standard)
CUES = 4
"""How often a short text is read so that one word is enough to tell its written standard."""
FEWEST_WORDS = 5
"""Of a text that cannot by chance be the same in two languages."""

_LITERAL = re.compile(r"(?<!\\)[^\W_]+")
_OTHER = re.compile(r"[^\w\s\\()\[\]{}|*+?^$.]")


class Remark(NamedTuple):
    """What may be wrong with a rule that works: a "warning" where it proves or judges nothing, a
    "note" where something could be better."""

    level: Level
    fault: Fault


def remarks(rule: Rule, shown: Sequence[Tried], rules: Mapping[str, Rule], lang: Lang,
            ) -> tuple[Remark, ...]:
    """All remarks on a rule, in the order of its file. `shown` are its examples, judged in that
    language."""
    found: list[Remark] = []
    found += [Remark("warning", one) for one in slow_patterns(rule)]
    if not any(one.slow for one in shown):
        found += [Remark("warning", one) for one in untested_cases(rule, shown, lang)]
        found += [Remark("warning", one) for one in unseen_words(rule, shown)]
        found += [Remark("warning", one) for one in remedies_that_fail(rule, shown, rules)]
        found += [Remark("note", one) for one in never_near(rule, shown)]
    if not rule.verdicts & FINDINGS:
        found.append(Remark("warning", fault(rule.at, "pack-no-finding")))
    found += [Remark("note", one) for one in (*unsourced(rule), *untold(rule), *unshown(rule))]
    return tuple(sorted(found, key=lambda one: one.fault.mark))


def slow_patterns(rule: Rule) -> Iterator[Fault]:
    """Patterns that take too long on texts made to tire them: what they name, again and again."""
    for pattern in dict.fromkeys(sought(rule)):
        if isinstance(pattern, Pattern) and any(
                is_slow(pattern.source, text) for text in tiring(pattern.source)):
            yield fault(pattern.at, "pack-slow", pattern=pattern.source)


def is_slow(source: str, text: str) -> bool:
    try:
        bounded.search(source, text)
    except bounded.TooSlow:
        return True
    return False


def tiring(source: str) -> Iterator[str]:
    """Long texts of what the pattern names, which end otherwise than it wants."""
    words = _LITERAL.findall(source)
    end = "".join(dict.fromkeys(_OTHER.findall(source))) + "§"
    units = dict.fromkeys([*words, *"".join(words), "a", "1", " ", "ord ", "ord, "])
    for unit in units:
        for before in dict.fromkeys(("", *words[:1])):
            for behind in dict.fromkeys(("", *words[-1:])):
                yield f"{before}{unit * 60}{end}{behind}"


def untested_cases(rule: Rule, shown: Sequence[Tried], lang: Lang) -> Iterator[Fault]:
    """Cases without which every example gets the same verdict and message."""
    for place, case in enumerate(rule.cases):
        if isinstance(case.when, RuleCheck) and case.when.is_ == ("unknown",):
            continue  # no example has pages that cannot be read
        others = (*rule.cases[:place], *rule.cases[place + 1 :])
        without = dataclasses.replace(rule, cases=others)
        if all(said_of(without, one, lang) == (one.verdict.verdict, one.verdict.message)
               for one in shown):
            yield fault(case.at, "pack-untested", verdict=case.verdict)


def unseen_words(rule: Rule, shown: Sequence[Tried]) -> Iterator[Fault]:
    """Words and patterns that stand in no example."""
    texts = [parts[0].text for one in shown for parts in sentences(one.case.clauses)]
    for one in dict.fromkeys(sought(rule)):
        if not any(found(one, text) for text in texts):
            yield fault(one.at, "pack-unseen", word=one.source)


def found(one: Term | Pattern, text: str) -> bool:
    try:
        return place_of(one, text) is not None
    except SlowPattern:  # which is told elsewhere
        return True


def sought(rule: Rule) -> Iterator[Term | Pattern]:
    for leaf in rule.conditions:
        if isinstance(leaf, TextCheck):
            yield from leaf.words
            yield from leaf.pattern
            yield from leaf.with_


def remedies_that_fail(rule: Rule, shown: Sequence[Tried], rules: Mapping[str, Rule],
                       ) -> Iterator[Fault]:
    """Suggested clauses with which the rule does not pass: neither by themselves nor behind any
    example that lacks them."""
    needed = tuple(with_required(rule, rules))
    lacking = [one.example for one in shown if one.verdict.verdict in FINDINGS]
    for name in STANDARDS:
        clause = rule.remedy.clause(name)
        if clause is None or "[" in clause:  # a blank that only the parties can fill in
            continue
        texts = [Example("pass", clause), *(
            dataclasses.replace(one, text=f"{one.text.strip()}\n\n{clause}") for one in lacking)]
        got = [attempt(rule, needed, text, "nb").verdict.verdict for text in texts]
        if "pass" not in got:
            yield fault(rule.remedy.at, "pack-remedy", standard=name, verdict=got[0])


def never_near(rule: Rule, shown: Sequence[Tried]) -> Iterator[Fault]:
    """A rule of words that is never shown a text that has them and yet does not pass."""
    words = tuple(sought(rule))
    near = (one for one in shown if one.verdict.verdict != "pass"
            for parts in sentences(one.case.clauses)
            if any(found(word, parts[0].text) for word in words))
    if words and not any(near):
        yield fault(rule.at, "pack-never-near")


def unsourced(rule: Rule) -> Iterator[Fault]:
    guide = rule.guide
    if guide.source is None and (guide.chapter is None or guide.page is None):
        yield fault(guide.at, "pack-unsourced")
    if rule.title is None:
        yield fault(rule.at, "pack-untitled")
    if rule.remedy.clause("nb") is None:
        yield fault(rule.remedy.at, "pack-no-clause")


def untold(rule: Rule) -> Iterator[Fault]:
    """Texts that are the same in two languages: one of them was forgotten."""
    for texts in texts_of(rule):
        said: dict[str, Lang] = {}
        for lang in get_args(Lang):
            text = texts.of(lang)
            if text in said and len(text.split()) >= FEWEST_WORDS:
                yield fault(texts.at, "pack-untranslated", one=said[text], other=lang)
            said.setdefault(text, lang)


def texts_of(rule: Rule) -> Iterator[Texts]:
    yield from (rule.guide.asks, rule.why, *(case.message for case in rule.cases),
                rule.absent.message, *(near.why_not for near in rule.absent.near))


def unshown(rule: Rule) -> Iterator[Fault]:
    """Written standards without an example, and examples that stand there twice."""
    written = {standard(f"{example.text} " * CUES) for example in rule.examples}
    for name in STANDARDS:
        if name not in written:
            yield fault(rule.examples[0].at, "pack-no-standard", standard=name)
    seen: set[object] = set()
    for example in rule.examples:
        said = (" ".join(example.text.split()), example.as_of, example.whole)
        if said in seen:
            yield fault(example.at, "pack-same-example")
        seen.add(said)
