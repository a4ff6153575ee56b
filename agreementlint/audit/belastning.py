"""DI002: politikontakter → who has more kommuner than the guide recommends, by all agreements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from agreementlint.audit.contacts import LIMIT
from agreementlint.audit.kommuner import alphabetical
from agreementlint.audit.model import Contact, CrossFinding
from agreementlint.audit.names import name, perhaps_same
from agreementlint.audit.saying import Speaker
from agreementlint.model import Evidence


def findings(rule: Speaker, contacts: Sequence[Contact]) -> Iterator[CrossFinding]:
    found = [finding for contact in contacts for finding in _alone(rule, contact)]
    found += _together(rule, contacts)
    yield from found
    if not found:
        yield rule.says("within" if contacts else "nobody", {"limit": LIMIT})


def _alone(rule: Speaker, contact: Contact) -> Iterator[CrossFinding]:
    sure = [kommune for kommune in contact.kommuner if kommune not in contact.maybe]
    counted, case = (sure, "over") if len(sure) > LIMIT else (contact.kommuner, "shared")
    if len(counted) <= LIMIT:
        return
    if case == "over" and any(_approved(rule, number) for number in contact.documents):
        case = "approved"
    yield rule.says(case, {"name": contact.name, "limit": LIMIT}, kommuner=counted,
                    about=contact.documents, evidence=_words(rule, contact))


def _approved(rule: Speaker, number: int) -> bool:
    said = rule.documents[number].said.get("kommuner_per_politikontakt")
    return said is not None and said.state == "approved"


def _together(rule: Speaker, contacts: Sequence[Contact]) -> Iterator[CrossFinding]:
    """Those who have too many only if different names are one person's."""
    by_name = {contact.name: contact for contact in contacts}
    told: set[frozenset[str]] = set()
    for contact in contacts:
        same = _one_person(contact, by_name)
        names = frozenset(one.name for one in same)
        kommuner = sorted({kommune for one in same for kommune in one.kommuner}, key=alphabetical)
        over = any(len(one.kommuner) > LIMIT for one in same)
        if over or len(kommuner) <= LIMIT or any(names <= others for others in told):
            continue
        told.add(names)
        yield rule.says("same-person", {"names": sorted(names), "limit": LIMIT}, kommuner=kommuner,
                        about=[number for one in same for number in one.documents],
                        evidence=[words for one in same for words in _words(rule, one)])


def _one_person(contact: Contact, by_name: Mapping[str, Contact]) -> list[Contact]:
    """The contact and others who may all be the same person: "K. Nordmann" may be Kari or Knut,
    but not both."""
    same = [contact]
    for other in sorted((by_name[one] for one in contact.perhaps),
                        key=lambda one: (-len(one.kommuner), one.name)):
        if all(perhaps_same(name(one.name), name(other.name)) for one in same):
            same.append(other)
    return same


def _words(rule: Speaker, contact: Contact) -> list[tuple[int, Evidence]]:
    """Where the documents name the contact."""
    return [(number, words) for document in contact.documents
            for number, words in rule.words(document, "politikontakter")
            if any(written in words.text for written in contact.names)]
