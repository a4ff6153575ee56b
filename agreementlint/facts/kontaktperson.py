"""Clauses → the same clauses with whoever is the politikontakt called so: by name, as "hun" in the
sentence after, as one of "de to", as "jeg" where the politikontakt is the one who writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from agreementlint.clauses import Clause
from agreementlint.facts.politikontakt import names
from agreementlint.facts.politikontaktnavn import CONTACT
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

CALLED = "politikontakten"
"""What whoever is the politikontakt is called instead."""

_NOUN = wording("handlende", "kontakt")
_GENITIVE = wording("handlende", "genitive")
_PRONOUN = wording("kontaktperson", "pronoun")
_OBJECT = wording("kontaktperson", "object")
_OWNER = wording("kontaktperson", "owner")
_BOTH = wording("kontaktperson", "both")
_THEY = wording("kontaktperson", "they")
_OTHER = wording("kontaktperson", "other")
_I_AM = wording("kontaktperson", "i_am")
_GOVERNED = wording("kontaktperson", "governed")
_JOINED = re.compile(r"\b(?:og|samt)\s+(?:\w+\s+)?$")

_NEAR = 2
"""Sentences: how far back "de to" may look for the politikontakt."""

_FIRST = 5
"""Characters: how far into a clause its first words reach, with "og" before them."""


def called(agreement: Agreement, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses in their order. In those that were changed, `text`, `start` and `end` are new;
    the offsets of acts, things and quantities are still those of the old text."""
    person = written(names(agreement, clauses).value or (), (c.text for c in clauses))
    found: list[Clause] = []
    asking = asked_on(agreement)
    section, topic = -1, False  # whether the person spoken of last is the politikontakt
    spoken = together = -_NEAR - 1  # the sentence that spoke of the politikontakt last
    for clause in clauses:
        if clause.section != section:
            section, spoken, together = clause.section, -_NEAR - 1, -_NEAR - 1
            goes_on = section in asking or (topic and _asks_on(agreement.sections[section].title))
            topic = goes_on or any(CONTACT.search(t) for t in agreement.titles(section))
        if person and person.search(clause.words):
            clause = retold(clause, lambda words: person.sub(rf"{CALLED}\1", words))
        goes_on = False
        if topic:
            clause = retold(clause, _without_objects)
            if (at := _pronoun(clause)) is not None and _topic(clause.text[:at], topic):
                clause = retold(clause, _without_pronouns)
                goes_on = True  # "må ho spørje sjefen": whom she asks is not spoken of next
        elif clause.sentence - spoken <= _NEAR:
            clause = retold(clause, lambda words: _BOTH.sub(CALLED, words))
        if clause.sentence - together == 1:
            clause = retold(clause, lambda words: _THEY.sub(CALLED, words))
        together = clause.sentence if _is_joined(clause.text) else together
        spoken = clause.sentence if CONTACT.search(clause.words) else spoken
        topic = goes_on or _topic(clause.words, topic)
        found.append(clause)
    return tuple(found)


def asked_on(agreement: Agreement) -> frozenset[int]:
    """The sections whose titles are questions on the politikontakt of the titles before them:
    "Hva gjør politikontakten?", "Når treffer vi ham?"."""
    found: set[int] = set()
    about = False
    for index, section in enumerate(agreement.sections):
        named = bool(CONTACT.search(section.title))
        if not named and about and _asks_on(section.title):
            found.add(index)
        about = named or index in found
    return frozenset(found)


def _asks_on(title: str) -> bool:
    """Whether a title is a question on the one spoken of last: "Hva kan hun bestemme selv?"."""
    asks = title.rstrip().endswith("?") and (_PRONOUN.search(title) or _OBJECT.search(title))
    return bool(asks) and not _OTHER.search(title)


def written(persons: Sequence[str], texts: Iterable[str]) -> re.Pattern[str] | None:
    """Every way to write one of these names: whole, with a rank, the surname alone; and "jeg",
    where one of the `texts` says that the politikontakt writes."""
    first_person = any(map(_I_AM.search, texts))
    surnames = "|".join(dict.fromkeys(re.escape(name.split()[-1]) for name in persons))
    ways = ["[Jj]eg", "[Ee]g", "meg"] if first_person else []
    if persons:
        ways.append(rf"(?:[Pp]oliti\w+ )?(?:[A-ZÆØÅ][\w.-]* ){{0,3}}?(?:{surnames})")
    return re.compile(rf"\b(?:{'|'.join(ways)})(s?)(?![\w-])") if ways else None


def retold(clause: Clause, change: Callable[[str], str]) -> Clause:
    """The clause in changed words, where the change touches its own."""
    words = change(clause.words)
    if words == clause.words:
        return clause
    before, after = change(clause.text[: clause.start]), change(clause.text[clause.end :])
    start = len(before)
    return replace(clause, text=before + words + after, start=start, end=start + len(words))


def _pronoun(clause: Clause) -> int | None:
    """Where in the text the first pronoun of the clause stands."""
    found = (whom.search(clause.words) for whom in (_PRONOUN, _OWNER, _BOTH))
    return min((clause.start + match.start() for match in found if match), default=None)


def _without_objects(words: str) -> str:
    """ "henne" is never the subject of its own clause, so that nobody else stands in the way."""
    return _OBJECT.sub(CALLED, words)


def _without_pronouns(words: str) -> str:
    words = _BOTH.sub(CALLED, _PRONOUN.sub(CALLED, words))
    return _OWNER.sub(f"{CALLED}s", words)


def _is_joined(words: str) -> bool:
    """Whether the politikontakt is named together with somebody else: "politikontakten og X"."""
    return any(_JOINED.search(words[: m.start()]) for m in _NOUN.finditer(words)) or any(
        _JOINED.search(words[:start]) and _NOUN.search(words[:start]) for start in _others(words)
    )


def _others(words: str) -> list[int]:
    """Where another person stands in these words, after no preposition."""
    found = (match.start() for match in _OTHER.finditer(words))
    return [start for start in found if not _GOVERNED.search(words[:start])]


def other_leads(words: str) -> bool:
    """Whether another person acts here: named before the politikontakt, or first of all."""
    ours = _NOUN.search(words)
    end = ours.start() if ours else _FIRST
    return any(start < end for start in _others(words))


def _topic(words: str, before: bool) -> bool:
    """Whether whoever is spoken of last in these words is the politikontakt; an owner
    ("politikontaktens leder") only where there is nobody else."""
    ours = [m.start() for m in _NOUN.finditer(words) if not _GENITIVE.match(words, m.end())]
    others = _others(words)
    if not ours and not others:
        return before or bool(CONTACT.search(words))
    return max(ours, default=-1) > max(others, default=-1)
