"""A segment of a sentence → the body whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agreementlint.binding.context import Context
from agreementlint.binding.grammar import PREPOSITIONS, Segment
from agreementlint.binding.words import BODIES, Reading
from agreementlint.vocabulary import wording

_MEETING = re.compile(r"^\w+møte(?:r|t|ne|ene|a)?$")
# "høstmøte" is a meeting of whatever body is spoken of, "kontaktmøte" one of another kind
_PLAIN_MEETING = wording("binding", "plain_meeting")
_BESIDES = re.compile(
    r"\b(?:tillegg til|utenom|utanom|utover|foruten|siden av|sida av)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_NEUTER = frozenset({"politirad", "beredskapsrad", "formannskap"})
_COMMON_PRONOUN = re.compile(r"\W*(?:den|denne|ho|hun|han)\b", re.IGNORECASE)
_LEADING_WORDS = 6


def body(reading: Reading, part: Segment, context: Context) -> tuple[str | None, bool]:
    """Whose the segment is, and whether the words of the sentence say so themselves. What stands
    freely goes before what a preposition governs ("Etter møtet i rådet samles SLT-gruppa")."""
    named = list(_named(reading))
    inside = [(free, concept) for at, free, concept in named if part.start <= at < part.end]
    before = [concept for at, _, concept in named if at < part.end]
    if inside:
        return next((concept for free, concept in inside if free), inside[0][1]), True
    if before:
        return before[-1], True
    if named:
        return named[0][2], True
    titled = next((h for h in context.heading if h in BODIES), None)
    spoken = context.body or titled
    if spoken in _NEUTER and _COMMON_PRONOUN.match(reading.text, part.start):
        return next((c for c in reversed(context.recent) if c in BODIES - _NEUTER), None), False
    return spoken, False


def names_body(reading: Reading, part: Segment) -> bool:
    return any(m.concept in BODIES for m in reading.things_in(part.start, part.end))


def leads(reading: Reading, part: Segment, concept: str | None) -> bool:
    """Whether the segment begins with this body, so that the next sentence may go on about it."""
    first = [t.start for t in reading.tokens[part.first : part.last]][:_LEADING_WORDS]
    named = next(
        (m for m in reading.things if m.concept == concept and part.start <= m.start), None
    )
    if named is None or not first or named.start > first[-1]:
        return False
    before = reading.text[part.start : named.start].lower().split()
    return not before or before[-1] not in PREPOSITIONS or before[-1] == "i"


def _named(reading: Reading) -> Iterator[tuple[int, bool, str]]:
    """Place, whether it stands freely, and concept of each body that the sentence names."""
    for i, token in enumerate(reading.tokens):
        mention = reading.thing_at(token)
        if mention and mention.concept in BODIES:
            if token.start == mention.start and not _BESIDES.search(reading.text[: token.start]):
                yield token.start, _is_free(reading, i), mention.concept
        elif _MEETING.match(token.text) and not _PLAIN_MEETING.match(token.text):
            yield token.start, _is_free(reading, i), "anna_organ"


def _is_free(reading: Reading, i: int) -> bool:
    before = [t.text for t in reading.tokens[max(0, i - 2) : i]]
    return (i <= 1 and before[:1] == ["i"]) or not PREPOSITIONS & set(before)
