"""A noun phrase, or a question about something → the concept that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agreementlint.binding.context import COUNCILS, Context
from agreementlint.binding.grammar import PRONOUNS, Token, core
from agreementlint.binding.words import WHOLE, Reading
from agreementlint.vocabulary import wording

# What does not become an object merely by standing as the subject: it acts itself.
AGENTS = frozenset(
    {"politirad", "slt", "formannskap", "beredskapsrad", "anna_organ", "politikontakt"}
)
_OF_THE_PARTIES = wording("vurdering", "of_the_parties")
_COOPERATED = wording("vurdering", "cooperated")
_PART = wording("oppfolging", "part")
_WORK = wording("binding", "work")
_ATTACHED = wording("binding", "attached")
_PRESENT_ONE = wording("binding", "present_one")
_OWN = frozenset(["sitt", "sin", "sine", "si", "eget", "egen", "eige", "eiga", "eigen", "rådets"])


def phrase_object(
    reading: Reading, first: int, last: int, context: Context, body: str | None,
    *, agents: bool = True,
) -> str | None:  # fmt: skip
    """The concept of the noun phrase that begins at `first`: of its best conjunct, resolved if it
    is a pronoun; "annet" for a noun that the vocabulary does not know."""
    start, end = core(reading.tokens, first, last)
    words = [t for t in reading.tokens[start:end] if t.is_word]
    if len(words) == 1 and words[0].text in PRONOUNS:
        return _named_before(reading, words[0]) or context.antecedent(words[0].text)
    if len(words) > 1 and words[0].text in PRONOUNS and _PRESENT_ONE.match(words[1].text):
        return "avtale"
    conjuncts = list(_conjuncts(words))
    for conjunct in conjuncts[:-1]:  # "gjennomgang av avtalen og erfaringene med den"
        if agents and (whole := _head(reading, conjunct, context, body)) in ("avtale", "samarbeid"):
            return whole
    of_something = words and (_WORK.match(words[-1].text) or _ATTACHED.match(words[-1].text))
    if of_something and (whose := _work_of(reading, end, last)):
        return whose
    heads = [_head(reading, conjunct, context, body) for conjunct in conjuncts]
    heads = [h for h in heads if agents or h not in AGENTS]
    return next((w for w in WHOLE if w in heads), heads[0] if heads else None)


def _named_before(reading: Reading, pronoun: Token) -> str | None:
    """ "følger samarbeidet og vurderer det": the whole, the scheme or the exercise that the same
    sentence names last."""
    others = ("avtale", "ovelse", "politikontaktordning")
    meant = ("samarbeid", "politirad") if pronoun.text == "det" else others
    if pronoun.text not in ("det", "den", "ho", "han"):
        return None
    named = [m.concept for m in reading.things_in(0, pronoun.start) if m.concept in meant]
    if not named and pronoun.text != "det" and _PART.search(reading.text, 0, pronoun.start):
        return "annet"  # "spør om kontordagen er til nytte, og evaluerer den"
    return named[-1] if named else None


def _work_of(reading: Reading, end: int, last: int) -> str | None:
    """ "arbeidet til SLT-gruppa", "innsatsen i SLT", "nytten av samarbeidet": whose work it is,
    "annet" of a thing that the vocabulary does not know."""
    tokens = reading.tokens
    if end + 1 >= last:
        return None
    owner = next((m for t in tokens[end + 1 : end + 3] if (m := reading.thing_at(t))), None)
    if tokens[end].text in ("til", "i", "for", "hos"):
        return owner.concept if owner else None
    if tokens[end].text in ("av", "med", "fra", "frå", "mot"):
        return owner.concept if owner else "annet"
    return None


def _conjuncts(words: Sequence[Token]) -> Iterator[list[Token]]:
    conjunct: list[Token] = []
    for word in words:
        if word.text in ("og", "eller", "samt"):
            if conjunct:
                yield conjunct
            conjunct = []
        else:
            conjunct.append(word)
    if conjunct:
        yield conjunct


def _head(
    reading: Reading, words: Sequence[Token], context: Context, body: str | None
) -> str:
    owned = any(w.text in _OWN for w in words)
    if len(words) > 1 and words[-1].text in _OWN:  # "arbeidet sitt"
        words = words[:-1]
    last = words[-1]
    mentions = [m for m in (reading.thing_at(w) for w in words) if m]
    headed = reading.thing_at(last)
    if headed is None and _WORK.match(last.text) and not last.text.startswith("utvikling"):
        return mentions[-1].concept if mentions else _whose_work(context, body, owned=owned)
    if last.text in ("ordningen", "ordninga") and (headed is None or headed.concept == "tiltak"):
        return "politikontaktordning" if "politikontakt" in context.near else "tiltak"
    if not mentions:
        return "annet"
    owner = mentions[-1]
    # "avtalens tiltaksdel", "politirådets handlingskort": the possessor is not the thing
    if headed is None and owner.word.endswith("s") and not _ATTACHED.match(last.text):
        return "annet"
    if headed is None and owner.concept in COUNCILS and not _ATTACHED.match(last.text):
        return "annet"  # "I juni gjennomgår rådet beredskapen"
    return owner.concept


def _whose_work(context: Context, body: str | None, *, owned: bool) -> str:
    """ "arbeidet", "sitt eget arbeid": of the body, of the heading, or the cooperation."""
    titled = next((h for h in context.heading if h in ("politirad", "slt", "politikontakt")), None)
    return (body if owned else None) or titled or "samarbeid"


def question_object(reading: Reading, start: int) -> str | None:
    """ "evaluerer hvordan samarbeidet har virket": the whole that the question is about."""
    named = [m.concept for m in reading.things_in(start, len(reading.text))]
    if whole := next((c for c in named if c in ("avtale", "samarbeid")), None):
        return whole
    if _COOPERATED.search(reading.text, start):
        return "samarbeid"
    if any(c in WHOLE for c in named):
        return "politirad"
    subject_of_it = _OF_THE_PARTIES.match(reading.text, start)
    return named[0] if named else None if subject_of_it else "annet"
