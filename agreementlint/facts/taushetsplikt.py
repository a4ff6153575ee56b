"""Clauses → whether anybody is bound to confidentiality."""

from __future__ import annotations

import re
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


def confidentiality(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "binding" (a clause binds somebody to the duty), "topic" (only spoken of as a
    problem or a theme), "absent"."""
    binding: list[Clause] = []
    topic: list[Clause] = []
    for clause in clauses:
        text = clause.text
        if _PARAPHRASE.search(text) and _PERSONAL.search(text):
            binding.append(clause)
        elif "taushetsplikt" in clause.topics:
            named = re.search(
                r"taushetsplikt|teieplikt|taushetsbelagt|teiepliktig|taushetserklæring|tystnadsplikt|taushet|konfidensi",
                clause.words,
                re.I,
            )
            if (
                named
                and not _TOPIC.search(text)
                and _BINDS.search(text)
                and clause.force != "deferred"
            ):
                binding.append(clause)
            else:
                topic.append(clause)
    if binding:
        return Fact(state="binding", evidence=tuple(dict.fromkeys(c.span for c in binding))[:2])
    if topic:
        return Fact(state="topic", evidence=tuple(dict.fromkeys(c.span for c in topic))[:2])
    return Fact()
