"""Clauses → whether anybody is bound to confidentiality."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.clauses import Clause
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

# Confidentiality as a topic or an obstacle binds nobody.
_TOPIC = wording("taushetsplikt", "topic")
_BINDS = wording("taushetsplikt", "binds")
# "skal ikke bringes videre", "må bli verande i rommet": the duty without its word.
_PARAPHRASE = wording("taushetsplikt", "paraphrase")
_PERSONAL = wording("taushetsplikt", "personal")
_NAMED = wording("taushetsplikt", "named")
_UNBOUND = wording("taushetsplikt", "unbound")


def confidentiality(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "binding" (a clause binds somebody to the duty), "topic" (only spoken of as a
    problem or a theme, or denied), "absent"."""
    speaking = [c for c in clauses if _is_paraphrase(c) or "taushetsplikt" in c.topics]
    for state, found in (("binding", [c for c in speaking if _binds(c)]), ("topic", speaking)):
        if found:
            return Fact(state=state, evidence=tuple(dict.fromkeys(c.span for c in found))[:2])
    return Fact()


def _is_paraphrase(clause: Clause) -> bool:
    return bool(_PARAPHRASE.search(clause.text) and _PERSONAL.search(clause.text))


def _binds(clause: Clause) -> bool:
    if _UNBOUND.search(clause.text):
        return False
    if _is_paraphrase(clause):
        return True
    bound = _NAMED.search(clause.words) and _BINDS.search(clause.text)
    return bool(bound) and not _TOPIC.search(clause.text) and clause.force != "deferred"
