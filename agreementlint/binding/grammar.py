"""Tokens of a Norwegian sentence → segments (main, relative, subordinate) with their subject: the
little syntax that binding needs, without a trained parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

SegmentKind = Literal["main", "relative", "subordinate"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODALS = _words("skal skulle bør burde må måtte lyt kan kunne vil ville")
FINITE = MODALS | _words(
    """er var blir vert ble blei vart har hadde får fekk fikk blitt vorte tar tek tas holder held
    holdes gjøres gjer gjør gjennomføres gjennomførast foretas foretakast skjer finner finn legges
    leggjast settes gir gjev går gjelder gjeld følger følgjer ligger ligg kommer kjem sørger syter
    sørgjer bruker brukar møtes møtest møter møtast samles lager lagar"""
)
PREPOSITIONS = _words(
    """av i på for mellom millom etter med om til fra frå ved under hos innen innan innenfor
    innanfor uten utan mot før over gjennom langs blant mht samt utenom utanom ifølge"""
)
ADVERBS = PREPOSITIONS | _words(
    """årlig årleg årvisst deretter da då så der her når dersom hvis om mens medan fordi ettersom
    siden sidan også òg videre vidare ellers elles forøvrig dessuten dessutan senest seinast
    tidligst minst minimum maksimalt midtveis midtvegs samtidig jevnlig jamleg jamnleg løpende
    fortløpende halvårlig halvårleg kvartalsvis månedlig månadleg hver hvert kvar kvart én éin éi
    annethvert annakvart annankvar annenhver første fyrste andre siste nå no senere seinare likevel
    derfor difor eventuelt deretter dernest begge normalt vanligvis vanlegvis som
    primært fast regelmessig halvveis halvvegs hvordan korleis hvorfor kvifor"""
)
PRONOUNS = _words("den det denne dette de dei disse desse ho han hun hen")
CONJUNCTIONS = _words("og men samt mens medan eller for")
RELATIVES = _words("som der kor hvor")
SUBORDINATORS = _words("dersom hvis når om fordi ettersom slik at mens medan så")

_TIMES_BEFORE = _words("før innen innan inntil etter straks")
"""Prepositions that also open a clause of time: "Før partene inngår ny avtale, skal …"."""

_IFS = _words(
    """viser syner tilsier tilseier trengs trengst oppstår finner finn mener meiner ønsker ynskjer
    er blir"""
)
"""Verbs that open a condition: "Viser evalueringen at …, revideres avtalen"."""

# "skal det foretas en evaluering": words between the verb and its subject that are neither
_FILLERS = _words(
    """eventuelt deretter dernest det ikke ikkje også òg derfor difor likevel så dessuten dessutan
    årlig årleg jevnlig jamleg løpende fortløpende"""
)
_DETERMINERS = _words("begge andre siste første fyrste den hver kvar hvert kvart")
_ORDINALS = _words("andre annet tredje fjerde sjette")
_TIME_NOUNS = (
    "gang", "gong", "år", "måned", "månad", "vår", "høst", "haust", "uke", "veke", "kvartal",
    "halvår",
)  # fmt: skip
_SEASONS = _words("våren hausten høsten sommeren sommaren vinteren nyåret nyttår")
_SMALL_NUMBERS = _words("en ein ei to tre fire éi et eit")
_GENITIVES = ("enes", "anes", "ernes", "ates")
"""Endings that a passive would share with "kommunenes"."""
_LABELS = _words("post punkt pkt. § kapittel artikkel")
_LABEL_NUMBER = re.compile(r"\d+[.)]|[a-zæøå][.)]|[ivx]+\.")


class Token(NamedTuple):
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

    kind: SegmentKind
    first: int
    last: int
    start: int
    end: int
    parent: int | None = None


def segments(tokens: Sequence[Token]) -> tuple[Segment, ...]:
    """At least one segment for any sentence; together they cover it."""
    if not tokens:
        return (Segment("main", 0, 0, 0, 0),)
    head = _after_label(tokens)
    borders: list[tuple[int, SegmentKind]] = [(head, _kind(tokens[head].text))]
    for i in range(head + 1, len(tokens)):
        if kind := _border(tokens, i, *borders[-1]):
            borders.append((i, kind))
    made: list[Segment] = []
    main: int | None = None
    for n, (first, kind) in enumerate(borders):
        last = borders[n + 1][0] if n + 1 < len(borders) else len(tokens)
        end = tokens[last - 1].end if last == len(tokens) else tokens[last].start
        start = 0 if n == 0 else tokens[first].start
        parent = main if kind == "main" else (n - 1 if n else None)
        made.append(Segment(kind, first, last, start, end, parent))
        if kind == "main":
            main = n
    return tuple(made)


def _after_label(tokens: Sequence[Token]) -> int:
    """Index of the first token behind a number or label: "Post 12.", "a)", "Alternativ B:"."""
    words = [t.text for t in tokens[:5]]
    if ":" in words[1:4] and len(tokens) > words.index(":") + 1:
        return words.index(":") + 1
    head = 1 if words[0] in _LABELS and len(words) > 1 else 0
    joined = "".join(words[head : head + 2])
    if _LABEL_NUMBER.fullmatch(words[head]) and len(words) > head + 1:
        return head + 1
    if _LABEL_NUMBER.fullmatch(joined) and len(words) > head + 2:
        return head + 2
    return head


def _kind(word: str) -> SegmentKind:
    if word in RELATIVES:
        return "relative"
    return "subordinate" if word in SUBORDINATORS else "main"


def _border(
    tokens: Sequence[Token], i: int, begin: int, current: SegmentKind
) -> SegmentKind | None:
    """The kind of the segment that begins at token `i`, or None; `begin` is where the segment
    before it began."""
    word, before = tokens[i].text, tokens[i - 1].text
    following = [t.text for t in tokens[i + 1 : i + 4]]
    if before == ";":
        return _kind(word) if len(tokens) - i > 2 else None
    if before == ",":
        if word in RELATIVES or word in SUBORDINATORS:
            return _kind(word)
        if word in CONJUNCTIONS:
            return "main" if any(is_finite(w) for w in following) else None
        resumes = is_finite(word) or word in PRONOUNS or _is_present(word, following)
        first = tokens[begin].text
        behind = first in _IFS or (first in _TIMES_BEFORE and _has_finite(tokens, begin, i))
        return "main" if resumes and (current != "main" or (behind and is_finite(word))) else None
    if current == "subordinate" and word in MODALS and _has_finite(tokens, begin, i):
        return "main"  # "Når halve perioden er gått skal …", without a comma
    if word in ("og", "men", "samt") and following:
        first, *rest = following
        if first in FINITE or (_is_passive(first) and len(first) > 5):
            return "main"
        if first in PRONOUNS and rest and is_finite(rest[0]):
            return "main"
        if rest and is_finite(rest[0]) and _has_finite(tokens, begin, i) and first.isalpha():
            return "main"  # "… revideres jevnlig og avtalen evalueres årlig"
    return None


def _has_finite(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(is_finite(t.text) for t in tokens[first:last])


def _is_present(word: str, following: Sequence[str]) -> bool:
    """A present tense behind the comma of a relative clause ("…, forbereder sakene"), and no
    member of a list."""
    listed = not following or following[0] in ("og", ",", ".", "eller")
    return len(word) > 4 and word.endswith(("er", "ar", "ur")) and not listed


def _is_passive(word: str) -> bool:
    if word.endswith("ast") or (word.endswith("est") and len(word) > 5):
        return len(word) > 4
    return len(word) > 4 and word.endswith("es") and not word.endswith(_GENITIVES)


def is_finite(word: str) -> bool:
    """Words that are, or by their form mostly are, finite verbs: "blir", "møtes", "evalueres"."""
    return word in FINITE or _is_passive(word)


def subject(tokens: Sequence[Token], part: Segment, act: int) -> tuple[int, int] | None:
    """Token range of the subject of the act at token `act` in this segment; None where the
    segment has none of its own ("og evalueres …")."""
    first = part.first
    while first < act and (tokens[first].text in CONJUNCTIONS or not tokens[first].is_word):
        first += 1
    while part.first < first < act and tokens[first].text in _FILLERS:
        first += 1  # "og deretter revideres": still no subject of its own
    if first < act and part.kind != "main":
        if tokens[first].text in RELATIVES:
            return None
        first += tokens[first].text in SUBORDINATORS
    # "… har ansvar for at avtalen blir evaluert": the subject is that of the clause with the act
    that = (i for i in range(first, act) if tokens[i].text == "at")
    opens = (i + 1 for i in that if tokens[i - 1].text not in ("etter", "uten", "utan"))
    first = max(opens, default=first)
    cell = max((i + 1 for i in range(first, act - 1) if tokens[i].text == "|"), default=first)
    if cell > first and not _is_adverbial(tokens, cell, act):
        first = cell  # "2 | Samarbeidet evalueres": the cell before is no part of the sentence
    finite = next((i for i in range(first, act) if tokens[i].text in FINITE), act)
    if finite > first and not _is_adverbial(tokens, first, finite):
        return first, finite
    if finite < act:
        return _trimmed(tokens, finite + 1, act)
    behind_clause = first == part.first > 0 and part.kind == "main" and part.parent is None
    inverted = is_finite(tokens[act].text) and (act > first or behind_clause)
    return _trimmed(tokens, act + 1, part.last) if inverted else None


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The range without fillers; a "det" that stands alone is the subject itself."""
    while start < end and tokens[start].text in _FILLERS:
        if tokens[start].text == "det" and start + 1 == end:
            break
        start += 1
    return (start, end) if start < end else None


def _is_adverbial(tokens: Sequence[Token], first: int, finite: int) -> bool:
    """Whether what stands before the finite verb says when or how, so that the subject follows."""
    word = tokens[first].text
    rest = [t.text for t in tokens[first + 1 : first + 4]]
    if word in _DETERMINERS and finite - first > 1:
        timed = rest[0].startswith(_TIME_NOUNS) or rest[0] in _ORDINALS
        return timed and word not in ("begge", "den")
    if word[0].isdigit() or word in _SMALL_NUMBERS:
        return any(w.startswith(_TIME_NOUNS) for w in rest)
    return word in ADVERBS or word in _SEASONS


def _begins_time(tokens: Sequence[Token], i: int) -> bool:
    """ "… rådets arbeid to ganger i året": a number before a noun of time."""
    number = tokens[i].text in _SMALL_NUMBERS or tokens[i].text.isdigit()
    return number and i + 1 < len(tokens) and tokens[i + 1].text.startswith(_TIME_NOUNS)


def core(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The noun phrase that begins at `first`, without what follows a preposition, comma or
    relative: "Øvelser i regi av kommunen" → "Øvelser"."""
    ends = ADVERBS | RELATIVES | FINITE | {",", "(", ";", ":", "–", "|"}
    end = first + 1
    while end < last and tokens[end].text not in ends and not _begins_time(tokens, end):
        end += 1
    return first, min(end, last)
