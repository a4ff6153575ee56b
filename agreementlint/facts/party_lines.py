"""Agreement → the lines in which a party can be named, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from agreementlint.districts import districts
from agreementlint.facts.signing import signature_block
from agreementlint.facts.wording import own_words
from agreementlint.mentions import mentions
from agreementlint.model import Sentence
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Place = Literal["title", "clause", "later", "heading", "signature", "body"]
Placed = tuple[Sentence, Place]
"""A sentence and what it is: a line of the title or cover, a clause on the parties, one that is
likely to be that ("later"), a line of the signature block, or anything else ("body")."""

_MADE_BETWEEN = wording("parter", "made_between")
_SIDE_BY_SIDE = wording("parter", "side_by_side")
_PARTIES = wording("parter", "title")
_ONLY_PARTIES = wording("parter", "lead")
# A field of a form: "Kommune | Time", "Politidistrikt: Øst".
_PARTY_FIELD = wording("parter", "field")
_CONTACT = wording("parter", "contact_title")
# What is said of others: neighbours and those outside; and of the agreements before this one.
OTHERS = wording("parter", "others")
_NOT_OPERATIVE = frozenset({"instruction", "quotation", "contents"})
_FIRST = 12
"""Operative sentences after which a clause on parties is more likely about another agreement."""
_SHORT = 9
"""Words of a line that can continue "Avtalen er inngått mellom:"."""

_Named = tuple[bool, bool]
"""Whether a kommune is named, and a police district or unit of one."""


def party_lines(agreement: Agreement) -> Iterator[Placed]:
    """Every sentence and line that names a kommune or the police, or leaves a blank for a party;
    of the later ones only those that name somebody."""
    block = signature_block(agreement)
    signing = set(block.blocks) if block else set()
    prose = next((i for i, s in enumerate(agreement.sentences) if s.aside is None), None)
    list_open, before = False, (False, False)
    for index, sentence in enumerate(agreement.sentences):
        if sentence.aside in _NOT_OPERATIVE:
            continue
        text = agreement.text_of(sentence.span)
        named = bool(mentions(text)), bool(districts(text))
        first = prose is None or index < prose + _FIRST
        if not (any(named) or first or list_open or sentence.block in signing):
            continue
        made = _is_made_between(agreement, sentence)
        short = len(text.split()) <= _SHORT or _begins_with_party(text)
        place = _place(
            agreement, sentence, named,
            clause=(made and first) or (list_open and short) or _completes(before, named),
            title=prose is None or index < prose,
            likely=(made and "politi" in text.casefold()) or (first and all(named)),
        )  # fmt: skip
        place = "signature" if sentence.block in signing else place
        yield sentence, place
        inside = text.count("(") > text.count(")")  # cut at an abbreviation
        opens = made and (inside or _announces(text, named))
        list_open = opens or (list_open and short)
        before = named if place == "clause" else (False, False)


def _place(
    agreement: Agreement, sentence: Sentence, named: _Named, *,
    clause: bool, title: bool, likely: bool,
) -> Place:  # fmt: skip
    if clause or _under_parties(agreement, sentence):
        return "clause"
    if title:
        return "title"
    other = OTHERS.search(agreement.text_of(sentence.span))
    return "later" if likely and not other else "body"


def _is_made_between(agreement: Agreement, sentence: Sentence) -> bool:
    words = own_words(agreement, sentence.span)
    made = _MADE_BETWEEN.search(words) or _SIDE_BY_SIDE.search(words) or _ONLY_PARTIES.match(words)
    return bool(made) and not OTHERS.search(words)


def _completes(before: _Named, named: _Named) -> bool:
    """The sentence names the side that the clause on parties before it left out."""
    return any(before) and any(named) and all(b != n for b, n in zip(before, named, strict=True))


def _announces(text: str, named: _Named) -> bool:
    """The line names one side or none and does not end: those after it go on ("Partene er")."""
    line = text.rstrip()
    if line.endswith((":", "mellom", "millom")):
        return True
    return not line.endswith((".", ";", "!", "?")) and not all(named)


def _begins_with_party(text: str) -> bool:
    """"Time kommune, org.nr. …, heretter kalt kommunen": however long such a line is."""
    starts = [m.span.start for m in mentions(text)] + [d.span.start for d in districts(text)]
    first = min(starts, default=len(text))
    return not text[:first].strip(" –-•*") and not text.rstrip().endswith(".")


def _under_parties(agreement: Agreement, sentence: Sentence) -> bool:
    """A clause under the title "Partene", or a field of a form for a party."""
    title = agreement.sections[sentence.section].title
    row = sentence.kind == "row" and not _CONTACT.search(title)
    field = row and _PARTY_FIELD.match(agreement.text_of(sentence.span))
    return bool(field or _PARTIES.search(title)) and sentence.aside is None
