"""Turns one agreement (a Case) and the Rules into Verdicts: one for each rule, in their order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agreementlint import messages, places
from agreementlint.checks import Agreement, Case, Match, SlowPattern, match
from agreementlint.model import Absence, Evidence, Lang, Span, Standard, Verdict, VerdictName
from agreementlint.rules.faults import PLACEHOLDER, order_of_judging
from agreementlint.rules.format import Outcome, Rule

MOST_EVIDENCE = 4


class Linted(NamedTuple):
    """The verdicts, and for each rule that crashed its id and what went wrong."""

    verdicts: tuple[Verdict, ...]
    crashes: tuple[tuple[str, Exception], ...] = ()


def lint(case: Case, rules: Sequence[Rule], lang: Lang = "nb", standard: Standard = "nb") -> Linted:
    """Messages are in `lang`; the suggested clause is in the agreement's written `standard`."""
    verdicts: dict[str, Verdict] = {}
    crashes: list[tuple[str, Exception]] = []
    for rule in order_of_judging(rules):
        given: dict[str, VerdictName] = {id: one.verdict for id, one in verdicts.items()}
        try:
            verdicts[rule.id] = judged(rule, dataclasses.replace(case, verdicts=given), lang)
        except SlowPattern as error:
            crashes.append((rule.id, error))
            verdicts[rule.id] = verdict_of(rule, "unknown", messages.say(lang, "slow"), lang)
        except Exception as error:  # a mistake in one rule must not take the others with it
            crashes.append((rule.id, error))
            verdicts[rule.id] = verdict_of(rule, "unknown", messages.say(lang, "crash"), lang)
    return Linted(tuple(with_suggestion(verdicts[rule.id], rule, lang, standard) for rule in rules),
                  tuple(crashes))


def judged(rule: Rule, case: Case, lang: Lang) -> Verdict:
    """The verdict of the first case that holds, else of the rule's absence."""
    for outcome in rule.cases:
        found = match(outcome.when, case)
        if found.held:
            return decided(rule, outcome, found, case, lang)
    return by_absence(rule, rule.absent.verdict, rule.absent.message.of(lang), case, lang)


def decided(rule: Rule, outcome: Outcome, found: Match, case: Case, lang: Lang) -> Verdict:
    message = filled(outcome.message.of(lang), found, lang)
    rests_on_words = found.evidence and not outcome.by_absence
    verdict = verdict_of(rule, outcome.verdict, message, lang) if rests_on_words else (
        by_absence(rule, outcome.verdict, message, case, lang))
    return dataclasses.replace(verdict, evidence=quoted(case, found.evidence))


def by_absence(rule: Rule, verdict: VerdictName, message: str, case: Case, lang: Lang) -> Verdict:
    """A verdict that rests on no words; a `fail` needs that every page was read, and its proof."""
    if verdict != "fail":
        return verdict_of(rule, verdict, message, lang)
    unread = case.agreement.document.unread_pages
    if unread:
        verdict = "unknown"
        message = messages.say(lang, "unread", pages=messages.page_list(unread, lang))
    return dataclasses.replace(verdict_of(rule, verdict, message, lang),
                               absence=absence(rule, case, lang))


def absence(rule: Rule, case: Case, lang: Lang) -> Absence:
    """What was read and looked for, and the first of the rule's near misses that the text has."""
    document = case.agreement.document
    nearest, why_not = None, None
    for near in rule.absent.near:
        found = match(near.when, case)
        if found.held and found.evidence:
            nearest, = quoted(case, found.evidence[:1])
            why_not = near.why_not.of(lang)
            break
    looked_for = rule.absent.looked_for
    return Absence(
        pages_read=None if document.pages is None else document.pages - len(document.unread_pages),
        pages=document.pages,
        looked_for=looked_for.of(lang) if looked_for else (),
        nearest=nearest,
        why_not=why_not,
    )


def quoted(case: Case, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    return tuple(evidence(case.agreement, span)
                 for span in list(dict.fromkeys(spans))[:MOST_EVIDENCE])


def evidence(agreement: Agreement, span: Span) -> Evidence:
    """The agreement's own words, and where a reader finds them."""
    document = agreement.document
    inside = [section for section in agreement.sections if section.span.covers(span)]
    bbox = places.box_of(document, span)
    before, after = places.beside(document, span) if bbox is None else ("", "")
    return Evidence(
        text=places.quote(document, span),
        section=(inside[-1].title or None) if inside else None,
        page=places.page_of(document, span),
        line=places.line_of(document, span),
        bbox=bbox,
        span=span,
        before=before,
        after=after,
    )


def filled(message: str, found: Match, lang: Lang) -> str:
    """The message with the fields of the facts. Raises KeyError for a field that no fact has."""
    return PLACEHOLDER.sub(lambda one: messages.shown(found.details[one[1]], lang), message)


def verdict_of(rule: Rule, verdict: VerdictName, message: str, lang: Lang) -> Verdict:
    return Verdict(
        rule=rule.id,
        name=rule.name,
        verdict=verdict,
        severity=rule.severity,
        message=folded(message),
        suggestion=None,
        chapter=rule.guide.chapter,
        page=rule.guide.page,
        asks=rule.guide.asks.of(lang),
        source=rule.guide.source.of(lang) if rule.guide.source else None,
    )


def with_suggestion(verdict: Verdict, rule: Rule, lang: Lang, standard: Standard) -> Verdict:
    """Findings alone carry a suggestion: the advice, and on the next line the clause if any."""
    if not verdict.is_finding:
        return verdict
    advice, clause = folded(rule.remedy.advice(lang)), rule.remedy.clause(standard)
    suggestion = f"{advice}\n{clause.strip()}" if clause else advice
    return dataclasses.replace(verdict, suggestion=suggestion)


def folded(text: str) -> str:
    return " ".join(text.split())
