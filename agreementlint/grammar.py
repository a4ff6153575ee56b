"""Tokens of a Norwegian sentence → segments (main, relative, subordinate) with their subject: the
little syntax that binding needs, without a trained parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_SPLIT = lambda words: frozenset(words.split())  # noqa: E731

MODALS = _SPLIT("skal skulle bør burde må måtte lyt kan kunne vil ville")
AUXILIARIES = _SPLIT(
    "er var blir vert ble blei vart har hadde får fekk fikk blitt vorte tar tek tas holder held holdes gjøres gjer gjør"
    " gjennomføres gjennomførast foretas foretakast skjer finner finn legges leggjast settes gir gjev går gjelder gjeld"
    " følger følgjer ligger ligg kommer kjem sørger syter sørgjer bruker brukar møtes møtest møter møtast samles lager lagar"
)
FINITE = MODALS | AUXILIARIES
PREPOSITIONS = _SPLIT(
    "av i på for mellom millom etter med om til fra frå av ved under hos innen innan innenfor innanfor uten utan mot før"
    " over gjennom langs blant mht samt utenom utanom ifølge gjennom"
)
ADVERBS = _SPLIT(
    "årlig årleg årvisst deretter da då så der her når dersom hvis om mens medan fordi ettersom siden sidan også òg videre"
    " vidare ellers elles forøvrig dessuten dessutan senest seinast tidligst minst minimum maksimalt midtveis samtidig jevnlig"
    " jamleg jamnleg løpende fortløpende halvårlig halvårleg kvartalsvis månedlig månadleg hver hvert kvar kvart én éin"
    " éi annethvert annakvart annankvar annenhver første fyrste andre siste nå no deretter senere seinare likevel derfor"
    " difor begge normalt vanligvis vanlegvis som primært fast regelmessig regelmessi"
) | PREPOSITIONS
_FILLERS = _SPLIT("det ikke ikkje også òg derfor difor likevel så dessuten dessutan årlig årleg jevnlig jamleg løpende fortløpende")
PRONOUNS = _SPLIT("den det denne dette de dei disse desse ho han hun ho den hen")
CONJUNCTIONS = _SPLIT("og men samt mens medan eller for")
RELATIVES = _SPLIT("som der kor hvor")
SUBORDINATORS = _SPLIT("dersom hvis når om fordi ettersom slik at mens medan så")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: offsets into the sentence, lower-cased text and stem key."""

    text: str
    key: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum() or self.text[:1] in "§«"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the sentence with one verb: `tokens[first:last]`, `start`–`end` in the text.
    `parent` is the index of the main segment whose subject goes on here (", …, held møte")."""

    kind: Literal["main", "relative", "subordinate"]
    first: int
    last: int
    start: int
    end: int
    parent: int | None = None


def segments(tokens: Sequence[Token]) -> tuple[Segment, ...]:
    """At least one segment for any sentence; together they cover it."""
    if not tokens:
        return (Segment("main", 0, 0, 0, 0),)
    head = _after_number(tokens)
    borders: list[tuple[int, Literal["main", "relative", "subordinate"]]] = [(head, _kind(tokens, head))]
    for i in range(head + 1, len(tokens)):
        kind = _border(tokens, i, borders[-1][1])
        if kind:
            borders.append((i, kind))
    made: list[Segment] = []
    main: int | None = None
    for n, (first, kind) in enumerate(borders):
        last = borders[n + 1][0] if n + 1 < len(borders) else len(tokens)
        end = tokens[last - 1].end if last == len(tokens) else tokens[last].start
        start = 0 if n == 0 else tokens[first].start
        made.append(Segment(kind, first, last, start, end, main if kind == "main" else len(made) - 1 if made else None))
        if kind == "main":
            main = n
    return tuple(made)


def _after_number(tokens: Sequence[Token]) -> int:
    """Index of the first token after a number or label: "Post 12.", "a)", "Alternativ B:"."""
    words = [t.text for t in tokens[:5]]
    if ":" in words[1:4]:
        return min(words.index(":") + 1, len(tokens) - 1)
    head = 0
    if words[0] in ("post", "punkt", "pkt.", "§", "kapittel", "artikkel"):
        head = 1
    while head < min(3, len(words) - 1) and (words[head].rstrip(".)").isdigit() or words[head] in (".", ")") or (len(words[head].rstrip(".)")) == 1 and words[head][-1:] in ".)") or (head + 1 < len(words) and len(words[head]) == 1 and words[head + 1] == ")")):
        if not words[head].endswith((".", ")")) and words[head].isdigit() and not (head + 1 < len(words) and words[head + 1] in (".", ")")):
            break
        head += 1
    return head


def _kind(tokens: Sequence[Token], i: int) -> Literal["main", "relative", "subordinate"]:
    word = tokens[i].text
    if word in RELATIVES:
        return "relative"
    if word in SUBORDINATORS:
        return "subordinate"
    return "main"


def _border(
    tokens: Sequence[Token], i: int, current: Literal["main", "relative", "subordinate"]
) -> Literal["main", "relative", "subordinate"] | None:
    word, before = tokens[i].text, tokens[i - 1].text
    following = [t.text for t in tokens[i + 1 : i + 4]]
    if before == ";":
        return _kind(tokens, i) if len(tokens) - i > 2 else None
    if before == ",":
        if word in RELATIVES or word in SUBORDINATORS:
            return _kind(tokens, i)
        if word in CONJUNCTIONS:
            return "main" if any(w in FINITE or _finite_form(w) for w in following) else None
        if current != "main" and (word in FINITE or _finite_form(word) or word in PRONOUNS):
            return "main"
        return None
    if word in ("og", "men", "samt") and following:
        first = following[0]
        if first in FINITE or (_passive(first) and len(first) > 5):
            return "main"
        if first in PRONOUNS and len(following) > 1 and (following[1] in FINITE or _passive(following[1])):
            return "main"
    return None


def _passive(word: str) -> bool:
    return len(word) > 4 and word.endswith(("eres", "erast", "ast", "oppes", "nnes", "ldes", "ttes", "stes", "kes", "ges", "nes"))


def _finite_form(word: str) -> bool:
    """Words that by their form are most often finite verbs: "møtes", "evalueres", "blir"."""
    return word in FINITE or _passive(word)


def subject(tokens: Sequence[Token], part: Segment, act: int) -> tuple[int, int] | None:
    """Token range of the subject of the act at token `act` in this segment; None where the
    segment has none of its own ("og evalueres …")."""
    first = part.first
    while first < act and (tokens[first].text in CONJUNCTIONS or not tokens[first].is_word):
        first += 1
    if first < act and part.kind != "main" and tokens[first].text in RELATIVES | SUBORDINATORS:
        if tokens[first].text in RELATIVES:
            return None
        first += 1
    finite = next((i for i in range(first, act + 1) if tokens[i].text in FINITE or i == act), act)
    if finite > first and not _adverbial(tokens, first, finite):
        return first, finite
    if finite == act:
        inverted = tokens[act].text in FINITE or _passive(tokens[act].text)
        return _trimmed(tokens, act + 1, part.last) if inverted and finite > part.first else None
    return _trimmed(tokens, finite + 1, act)


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The range without leading adverbs and the empty "det" ("skal det foretas en evaluering")."""
    while start < end and tokens[start].text in _FILLERS and not (tokens[start].text == "det" and start + 1 == end):
        start += 1
    return (start, end) if start < end else None


def _adverbial(tokens: Sequence[Token], first: int, finite: int) -> bool:
    word = tokens[first].text
    if word in ("begge", "andre", "siste", "første", "fyrste", "den", "hver", "kvar", "hvert", "kvart") and finite - first > 1:
        nxt = tokens[first + 1].text
        times = ("gang", "gong", "år", "måned", "månad", "vår", "høst", "haust", "uke", "veke", "kvartal", "halvår")
        return word not in ("begge", "den") and (nxt.startswith(times) or nxt in ("andre", "annet", "tredje", "fjerde", "sjette"))
    if tokens[first].text[0].isdigit() or word in ("en", "ein", "ei", "to", "tre", "fire", "éi", "et", "eit"):
        return any(t.text in ("gang", "gong", "ganger", "gonger", "måned", "måneder", "månader", "år", "uker", "veker") for t in tokens[first + 1 : first + 4])
    return word in ADVERBS


def core(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The noun phrase that begins at `first`, without what follows a preposition, comma or
    relative: "Øvelser i regi av kommunen" → "Øvelser"."""
    end = first
    while end < last:
        word = tokens[end].text
        if end > first and (word in PREPOSITIONS or word in RELATIVES or word in ADVERBS or word in FINITE or word in (",", "(", ";", ":", "–")):
            break
        end += 1
    return first, end
