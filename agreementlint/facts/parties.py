"""Agreement → its parties: the kommuner and the police district that it is made between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from agreementlint.districts import districts
from agreementlint.facts.party_lines import OTHERS, Place, Placed, party_lines
from agreementlint.mentions import KommuneMention, mentions, placeholders
from agreementlint.model import Fact, Sentence, Span
from agreementlint.register import Kommune, register
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Side = Literal["kommune", "police"]
_PARTY_CONTEXTS: dict[Place, tuple[str, ...]] = {
    "title": ("kommune", "list"),
    "clause": ("kommune", "list"),
    "later": ("kommune", "list"),
    "heading": (),
    "signature": ("kommune", "list", "role"),
    "body": ("kommune",),
}

_FORMER_AGREEMENT = wording("parter", "former_agreement")
_NOT_PARTY = wording("parter", "not_party")
_PART_OF = wording("parter", "part_of")
_REGION = re.compile(
    r"\b[Kk]ommun(?:ene|ane)\s+(?:i|på|rundt|langs)\s+[A-ZÆØÅ][\w-]+(?:[ -][A-ZÆØÅ][\w-]+)*"
    r"|\b[A-ZÆØÅ]\w+?(?:s|-)?kommun(?:ene|ane)\b|\b[A-ZÆØÅ][\w-]+\s+[Rr]egionråd(?:et)?\b"
)
# "Politidistrikt: Agder"
_DISTRICT_FIELD = re.compile(r"\W*[Pp]olitidistrikt(?:et)?\s*[:|]\s*([A-ZÆØÅ][\w -]+?)\W*$")
_SURE: tuple[Place, ...] = ("title", "clause", "later", "heading")


@dataclass(frozen=True, slots=True)
class Naming:
    """Somewhere a party is named: `name` is the kommune's or district's, `line` the sentence."""

    span: Span
    name: str
    place: Place
    kind: Literal["kommune", "current", "former", "unit", "unknown"]
    line: Span


def parties(agreement: Agreement) -> dict[str, Fact]:
    """The facts "municipalities", "police_district" and "parties".

    "municipalities": the party kommuner in the order of the text; details "spans" says where each
    is named. "police_district": the district, its state "current", "former", "unknown" (no such
    district), "unit" (only a unit is named, value None) or "absent". State of "parties":
    "identified" (a kommune and a police district or unit of it stand in the title, on the cover
    or in a clause on the parties), "inferable" (a side stands only in the signature block or
    elsewhere in the text), "region-only" (the kommuner are named only by their region),
    "placeholder" (a blank stands for a side), "kommune-missing", "police-missing".
    """
    lines = list(party_lines(agreement))
    named = _without_parts(agreement, list(_kommuner(agreement, lines)))
    kommuner = _surest(named) or _running(agreement)
    everywhere = list(_police(agreement, lines))
    police = _surest([n for n in everywhere if n.place != "body" or n.kind != "unit"])
    sides: tuple[Side, ...] = ("kommune", "police")
    blank = {side: _blank(agreement, lines, side) for side in sides}
    state, evidence = _state(agreement, kommuner, police, blank)
    spans: dict[str, Span] = {}
    for naming in sorted(kommuner, key=lambda n: n.span):
        spans.setdefault(naming.name, naming.span)
    district = next((n for n in (*police, *everywhere) if n.kind != "unit"), None)
    return {
        "municipalities": Fact(
            list(spans), "named" if spans else "absent", _shown(spans.values()), {"spans": spans}
        ),
        "police_district": Fact(
            district.name if district else None,
            district.kind if district else "unit" if police else "absent",
            tuple(n.span for n in ([district] if district else police[:1])),
        ),
        "parties": Fact(None, state, evidence),
    }


def _running(agreement: Agreement) -> list[Naming]:
    """The kommuner of the running headers: no words of the text can show them."""
    nowhere = Span(0, 0)
    return [
        Naming(nowhere, mention.name, "body", "kommune", nowhere)
        for line in dict.fromkeys(agreement.document.running)
        for mention in mentions(line)
        if mention.context == "kommune"
    ]


def _surest(namings: list[Naming]) -> list[Naming]:
    """The namings of the surest place there are; title and clause count alike. Of the kommuner
    that only the body names, those named most are meant."""
    for places in (("title", "clause"), ("later",), ("heading",), ("signature",)):
        if found := [n for n in namings if n.place in places]:
            return found
    often = Counter(n.name for n in namings)
    most = max(often.values(), default=0)
    return [n for n in namings if 2 * often[n.name] >= most]


def _without_parts(agreement: Agreement, namings: list[Naming]) -> list[Naming]:
    """The namings without those of dissolved kommuner that are said to be, or must be, parts of
    another that is named: "Ålesund kommune, også det som var Skodje og Ørskog"."""
    names = {n.name for n in namings if n.place != "body"}
    return [
        n for n in namings
        if not any(
            heir.first_year or _PART_OF.search(agreement.text_of(n.line))
            for heir in _heirs(n.name) if heir.name in names
        )
    ]  # fmt: skip


@cache
def _heirs(name: str) -> tuple[Kommune, ...]:
    """The kommuner that took over the dissolved one of this name; none if one still has it."""
    same = register().named(name)
    if not same or any(kommune.last_year is None for kommune in same):
        return ()
    numbers = {number for kommune in same for number in kommune.successors}
    return tuple(kommune for kommune in register().kommuner if kommune.number in numbers)


def _state(
    agreement: Agreement,
    kommuner: list[Naming],
    police: list[Naming],
    blank: dict[Side, Span | None],
) -> tuple[str, tuple[Span, ...]]:
    sides: dict[Side, list[Naming]] = {"kommune": kommuner, "police": police}
    evidence = _first_lines(kommuner) + _first_lines(police)
    for side, found in sides.items():
        open_blank = blank[side]
        if open_blank and not any(n.place in ("title", "clause") for n in found):
            return "placeholder", (open_blank, *evidence)
    if not kommuner:
        region = _region(agreement)
        if region and police:
            return "region-only", (region, *evidence)
        return "kommune-missing", evidence
    if not police:
        return "police-missing", evidence
    sure = all(n[0].place in _SURE for n in sides.values())
    return ("identified" if sure else "inferable"), tuple(dict.fromkeys(evidence))


def _first_lines(namings: list[Naming]) -> tuple[Span, ...]:
    """The line in which each name stands first."""
    first: dict[str, Span] = {}
    for naming in namings:
        first.setdefault(naming.name, naming.line)
    return _shown(dict.fromkeys(first.values()))


def _shown(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Those that hold words (a running header has none in the text)."""
    return tuple(span for span in spans if span.end > span.start)


def _blank(agreement: Agreement, lines: Sequence[Placed], side: Side) -> Span | None:
    for sentence, place in lines:
        if place != "body":
            for span in placeholders(agreement.text_of(sentence.span), side, sentence.span.start):
                return span
    return None


def _region(agreement: Agreement) -> Span | None:
    match = _REGION.search(agreement.document.text)
    return Span(match.start(), match.end()) if match else None


# ---------------------------------------------------------------- who is named there


def _kommuner(agreement: Agreement, lines: Sequence[Placed]) -> Iterator[Naming]:
    for sentence, place in lines:
        text = agreement.text_of(sentence.span)
        if OTHERS.search(text):
            continue
        former = _FORMER_AGREEMENT.search(text)
        for mention in mentions(text, sentence.span.start):
            start = mention.span.start - sentence.span.start
            if _NOT_PARTY.search(text[:start]) or (former and former.start() < start):
                continue
            if _is_party(agreement, sentence, mention, place):
                # a bare name on the cover is a party where nothing surer is: else an address
                alone = place == "title" and mention.context not in _PARTY_CONTEXTS[place]
                sure = "heading" if alone else place
                yield Naming(mention.span, mention.name, sure, "kommune", sentence.span)
            elif place in ("title", "clause") and _in_title(text, start, mention):
                yield Naming(mention.span, mention.name, "heading", "kommune", sentence.span)


def _is_party(
    agreement: Agreement, sentence: Sentence, mention: KommuneMention, place: Place
) -> bool:
    if mention.context in _PARTY_CONTEXTS[place]:
        return True
    whole = agreement.text_of(sentence.span).strip(" :.|*•-") == agreement.text_of(mention.span)
    return whole and place in ("title", "clause") and mention.context in ("bare", "word")


def _in_title(text: str, start: int, mention: KommuneMention) -> bool:
    """"Politirådsavtale for Bodø": the bare name in the title of the agreement."""
    if not re.search(r"avtale|politiråd|samarbeid", text, re.IGNORECASE):
        return False
    listed = r"(?:[A-ZÆØÅ][\w-]+(?:,\s+|\s+og\s+))*$"
    at = bool(re.search(rf"(?:\b(?:i|for|med)|[–—:-])\s+{listed}", text[:start]))
    return mention.context == "bare" or (mention.context == "word" and at)


def _police(agreement: Agreement, lines: Sequence[Placed]) -> Iterator[Naming]:
    for sentence, place in lines:
        text = agreement.text_of(sentence.span)
        for mention in districts(text, sentence.span.start):
            if not _NOT_PARTY.search(text[: mention.span.start - sentence.span.start]):
                yield Naming(mention.span, mention.name, place, mention.kind, sentence.span)
        if place != "body" and (filled := _DISTRICT_FIELD.match(text)):
            named = register().district(filled[1])
            if named:
                kind: Literal["current", "former"] = "former" if named.former else "current"
                yield Naming(sentence.span, named.name, place, kind, sentence.span)
