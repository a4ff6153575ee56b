"""Text → the kommuner that it names, and the blanks that stand for a party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from agreementlint.model import Span
from agreementlint.register import Kommune, register, slip_bound

Context = Literal["kommune", "list", "role", "bare", "word"]

# Names that are also ordinary words, surnames, or parts of many other place names: a bare
# "Strand" or "Nes" says nothing.
_WORDS = frozenset(
    re.findall(
        r"\w+",
        """Aure Berg Bø Eid Eide Etne Fet Fjell Fjord Flora Flå Gol Gran Grane Grong Grue Halsa
    Haram Heim Herøy Hof Hol Hole Hå Kinn Klepp Kvam Leka Lier Lom Lund Mandal Marker Meland Moss
    Nes Nesset Nome Os Osen Rana Re Rindal Roan Røst Sande Sel Selje Ski Sola Stad Stange Stord
    Strand Stranda Sula Sund Time Tinn Vang Vega Vik Vinje Våler Ål Åmot Ås""",
    )
)
_KOMMUN = "[Kk]o(?:m|rn){1,2}un"  # a scanner reads m as rn
_KOMMUNE = rf"(?:{_KOMMUN}(?:[ec]|[ec]s|en|ens)|KOMMUNE|[Hh]erad(?:et|s)?|HERAD)"
_SAMI_KOMMUNE = r"(?:gielda|suohkan|tjïelte|tjielte|komuuni|kommuvdna|komuvdna)"
_AFTER_KOMMUNE = re.compile(
    rf"\s*(?:[-–—/]\s*)?(?:{_SAMI_KOMMUNE}\s*(?:/\s*{_KOMMUNE})?|{_KOMMUNE})(?!\w)"
)
_AFTER_KOMMUNER = re.compile(rf"\s+{_KOMMUN}(?:er|ar|ene|ane|enes|anes)\b", re.IGNORECASE)
_BEFORE_KOMMUNER = re.compile(
    r"(?:kommun(?:ene|ane|er|ar|enes|anes)|ordførerne|ordførarane)(?:\s+(?:i|på|er|:)|:)?\s+$", re.I
)
_BEFORE_KOMMUNE = re.compile(r"\b(?:kommunen?|heradet)(?:\s*[:|])?\s+$", re.IGNORECASE)
_BEFORE_ROLE = re.compile(
    r"\b(?:ordfør[ea]r(?:en)?|rådmann(?:en)?|kommunedirektør(?:en)?|kommunestyret|formannskapet|"
    r"formannskapet|byrådsleder(?:en)?)\s*,?\s+(?:i\s+|for\s+)?$",
    re.IGNORECASE,
)
# "Larvik politistasjon", "1401 Ski", "Gran, 18. februar": a place, not the kommune.
_PLACE_AFTER = re.compile(
    r"\s(?:(?:øst|aust|vest|nord|sør|sentrum)\s+)?(?:geografiske\s+)?"
    r"(?:politi|lensmann|driftsenhe|tjenesteenhe|tenesteeinin|region)"
    r"|,\s+(?:den\s+)?\d{1,2}[./]",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"(?:\b\d{4}|\b(?:politistasjonen|lensmannskontoret)\s+(?:i|på))\s+$", re.IGNORECASE
)
_AT = re.compile(r"\b(?:i|på|ved)\s+$", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*(?:,\s*(?:og\b)?|;|/|[-–—]|&|\bog\b|\bsamt\b)\s*(?:kommunen?\s+)?", re.IGNORECASE
)
_CAPITALISED = re.compile(r"[^\W\d_a-zæøåáčđŋšŧž][\w’']*")
_PARALLEL = re.compile(r"\s*[-–—/|]\s*")
_UNREAD_NAME = re.compile(rf"(?<![\w-])([A-ZÆØÅ][\w|!-]{{5,}})\s+{_KOMMUNE}(?!\w)")
_SAMI_NAME = re.compile(rf"(?<![^\W\d_])([^\W\d_]{{4,}}+)\s+{_SAMI_KOMMUNE}(?!\w)")

_BLANK = (
    r"(?:X{1,3}|Y{1,2}|Z|N\.?N\.?|(?<![_.…]{2})[_.…]{3,}+|\[[^\]\n]*\]|<[^>\n]*>|\{[^}\n]*\}"
    r"|\((?:sett|set|fyll|navn|namn)[^)\n]*\))"
)
_PLACEHOLDER = {
    "kommune": re.compile(
        rf"(?<!\w){_BLANK}\s*(?:kommun(?:e|er|ar|en)|herad)\b|\[[^\]]*kommune[^\]]*\]", re.I
    ),
    "police": re.compile(
        rf"(?<!\w){_BLANK}\s*politidistrikt\b|\[[^\]]*politidistrikt[^\]]*\]", re.I
    ),
}


@dataclass(frozen=True, slots=True)
class KommuneMention:
    """A kommune's name in the text; `span` takes in the word "kommune" and parallel names.

    `context` says how sure it is that the kommune is meant: "kommune" ("Time kommune"), "list"
    (joined with others that are), "role" ("ordfører i Time"), "bare" (a name that is nothing
    else), "word" (a name that is also a word or surname, or stands for the place)."""

    span: Span
    name: str
    context: Context


def mentions(text: str, offset: int = 0) -> list[KommuneMention]:
    """The kommuner that a stretch of text names, in its order; parallel names count once.

    `offset` is added to the positions. A name in a Sami or Kven form is given in Norwegian."""
    found = _mentions(text)
    if not offset:
        return list(found)
    return [replace(m, span=Span(m.span.start + offset, m.span.end + offset)) for m in found]


@lru_cache(maxsize=1024)  # parties, signatures and other facts ask for the same lines
def _mentions(text: str) -> tuple[KommuneMention, ...]:
    found = [_mention(text, m) for m in _names_in(text)]
    found += _sami_forms(text, found)
    found += _misread(text, found)
    found.sort(key=lambda mention: mention.span)
    found = _one_for_parallel_names(text, found)
    return tuple(_with_list_context(text, found))


def _names_in(text: str) -> Iterator[re.Match[str]]:
    """Every name of a kommune in the text, as written or in capitals. Only the names that begin
    with the word that stands there are looked for: a pattern of them all takes long to compile."""
    begun, at = _forms_by_first_word(), 0
    for word in _CAPITALISED.finditer(text):
        forms = {*begun.get(word[0], ()), *begun.get(word[0].rstrip("sS"), ())}
        if not forms or word.start() < at:
            continue
        named = (_form(form).match(text, word.start()) for form in forms)
        # "Hemnes" is a name of its own before it is the genitive of Hemne
        longest = max(filter(None, named), key=lambda m: (m.end(), m.end(1)), default=None)
        if longest:
            at = longest.end()
            yield longest


@cache
def _forms_by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kommune in register().kommuner:
        for name in {*kommune.names, *(n.upper() for n in kommune.names)}:
            first = re.split(r"[\s-]", name, maxsplit=1)[0]
            for begin in (first, first.rstrip("sS")):
                found.setdefault(begin, []).append(name)
    return found


@cache
def _form(form: str) -> re.Pattern[str]:
    name = re.escape(form).replace(r"\ ", r"\s+").replace(r"\-", "[-‐‑–]")
    return re.compile(rf"(?<![\w-])({name})(?:s(?!\w)|(?!\w))(?!-\w)")


def _mention(text: str, match: re.Match[str]) -> KommuneMention:
    name = re.sub(r"[‐‑–]", "-", re.sub(r"\s+", " ", match.group(1)))
    kommune = register().named(name)[0]
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() :]
    end = match.end()
    context: Context
    if follows := _AFTER_KOMMUNE.match(after):
        context, end = "kommune", end + follows.end()
    elif _PLACE_AFTER.match(after) or _PLACE_BEFORE.search(before):
        context = "word"
    elif _BEFORE_KOMMUNE.search(before):
        context = "kommune"
    elif _BEFORE_ROLE.search(before):
        context = "role"
    else:
        context = "word" if kommune.name in _WORDS else "bare"
    return KommuneMention(Span(match.start(), end), kommune.name, context)


def _sami_forms(text: str, known: list[KommuneMention]) -> Iterator[KommuneMention]:
    """"Porsáŋggu gielda": inflected Sami and Kven names, known by the word for kommune."""
    for match in _SAMI_NAME.finditer(text):
        span = Span(match.start(), match.end())
        if any(m.span.overlaps(span) for m in known):
            continue
        score, kommune = max(
            ((fuzz.ratio(match.group(1).casefold(), name), k) for name, k in _sami_names()),
            key=lambda pair: pair[0],
        )
        if score >= 70:
            yield KommuneMention(span, kommune.name, "kommune")


@cache
def _sami_names() -> list[tuple[str, Kommune]]:
    return [(n.casefold(), k) for k in register().kommuner for n in k.names if n != k.name]


def _misread(text: str, known: list[KommuneMention]) -> Iterator[KommuneMention]:
    """"Nesoddcn kommune": names with the slip of a scanner, known by the word for kommune."""
    for match in _UNREAD_NAME.finditer(text):
        word, span = match.group(1), Span(match.start(), match.end())
        if any(m.span.overlaps(span) for m in known):
            continue
        near = {
            k.name for k in register().kommuner
            if abs(len(k.name) - len(word)) < 3 and len(word) > 5 and k.name[0] == word[0]
            and Levenshtein.distance(k.name.casefold(), word.casefold()) <= slip_bound(k.name)
        }
        if len(near) == 1:
            yield KommuneMention(span, near.pop(), "kommune")


def _one_for_parallel_names(text: str, found: list[KommuneMention]) -> list[KommuneMention]:
    merged: list[KommuneMention] = []
    for mention in found:
        last = merged[-1] if merged else None
        if (
            last
            and last.name == mention.name
            and _PARALLEL.fullmatch(text[last.span.end : mention.span.start])
        ):
            both: tuple[Context, Context] = (last.context, mention.context)
            merged[-1] = replace(
                last,
                span=Span(last.span.start, mention.span.end),
                context="kommune" if "kommune" in both else last.context,
            )
        else:
            merged.append(mention)
    return merged


def _with_list_context(text: str, found: list[KommuneMention]) -> list[KommuneMention]:
    """"Gjesdal, Klepp, Sola og Time": one name that is no doubt a kommune vouches for its list."""
    groups: list[list[KommuneMention]] = []
    for before, mention in zip([None, *found], found, strict=False):
        joined = before and _JOINT.fullmatch(text[before.span.end : mention.span.start])
        if joined:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [m for group in groups for m in _listed(text, group)]


def _listed(text: str, group: list[KommuneMention]) -> list[KommuneMention]:
    head, tail = text[: group[0].span.start], text[group[-1].span.end :]
    named = bool(_AFTER_KOMMUNER.match(tail) or _BEFORE_KOMMUNER.search(head[-60:]))
    sure = [m for m in group if m.context in ("kommune", "role", "bare")]
    # a place can still close a list of kommuner ("… og Os politistasjon"), so it stays a word
    place = bool(_PLACE_AFTER.match(tail))
    if not named and (len(group) < 2 or not sure or _AT.search(head)):
        return group
    return [
        replace(m, context="list")
        if m.context in ("bare", "word") and not (place and m is group[-1])
        else m
        for m in group
    ]


def placeholders(text: str, side: Literal["kommune", "police"], offset: int = 0) -> list[Span]:
    """Where a blank stands for a party: "X kommune", "[navn] politidistrikt", "…… kommune"."""
    return [Span(m.start() + offset, m.end() + offset) for m in _PLACEHOLDER[side].finditer(text)]
