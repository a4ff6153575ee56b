"""A rule whose clause is missing into the place in the draft where it belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from agreementlint.model import Block, Section, Span, Verdict
from agreementlint.structure import Agreement

_WORD = re.compile(r"\w+")

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "PR": ("politiråd", "råd"),
    "SA": ("satsing", "innsats", "priorit", "fokus", "tiltak"),
    "EV": ("evaluer", "revi", "oppfølg", "rullering", "endring", "varighet", "gyldig", "lengd"),
    "PK": ("politikontakt", "kontakt"),
    "TP": ("taus", "teie", "opplysning", "informasjon", "personvern"),
    "AV001": ("part", "avtalepart"),
    "AV002": ("varighet", "gyldig", "lengd", "avtaleperiod", "period", "ikraft", "tid"),
    "AV003": ("varighet", "gyldig", "lengd", "avtaleperiod", "period", "ikraft", "tid"),
    "AV004": ("underskrift", "signatur", "signering", "underteikn", "undertegn"),
    "AV005": ("underskrift", "signatur", "signering", "underteikn", "undertegn"),
    "AV008": ("forplikt", "plikt", "gjensidig", "ansvar", "oppgave", "oppgåv", "partene", "rolle"),
    "AV009": ("formål", "føremål", "mål", "hensikt", "innledning", "innleiing", "bakgrunn"),
    "AV010": ("tjenest", "tenest", "politiets", "åpning", "opning"),
}
"""How the headings begin under which a clause belongs, the surest first, by rule or by the first
letters of its id."""

FIRST = frozenset({"AV001", "AV007", "AV009", "AV011"})
"""Rules whose clause belongs at the beginning where no heading says otherwise."""

LAST = frozenset({"AV004", "AV005"})
"""Rules whose clause belongs with the signatures."""


class Home(NamedTuple):
    """The words that stand for the place, and the block after which a clause would follow."""

    words: Span
    after: Block


def home(verdict: Verdict, verdicts: Sequence[Verdict], agreement: Agreement) -> Home:
    """Under the heading that speaks of the same, else where the words of the rule's group stand,
    else at the beginning or the end; before the signatures, unless it is about them."""
    sections = agreement.sections
    section = _by_heading(verdict.rule, sections) or _by_group(verdict, verdicts, sections)
    blocks = _blocks(agreement, signed=verdict.rule in LAST)
    if section is None:
        headed = [one for one in sections if one.heading is not None
                  and (verdict.rule in LAST or not _signs(one))]
        place = 0 if verdict.rule in FIRST else -1
        section = headed[place] if headed else sections[place]
    held = [block for block in blocks if section.span.covers(block.span)] or blocks
    words = section.heading or (held[0] if verdict.rule in FIRST else held[-1]).span
    return Home(words, held[-1])


def _blocks(agreement: Agreement, *, signed: bool) -> list[Block]:
    """The blocks that a clause may stand under; where they sign only if `signed`."""
    signing = {one.block for one in agreement.sentences if one.aside == "signature"}
    blocks = agreement.document.blocks
    return [block for at, block in enumerate(blocks) if block.kind not in ("contents", "note")
            and (signed or at not in signing)] or list(blocks)


def _signs(section: Section) -> bool:
    return any(_share(beginning, section.title) for beginning in HEADINGS["AV004"])


def _by_heading(rule: str, sections: Sequence[Section]) -> Section | None:
    """The section whose heading has the surest word, and little beside it."""
    for beginning in HEADINGS.get(rule) or HEADINGS.get(rule[:2]) or ():
        found = [(share, section) for section in sections
                 if (share := _share(beginning, section.title)) > 0]
        if found:
            return max(found, key=lambda one: one[0])[1]
    return None


def _share(beginning: str, title: str) -> float:
    """How much of a title a word that begins like this makes up."""
    words = _WORD.findall(title.casefold())
    hits = [word for word in words if word.startswith(beginning)]
    return max(map(len, hits), default=0) / max(1, sum(map(len, words)))


def _by_group(verdict: Verdict, verdicts: Sequence[Verdict], sections: Sequence[Section],
              ) -> Section | None:
    """The section in which most words stand that other rules of the group rest on."""
    group = verdict.rule[:2]
    if group in ("AV", "UT"):  # these have nothing in common but the paper
        return None
    votes = Counter(at for one in verdicts if one.rule.startswith(group)
                    for at in _places(one, sections))
    return sections[votes.most_common(1)[0][0]] if votes else None


def _places(verdict: Verdict, sections: Sequence[Section]) -> Iterator[int]:
    for evidence in verdict.evidence:
        if evidence.span is not None:
            yield from (at for at, section in enumerate(sections)
                        if section.span.covers(evidence.span))
