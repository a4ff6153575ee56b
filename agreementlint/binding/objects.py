"""A segment of a sentence → its acts, each with the thing it is done to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from agreementlint.binding.appraisal import appraisals
from agreementlint.binding.context import Context
from agreementlint.binding.force import BECOMES, act_force
from agreementlint.binding.grammar import PREPOSITIONS, Segment, Token, is_finite, subject
from agreementlint.binding.phrases import AGENTS, phrase_object, question_object
from agreementlint.binding.words import BODIES, WHOLE, Act, Reading
from agreementlint.vocabulary import vocabulary, wording

_COMPOUNDS = {
    "avtale": "avtale", "samarbeids": "samarbeid", "politiråds": "politirad", "råds": "politirad",
    "øvelses": "ovelse", "øvings": "ovelse", "slt": "slt", "prosjekt": "prosjekt",
    "tiltaks": "tiltak", "hendelses": "hendelse", "hendings": "hendelse", "plan": "plan",
}  # fmt: skip
"""First parts that name the object of a compound: "politirådsevaluering"."""

_WHEN = frozenset({"når", "dersom", "hvis", "viss", "fordi"})
_GETS = frozenset({"får", "få", "fått", "fekk", "fikk"})
_HOW = wording("vurdering", "how_word")
_AFTER_EVENT = wording("binding", "after_event")
_AT_EVENT = wording("binding", "at_event")
_TIME = wording("binding", "time_after")
_AFTER_MEETING = wording("binding", "after_meeting")
_CONSIDERS = wording("binding", "considers")
_WHAT_IS_FOUND = wording("binding", "what_is_found")
_ADVERBS = frozenset({
    "også", "òg", "årlig", "årleg", "jevnlig", "jamleg", "løpende", "ikke", "ikkje", "selv",
    "sjølv", "regelmessig",
})
_IS_ABOUT = frozenset({"omfatter", "omfattar", "gjelder", "gjeld", "dekker", "dekkjer"})
_PRONOUN_OF_AGREEMENT = frozenset(["den", "ho", "han", "denne", "de", "dei", "dem"])
_UNDERGOES = ("underkast", "undergå", "gjenstand")
"""Verbs and nouns by which even a council is what is weighed."""
_WE = frozenset({"vi", "me", "partene", "partane"})
_PARTICIPLES = ("t", "te", "dd", "d", "a")
_EVENTS = frozenset({"ovelse", "hendelse", "prosjekt"})
_TOLD_OF = _EVENTS | {"plan", "tiltak", "politivedtekt"}
_CLEFT = wording("binding", "cleft")
_DEFINITE = re.compile(r"^\W*\w+(?:ringen|ringa|sjonen)\b", re.IGNORECASE)
_MEETING = re.compile(r"møtet?$")
_CONTENT = wording("binding", "content")
_DOER = wording("binding", "doer")
_NEW_ONE = wording("binding", "new_one")
_NEAR = 60
"""Characters before a phrase in which the agreement may be named."""
_GENERAL = frozenset({"avtale", "samarbeid", "politirad", "anna_organ"})


def acts(reading: Reading, part: Segment, context: Context, body: str | None) -> tuple[Act, ...]:
    """The acts of the segment, those of single words first."""
    weighed = (("evaluere", *found, True) for found in appraisals(reading, part, context, body))
    found = [
        *_by_words(reading, part, context, body), *weighed, *_by_phrases(reading, part, context)
    ]  # fmt: skip
    return tuple(
        Act(name, thing, act_force(reading.text, part, start, noun=noun), start, end, noun)
        for name, thing, start, end, noun in found
    )


def _names_whole(reading: Reading, part: Segment) -> bool:
    return any(m.concept in WHOLE for m in reading.things_in(part.start, part.end))


Found = tuple[str, str | None, int, int, bool]


def _by_words(
    reading: Reading, part: Segment, context: Context, body: str | None
) -> Iterator[Found]:
    for mention in reading.acts:
        if not part.start <= mention.start < part.end:
            continue
        if any(m.concept == "ingenting" for m in reading.things_around(mention.start)):
            continue  # "kommunerevisjonen" revises nothing
        name, form = mention.concept.split(":")
        noun, weak = form.endswith("nouns"), form.startswith("weak")
        alone = sum(t.is_word for t in reading.tokens) <= 2 and ":" not in reading.text
        if noun and alone:
            continue  # "Evaluering": a heading without its mark, or a line of a list
        at = next(i for i, t in enumerate(reading.tokens) if t.end > mention.start)
        if noun:
            thing = _noun_object(reading, part, at, context, body, weak=weak)
        else:
            thing = _verb_object(reading, part, at, context, body, weak=weak)
            own = subject(reading.tokens, part, at) if thing is None else None
            if own and name == "revidere":
                thing = phrase_object(reading, *own, context, body)  # "vervet rullerer"
        thing = thing or _fronted(reading, mention.start)
        after_event = name == "evaluere" and (
            _AFTER_EVENT.match(reading.text) or _AFTER_EVENT.match(reading.text[mention.end :])
        )
        at_event = thing == "samarbeid" and _AT_EVENT.search(reading.text, mention.end)
        if weak and _CONSIDERS.match(reading.text, mention.start):
            continue
        if at_event or (after_event and not _names_whole(reading, part)):
            thing = "hendelse"
        if weak and thing not in WHOLE and (thing is None or noun):
            continue
        named = thing or _default(reading, context, body, name)
        yield name, named, mention.start, mention.end, noun


def _by_phrases(reading: Reading, part: Segment, context: Context) -> Iterator[Found]:
    for name, start, end in _phrases_in(reading.text):
        if not part.start <= start < part.end:
            continue
        if whole := _agreement_near(reading, start, end, context, name):
            yield name, whole, start, end, True


@lru_cache(maxsize=8)  # the segments of a sentence follow each other
def _phrases_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The phrases for acts in a sentence: act, start and end."""
    return tuple(
        (name, *match.span())
        for name, act in vocabulary().acts.items() if act.any_phrase.may_be_in(text)
        for pattern in act.phrases for match in pattern.finditer(text)
    )  # fmt: skip


def _agreement_near(
    reading: Reading, start: int, end: int, context: Context, act: str
) -> str | None:
    """Whether a phrase is about the agreement: named in it or just before it, or meant by a
    pronoun in it."""
    near = [m.concept for m in reading.things_in(start - _NEAR, end + 15)]
    if "avtale" in near:
        return "avtale"
    if set(near) - BODIES and act == "revidere":
        return None
    content = _CONTENT.search(reading.text, max(0, start - _NEAR))
    if act == "revidere" and context.subject == "avtale" and content:
        return "avtale"  # "Avtalen varer i tre år. I 2027 forhandler vi på nytt om innholdet."
    new_one = act == "revidere" and _NEW_ONE.search(reading.text[start:end])
    if new_one and (context.subject or next(iter(context.heading), None)) == "avtale":
        return "avtale"  # "Avtalen varer i tre år. Da lager vi en ny."
    before = [t.text for t in reading.tokens if t.start < end]
    pronoun = next((word for word in before if word in _PRONOUN_OF_AGREEMENT), None)
    meant = context.antecedent(pronoun) if pronoun else None
    return "avtale" if meant == "avtale" or (act == "forlenge" and not near) else None


def _verb_object(
    reading: Reading, part: Segment, at: int, context: Context, body: str | None, *, weak: bool
) -> str | None:
    """Of a passive the subject, of an active verb the phrase behind it."""
    tokens = reading.tokens
    if (got := _got_done(reading, part, at, context, body)) is not None:
        return got
    if _is_passive(tokens, part, at):
        before = reading.thing_at(tokens[at - 1]) if at > part.first else None
        if before and tokens[at].text.endswith(_PARTICIPLES):
            return before.concept  # "kreve avtalen reforhandlet"
        span = subject(tokens, part, at)
        if weak and _WHAT_IS_FOUND.match(reading.text[: tokens[at].start]):
            return "annet"
        if span is None:
            return _antecedent(reading, part) or context.subject
        return phrase_object(reading, *span, context, body)
    first = _behind_insertion(tokens, part, at + 1)
    if first + 1 < part.last and tokens[first].text in _WE and tokens[first + 1].is_word:
        first += 1  # "så endrer vi den"
    while first < part.last and (
        not tokens[first].is_word or tokens[first].text in _ADVERBS
    ):
        first += 1
    if not weak:
        how = next((t for t in tokens[at + 1 : part.last] if _HOW.match(t.text)), None)
        if how and _is_subject_only(reading, tokens[at].end, how.start):
            return question_object(reading, how.start)
    if first >= part.last or tokens[first].text in PREPOSITIONS:
        return None
    return phrase_object(reading, first, part.last, context, body)


def _antecedent(reading: Reading, part: Segment) -> str | None:
    """ "…, og deltar i kommunens årlige øvelse, som evalueres": the exercise or plan that a
    relative clause follows."""
    if part.kind != "relative":
        return None
    named = [m.concept for m in reading.things_in(part.start - _NEAR, part.start)]
    return named[-1] if named and named[-1] in _TOLD_OF else None


def _fronted(reading: Reading, at: int) -> str | None:
    """ "Reglane om skyss er det helseføretaket som evaluerer": the whole that is put first, else
    something else."""
    front = _CLEFT.match(reading.text[:at])
    if front is None:
        return None
    named = [m.concept for m in reading.things_in(0, front.end(1))]
    return next((concept for concept in WHOLE if concept in named), "annet")


def _is_subject_only(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing but the one who acts stands between an act and what it asks: "evaluerer
    rådet hvordan avtalen virker"."""
    between = reading.things_in(start, end)
    return "," not in reading.text[start:end] and all(m.concept in BODIES for m in between)


def _got_done(
    reading: Reading, part: Segment, at: int, context: Context, body: str | None
) -> str | None:
    """ "får evaluert hele samarbeidet": what somebody sees to it that is done."""
    tokens = reading.tokens
    if at + 1 >= part.last or not {t.text for t in tokens[max(part.first, at - 8) : at]} & _GETS:
        return None
    following = tokens[at + 1].text
    if not tokens[at + 1].is_word or following in PREPOSITIONS or following in _ADVERBS:
        return None
    thing = phrase_object(reading, at + 1, part.last, context, body)
    return thing if thing in WHOLE else None


def _behind_insertion(tokens: Sequence[Token], part: Segment, first: int) -> int:
    """ "evaluerer, sammen med rådet, samarbeidet": the place behind the second comma."""
    if first < part.last and tokens[first].text == ",":
        closing = (i for i in range(first + 1, part.last) if tokens[i].text == ",")
        return next(closing, first) + 1
    return first


def _is_passive(tokens: Sequence[Token], part: Segment, at: int) -> bool:
    word = tokens[at].text
    if word.endswith(("s", "ast", "est")):
        return True
    if not word.endswith((*_PARTICIPLES, "e")) or word.endswith("ere"):
        return False
    return any(t.text in BECOMES for t in tokens[max(part.first, at - 8) : at])


def _noun_object(
    reading: Reading, part: Segment, at: int, context: Context, body: str | None, *, weak: bool
) -> str | None:
    """"politirådsevaluering", "evaluering av samarbeidet", "avtalens revisjon"; else the subject,
    where it is a thing and not somebody who acts."""
    tokens = reading.tokens
    word = tokens[at].text
    if weak and _AFTER_MEETING.match(reading.text, tokens[at].end):
        return None
    for first_part, concept in _COMPOUNDS.items():
        if word.startswith(first_part):
            return concept
    for i in range(at + 1, min(at + 5, part.last - 1)):
        following = tokens[i + 1]
        if following.text == "for" and tokens[i].text in ("fram", "frem"):
            break  # "legger vurderingen fram for rådet"
        at_meeting = any(_MEETING.search(t.text) for t in tokens[i + 1 : min(i + 5, part.last)])
        if tokens[i].text == "på" and at_meeting:
            break  # "har egenevaluering på årets siste møte"
        of = tokens[i].text in ("av", "for", "på", "om") or (weak and tokens[i].text == "i")
        if tokens[i].text in _IS_ABOUT:
            return phrase_object(reading, i + 1, part.last, context, body)
        if tokens[i].text == "av" and _DOER.match(reading.text, following.start):
            break  # "den tas opp til revisjon av ordføreren"
        if of or (tokens[i].text == "etter" and not _TIME.match(following.text)):
            return phrase_object(reading, i + 1, part.last, context, body)
        if not tokens[i].is_word or is_finite(tokens[i].text) or tokens[i].text in _WHEN:
            break
    if at > part.first:
        owner = reading.thing_at(tokens[at - 1])
        if owner and (owner.word.endswith("s") or tokens[at - 1].text in ("si", "sin", "sitt")):
            return owner.concept
    if direct := _direct_object(reading, part, at):
        return direct
    span = subject(tokens, part, at)
    undergoes = any(t.text.startswith(_UNDERGOES) for t in tokens[max(part.first, at - 6) : at])
    head = phrase_object(reading, *span, context, body, agents=undergoes) if span else None
    return None if head == "annet" else head


def _direct_object(reading: Reading, part: Segment, at: int) -> str | None:
    """ "ta avtalen opp til revisjon": what a verb has before the noun of the act."""
    tokens = reading.tokens
    for i in range(at - 1, part.first, -1):
        thing = reading.thing_at(tokens[i])
        if thing and thing.concept not in AGENTS and tokens[i - 1].text not in PREPOSITIONS:
            return thing.concept
    return None


def _default(reading: Reading, context: Context, body: str | None, act: str) -> str:
    """What an act without a named object is about: in a table the body of its row, else what the
    act before it was about, the heading's thing, the agreement or the cooperation."""
    if " | " in reading.text and any(m.concept == body for m in reading.things):
        return body or "annet"
    if context.subject in _EVENTS and _DEFINITE.search(reading.text):
        return context.subject  # "Øvelser holdes hver høst. Evalueringen legges fram …"
    titled = next((h for h in context.heading if h not in _GENERAL), None)
    return context.last_object(act) or titled or ("samarbeid" if act == "evaluere" else "avtale")
