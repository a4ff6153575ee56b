"""Verdicts and the waivers given for them into verdicts that are waived, and waivers that waive
nothing.

A finding is known by its rule and the words that it quotes. Words are compared as a reader would:
lines, pages, hyphens, case and punctuation do not matter, nor letters that look alike, and a long
word may have a wrong letter, as text recognition makes them. Figures and short words must be right,
for in them stand the numbers and the negations."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from glob import has_magic
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import NamedTuple
from unicodedata import combining, normalize

from agreementlint.config.globs import BY_CONTENT, covers
from agreementlint.model import (
    FINDINGS,
    DocumentReport,
    StaleWaiver,
    Verdict,
    VerdictName,
    Waiver,
)

WORD = re.compile(r"[^\W_]+")
HYPHENATED = re.compile(r"(?<=\w)[-\u00ad\u2010\u2011]\s*\n?\s*(?=\w)")
ALIKE = str.maketrans({"0": "o", "ø": "o", "æ": "ae", "1": "l", "i": "l", "ı": "l", "5": "s",
                       "ð": "d", "đ": "d", "u": "n"})
LONG = 4
"""Letters from which on a word may have a wrong one."""

LONGER = 10
"""And two."""


def folded(text: str) -> tuple[str, ...]:
    """Its words, with one letter for those that look alike."""
    apart = normalize("NFKD", HYPHENATED.sub("", text)).casefold()
    bare = "".join(one for one in apart if not combining(one))
    return tuple(one.translate(ALIKE).replace("rn", "m") for one in WORD.findall(bare))


def fingerprint(verdict: Verdict) -> str:
    """What tells a finding from others of its document: its rule and the words that it quotes,
    wherever they stand; twelve hex digits."""
    words = [verdict.rule, *("".join(folded(one.text)) for one in verdict.evidence)]
    return blake2b("\n".join(words).encode("utf-8", "replace"), digest_size=6).hexdigest()


def same(written: str, found: str) -> bool:
    """Whether these are the same words, but for what recognition may have done to them."""
    words, others = folded(written), folded(found)
    one, other = "".join(words), "".join(others)
    if one == other:
        return True
    from rapidfuzz.distance import Levenshtein

    whose = [at for at, word in enumerate(words) for _ in word]
    wrong: Counter[int] = Counter()
    for edit in Levenshtein.editops(one, other, score_hint=len(one)):
        letters = one[edit.src_pos : edit.src_pos + 1] + other[edit.dest_pos : edit.dest_pos + 1]
        if any(letter.isdigit() for letter in letters):
            return False
        beside = whose[max(edit.src_pos - 1, 0) : edit.src_pos + 1] if edit.tag == "insert" else (
            whose[edit.src_pos : edit.src_pos + 1])
        wrong[max(beside, key=lambda at: len(words[at]), default=0)] += 1
    return bool(words) and all(
        count <= (len(words[at]) >= LONG) + (len(words[at]) >= LONGER)
        for at, count in wrong.items())


def holds(waiver: Waiver, as_of: dt.date) -> bool:
    """Whether it has not run out."""
    return waiver.until is None or as_of <= waiver.until


def waived(verdicts: Sequence[Verdict], waivers: Mapping[str, Waiver], as_of: dt.date,
           ) -> tuple[Verdict, ...]:
    """The verdicts; a finding whose fingerprint has a waiver that holds on the day carries it."""
    return tuple(
        replace(verdict, waiver=found)
        if verdict.verdict in FINDINGS
        and (found := waivers.get(fingerprint(verdict))) is not None and holds(found, as_of)
        else verdict
        for verdict in verdicts)


# ---------------------------------------------------------------- waivers that a file holds


@dataclass(frozen=True, slots=True)
class Grant:
    """A waiver and what it is given for: a rule in `documents` (absolute patterns, or "sha256:" and
    the digest of a content; any of them). `words` are those of the finding, () for one that rests
    on none, None for whatever the rule finds there. `verdict` is None for any; one with words and
    no verdict does not cover pages that were not read, of which nobody knows what they say. `file`
    and `line` tell where it stands."""

    rule: str
    documents: tuple[str, ...]
    waiver: Waiver
    words: tuple[str, ...] | None = None
    verdict: VerdictName | None = None
    baseline: bool = False
    file: str = ""
    line: int = 0

    def is_for(self, finding: Verdict) -> bool:
        """Whether it covers a verdict on a document that it is of."""
        if finding.verdict not in FINDINGS or self.rule != finding.rule:
            return False
        if self.verdict not in (None, finding.verdict):
            return False
        if self.words is None:
            return True
        if finding.verdict == "unknown" and self.verdict is None:
            return False
        return len(self.words) == len(finding.evidence) and all(
            same(words, one.text) for words, one in zip(self.words, finding.evidence, strict=True))


class Grants:
    """Grants, to be found by the document that they are of."""

    def __init__(self, grants: Sequence[Grant]):
        self.all = tuple(grants)
        self._named: dict[str, list[int]] = {}
        self._patterns: list[tuple[str, int]] = []
        for number, grant in enumerate(self.all):
            for one in grant.documents:
                if has_magic(one):
                    self._patterns.append((one, number))
                else:
                    self._named.setdefault(normalize("NFC", one), []).append(number)

    def of(self, report: DocumentReport, place: str) -> list[Grant]:
        """Those of a document, in their order; `place` is that of its file (see `globs`)."""
        path = PurePosixPath(normalize("NFC", place))
        names = (f"{BY_CONTENT}{report.sha256}", str(path), *map(str, path.parents))
        found = {number for name in names for number in self._named.get(name, ())}
        found |= {number for pattern, number in self._patterns if covers(pattern, place)}
        return [self.all[number] for number in sorted(found)]


class Waived(NamedTuple):
    """The reports with their waivers, and the waivers that waive nothing."""

    documents: tuple[DocumentReport, ...]
    stale: tuple[StaleWaiver, ...]


def granted(documents: Sequence[DocumentReport], places: Sequence[str], grants: Grants,
            as_of: dt.date) -> Waived:
    """Each finding that a grant covers is waived by the first that holds on the day. A grant is
    stale when its rule was judged in a document that it is of, and it waives nothing."""
    met: set[Grant] = set()
    hit: set[Grant] = set()
    found = []
    for document, place in zip(documents, places, strict=True):
        here = grants.of(document, place)
        verdicts = []
        for verdict in document.verdicts:
            about = [grant for grant in here if grant.rule == verdict.rule]
            given = [grant for grant in about if grant.is_for(verdict)]
            hit.update(given)
            met.update(given if verdict.verdict == "unknown" else about)
            holding = (one.waiver for one in given if holds(one.waiver, as_of))
            verdicts.append(replace(verdict, waiver=next(holding, verdict.waiver)))
        found.append(replace(document, verdicts=tuple(verdicts)))
    waiving = {grant for grant in hit if holds(grant.waiver, as_of)}
    return Waived(tuple(found), tuple(
        StaleWaiver("expired" if grant in hit else "unused", grant.rule, grant.waiver,
                    grant.documents, grant.baseline, grant.file, grant.line)
        for grant in grants.all if grant in met - waiving))
