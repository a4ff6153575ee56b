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
_LEADING_WORDS = 6


def body(reading: Reading, part: Segment, context: Context) -> tuple[str | None, bool]:
    """Whose the segment is, and whether the words of the sentence say so themselves."""
    named = list(_named(reading))
    inside = [concept for at, concept in named if part.start <= at < part.end]
    before = [concept for at, concept in named if at < part.end]
    if inside:
        return inside[0], True
    if before:
        return before[-1], True
    if named:
        return named[0][1], True
    titled = next((h for h in context.heading if h in BODIES), None)
    return context.body or titled, False


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


def _named(reading: Reading) -> Iterator[tuple[int, str]]:
    for token in reading.tokens:
        mention = reading.thing_at(token)
        if mention and mention.concept in BODIES:
            if token.start == mention.start and not _BESIDES.search(reading.text[: token.start]):
                yield token.start, mention.concept
        elif _MEETING.match(token.text) and not _PLAIN_MEETING.match(token.text):
            yield token.start, "anna_organ"
