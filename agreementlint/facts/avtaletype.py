"""Title and content → which type of agreement it is: one for the whole cooperation, or one of the
two former types."""

from __future__ import annotations

from collections.abc import Iterator

from agreementlint.model import Fact, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_EXPLICIT = wording("avtaletype", "explicit")
_COMBINED = wording("avtaletype", "combined")
_COUNCIL = wording("avtaletype", "council")
_COUNCIL_ONLY = wording("avtaletype", "council_only")
_SERVICES = wording("avtaletype", "services")
_SAID = wording("avtaletype", "said")
_SAID_NOT = wording("avtaletype", "said_not")
_NAMED = wording("avtaletype", "named")


def agreement_type(
    agreement: Agreement, council: Fact, services: Fact, politikontakt: Fact
) -> Fact:
    """What the agreement covers. States: "combined", "council-only", "services-only", "unclear".
    Content comes first; where only one of the two former types is there, a title or a sentence
    that speaks of the whole cooperation makes it combined."""
    has_council = council.state == "described"
    has_services = services.state == "described"
    has_contact = politikontakt.state == "assigned"
    title = list(_title(agreement))
    spoken = " \n".join(agreement.text_of(s) for s in title)
    named = [s for s in title if _NAMED.search(agreement.text_of(s))]
    content = council.evidence[:1], services.evidence[:1], politikontakt.evidence[:1]
    evidence = (*named[:2], *(span for spans in content for span in spans))[:4]
    whole = bool(_COMBINED.search(spoken))
    former = bool(_COUNCIL_ONLY.search(spoken)) and not whole
    if own := next(_own_words(agreement), None):
        return Fact(None, "combined", (own, *evidence)[:4])
    if has_council and (has_services or (has_contact and not former)):
        return Fact(None, "combined", evidence)
    if has_council:
        narrow = bool(_COUNCIL.search(spoken)) and not _SERVICES.search(spoken)
        return Fact(None, "combined" if whole and not narrow else "council-only", evidence)
    if has_services:
        narrow = bool(_SERVICES.search(spoken)) and not whole
        if whole or narrow:
            return Fact(None, "services-only" if narrow else "combined", evidence)
    if _EXPLICIT.search(spoken) or (whole and has_contact):
        return Fact(None, "combined", tuple(title[:1]))
    return Fact(None, "unclear", tuple(title[:1]))


def _own_words(agreement: Agreement) -> Iterator[Span]:
    """The sentences in which the agreement says that it covers the whole cooperation."""
    for index in agreement.operative:
        span = agreement.sentences[index].span
        words = agreement.text_of(span)
        if _SAID.search(words) and not _SAID_NOT.search(words):
            yield span


def _title(agreement: Agreement) -> Iterator[Span]:
    """The lines before the first sentence of the agreement: cover and headings."""
    for sentence in agreement.sentences:
        if sentence.aside is None:
            return
        if sentence.aside in ("cover", "heading"):
            yield sentence.span
