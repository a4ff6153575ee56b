"""Clauses → whether the agreement says how, or on what ground, information may be shared."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.wording import words_before
from agreementlint.model import Fact
from agreementlint.norwegian.caseless import AnyOf
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_SHARES = wording("opplysninger", "shares")
_FIGURES = wording("opplysninger", "figures")
_HEADING = wording("opplysninger", "heading")
_CONSENT = wording("opplysninger", "consent")
_CONSENT_FORM = wording("opplysninger", "consent_form")
_TOPIC = wording("opplysninger", "topic")
_AVERT = wording("opplysninger", "avert")
_NO_CONSENT = wording("opplysninger", "no_consent")
_GROUND = wording("opplysninger", "ground")
_WITHIN_LAW = wording("opplysninger", "within_law")
_ANONYMOUS = wording("opplysninger", "anonymous")
_PRIVACY = wording("opplysninger", "privacy")
_PERSONAL = wording("opplysninger", "personal")
_RELEASE = wording("opplysninger", "release")
_ANY = AnyOf(
    _AVERT, _WITHIN_LAW, _RELEASE, _CONSENT_FORM, _PRIVACY, _ANONYMOUS, _CONSENT, _GROUND
)


def sharing(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "told" (consent, a ground in law, anonymity or the handling of personal data is
    named for the information that the parties share), "absent"."""
    spans = [c.span for c in clauses if _ANY.may_be_in(c.text) and _tells(agreement, c)]
    return Fact(None, "told", tuple(dict.fromkeys(spans))[:3]) if spans else Fact()


def _tells(agreement: Agreement, clause: Clause) -> bool:
    text = clause.text
    if clause.force == "past" or _TOPIC.search(text):
        return False
    if any(p.search(text) for p in (_AVERT, _WITHIN_LAW, _RELEASE, _CONSENT_FORM)):
        return True
    if _PRIVACY.search(text) and clause.force != "negated":
        return True
    headed = any(_HEADING.search(t) for t in agreement.titles(clause.section))
    before = words_before(agreement, clause.sentence)
    if _FIGURES.search(text) and _ANONYMOUS.search(text):
        return True
    if not (headed or _SHARES.search(text) or _SHARES.search(before)):
        return False
    consent = bool(_CONSENT.search(text)) and not _NO_CONSENT.search(text)
    ground = bool(_GROUND.search(text)) and (headed or bool(_PERSONAL.search(text)))
    return consent or ground or bool(_ANONYMOUS.search(text))
