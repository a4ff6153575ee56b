"""Clauses → who does what they say: the kommune, the police, the politikontakt or both parties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from agreementlint.clauses import Clause
from agreementlint.facts.once import once
from agreementlint.norwegian.caseless import Caseless
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Doer = Literal["kontakt", "kommune", "politi", "begge"]

_NOUNS: Mapping[Doer, Caseless] = {
    "kontakt": wording("handlende", "kontakt"),
    "kommune": wording("handlende", "kommune"),
    "politi": wording("handlende", "politi"),
    "begge": wording("handlende", "begge"),
}
_WIDER: Mapping[Doer, Caseless] = {
    "kommune": wording("handlende", "kommune_wider"),
    "politi": wording("handlende", "politi_wider"),
}
_NOT_SUBJECT = wording("handlende", "not_subject")
_GENITIVE = wording("handlende", "genitive")
_EXPECTS = wording("handlende", "expects")
_OF_WHOM: Mapping[Doer, Caseless] = {
    "kontakt": wording("handlende", "of_contact"),
    "kommune": wording("handlende", "of_kommune"),
    "politi": wording("handlende", "of_police"),
}
_SAME = wording("handlende", "samme")
_LABEL = re.compile(r"^\W*(?:[a-zæøå0-9]{1,2}[.)]\s+)?")
_NEAR = wording("handlende", "near")
_INVERTED = wording("handlende", "inverted")
_BEFORE = 80
"""Characters: how far before a noun a preposition may stand that governs it."""

_PASSIVE = ("es", "ast")
"""Endings of "forventes": whoever is expected to is its subject."""

_LEADING = 25
"""Characters: how far into a sentence its subject may begin."""

_DOES = wording("handlende", "does")
_DEPENDS = wording("handlende", "depends")
_NEAR_SIDE = wording("handlende", "near_side")
_BESIDE = wording("handlende", "beside")
_RELATIVE = re.compile(r"^\W*(?:som|der)\b", re.I)
_MODAL = re.compile(r"(?:skal|vil|bør|må|lyt|har|er)\b", re.I)
_AND = re.compile(r"^\W*(?:og|men|samt)\s+", re.I)
_JOINED = re.compile(r"^\s*(?:og|samt|eller|,|/)\s*(?:\w+\s+){0,3}$", re.I)


def named(words: str) -> Doer | None:
    """Who is named in these words as the one who does something: the first that is no owner and
    has no preposition, but not who merely expects something of the other side. Both sides joined
    ("kommunen og politiet") are "begge"."""
    expecting = _EXPECTS.search(words)
    if expecting and not expecting[0].endswith(_PASSIVE):
        of_whom = [who for who, pattern in _OF_WHOM.items() if pattern.search(words)]
        if of_whom:
            return of_whom[0]
        passive = expecting[0].endswith(("es", "ast"))  # "kommunen forventes å …"
        before = _first(words[: expecting.start()]) if passive else None
        of_whom = [who for who, pattern in _OF_WHOM.items() if passive and pattern.search(words)]
        return _first(words[expecting.end() :]) or before or next(iter(of_whom), None)
    return _first(words)


def expects(words: str) -> bool:
    """Whether somebody expects something of somebody here."""
    return bool(_EXPECTS.search(words))


def _first(words: str, *, wide: bool = False) -> Doer | None:
    found = _mentions(words, wide=wide)
    if not found:
        return None
    first = found[0]
    for other in found[1:2]:
        between = words[first[1] : other[0]]
        if _JOINED.match(between) and {first[2], other[2]} == {"kommune", "politi"}:
            return "begge"
    return first[2]


@once
def doers(agreement: Agreement, clauses: Sequence[Clause]) -> tuple[Doer | None, ...]:
    """For each clause the one who does it: named in it, in its sentence before it, in the lead of
    its list, or by the pronoun that goes on about the sentence before."""
    found: list[Doer | None] = []
    last: dict[int, Doer | None] = {}  # of each sentence that was seen, the doer it ends with
    before: Clause | None = None
    for clause in clauses:
        # "hjelpe kommunene med …": whom it is done to
        own = "" if clause.kind == "bullet" and not _is_sentence(clause) else clause.words
        own = _behind_colon(own)
        doer = None if elided(own) else named(own)
        pronoun = _SAME.search(own)
        if before and before.sentence == clause.sentence and _RELATIVE.match(own) and not pronoun:
            doer = _antecedent(before.words) or last[clause.sentence]
        elif pronoun and named(own[: pronoun.end()]) is None:
            doer = last.get(clause.sentence, last.get(clause.sentence - 1))
            if before and _NOUNS["kontakt"].search(before.words):
                doer = "kontakt"
        elif doer is None and clause.sentence in last:
            doer = last[clause.sentence]
        elif doer is None and clause.lead is not None and clause.kind == "bullet":
            doer = last.get(clause.lead)
        found.append(doer)
        last[clause.sentence] = doer
        before = clause
    return tuple(found)


def _behind_colon(words: str) -> str:
    """The sentence behind a colon, where one begins there with its subject."""
    before, colon, behind = words.partition(": ")
    begins = behind[:1].isupper() and any(start < _LEADING for start, *_ in _mentions(behind))
    return behind if colon and before and begins else words


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


@lru_cache(maxsize=4096)
def _mentions(words: str, *, wide: bool = False) -> tuple[tuple[int, int, Doer], ...]:
    """Start, end and side of each noun that can be a subject here, `wide` also of those who act for
    a side without bearing its name (schools, patrols)."""
    taken: list[tuple[int, int, Doer, bool]] = []
    for doer, pattern in (*_NOUNS.items(), *(_WIDER.items() if wide else ())):
        for match in pattern.finditer(words):
            at, after = match.span()
            governed = bool(_NOT_SUBJECT.search(words, max(0, at - _BEFORE), at))
            owner = bool(_GENITIVE.match(words, after))
            if all(after <= start or end <= at for start, end, *_ in taken):
                taken.append((at, after, doer, governed or owner))
    found: list[tuple[int, int, Doer]] = []
    governed_end = -1  # where the last noun after a preposition ends: "mellom kommunen og politiet"
    for start, end, doer, excluded in sorted(taken):
        joined = governed_end >= 0 and _JOINED.match(words[governed_end:start])
        if excluded or joined:
            governed_end = end
        else:
            found.append((start, end, doer))
    return tuple(found)


def subject_of(words: str, verb: re.Match[str]) -> Doer | None:
    """Who is the subject of this verb: named right after it (inversion) or close before it."""
    before, after = words[: verb.start()], words[verb.end() :]
    mentions = _mentions(before, wide=True)
    at_verb = bool(mentions) and bool(_BESIDE.fullmatch(before[mentions[-1][1] :]))
    if not at_verb and _comes_next(after):
        return _first(after, wide=True)
    if not mentions or not _NEAR.fullmatch(before[mentions[-1][1] :]):
        return None
    run = [
        m
        for i, m in enumerate(mentions)
        if i == len(mentions) - 1 or _JOINED.match(before[m[1] : mentions[i + 1][0]])
    ]
    return "begge" if {m[2] for m in run} >= {"kommune", "politi"} else run[-1][2]


def does(words: str) -> Doer | None:
    """Who does something from day to day: the subject of any verb in the present that stands right
    beside it, but for verbs of being, having, thinking and wishing."""
    if not _NEAR_SIDE.search(words):
        return None
    for verb in _DOES.finditer(words):
        before, after = words[: verb.start()], words[verb.end() :]
        if words[verb.start()].isupper():  # "Porsanger", "Svar"
            continue
        mentions = _mentions(before, wide=True)
        if mentions and _BESIDE.fullmatch(before[mentions[-1][1] :]):
            return None if _DEPENDS.search(before) else subject_of(words, verb)
        free = not mentions and not _DEPENDS.search(before)
        # "Får politiet melding, ringer rektor …"
        if (free or before.rstrip().endswith(",")) and _comes_next(after):
            return _first(after, wide=True)
    return None


def _comes_next(after: str) -> bool:
    """Whether the subject follows its verb: "skal også kommunen …"."""
    return any(_INVERTED.fullmatch(after[:start]) for start, *_ in _mentions(after, wide=True))


def elided(words: str) -> bool:
    """Whether the words go on with a verb whose subject stands before them: "og varsler …"."""
    joint = _AND.match(words)
    if joint is None:
        return False
    verb = _MODAL.match(words, joint.end()) or _DOES.match(words, joint.end())
    return verb is not None and not _mentions(verb[0])


def begins_with_verb(words: str) -> bool:
    """Whether a bullet ("tar imot henvendelser") or what goes on behind "og" begins with what is
    done, not with a person."""
    said = _LABEL.sub("", _AND.sub("", words, count=1))
    verb = _DOES.match(said)
    return verb is not None and not _mentions(verb[0])
