"""Text of a sentence → Reading: its tokens, and the concepts of the vocabulary in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from agreementlint.binding.grammar import Token
from agreementlint.norwegian.tokens import Match, Terms, forms, tokens
from agreementlint.vocabulary import vocabulary, wording

Force = Literal["commits", "optional", "negated", "deferred", "past"]

BODIES = frozenset({"politirad", "slt", "formannskap", "beredskapsrad", "anna_organ"})
"""The things that meet and act."""

WHOLE = ("avtale", "samarbeid", "politirad")
"""What the guide wants evaluated, the weightiest first."""

COUNCIL_NAMES = frozenset(["rådet", "rådets", "rådene", "rådenes", "råda"])
BARE_NAMES = COUNCIL_NAMES | frozenset(
    {
        "utvalget",
        "utvalet",
        "utvalgets",
        "utvalets",
        "gruppa",
        "gruppen",
        "gruppas",
        "gruppens",
        "forumet",
        "nemnda",
        "nemnden",
        "teamet",
    }
)
"""Nouns that alone say nothing: they refer back to a body with a longer name."""


_NARROWED = {
    "avtale": ("anna_avtale", wording("binding", "other_kind")),
    "samarbeid": ("tiltak", wording("binding", "one_matter")),
    "tiltak": ("politikontaktordning", wording("binding", "of_the_contact")),
}
"""What follows the word makes it another thing: "avtalen om leie av kontorer", "samarbeidet om
skjenkekontroll", "ordningen med en delt politikontakt"."""


class Mention(NamedTuple):
    """A concept of the vocabulary in a sentence (offsets into the sentence)."""

    concept: str
    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one sentence. `acts` name "act:form" as in the vocabulary."""

    text: str
    tokens: tuple[Token, ...]
    things: tuple[Mention, ...]
    topics: tuple[Mention, ...]
    acts: tuple[Mention, ...]

    def thing_at(self, token: Token) -> Mention | None:
        return next((m for m in self.things if m.start <= token.start < m.end), None)

    def things_around(self, place: int) -> tuple[Mention, ...]:
        return tuple(m for m in self.things if m.start <= place < m.end)

    def things_in(self, start: int, end: int) -> tuple[Mention, ...]:
        return tuple(m for m in self.things if start <= m.start < end)


@dataclass(frozen=True, slots=True)
class Act:
    """What is done, and to what. `object` is a concept of the vocabulary's things, "annet" for a
    thing that the vocabulary does not know, or None; `noun` where a noun says it."""

    name: str
    object: str | None
    force: Force
    start: int
    end: int
    noun: bool = False


def read(text: str) -> Reading:
    """The sentence with the concepts in it. Bare names ("rådet") are left out: what they refer to
    is told by `context.resolved`."""
    doc = tokens(text)
    found: dict[str, list[Match]] = {"thing": [], "topic": [], "act": []}
    for concept, start, end in _matcher()(doc):
        kind, _, name = concept.partition(" ")
        found[kind].append((name, start, end))
    words = tuple(Token(*form, start, end) for form, start, end in forms(doc))
    named = [
        (_narrowed(concept, text, end), start, end)
        for concept, start, end in found["thing"]
        if text[start:end].lower() not in BARE_NAMES
    ]
    known = vocabulary()
    return Reading(
        text,
        words,
        _mentions(text, named, tuple(known.things)),
        _mentions(text, found["topic"], tuple(known.topics)),
        _mentions(text, found["act"], tuple(known.act_terms)),
    )


def _narrowed(concept: str, text: str, end: int) -> str:
    other, follows = _NARROWED.get(concept, (concept, None))
    return other if follows and follows.match(text, end) else concept


@lru_cache(maxsize=1)
def _matcher() -> Terms:
    """One matcher for all, since each goes through the words of a sentence once."""
    known = vocabulary()
    kinds = {"thing": known.things, "topic": known.topics, "act": known.act_terms}
    return Terms({f"{kind} {name}": terms for kind, concepts in kinds.items()
                  for name, terms in concepts.items()})


def _mentions(text: str, found: Sequence[Match], order: Sequence[str]) -> tuple[Mention, ...]:
    """The longest matches that do not overlap; of equals the earlier concept of the vocabulary."""
    rank = {concept: i for i, concept in enumerate(order)}
    taken: list[Mention] = []
    for concept, start, end in sorted(found, key=lambda m: (m[1] - m[2], rank[m[0]])):
        if all(end <= m.start or m.end <= start for m in taken):
            taken.append(Mention(concept, start, end, text[start:end].lower()))
    return tuple(sorted(taken, key=lambda m: m.start))
