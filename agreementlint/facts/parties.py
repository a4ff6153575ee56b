"""Agreement → its parties: the kommuner and the police district that it is made between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from agreementlint.districts import districts
from agreementlint.facts.signing import signature_block
from agreementlint.facts.wording import own_words
from agreementlint.mentions import KommuneMention, mentions, placeholders
from agreementlint.model import Fact, Sentence, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Side = Literal["kommune", "police"]
Place = Literal["title", "clause", "later", "heading", "signature", "body"]
Placed = tuple[Sentence, Place]
_PARTY_CONTEXTS: dict[Place, tuple[str, ...]] = {
    "title": ("kommune", "list"),
    "clause": ("kommune", "list"),
    "later": ("kommune", "list"),
    "heading": (),
    "signature": ("kommune", "list", "role"),
    "body": ("kommune",),
}

_MADE_BETWEEN = wording("parter", "made_between")
_SIDE_BY_SIDE = wording("parter", "side_by_side")
_PARTIES = wording("parter", "title")
# A field of a form: "Kommune | Time", "Politidistrikt: Øst".
_PARTY_FIELD = wording("parter", "field")
_POLICE = re.compile(r"politi|lensmann", re.IGNORECASE)
# What is said of others: neighbours and those outside; and of the agreements before this one.
_OTHERS = wording("parter", "others")
_FORMER_AGREEMENT = wording("parter", "former_agreement")
_NOT_PARTY = wording("parter", "not_party")
_REGION = re.compile(
    r"\b(?:kommunene|kommunane)\s+(?:i|på|rundt|langs)\s+[A-ZÆØÅ][\w-]+(?:[ -][A-ZÆØÅ][\w-]+)*"
    r"|\b[A-ZÆØÅ]\w+?(?:s|-)?kommun(?:ene|ane)\b|\b[A-ZÆØÅ][\w-]+\s+[Rr]egionråd(?:et)?\b"
)
_SURE: tuple[Place, ...] = ("title", "clause", "later", "heading")
_FIRST = 12
"""Operative sentences after which a clause on parties is more likely about another agreement."""
_SHORT = 9
"""Words of a line that can continue "Avtalen er inngått mellom:"."""


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
    lines = list(_lines(agreement))
    kommuner = _surest(list(_kommuner(agreement, lines))) or _running(agreement)
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


# ---------------------------------------------------------------- where parties are named


def _lines(agreement: Agreement) -> Iterator[Placed]:
    """Every sentence and line in which a party can be named, with what it is."""
    block = signature_block(agreement)
    signing = set(block.blocks) if block else set()
    prose = next((i for i, s in enumerate(agreement.sentences) if s.aside is None), None)
    list_open = False
    for index, sentence in enumerate(agreement.sentences):
        text = agreement.text_of(sentence.span)
        if sentence.aside in ("instruction", "quotation", "contents"):
            continue
        words = own_words(agreement, sentence.span)
        made = bool(_MADE_BETWEEN.search(words) or _SIDE_BY_SIDE.search(words))
        made = made and not _OTHERS.search(words)
        short = len(text.split()) <= _SHORT or _begins_with_party(text)
        early = made and (prose is None or index < prose + _FIRST)
        if sentence.block in signing:
            yield sentence, "signature"
        elif early or (list_open and short) or _under_parties(agreement, sentence):
            yield sentence, "clause"
        elif made and _POLICE.search(text):
            yield sentence, "later"
        elif prose is None or index < prose:
            yield sentence, "title"
        elif sentence.aside is None:
            yield sentence, "body"
        inside = text.count("(") > text.count(")")  # cut at an abbreviation
        opens = made and (inside or _announces(text))
        list_open = opens or (list_open and short)


def _announces(text: str) -> bool:
    """The line names one side or none and does not end: those after it go on ("Partene er")."""
    line = text.rstrip()
    if line.endswith((":", "mellom", "millom")):
        return True
    return not line.endswith((".", ";", "!", "?")) and not (mentions(line) and districts(line))


def _begins_with_party(text: str) -> bool:
    """"Time kommune, org.nr. …, heretter kalt kommunen": however long such a line is."""
    starts = [m.span.start for m in mentions(text)] + [d.span.start for d in districts(text)]
    first = min(starts, default=len(text))
    return not text[:first].strip(" –-•*") and not text.rstrip().endswith(".")


def _under_parties(agreement: Agreement, sentence: Sentence) -> bool:
    """A clause under the title "Partene", or a field of a form for a party."""
    title = agreement.sections[sentence.section].title
    field = sentence.kind == "row" and _PARTY_FIELD.match(agreement.text_of(sentence.span))
    return bool(field or _PARTIES.search(title)) and sentence.aside is None


def _kommuner(agreement: Agreement, lines: Sequence[Placed]) -> Iterator[Naming]:
    for sentence, place in lines:
        text = agreement.text_of(sentence.span)
        if _OTHERS.search(text):
            continue
        former = _FORMER_AGREEMENT.search(text)
        for mention in mentions(text, sentence.span.start):
            start = mention.span.start - sentence.span.start
            if _NOT_PARTY.search(text[:start]) or (former and former.start() < start):
                continue
            if _is_party(agreement, sentence, mention, place):
                yield Naming(mention.span, mention.name, place, "kommune", sentence.span)
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
