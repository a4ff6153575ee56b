"""Agreements → their politikontakter: who, by which names, for which kommuner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agreementlint.audit.model import Agreement, Contact
from agreementlint.audit.names import Name, name, perhaps_same
from agreementlint.audit.states import Standing
from agreementlint.mentions import mentions
from agreementlint.model import DocumentReport

UNSHARED = (None, "few-parties", "over", "approved")
"""What a document may say of how many kommuner each has so that the only one who is named has them
all. Else there may be others, whom it does not name."""


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
    if len(every) == 1 or (len(written) == 1 and (said and said.state) in UNSHARED):
        return every
    today = {**{kommune: (kommune,) for kommune in every}, **agreement.names}
    quoted = document.said.get("politikontakter")
    texts = [words.text for words in (quoted.evidence if quoted else ())
             if one in words.text and not any(o in words.text for o in written if o != one)]
    return frozenset(label for text in texts for mention in mentions(text)
                     for label in _labels(mention.name, today))


def _labels(named: str, today: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next((labels for written, labels in today.items()
                 if written == named or written.startswith(f"{named} (")), ())


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
        kommuner=tuple(sorted(sure | maybe)),
        documents=tuple(dict.fromkeys(post.document for post in posts)),
        doubtful=bool(perhaps or maybe),
        maybe=tuple(sorted(maybe)),
        perhaps=tuple(perhaps),
    )
