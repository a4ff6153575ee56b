"""The words of a segment → what it weighs without saying "evaluere": somebody looks at how a thing
goes, or at what came of it ("ser etter om avtalen har virket", "drøfter nytten av den")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agreementlint.binding.context import Context
from agreementlint.binding.grammar import Segment
from agreementlint.binding.words import BODIES, WHOLE, Reading
from agreementlint.vocabulary import wording

_LOOKS = wording("vurdering", "looks")
_DIRECTLY = wording("vurdering", "directly")
_OBJECT_FIRST = wording("vurdering", "object_first")
_PART = wording("oppfolging", "part")
_AFTER_EVENT = wording("binding", "after_event")
_HOW = wording("vurdering", "how")
_GOES = wording("vurdering", "goes")
_RESULT = wording("vurdering", "result")
_OF = wording("vurdering", "of")
_COOPERATED = wording("vurdering", "cooperated")
_ASKS_BARE = wording("vurdering", "asks_bare")
_WORKS_TOGETHER = wording("vurdering", "works_together")
_OWN_WORK = wording("vurdering", "own_work")
_SET_PHRASE = wording("vurdering", "set_phrase")

_QUESTION, _PHRASE, _SHORT = 140, 45, 30
"""Characters: how far a question, a noun phrase and a pronoun before its verb reach."""
_BARE = frozenset(["samarbeid", "avtale", "samhandling", "samspill", "partnerskap", "tekst"])
_EVENTS = frozenset(["ovelse", "hendelse"])
_PARTS = frozenset(["politikontaktordning", "prosjekt", "tiltak"])
"""What is evaluated as a part of the cooperation, where a pronoun means it."""
_SLT_WORK = re.compile(r"\bSLT-?(?:arbeid|ordning|modell|innsats|samarbeid)\w*", re.IGNORECASE)
"""The SLT as what is looked at, and not as who looks."""
_FELT = re.compile(r"opplev|mein|mene|ment|tykk|tenk|merk", re.IGNORECASE)
"""What only people do: "kva han har opplevd" asks nothing of an agreement."""
_STOP = re.compile(r"[.;:?](?!\d)")
_PRONOUN = re.compile(
    r"\b(?:det|den|han|ho|henne)\b(?! (?:som|vi|me|partene|partane|politiråde\w+)\b)", re.IGNORECASE
)  # "det som er vedtatt" stands for nothing before it
_HAS_GONE = re.compile(
    r"det (?:har |hev |er )?(?:\w+ )?(?:gått|gjekk|gikk|gjenge|v(?:ært|ore) \w*\s?verdt?)\b",
    re.IGNORECASE,
)
"""Of what was spoken of last, in neuter whatever its noun."""
_PRONOUN_ALONE = re.compile(
    r"(?:det|den|han|ho|henne)(?=\s*(?:[.,;]|$)|\s+(?:og|i|på|skal|blir|vert|hver|hvert|kvar|kvart"
    r"|årlig|årleg|med|etter|før|punkt|ledd|linje|side|avsnitt|grundig|nøye|saman"
    r"|sammen)\b)", re.IGNORECASE
)  # fmt: skip
_WITH_OTHER = re.compile(
    r"\s+(?:\w+\s+)?med\s+(?!samarb|samhand|avtal|det|dette|oss|arbeid|ordning)", re.IGNORECASE
)
_ASKED_BARE = re.compile(r"(?:\W|\b(?:som|har|hev|ikke|ikkje|også|òg)\b)*", re.IGNORECASE)
"""Between a question word and how it goes, where nothing is asked of: "hva som har virket"."""
_ASKS = re.compile(r"\?\s*(?:[|»”\"]|$)")
"""A sentence, a cell of a row, or words between quotation marks that are a question."""
_THEN = re.compile(r"\W*(?:da|då|der|her)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:i|på|for|til|av|hos|fra|frå|med|under|ved)\s+$", re.IGNORECASE)


class Weighed(NamedTuple):
    """What is looked at, and the words that say so; `start` to `end` cannot be the look itself."""

    concept: str
    start: int
    end: int


def appraisals(
    reading: Reading, part: Segment, context: Context, body: str | None
) -> Iterator[tuple[str, int, int]]:
    """At most one: the concept weighed in this segment, and the place of the word that looks."""
    found = list(_weighed(reading, context, body))
    if found and _ASKS.search(reading.text) and part.start == 0:
        yield found[0].concept, found[0].start, found[0].start  # "Har samarbeidet virket?"
        return
    for look in _LOOKS.finditer(reading.text, part.start, part.end) if found else ():
        fitting = [w.concept for w in found if look.end() <= w.start or w.end <= look.start()]
        if fitting:
            yield next((c for c in fitting if c in WHOLE), fitting[0]), look.start(), look.end()
            return
    for look in _DIRECTLY.finditer(reading.text, part.start, part.end):
        stop = min(part.end, _stop(reading.text, look.end(), _PHRASE))
        concept = _first(reading, look.end(), stop, context)
        if alone := _PRONOUN_ALONE.match(reading.text, look.end() + 1):
            concept = _pronoun(reading, alone.start(), alone.end(), context)
        elif any(p.search(reading.text, look.end(), stop) for p in (_COOPERATED, _WORKS_TOGETHER)):
            concept = "samarbeid"  # "ser attende på det dei har fått til"
        if concept is None and _SLT_WORK.search(reading.text, look.end(), stop):
            concept = "slt"
        if concept in (*WHOLE, "slt", "politikontaktordning"):
            yield concept, look.start(), look.end()
            return
    if part.start == 0 and (thing := _OBJECT_FIRST.match(reading.text)):
        concept = _first(reading, 0, thing.end(), context)
        if concept is None and _PART.search(reading.text, 0, thing.end()):
            concept = "annet"  # "Kontordagene ser vi på hver vår"
        if concept in (*WHOLE, *_PARTS, "slt", "annet"):
            yield concept, thing.end(), thing.end()


def _weighed(reading: Reading, context: Context, body: str | None) -> Iterator[Weighed]:
    text = reading.text
    asks = _ASKS.search(text)
    if asks and (goes := _GOES.search(text)):
        asked = text.rfind(":", 0, goes.start()) + 1
        concept = _first(reading, asked, len(text), context)
        if concept in WHOLE:
            yield Weighed(concept, asked, goes.end())
    event = _AFTER_EVENT.match(text) or any(m.concept in _EVENTS for m in reading.things)
    if asks and not event and (so_far := _COOPERATED.search(text)):
        yield Weighed("samarbeid", so_far.start(), so_far.end())
    about = {context.subject, *(m.concept for m in reading.things)}
    if about <= {None, *BODIES, *WHOLE} and (bare := _ASKS_BARE.search(text)):
        yield Weighed("samarbeid", bare.start() + 1, bare.end())
    for how in _HOW.finditer(text):
        stop = _stop(text, how.end(), _QUESTION)
        for goes in _GOES.finditer(text, how.end(), stop):
            concept = _first(reading, how.end(), stop, context)
            impersonal = _WITH_OTHER.match(text, goes.end())  # "hvordan det går med rusen"
            if not impersonal and not _FELT.match(goes.group()):
                concept = concept or _pronoun(reading, how.end(), goes.start(), context)
            if concept is None and _ASKED_BARE.fullmatch(text, how.end(), goes.start()):
                concept = _said_of(reading, how.start(), context)
            if concept is None and context.subject in _PARTS and not reading.things:
                concept = context.subject  # "… ta stilling til om kontordagene er rett fordelt"
            if concept is None and _PART.search(text, how.end(), goes.start()):
                concept = "annet"  # "vurderer om kontordagen fungerer"
            if concept:
                yield Weighed(concept, how.start(), goes.end())
                break
        if not event and (so_far := _COOPERATED.search(text, how.start(), stop)):
            yield Weighed("samarbeid", how.start(), so_far.end())
    for result in _RESULT.finditer(text):
        if joint := _OF.match(text, result.end()):
            stop = _stop(text, joint.end(), _PHRASE)
            concept = _first(reading, joint.end(), stop, context)
            alone = _PRONOUN_ALONE.match(text, joint.end())
            concept = concept or (alone and _pronoun(reading, alone.start(), alone.end(), context))
        else:
            concept = _owner(reading, result.start())
        if concept:
            yield Weighed(concept, result.start(), result.end())
    if body == "politirad" and (own := _OWN_WORK.search(text)):
        yield Weighed(body, own.start(), own.end())


def _said_of(reading: Reading, end: int, context: Context) -> str | None:
    """ "Samarbeidet tas opp: Hva virket?": the whole that was named, of which a question without a
    subject asks."""
    named = [m.concept for m in reading.things_in(0, end) if m.concept not in BODIES]
    if not named and context.subject and _THEN.match(reading.text):
        named = [context.subject]  # "Samarbeidet er tema i mai. Da sier vi hva som har virket"
    return named[-1] if named and named[-1] in ("avtale", "samarbeid") else None


def _stop(text: str, start: int, reach: int) -> int:
    sign = _STOP.search(text, start, start + reach)
    return sign.start() if sign else min(start + reach, len(text))


def _first(reading: Reading, start: int, stop: int, context: Context) -> str | None:
    """The first thing there that something can come of, and not who looks or where."""
    for mention in reading.things_in(start, stop):
        near = max(0, mention.start - _SHORT)
        since = max(start, near)  # "nytten av rådet": what joins them says no place
        if mention.concept in ("ingenting", "satsingsomrade", *(BODIES - {"politirad"})):
            continue  # "om målene i avtalen er nådd": the goals are those of the agreement
        if mention.word in _BARE and _SET_PHRASE.search(reading.text, near, mention.start):
            continue
        acts_or_meets = (
            _PLACE.search(reading.text, since, mention.start) or mention.start > start + _SHORT
        )
        if mention.concept == "politirad" and not mention.word.endswith("s") and acts_or_meets:
            continue
        return mention.concept
    return None


def _pronoun(reading: Reading, start: int, stop: int, context: Context) -> str | None:
    """The whole, or the part of it, that a pronoun shortly before its verb stands for."""
    found = _PRONOUN.search(reading.text, max(start, stop - _SHORT), stop)
    if found is None:
        return None
    before = [m.concept for m in reading.things_in(0, found.start())]
    if before and before[-1] in _EVENTS:
        return None  # "Etter øvinga set leiinga seg ned og vurderer korleis det gjekk"
    meanable = ("samarbeid", "politirad") if found.group().lower() == "det" else ("avtale",)
    scheme = next((m for m in reading.things_in(0, found.start()) if "ordning" in m.word), None)
    if scheme and "avtale" not in before:
        return scheme.concept  # "går gjennom SLT-ordningen og ser om den er verdt pengene"
    named = [concept for concept in before if concept in meanable]
    meant = named[-1] if named else context.antecedent(found.group().lower())
    if meant is None and _HAS_GONE.match(reading.text, found.start()):
        meant = "avtale" if "avtale" in (*before[-1:], context.subject) else None
    return meant if meant in WHOLE or meant in _PARTS else None


def _owner(reading: Reading, end: int) -> str | None:
    """"avtalens virkning": whose result it is."""
    owner = next((m for m in reading.things if m.end == end - 1 and m.word.endswith("s")), None)
    return owner.concept if owner else None
