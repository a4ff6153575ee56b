"""Agreements → their politikontakter: who, by which names, for which kommuner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agreementlint.audit.kommuner import alphabetical
from agreementlint.audit.model import Agreement, Contact
from agreementlint.audit.names import Name, name, perhaps_same
from agreementlint.audit.states import Standing
from agreementlint.mentions import mentions
from agreementlint.model import DocumentReport

LIMIT = 3
"""Kommuner for one politikontakt, by the guide's chapter 5."""

UNSHARED = (None, "few-parties", "over", "approved")
"""What a document of more kommuner may say of how many each has so that the only one who is named
has them all. Else there are others, whom it does not name."""


@dataclass(frozen=True)
class Post:
    """Somebody who is politikontakt by an agreement: the name as it is written, the kommuner that
    he or she surely has, and those that it may be."""

    written: str
    document: int
    sure: frozenset[str]
    maybe: frozenset[str]


def contacts(standing: Standing) -> tuple[Contact, ...]:
    """Everybody who is named in an agreement that holds or may hold, those with most kommuner
    first. Different spellings that may be one person's are kept apart and told of each other."""
    persons: dict[Name, list[Post]] = {}
    for post in _posts(standing):
        persons.setdefault(name(post.written), []).append(post)
    called = {person: _usual(post.written for post in posts) for person, posts in persons.items()}
    others = _perhaps(persons)
    found = [_contact(called[person], posts, sorted(called[one] for one in others[person]))
             for person, posts in persons.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.kommuner), one.name)))


def _posts(standing: Standing) -> Iterator[Post]:
    for agreement in standing.agreements:
        if agreement.state not in ("in-force", "doubtful"):
            continue
        document = standing.documents[agreement.document]
        written = document.facts.get("politikontakter") or ()
        held = frozenset(standing.held_by(agreement))
        for one in written:
            sure = _own(one, written, agreement, document) & held
            if agreement.state == "doubtful":
                yield Post(one, agreement.document, frozenset(), sure or held)
            else:
                yield Post(one, agreement.document, sure, frozenset() if sure else held)


def _own(one: str, written: Sequence[str], agreement: Agreement, document: DocumentReport,
         ) -> frozenset[str]:
    """The kommuner that an agreement surely gives one of those whom it names; none where they
    share them in a way that it does not tell."""
    said = document.said.get("kommuner_per_politikontakt")
    every = frozenset(agreement.kommuner)
    alone = len(written) == 1 and (len(every) <= LIMIT or (said and said.state) in UNSHARED)
    if len(every) == 1 or alone:
        return every
    today = {**{kommune: (kommune,) for kommune in every}, **agreement.names}
    quoted = document.said.get("politikontakter")
    return frozenset(label for words in (quoted.evidence if quoted else ())
                     for label in _given(words.text, written, today).get(one, ()))


Called = Mapping[str, tuple[str, ...]]
"""What an agreement calls a kommune → today's kommuner."""


def _given(text: str, written: Sequence[str], today: Called) -> Mapping[str, list[str]]:
    """Which kommuner a sentence gives to each of those whom it names: all to the only one; to one
    of several those behind the name ("Kari har Gol, Per har Hol og Ål"), or those before it ("Gol:
    Kari, Hol: Per"). Where kommuner stand before the first name and behind the last, or one of
    those named gets none, nobody knows."""
    persons = sorted((text.index(one), one) for one in written if one in text)
    kommuner = [(at, label) for at, label in _kommuner_in(text, today)
                if not any(start <= at < start + len(one) for start, one in persons)]
    if not persons or not kommuner:
        return {}
    if len(persons) == 1:
        return {persons[0][1]: [label for _, label in kommuner]}
    before = any(at < persons[0][0] for at, _ in kommuner)
    if before == any(at > persons[-1][0] for at, _ in kommuner):
        return {}
    found: dict[str, list[str]] = {}
    for at, label in kommuner:
        near = [one for start, one in persons if (start > at) == before]
        found.setdefault(near[0] if before else near[-1], []).append(label)
    return found if len(found) == len(persons) else {}


def _kommuner_in(text: str, today: Called) -> Iterator[tuple[int, str]]:
    """The kommuner of an agreement that a text names, and where."""
    for mention in mentions(text):
        for called, labels in today.items():
            if called == mention.name or called.startswith(f"{mention.name} ("):
                yield from ((mention.span.start, label) for label in labels)


def _usual(spellings: Iterable[str]) -> str:
    """The spelling met with most often; of equals the one that says most."""
    often = Counter(spellings)
    return max(often, key=lambda written: (often[written], len(written), written))


def _perhaps(persons: Iterable[Name]) -> Mapping[Name, list[Name]]:
    """For each name those that may be the same person's. Only names whose first names begin alike
    are compared: all with all would take long in a national archive."""
    known = list(persons)
    alike: dict[str, list[Name]] = {}
    for one in known:
        alike.setdefault(one.first[:1], []).append(one)
    nameless = alike.get("", [])
    return {one: [other for other in ({*alike[one.first[:1]], *nameless} if one.first else known)
                  if perhaps_same(one, other)] for one in known}


def _contact(written: str, posts: Sequence[Post], perhaps: Sequence[str]) -> Contact:
    sure = frozenset(kommune for post in posts for kommune in post.sure)
    maybe = frozenset(kommune for post in posts for kommune in post.maybe) - sure
    return Contact(
        name=written,
        names=tuple(sorted({post.written for post in posts})),
        kommuner=tuple(sorted(sure | maybe, key=alphabetical)),
        documents=tuple(dict.fromkeys(post.document for post in posts)),
        doubtful=bool(perhaps or maybe),
        maybe=tuple(sorted(maybe, key=alphabetical)),
        perhaps=tuple(perhaps),
    )
