"""Clauses → whether the agreement sets up or describes a politiråd."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from agreementlint.binding.grammar import is_finite
from agreementlint.binding.words import BARE_NAMES
from agreementlint.clauses import Clause
from agreementlint.facts.spans import distinct
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_DESCRIBES = wording("politirad", "describes")
_DECLINED = wording("politirad", "declined")
_PASSING = wording("politirad", "passing")

_ACTS = wording("politirad", "acts")
_SETS_UP = wording("politirad", "sets_up")
_GOVERNED = re.compile(r"\b(?:fra|frå|til|for|av|som)$")
_MEMBERS_OR_MEETINGS = wording("politirad", "members_or_meetings")
_OF_OTHERS = wording("politirad", "of_others")
_THERE = re.compile(r"\W*(?:der|hvor|kor)\s", re.IGNORECASE)
_FIRST_WORDS, _FEWEST_WORDS = 4, 6
_ABBREVIATION = 3


def council(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "described" (set up or described), "declined" (the kommune does not want one),
    "mentioned" (only in passing), "absent"."""
    declined = [c.span for c in clauses if _DECLINED.search(c.words)]
    if declined:
        return Fact(state="declined", evidence=distinct(declined)[:1])
    naming = [c for c in clauses if council_at(c) is not None and not _OF_OTHERS.search(c.words)]
    if not _is_named(agreement, clauses):  # "rådet" is that for the young, for the old
        naming = []
    described = [c for c in naming if _describes(agreement, c)]
    described += [c for c in clauses if _goes_on(agreement, c, naming)]
    topics = {c.sentence for c in naming if _is_topic(c)}
    described += [c for c in clauses if _is_under_topic(c, topics)]
    if described:
        best = sorted(
            described, key=lambda c: (c not in naming, not _is_headed(agreement, c), c.span)
        )
        return Fact(state="described", evidence=distinct([c.span for c in best])[:2])
    if naming:
        return Fact(state="mentioned", evidence=distinct([c.span for c in naming])[:2])
    titled = [s.heading for s in agreement.sections if s.heading and _names_council(s.title)]
    return Fact(state="mentioned", evidence=tuple(titled[:1])) if titled else Fact()


def _is_named(agreement: Agreement, clauses: Sequence[Clause]) -> bool:
    """Whether the politiråd has its own name somewhere, and is not only called "rådet"."""
    words = (m.word for c in clauses for m in c.things if m.concept == "politirad")
    return _names_council(agreement.document.text) or any(w not in BARE_NAMES for w in words)


def _goes_on(agreement: Agreement, clause: Clause, naming: Sequence[Clause]) -> bool:
    """Whether a clause says what the politiråd does without its name: behind a relative clause, or
    as the members and meetings under its heading."""
    if council_at(clause) is not None or clause.force != "commits":
        return False
    named_before = any(c.sentence == clause.sentence and c.start < clause.start for c in naming)
    if named_before and clause.body == "politirad":
        return bool(_DESCRIBES.search(clause.words) or _THERE.match(clause.words))
    if not _is_headed(agreement, clause):
        return False
    return bool(_MEMBERS_OR_MEETINGS.search(clause.words)) or _says_something(agreement, clause)


def _says_something(agreement: Agreement, clause: Clause) -> bool:
    """Whether a sentence right under the politiråd's own title says what goes on there."""
    title = next(agreement.titles(clause.section), "")
    words = clause.text.lower().split()
    own = _names_council(title) and clause.body in (None, "politirad")
    verb = any(is_finite(word) for word in words) or bool(_DESCRIBES.search(clause.words))
    return own and verb and len(words) >= _FEWEST_WORDS


def council_at(clause: Clause) -> int | None:
    """Where the clause names the politiråd first (offset into its text)."""
    return next((m.start for m in clause.things if m.concept == "politirad"), None)


def _is_topic(clause: Clause) -> bool:
    """Whether a sentence only turns to the politiråd, as a title would: "Først politirådet."."""
    words = clause.text.lower().split()
    if clause.kind != "text":
        return False
    return len(words) <= _FIRST_WORDS and not any(is_finite(word) for word in words)


def _is_under_topic(clause: Clause, topics: Set[int]) -> bool:
    """Whether the clause goes on about the politiråd that the sentence before has turned to."""
    if clause.force != "commits" or not {clause.sentence - 1, clause.sentence - 2} & topics:
        return False
    return clause.body in (None, "politirad") and len(clause.text.split()) >= _FIRST_WORDS


def _names_council(words: str) -> bool:
    return "politiråd" in words.lower()


def _is_headed(agreement: Agreement, clause: Clause) -> bool:
    return any(_names_council(title) for title in agreement.titles(clause.section))


def _describes(agreement: Agreement, clause: Clause) -> bool:
    """Whether the clause sets the politiråd up or says what it is, does, or who sits in it, and
    does not only send something to it."""
    if clause.kind == "row":  # and none of a list of abbreviations
        return any(len(word) > _ABBREVIATION for word in clause.text.split()[1:-1])
    if clause.force == "commits" and _ACTS.match(clause.text, council_at(clause) or 0):
        return True
    headed = _is_headed(agreement, clause)
    if _PASSING.search(clause.words) and not headed:
        return False
    before = clause.text[clause.start : council_at(clause)].strip(" ,")
    subject = len(before.split()) <= _FIRST_WORDS and not _GOVERNED.search(before)
    present = clause.force in ("commits", "optional", "negated") and (subject or headed)
    if present and _DESCRIBES.search(clause.words):
        return True
    return clause.force == "commits" and bool(_SETS_UP.search(clause.words))
