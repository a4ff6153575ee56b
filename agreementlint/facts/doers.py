"""Clauses → who does what they say: the kommune, the police, the politikontakt or both parties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from agreementlint.clauses import Clause
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Doer = Literal["kontakt", "kommune", "politi", "begge"]

_NOUNS: Mapping[Doer, re.Pattern[str]] = {
    "kontakt": wording("handlende", "kontakt"),
    "kommune": wording("handlende", "kommune"),
    "politi": wording("handlende", "politi"),
    "begge": wording("handlende", "begge"),
}
_NOT_SUBJECT = wording("handlende", "not_subject")
_GENITIVE = wording("handlende", "genitive")
_EXPECTS = wording("handlende", "expects")
_OF_WHOM: Mapping[Doer, re.Pattern[str]] = {
    "kommune": wording("handlende", "of_kommune"),
    "politi": wording("handlende", "of_police"),
}
_SAME = wording("handlende", "samme")
_LABEL = re.compile(r"^\W*(?:[a-zæøå0-9]{1,2}[.)]\s+)?")
_RELATIVE = re.compile(r"^\W*(?:som|der)\b", re.I)
_JOINED = re.compile(r"^\s*(?:og|samt)\s*$|^\s*(?:,|/)\s*$", re.I)


def named(words: str) -> Doer | None:
    """Who is named in these words as the one who does something: the first that is no owner and
    has no preposition, but not who merely expects something of the other side. Both sides joined
    ("kommunen og politiet") are "begge"."""
    expects = _EXPECTS.search(words)
    if expects:
        of_whom = [who for who, pattern in _OF_WHOM.items() if pattern.search(words)]
        return of_whom[0] if of_whom else _first(words[expects.end() :])
    return _first(words)


def _first(words: str) -> Doer | None:
    found = _mentions(words)
    if not found:
        return None
    first = found[0]
    for other in found[1:2]:
        between = words[first[1] : other[0]]
        if _JOINED.match(between) and {first[2], other[2]} == {"kommune", "politi"}:
            return "begge"
    return first[2]


def doers(agreement: Agreement, clauses: Sequence[Clause]) -> tuple[Doer | None, ...]:
    """For each clause the one who does it: named in it, in its sentence before it, in the lead of
    its list, or by the pronoun that goes on about the sentence before."""
    found: list[Doer | None] = []
    last: dict[int, Doer | None] = {}  # of each sentence that was seen, the doer it ends with
    before: Clause | None = None
    for clause in clauses:
        # "hjelpe kommunene med …": whom it is done to
        own = "" if clause.kind == "bullet" and not _is_sentence(clause) else clause.words
        doer = named(own)
        pronoun = _SAME.search(own)
        if before and before.sentence == clause.sentence and _RELATIVE.match(own):
            doer = _antecedent(before.words) or last[clause.sentence]
        elif pronoun and named(own[: pronoun.start()]) is None:
            doer = last.get(clause.sentence, last.get(clause.sentence - 1))
            if before and _NOUNS["kontakt"].search(before.words):
                doer = "kontakt"
        elif doer is None and clause.sentence in last:
            doer = last[clause.sentence]
        elif doer is None and clause.lead is not None and clause.kind in ("bullet", "row"):
            doer = last.get(clause.lead)
        found.append(doer)
        last[clause.sentence] = doer
        before = clause
    return tuple(found)


def _antecedent(words: str) -> Doer | None:
    """Whom a relative clause after these words is about: the one named last."""
    ends = [(m.end(), who) for who, pattern in _NOUNS.items() for m in pattern.finditer(words)]
    return max(ends)[1] if ends and len(words.rstrip(" ,")) - max(ends)[0] < 2 else None


def _is_sentence(bullet: Clause) -> bool:
    """Whether a bullet is a sentence of its own, or a clause with "at", rather than an infinitive
    that its lead goes on with."""
    said = _LABEL.sub("", bullet.text)
    if said[:1].isupper() and said.rstrip().endswith((".", "!")):
        return True
    return said.startswith("at ") or any(start < 6 for start, _, _ in _mentions(bullet.words))


def _mentions(words: str) -> list[tuple[int, int, Doer]]:
    taken: list[tuple[int, int, Doer]] = []
    for doer, pattern in _NOUNS.items():
        for match in pattern.finditer(words):
            if _NOT_SUBJECT.search(words[: match.start()]) or _GENITIVE.match(words[match.end() :]):
                continue
            if all(match.end() <= start or end <= match.start() for start, end, _ in taken):
                taken.append((match.start(), match.end(), doer))
    return sorted(taken)
