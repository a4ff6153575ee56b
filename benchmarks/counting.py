"""Turns gold judgements and reports into counts: how often the checker says what a reader says.

A judgement is one rule on one document. It is *right* if it is a finding exactly where the gold has
one (either will do where the gold accepts both), and *exact* if the verdict is one of the accepted.
Precision and recall are those of findings; a missing verdict is never right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

FINDINGS = frozenset({"fail", "review", "unknown"})
NUMBER_SLACK = 0.26  # facts that are numbers may differ by this much (a month given as 1/4 year)
SHARED = 24  # letters that quotation and evidence must share if neither holds the other
STEP = 4
SHORTEST = 8  # letters; a shorter piece of evidence inside the quotation proves nothing

Class = Literal["tp", "fp", "fn", "tn"]


@dataclass(frozen=True, slots=True)
class Gold:
    """What a careful reader says about a document; `verdicts` are the accepted ones, best first."""

    name: str
    as_of: str
    verdicts: Mapping[str, Sequence[str]]
    facts: Mapping[str, Any] = field(default_factory=dict)
    evidence: Mapping[str, str | Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One rule on one document. `counted` is None where the gold accepts a finding and its absence;
    `quoted` is None where the evidence is not scored."""

    document: str
    rule: str
    accepted: tuple[str, ...]
    verdict: str
    message: str
    right: bool
    exact: bool
    counted: Class | None
    quoted: bool | None


@dataclass(frozen=True, slots=True)
class FactCheck:
    """One fact of one document."""

    document: str
    name: str
    wanted: Any
    found: Any
    right: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1, over `n` judgements."""

    n: int
    right: float
    exact: float
    precision: float
    recall: float
    f1: float


def judgements(
    gold: Gold, report: Mapping[str, Any] | None, rules: frozenset[str] = frozenset()
) -> Iterator[Judgement]:
    """One judgement for every rule of the gold (or of `rules` only, if any are given). `report` is
    the document's object in the JSON report, None if the checker gave none."""
    found = {verdict["rule"]: verdict for verdict in (report or {}).get("verdicts") or []}
    for rule, accepted in gold.verdicts.items():
        if rules and rule not in rules:
            continue
        mine = found.get(rule, {})
        verdict = mine.get("verdict", "none")
        wanted = {name in FINDINGS for name in accepted}
        exact = verdict in accepted
        words = gold.evidence.get(rule)
        yield Judgement(
            gold.name,
            rule,
            tuple(accepted),
            verdict,
            mine.get("message") or "",
            right=verdict != "none" and (len(wanted) == 2 or (verdict in FINDINGS) in wanted),
            exact=exact,
            counted=_class(verdict, wanted.pop()) if len(wanted) == 1 else None,
            quoted=touches(words, mine.get("evidence") or []) if words and exact else None,
        )


def fact_checks(gold: Gold, report: Mapping[str, Any] | None) -> Iterator[FactCheck]:
    """One check for every fact that the gold gives."""
    found = (report or {}).get("facts") or {}
    for name, wanted in gold.facts.items():
        mine = found.get(name)
        yield FactCheck(gold.name, name, wanted, mine, same_fact(wanted, mine))


def figures(judged: Sequence[Judgement]) -> Figures:
    """The shares over some judgements; where nothing can be counted a share is 0."""
    count = {
        name: sum(item.counted == name for item in judged) for name in ("tp", "fp", "fn", "tn")
    }
    precision = share(count["tp"], count["tp"] + count["fp"])
    recall = share(count["tp"], count["tp"] + count["fn"])
    return Figures(
        len(judged),
        share(sum(item.right for item in judged), len(judged)),
        share(sum(item.exact for item in judged), len(judged)),
        precision,
        recall,
        share(2 * precision * recall, precision + recall),
    )


def by_rule(judged: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements of each rule, the rules sorted by id."""
    groups: dict[str, list[Judgement]] = {}
    for item in judged:
        groups.setdefault(item.rule, []).append(item)
    return dict(sorted(groups.items()))


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def same_fact(wanted: Any, found: Any) -> bool:
    """Whether two values of a fact are the same: lists in any order, letters in any case, nothing
    and an empty list alike, numbers with a little slack."""
    if not wanted and not found:
        return True
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return abs(wanted - found) < NUMBER_SLACK
    return bool(_plain(wanted) == _plain(found))


def touches(words: str | Sequence[str], evidence: Iterable[Mapping[str, Any]]) -> bool:
    """Whether any of the gold's quotations meets the evidence: one holds the other, or they share
    a stretch of letters. White space, punctuation and marks of headings and bullets do not count.
    """
    quotations = [folded(text) for text in ([words] if isinstance(words, str) else words)]
    pieces = [folded(item.get("text") or "") for item in evidence]
    return any(_meet(quotation, pieces) for quotation in quotations)


def folded(text: str) -> str:
    """Letters and digits only, in lower case."""
    bare = re.sub(r"^(?:#+|-|•)\s", "", text, flags=re.MULTILINE)
    return re.sub(r"[^0-9a-zæøåéöäü]+", "", bare.lower())


def _meet(quotation: str, pieces: Sequence[str]) -> bool:
    if quotation and any(quotation in piece for piece in pieces):
        return True
    if any(len(piece) >= SHORTEST and piece in quotation for piece in pieces):
        return True
    windows = range(0, len(quotation) - SHARED + 1, STEP)
    return any(quotation[at : at + SHARED] in piece for at in windows for piece in pieces)


def _class(verdict: str, wanted: bool) -> Class:
    """A missing verdict counts as the wrong one."""
    finding = verdict in FINDINGS if verdict != "none" else not wanted
    classes: dict[tuple[bool, bool], Class] = {
        (True, True): "tp",
        (True, False): "fn",
        (False, True): "fp",
        (False, False): "tn",
    }
    return classes[wanted, finding]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(str(item).lower() for item in value)
    return value.lower() if isinstance(value, str) else value
