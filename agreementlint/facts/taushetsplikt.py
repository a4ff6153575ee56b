"""Clauses → whether anybody is bound to confidentiality."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.tables import under
from agreementlint.facts.wording import words_before
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_NAMED = wording("taushetsplikt", "named")
_BINDS = wording("taushetsplikt", "binds")
# Confidentiality as a topic or an obstacle binds nobody.
_TOPIC = wording("taushetsplikt", "topic")
_UNBOUND = wording("taushetsplikt", "unbound")
# "skal ikke bringes videre", "må bli verande i rommet": the duty without its word.
_PARAPHRASE = wording("taushetsplikt", "paraphrase")
_PERSONAL = wording("taushetsplikt", "personal")
_NOT_SECRET = wording("taushetsplikt", "not_secret")
_TOPIC_COLUMN = wording("taushetsplikt", "topic_column")
_ROW_SAYS = wording("taushetsplikt", "row_says")
_IT_BINDS = wording("taushetsplikt", "it_binds")


def confidentiality(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "binding" (a clause binds somebody to the duty), "topic" (only spoken of as a
    problem or a theme, or denied), "absent"."""
    going_on = [c for c in clauses if _IT_BINDS.match(c.text) and _goes_on(agreement, c)]
    speaking = [c for c in clauses if _is_paraphrase(c) or _NAMED.search(c.text)]
    binding = [c for c in speaking if _binds(c) and not _is_topic(agreement, c)] + going_on
    for state, found in (("binding", binding), ("topic", speaking)):
        if found:
            return Fact(state=state, evidence=tuple(dict.fromkeys(c.span for c in found))[:2])
    return Fact()


def _goes_on(agreement: Agreement, clause: Clause) -> bool:
    """Whether "Den gjelder for alle" goes on about the duty: behind a sentence that names it, or
    first under it as the heading."""
    if clause.force not in ("commits", "optional"):
        return False
    before = words_before(agreement, clause.sentence)
    if before:
        return bool(_NAMED.search(before))
    return bool(_NAMED.search(next(iter(agreement.titles(clause.section)), "")))


def _is_topic(agreement: Agreement, clause: Clause) -> bool:
    """Whether a row names the duty only as what a meeting or a course is about."""
    if clause.kind != "row" or _ROW_SAYS.search(clause.text):
        return False
    return any(_NAMED.search(cell) for cell in under(agreement, clause, _TOPIC_COLUMN))


def _is_paraphrase(clause: Clause) -> bool:
    if not _PARAPHRASE.search(clause.text) or _NOT_SECRET.search(clause.text):
        return False
    return bool(_PERSONAL.search(clause.text)) and clause.force not in ("past", "deferred")


def _binds(clause: Clause) -> bool:
    text = clause.text
    if _UNBOUND.search(text):
        return False
    if not _NAMED.search(text):
        return _is_paraphrase(clause)
    if _TOPIC.search(text) or clause.force in ("deferred", "past"):
        return False
    return bool(_BINDS.search(text)) or _is_paraphrase(clause)
