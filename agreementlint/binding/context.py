"""What was said before → what pronouns, bare nouns and missing subjects refer to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agreementlint.binding.grammar import Segment
from agreementlint.binding.words import BARE_NAMES, BODIES, COUNCIL_NAMES, Act, Mention, Reading
from agreementlint.vocabulary import wording

COUNCILS = frozenset({"politirad", "beredskapsrad"})
_NEUTER = frozenset(
    {"samarbeid", "politirad", "prosjekt", "tiltak", "anna_organ", "satsingsomrade"}
)


_OF_OTHERS = wording("binding", "council_of_others")


@dataclass(frozen=True, slots=True)
class Context:
    """Concepts that lie near, where a segment begins: of the headings (nearest first), the body
    and council spoken of, the subject before, the things mentioned, what each act was about."""

    heading: tuple[str, ...] = ()
    body: str | None = None
    council: str | None = None
    subject: str | None = None
    recent: tuple[str, ...] = ()
    objects: tuple[tuple[str, str], ...] = ()

    @property
    def the_council(self) -> str:
        """What "rådet" means here: the council of the heading, else the one spoken of last."""
        titled = next((h for h in self.heading if h in COUNCILS), None)
        return titled or self.council or "politirad"

    @property
    def near(self) -> tuple[str, ...]:
        return (*self.heading, *self.recent)

    def after(self, reading: Reading, part: Segment, acts: Sequence[Act]) -> Context:
        """The context of the next segment of the same sentence."""
        own = [m.concept for m in reading.things_in(part.start, part.end)]
        if not own and not acts:
            return self
        objects = objects_of(acts)
        first = next(iter([*(thing for _, thing in objects), *own]), self.subject)
        # a relative clause does not change who or what the main clause is about
        keeps = part.kind != "main" and self.subject is not None
        return replace(
            self,
            body=next((c for c in own if c in BODIES), self.body),
            subject=self.subject if keeps else first,
            recent=tuple(own) or self.recent,
            objects=(*self.objects, *objects),
        )

    def last_object(self, act: str) -> str | None:
        """What this act was about when it was last spoken of."""
        return next((thing for name, thing in reversed(self.objects) if name == act), None)

    def antecedent(self, pronoun: str) -> str | None:
        """What a pronoun at the head of a phrase stands for."""
        candidates = [c for c in (self.subject, *reversed(self.recent), *self.heading) if c]
        if pronoun in ("det", "dette"):
            return next((c for c in candidates if c in _NEUTER), None)
        if pronoun in ("de", "dei", "dem", "disse", "desse"):
            return candidates[0] if candidates else None
        if self.subject == "tiltak":
            return self.subject  # "Ordningen prøves i ett år. Deretter ser vi om den er nyttig"
        return next((c for c in candidates if c not in _NEUTER), "avtale")


def objects_of(acts: Sequence[Act]) -> tuple[tuple[str, str], ...]:
    """Each act with the thing that the vocabulary knows it to be about."""
    return tuple((a.name, a.object) for a in acts if a.object and a.object != "annet")


def resolved(reading: Reading, context: Context) -> Reading:
    """The reading with bare nouns ("Rådet", "Gruppa") taken for the body they refer to."""
    found = list(reading.things)
    last: str | None = None
    for token in reading.tokens:
        mention = reading.thing_at(token)
        if mention is not None:
            last = mention.concept if mention.concept in BODIES else last
        elif token.text in COUNCIL_NAMES:
            concept = last if last in COUNCILS else context.the_council
            if _OF_OTHERS.match(reading.text, token.end):
                concept = "anna_organ"  # "rådet for eldre"
            found.append(Mention(concept, token.start, token.end, token.text))
        elif token.text in BARE_NAMES:
            other = last or context.body
            concept = other if other and other != "politirad" else "anna_organ"
            found.append(Mention(concept, token.start, token.end, token.text))
    return replace(reading, things=tuple(sorted(found, key=lambda m: m.start)))
