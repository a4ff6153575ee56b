"""Turns rules, and what of the guide they check, into pages of the documentation (Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agreementlint.messages import say
from agreementlint.model import Lang, Standard, VerdictName
from agreementlint.report.explain import condition, source, unfilled
from agreementlint.report.table import where_asked
from agreementlint.report.words import SIGNS
from agreementlint.rules.firstsight import first_sight
from agreementlint.rules.format import Absent, AnyRule, DistrictRule, Outcome, Rule
from agreementlint.rules.guide import Coverage, Recommendation

LANG: Lang = "nb"
STANDARDS: Mapping[Standard, str] = {"nb": "bokmål", "nn": "nynorsk"}
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def plain(text: str) -> str:
    """Text on one line, with nothing that Markdown would take for its own."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def called(rule: AnyRule) -> str:
    return rule.called(LANG) if isinstance(rule, Rule) else rule.name.replace("-", " ").capitalize()


def overview(judging: Sequence[Rule], across: Sequence[DistrictRule],
             packs: Mapping[str, Sequence[Rule]]) -> str:
    """The page of all rules; `packs` are those that hold only where they are asked for."""
    more = [line for name, rules in packs.items()
            for line in (f"## Pakken «{plain(name)}»", "",
                         f"Gjelder bare med `--rules {name}`.", "", *table(rules), "")]
    return "\n".join([
        "# Reglene", "",
        f"{len(judging)} regler om hver avtale, og {len(across)} om flere avtaler sammen. Hver er "
        "én fil med sine egne eksempler, og disse sidene er laget av filene. *Krav*, *anbefaling* "
        "og *god praksis* er forklart i [brukerveiledningen](../brukerveiledning.md#alvor).", "",
        "## Om hver avtale", "", *table(judging), "",
        "## Om avtalene i et politidistrikt", "",
        "Disse vurderes av `agreementlint audit`.", "", *table(across), "", *more])


def table(rules: Sequence[AnyRule]) -> Iterator[str]:
    yield "| regel | handler om | alvor | veilederen |"
    yield "| --- | --- | --- | --- |"
    for rule in rules:
        yield (f"| [{rule.id}]({rule.id}.md) | {plain(called(rule))} "
               f"| {say(LANG, f'severity-{rule.severity}')} "
               f"| {plain(where_asked(rule.guide, LANG))} |")


def rule_page(rule: AnyRule) -> str:
    """All that the file of a rule says to people."""
    return "\n".join(page_lines(rule)) + "\n"


def page_lines(rule: AnyRule) -> Iterator[str]:
    about = (say(LANG, f"severity-{rule.severity}").capitalize(), *source(rule, LANG))
    yield from (f"# {rule.id}: {plain(called(rule))}", "")
    yield from (f"`{rule.name}` · {plain(' · '.join(about))}", "")
    yield from section(say(LANG, "asks" if rule.guide.page else "asks-beyond"),
                       plain(rule.guide.asks.of(LANG)))
    yield from section(say(LANG, "why"), plain(rule.why.of(LANG)))
    if isinstance(rule, Rule):
        yield from section(say(LANG, "judged"), *judging(rule))
        yield from section(say(LANG, "reliable"), reliability(rule))
    else:
        yield from section("Slik vurderes det", "Av `agreementlint audit`:", "",
                           "| svar | når |", "| --- | --- |", *(
            f"| {answer(one.verdict)} | {plain(unfilled(one.message.of(LANG)))} |"
            for one in rule.cases))
    yield from section(say(LANG, "advice"), plain(rule.remedy.advice(LANG)))
    if isinstance(rule, Rule):
        yield from clauses(rule)
        yield from section(say(LANG, "examples"), *examples(rule))
        yield from section("For den som skriver regler", *conditions(rule))
    yield "[Alle reglene](index.md)"


def section(heading: str, *lines: str) -> tuple[str, ...]:
    return (f"## {heading}", "", *lines, "")


def answer(verdict: VerdictName) -> str:
    return f"{SIGNS[verdict]} {say(LANG, verdict)}"


def judging(rule: Rule) -> Iterator[str]:
    """The cases in the order in which they are tried."""
    yield "Det første som passer, avgjør."
    yield ""
    yield "| svar | når |"
    yield "| --- | --- |"
    tried: tuple[Outcome | Absent, ...] = (*rule.cases, rule.absent)
    for outcome in tried:
        yield f"| {answer(outcome.verdict)} | {plain(unfilled(outcome.message.of(LANG)))} |"
    if rule.absent.looked_for:
        phrases = ", ".join(rule.absent.looked_for.of(LANG))
        yield ""
        yield f"{plain(say(LANG, 'looked-for', phrases=phrases))}."


def conditions(rule: Rule) -> Iterator[str]:
    """What makes each case, in the words of the rule file."""
    yield from ("Slik står tilfellene i regelfilen, i samme rekkefølge som over:", "")
    for number, case in enumerate(rule.cases, 1):
        yield f"{number}. `{condition(case.when).replace('`', '')}`"


def reliability(rule: Rule) -> str:
    tried = first_sight().get(rule.id)
    if tried is None:
        return say(LANG, "reliability-unknown")
    said = say(LANG, "reliability", right=str(tried.right), judged=str(tried.judged))
    return said.replace("docs/accuracy.md", "[slik er det målt](../accuracy.md)")


def clauses(rule: Rule) -> Iterator[str]:
    for standard, name in STANDARDS.items():
        if clause := rule.remedy.clause(standard):
            yield from section(f"{say(LANG, 'clause')}, {name}", *quoted(clause))


def examples(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        yield from (f"**{answer(example.verdict)}**", "", *quoted(example.text))


def quoted(text: str) -> Iterator[str]:
    """The text as it stands in a file, line for line."""
    yield from ("```text", *text.strip().replace("```", "'''").splitlines(), "```", "")


# ---------------------------------------------------------------- the guide


def coverage_page(guide: Coverage) -> str:
    """What the guide recommends, and which rules check it."""
    reasons = {one.name: one.text.of(LANG) for one in guide.reasons}
    every = [one for chapter in guide.chapters for one in chapter.recommendations]
    total = say(LANG, "coverage-total", checked=sum(bool(one.rules) for one in every),
                all=len(every))
    lines = ["# Hva av veilederen som sjekkes", "", plain(total), ""]
    for chapter in guide.chapters:
        lines += [f"## {chapter.chapter} {plain(chapter.title.of(LANG))}", "",
                  "| side | veilederen anbefaler | sjekkes av |", "| --- | --- | --- |"]
        lines += [f"| {one.page} | {plain(one.asks.of(LANG))} | {checked_by(one, reasons)} |"
                  for one in chapter.recommendations]
        lines.append("")
    return "\n".join(lines)


def checked_by(one: Recommendation, reasons: dict[str, str]) -> str:
    if one.rules:
        return ", ".join(f"[{id}]({id}.md)" for id in one.rules)
    return f"– {plain(reasons[one.unchecked or ''])}"
