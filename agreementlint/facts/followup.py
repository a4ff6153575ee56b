"""Clauses → how the agreement is followed up: evaluated, and revised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from agreementlint.binding.words import BODIES, read
from agreementlint.clauses import Act, Clause, asked
from agreementlint.facts.amendment import amending
from agreementlint.facts.due import due, is_fragment
from agreementlint.model import Fact, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

WHOLE = frozenset({"avtale", "samarbeid", "politirad"})
PARTIAL = frozenset({"politikontaktordning", "politikontakt", "slt", "prosjekt", "tiltak"})
_AMENDMENT = wording("oppfolging", "amendment")
_IF_CHANGED = wording("oppfolging", "if_changed")
_IF_OUTDATED = wording("oppfolging", "if_outdated")
_ITS_POINTS = re.compile(r"\bpunkt(?:et|a|ene)?\b", re.IGNORECASE)
_AUTOMATIC = wording("oppfolging", "automatic")
_REWORKS = wording("oppfolging", "reworks")
_GOES_ON_BY_ITSELF = wording("oppfolging", "goes_on_by_itself")
_PART = wording("oppfolging", "part")
_ELSEWHERE = wording("oppfolging", "elsewhere")
_UNSAID = wording("oppfolging", "unsaid")
_LOOKS_BACK = wording("oppfolging", "looks_back")
_LABELLED = wording("oppfolging", "labelled")
_CHANGE_TITLE = wording("oppfolging", "change_title")
_CHANGES = wording("oppfolging", "changes")
_TOLD = wording("oppfolging", "told")
_SUCH = wording("oppfolging", "such")
_RENEWS_ITSELF = wording("oppfolging", "renews_itself")
_UNTIL = wording("oppfolging", "until")
_OTHER_THINGS = frozenset({"ovelse", "hendelse", "plan", "politivedtekt", "prosjekt", "tiltak"})
_TITLES = {
    "evaluere": wording("oppfolging", "evaluation_title"),
    "revidere": wording("oppfolging", "revision_title"),
}


def evaluation(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """Whether the cooperation is to be evaluated. States: "whole" (the agreement, the cooperation
    or the politiråd), "optional", "partial" (a scheme, SLT, a project), "other" (an exercise, a
    plan, something unknown), "absent"."""
    found = _acts(agreement, _with_questions(agreement, clauses), "evaluere")
    if any(a.force == "optional" for _, a in found):  # "En slik evaluering gjøres av …"
        found = [(c, a) for c, a in found if not _SUCH.search(c.text[: a.start])]
    for state, objects, forces in (
        ("whole", WHOLE, ("commits",)),
        ("optional", WHOLE, ("optional", "deferred")),
    ):
        hits = _spans(c for c, a in found if a.object in objects and a.force in forces)
        if hits:
            return Fact(None, state, hits)
    if partial := _spans(c for c, a in found if _is_part(c, a)):
        return Fact(None, "partial", partial)
    other = _spans(c for c, a in found if a.force != "negated")
    return Fact(None, "other", other[:2]) if other else Fact()


def evaluation_time(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """When or how often what `evaluation` found is done; value in months for an interval of the
    whole. States: "interval", "moment", "partial" (a time, but only for a part), "vague",
    "absent"."""
    known = _with_questions(agreement, clauses)
    found = _acts(agreement, known, "evaluere")
    whole = [
        (c, a)
        for c, a in found
        if a.object in WHOLE and a.force in ("commits", "optional", "deferred")
    ]
    revised = {c.sentence for c, a in _acts(agreement, clauses, "revidere") if a.object == "avtale"}
    alone = [(c, a) for c, a in whole if c.sentence not in revised] or whole
    times = [(c, due(known, c, a)) for c, a in alone]
    intervals = [(c, t) for c, t in times if t.kind == "interval"]
    if intervals:
        months = {t.months for _, t in intervals if t.months}
        open_choice = any(t.kind == "moment" for _, t in times) and any(
            a.force == "optional" for _, a in whole
        )
        agreed = months.pop() if len(months) == 1 and not open_choice else None
        return Fact(
            agreed, "interval", _spans(c for c, _ in intervals), {"interval": _spoken(agreed)}
        )
    moments = _spans(c for c, t in times if t.kind == "moment")
    if moments:
        return Fact(None, "moment", moments)
    vague = _spans(c for c, t in times if t.kind in ("vague", "demand"))
    if vague or whole:
        return Fact(None, "vague" if vague else "absent", vague)
    partial = [(c, due(known, c, a)) for c, a in found if _is_part(c, a)]
    dated = _spans(c for c, t in partial if t.kind in ("interval", "moment"))
    if dated:
        return Fact(None, "partial", dated)
    return Fact(
        None, "vague" if partial else "absent", _spans(c for c, t in partial if t.kind != "none")
    )


def revision(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """Whether the agreement itself is to be revised; value the interval in months. States:
    "planned" (a stated time, interval or event), "on-demand" (when somebody asks, or no time),
    "prolonged" (automatically), "other" (something else is revised), "absent"."""
    known = _with_questions(agreement, clauses)
    found = _acts(agreement, known, "revidere")
    own = [
        (c, a, due(known, c, a))
        for c, a in found
        if a.object == "avtale" and a.force in ("commits", "optional", "deferred")
    ]
    planned = [
        (c, t)
        for c, a, t in own
        if t.kind in ("interval", "moment") and (a.force == "commits" or t.kind == "interval")
    ]
    if planned:
        months = {t.months for _, t in planned if t.kind == "interval" and t.months}
        return Fact(
            months.pop() if len(months) == 1 else None, "planned", _spans(c for c, _ in planned)
        )
    if own:
        return Fact(None, "on-demand", _spans(c for c, _, _ in own))
    adjusted = _spans(
        c for c in clauses
        if _AMENDMENT.search(c.words) or _is_adjusting(clauses, c, c.text)
    )  # fmt: skip
    adjusted = adjusted or _spans(
        c for c, text in _asked_conditions(clauses) if _is_adjusting(clauses, c, text)
    )
    adjusted = adjusted or _spans(c for c in clauses if _is_titled_change(agreement, c))
    adjusted = adjusted or _spans(amending(agreement, clauses))
    if adjusted:
        return Fact(None, "on-demand", adjusted)
    if prolonged := _spans(_prolonging(agreement, clauses, known)):
        return Fact(None, "prolonged", prolonged)
    other = _spans(c for c, _ in found)
    return Fact(None, "other", other[:2]) if other else Fact()


def _prolonging(
    agreement: Agreement, clauses: Sequence[Clause], known: Sequence[Clause]
) -> Iterator[Clause]:
    """The clauses by which the agreement goes on by itself."""
    for clause, act in _acts(agreement, known, "forlenge"):
        if act.object in ("avtale", None, "annet") and _AUTOMATIC.search(clause.text):
            yield clause
    for clause in clauses:  # "gjelder den i to år til"
        alone = {m.concept for m in clause.things} - BODIES <= {"avtale"}
        if alone and clause.start == 0 and _GOES_ON_BY_ITSELF.search(clause.text):
            yield clause


def _asked_conditions(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, str]]:
    """Questions with what is done then ("Passer ikke avtalen lenger? Da endrer vi den"), as the
    one sentence that they stand for."""
    for clause, after in pairwise(c for c in clauses if c.start == 0):
        if clause.text.rstrip().endswith("?") and after.section == clause.section:
            yield clause, f"{clause.text.rstrip(' ?')}, {after.text}"


def _is_adjusting(clauses: Sequence[Clause], clause: Clause, text: str) -> bool:
    """Whether a sentence, in these words, says what is done when the agreement does not fit."""
    return bool(_IF_OUTDATED.match(text)) or _is_if_changed(clauses, clause, text)


def _is_if_changed(clauses: Sequence[Clause], clause: Clause, text: str) -> bool:
    """ "Trengs det endringer, blir vi enige om dem": what is done if the agreement, named here or
    in the sentence before, is to be changed."""
    condition = _IF_CHANGED.match(text)
    if condition is None:
        return False
    near = [c for c in clauses if c.section == clause.section]
    own = {m.concept for c in near if c.sentence == clause.sentence for m in c.things}
    before = {m.concept for c in near if c.sentence == clause.sentence - 1 for m in c.things}
    of_it = "avtale" in before or _ITS_POINTS.search(condition.group()) or near[0] is clause
    return "avtale" in own or bool(not own - BODIES and of_it)


def _is_titled_change(agreement: Agreement, clause: Clause) -> bool:
    """Whether a sentence under "Endringer" speaks of changes, and names nothing else that could
    be changed."""
    if not _CHANGE_TITLE.match(agreement.sections[clause.section].title):
        return False
    named = {m.concept for m in clause.things} - BODIES - set(WHOLE)
    said = _CHANGES.search(clause.words) and not _TOLD.search(clause.text)
    return bool(said and not named and clause.force != "negated")


def _acts(
    agreement: Agreement, known: Sequence[Clause], name: str
) -> list[tuple[Clause, Act]]:
    """Every act of this name that is not past, in document order."""
    found = [
        (clause, act)
        for clause in known
        for act in clause.acts
        if act.name == name and act.force != "past"
        and not _UNTIL.search(clause.text[: act.end])
        and not (name == "revidere" and _RENEWS_ITSELF.match(clause.text, act.start))
    ]
    if name == "revidere":
        done = {clause.sentence for clause, act in found if act.object == "avtale"}
        found += [(c, act) for c in known if c.sentence not in done for act in _reworked(c)]
    spoken = {clause.section for clause, _ in found}
    titled = _titled(agreement, [c for c in known if c.section not in spoken], name)
    return sorted([*found, *titled], key=lambda pair: (pair[0].sentence, pair[1].start))


def _reworked(clause: Clause) -> Iterator[Act]:
    """ "Vi leser gjennom avtalen og retter det som ikke stemmer": revised, in two verbs."""
    if clause.start == 0 and (both := _REWORKS.search(clause.text)):
        yield Act("revidere", "avtale", clause.force, both.start(), both.end(), noun=False)


def _with_questions(agreement: Agreement, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, and those of headings that ask what the text below answers, in order."""
    both = [*clauses, *asked(agreement, clauses)]
    return tuple(sorted(both, key=lambda c: (c.sentence, c.start)))


def _titled(
    agreement: Agreement, clauses: Sequence[Clause], name: str
) -> Iterator[tuple[Clause, Act]]:
    """The act that only the heading names ("Evaluering av avtalen": "Skjer hvert annet år")."""
    title = _TITLES.get(name)
    if title is None:
        return
    for clause in clauses:
        heading = agreement.sections[clause.section].title
        if not title.search(heading):
            continue
        looks = name == "evaluere" and clause.force != "negated" and _looks_back(clause)
        unsaid = _UNSAID.match(clause.text) or _LABELLED.match(clause.text)
        if is_fragment(clause) or unsaid or looks:
            things = [m.concept for m in read(heading).things]
            default = "samarbeid" if name == "evaluere" else "avtale"
            thing = next((c for c in things if c in WHOLE), things[0] if things else default)
            yield clause, Act(name, thing, clause.force, clause.start, clause.start, noun=True)


def _looks_back(clause: Clause) -> bool:
    """ "Partene fyller ut et skjema sammen": nothing but the heading says what for."""
    known = {m.concept for m in clause.things}
    return bool(_LOOKS_BACK.search(clause.words)) and not known & _OTHER_THINGS


def _is_part(clause: Clause, act: Act) -> bool:
    """Whether a scheme or a joint activity is evaluated, and no exercise, incident or plan."""
    if act.force not in ("commits", "optional"):
        return False
    joint = act.object in ("annet", "plan") and _PART.search(clause.words)
    return act.object in PARTIAL or bool(joint and not _ELSEWHERE.search(clause.words))


def _spans(clauses: Iterable[Clause]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(c.span for c in clauses))


def _spoken(months: float | None) -> str:
    return "" if months is None else f"{months:g}"
