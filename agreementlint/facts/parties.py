"""Agreement → its parties: the kommuner and the police district that it is made between."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from agreementlint.facts.signing import signature_block
from agreementlint.mentions import KommuneMention, districts, mentions, placeholders
from agreementlint.model import Fact, Sentence, Span
from agreementlint.register import LAST_YEAR_OF_OLD_DISTRICTS, Kommune, register
from agreementlint.structure import Agreement

Place = Literal["title", "clause", "signature", "body"]

_AGREEMENT = r"(?:\w*avtal(?:e|en|a|er)\b|\w*samarbeid\w*|politiråd\w*|ordning\w*|protokoll\w*)"
_MADE_BETWEEN = re.compile(
    rf"""\b(?:{_AGREEMENT}[^.]{{0,120}}\bm(?:el|il)lom\b
      | ^\W*m(?:el|il)lom\b
      | (?:avtale)?part(?:ene|ane|er|ar)\b(?:\ (?:i|til|for|etter)\ \w+)?(?:\ (?:i\ )?\w*avtal\w+)?\s*(?:er\b|:|\|)
      | (?:inngår|inngås|inngikk|inngått|inngådd|gjør|gjer|gjort|gjord|sluttet|slutta|opprett\w+)\b
          [^.]{{0,60}}\bavtal(?:e|en|a)\b
      | (?:er|blitt|vorte|vortne|blitne)\ (?:\w+\ ){{0,4}}(?:enige?|samde|einige?|samd)\b
      | (?:utarbeidet|utarbeidd|utarbeida|forpliktar|forplikter)\b[^.]{{0,40}}\bavtal(?:e|en|a)\b
      | med\ denne\ avtal(?:en|a)
      | (?:vil|skal)\ (?:med|gjennom|ved)\ (?:denne\ )?\w*avtal\w+
      | er\ part(?:er|ar)?\b
      | på\ vegn[ea]r?\ av\b )""",
    re.IGNORECASE | re.VERBOSE,
)
_MUTUAL = re.compile(r"\bsamarbeid\w*\b", re.IGNORECASE)
# What is said of others: neighbours, earlier agreements, kommuner that were.
_OTHERS = re.compile(
    r"\begne avtaler|\beigne avtalar|\bikke (?:er |lenger )?part|\bikkje (?:er |lenger )?part"
    r"|\bberøres ikke|\bhører under|\bhøyrer under|\bnabokommun|\bgrann[ea]kommun|\btidligere avtale"
    r"|\btidlegare avtale|\bvertskap|\berstatter|\berstattar|\bavløser|\bavløyser|\bstår utenfor"
    r"|\bstår utanfor|\bomfatter ikke|\bomfattar ikkje|\begen avtale|\beigen avtale",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:tidligere|tidlegare|forhenværende|fram til|frem til|inntil|området|tettstedet|bygda)\s+"
    r"(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"\b(?:kommunene|kommunane)\s+(?:i|på|rundt|langs)\s+([A-ZÆØÅ][\w-]+(?:[ -][A-ZÆØÅ][\w-]+)*)"
    r"|\b([A-ZÆØÅ]\w+)(?:s?kommunene|s?kommunane|-kommunene|-kommunane)\b"
    r"|\b(?:[A-ZÆØÅ][\w-]+)\s+[Rr]egionråd(?:et)?\b"
)
_ALL_KOMMUNER = re.compile(r"\b(?:de|dei)\s+\w+\s+kommun(?:ene|ane)\b", re.IGNORECASE)
_NEAR_END = 60


@dataclass(frozen=True, slots=True)
class Naming:
    """Somewhere a party is named: `name` is the kommune's or district's, `place` where."""

    span: Span
    name: str
    place: Place
    kind: Literal["kommune", "current", "former", "unit", "unknown"]


def parties(agreement: Agreement) -> dict[str, Fact]:
    """The facts "municipalities", "police_district" and "parties".

    State of "parties": "identified" (a kommune and a police district or unit of it stand in the
    title, on the cover or in a clause on the parties), "inferable" (a side stands only in the
    signature block or elsewhere in the text), "region-only" (the kommuner are named only by their
    region), "placeholder" (a blank stands for a side), "kommune-missing", "police-missing".
    """
    kommuner = _best(list(_kommuner(agreement)))
    police = _best([n for n in _police(agreement) if n.kind != "unknown"])
    unknown = [n for n in _police(agreement) if n.kind == "unknown"]
    state, evidence = _state(agreement, kommuner, police)
    names = tuple(dict.fromkeys(n.name for n in sorted(kommuner, key=lambda n: n.span)))
    district = next((n for n in police if n.kind != "unit"), None)
    details = {
        "kommuner": tuple(n.place for n in kommuner),
        "police": tuple((n.name, n.kind, n.place) for n in police or unknown),
    }
    return {
        "municipalities": Fact(
            list(names), "named" if names else "absent", _spans(kommuner), {"places": details["kommuner"]}
        ),
        "police_district": Fact(
            district.name if district else None,
            district.kind if district else "unit" if police else "absent",
            _spans([district] if district else police[:1]),
        ),
        "parties": Fact(None, state, evidence, details),
    }


def _spans(namings: Sequence[Naming]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(n.span for n in namings))


def _best(namings: list[Naming]) -> list[Naming]:
    """The namings of the surest place there are; title and clause count alike."""
    for places in (("title", "clause"), ("signature",), ("body",)):
        found = [n for n in namings if n.place in places]
        if found:
            return found
    return []


def _state(
    agreement: Agreement, kommuner: list[Naming], police: list[Naming]
) -> tuple[str, tuple[Span, ...]]:
    evidence = _one_per_name(kommuner) + _one_per_name(police)
    if not kommuner or not police:
        side: Literal["kommune", "police"] = "police" if kommuner else "kommune"
        if blank := _blank(agreement, side):
            return "placeholder", (*evidence, blank)
        if not kommuner and (region := _region(agreement)) and police:
            return "region-only", (region, *evidence)
        return ("kommune-missing" if not kommuner else "police-missing"), evidence
    sure = all(any(n.place in ("title", "clause") for n in side) for side in (kommuner, police))
    return ("identified" if sure else "inferable"), evidence


def _one_per_name(namings: list[Naming]) -> tuple[Span, ...]:
    first: dict[str, Span] = {}
    for naming in namings:
        first.setdefault(naming.name, naming.span)
    return tuple(dict.fromkeys(first.values()))


def _blank(agreement: Agreement, side: Literal["kommune", "police"]) -> Span | None:
    found = placeholders(agreement.document.text, side)
    return found[0] if found else None


def _region(agreement: Agreement) -> Span | None:
    match = _REGION.search(agreement.document.text)
    return Span(match.start(), match.end()) if match else None


# ---------------------------------------------------------------- where parties are named


def _places(agreement: Agreement) -> Iterator[tuple[Sentence, Place]]:
    """Every sentence and line in which a party can be named, with what it is."""
    block = signature_block(agreement)
    signing = set(block.blocks) if block else set()
    prose = next((i for i, s in enumerate(agreement.sentences) if s.aside is None), None)
    for index, sentence in enumerate(agreement.sentences):
        text = agreement.text_of(sentence.span)
        if sentence.aside in ("instruction", "quotation", "contents"):
            continue
        if sentence.block in signing:
            yield sentence, "signature"
        elif _MADE_BETWEEN.search(text) and not _OTHERS.search(text):
            yield sentence, "clause"
        elif prose is None or index < prose:
            yield sentence, "title"
        elif sentence.aside is None or sentence.aside == "signature":
            yield sentence, "body"


def _kommuner(agreement: Agreement) -> Iterator[Naming]:
    for sentence, place in _places(agreement):
        text = agreement.text_of(sentence.span)
        if _OTHERS.search(text):
            continue
        for mention in mentions(text, sentence.span.start):
            if _is_party(agreement, sentence, mention, place):
                yield Naming(mention.span, mention.name, place, "kommune")


def _is_party(
    agreement: Agreement, sentence: Sentence, mention: KommuneMention, place: Place
) -> bool:
    before = agreement.document.text[sentence.span.start : mention.span.start]
    if _HISTORY.search(before):
        return False
    alone = {"title": ("kommune", "list"), "clause": ("kommune", "list"),
             "signature": ("kommune", "list", "role"), "body": ("kommune",)}  # fmt: skip
    if mention.context in alone[place]:
        return True
    whole = agreement.text_of(sentence.span).strip(" :.|*") == agreement.text_of(mention.span)
    return whole and place == "title" and mention.context in ("bare", "word")


def _police(agreement: Agreement) -> Iterator[Naming]:
    for sentence, place in _places(agreement):
        text = agreement.text_of(sentence.span)
        for mention in districts(text, sentence.span.start):
            before = agreement.document.text[sentence.span.start : mention.span.start]
            if not _HISTORY.search(before):
                yield Naming(mention.span, mention.name, place, mention.kind)


# ---------------------------------------------------------------- do they belong together


def district_match(
    municipalities: Fact, police_district: Fact, start: dt.date | None, today: dt.date
) -> Fact:
    """Whether every party kommune belonged to the named police district when the agreement began
    (today, if no start is given).

    State "match"; "former-name" (a kommune or district that no longer was); "wrong" (a kommune of
    another district); "unknown" (no district or no kommune is named). Details: "wrong" and
    "former", the names that made it so.
    """
    named = register().district(police_district.value) if police_district.value else None
    if named is None or not municipalities.value:
        return Fact(state="unknown")
    year = (start or today).year
    old = named.former and year > LAST_YEAR_OF_OLD_DISTRICTS
    ours = set(named.successors or (named.short,))
    wrong, former = [], []
    for name in municipalities.value:
        same = register().named(name)
        if not any(k.district in ours for k in same):
            wrong.append(name)
        elif not any(k.exists(year) for k in same if k.district in ours):
            former.append(name)
    state = "wrong" if wrong else "former-name" if former or old else "match"
    spans = dict(zip(municipalities.value, _first_spans(municipalities), strict=False))
    shown = tuple(spans[n] for n in (*wrong, *former) if n in spans) or municipalities.evidence[:1]
    return Fact(
        None, state, (*shown, *police_district.evidence),
        {"wrong": tuple(wrong), "former": tuple(former) + ((named.name,) if old else ())},
    )  # fmt: skip


def _first_spans(municipalities: Fact) -> tuple[Span, ...]:
    return municipalities.evidence


def kommune_of(name: str) -> Kommune | None:
    found = register().named(name)
    return found[0] if found else None
