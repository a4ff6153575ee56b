"""Clauses → whether the agreement says how, or on what ground, information may be shared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agreementlint.clauses import Clause
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_SHARES = wording("opplysninger", "shares")
_HEADING = wording("opplysninger", "heading")
_CONSENT = wording("opplysninger", "consent")
_TOPIC = wording("opplysninger", "topic")
_AVERT = wording("opplysninger", "avert")
_NO_CONSENT = wording("opplysninger", "no_consent")
_GROUND = wording("opplysninger", "ground")
_WITHIN_LAW = wording("opplysninger", "within_law")
_ANONYMOUS = wording("opplysninger", "anonymous")
_PRIVACY = wording("opplysninger", "privacy")
_RELEASE = wording("opplysninger", "release")


def sharing(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "told" (consent, a ground in law, anonymity or the handling of personal data is
    named for the information that the parties share), "absent"."""
    spans = []
    for clause in clauses:
        text = clause.text
        headed = any(_HEADING.search(t) for t in agreement.titles(clause.section))
        shares = bool(_SHARES.search(text)) or headed
        if clause.force == "past" or _TOPIC.search(text):
            continue
        if _AVERT.search(text):
            spans.append(clause.span)
        if not shares:
            continue
        consent = bool(_CONSENT.search(text)) and not _NO_CONSENT.search(text)
        if consent or _names_ground(text, headed=headed):
            spans.append(clause.span)
    return Fact(None, "told", tuple(dict.fromkeys(spans))[:3]) if spans else Fact()


def _names_ground(text: str, *, headed: bool) -> bool:
    """Whether a sentence on information names what allows it to be shared, or how it is kept."""
    if _WITHIN_LAW.search(text) or _RELEASE.search(text) or _PRIVACY.search(text):
        return True
    if _ANONYMOUS.search(text):
        return True
    return bool(_GROUND.search(text)) and (headed or bool(_PERSONAL.search(text)))


_PERSONAL = re.compile(
    r"\b(?:opplysning\w*|taushets\w*|teie\w*|person\w*|informasjon\w*|del(?:e|es|ast|ing)\b)", re.I
)
