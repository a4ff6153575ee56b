"""A rule of several agreements, a case of it and its values → a CrossFinding in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from agreementlint.audit.model import Agreement, CrossFinding
from agreementlint.lint import folded
from agreementlint.messages import listed, shown
from agreementlint.model import DocumentReport, Evidence, Lang
from agreementlint.rules.faults import PLACEHOLDER
from agreementlint.rules.format import DistrictRule

NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True)
class Speaker:
    """A rule in the user's language, and the documents that it speaks of."""

    rule: DistrictRule
    lang: Lang
    documents: Sequence[DocumentReport]

    def says(self, case: str, values: Mapping[str, object] = NOTHING, *,
             kommuner: Iterable[str] = (), about: Iterable[int] = (),
             evidence: Iterable[tuple[int, Evidence]] = ()) -> CrossFinding:
        """What it says in a case. The fields "kommuner", "documents" (their paths) and "count" (of
        kommuner) of its message are filled by what it is about, the others by `values`; a list
        becomes an enumeration."""
        said = self.rule.case(case)
        kommuner, about = tuple(kommuner), tuple(dict.fromkeys(about))
        filled = {"kommuner": kommuner, "documents": self.paths(about), "count": len(kommuner),
                  **values}
        message = PLACEHOLDER.sub(lambda field: shown(filled[field[1]], self.lang),
                                  said.message.of(self.lang))
        return CrossFinding(
            rule=self.rule.id,
            name=self.rule.name,
            verdict=said.verdict,
            severity=self.rule.severity,
            message=folded(message),
            kommuner=kommuner,
            documents=about,
            evidence=tuple(dict.fromkeys(evidence)),
        )

    def paths(self, numbers: Iterable[int]) -> list[str]:
        return [self.documents[number].path for number in dict.fromkeys(numbers)]

    def dated(self, agreement: Agreement, day: dt.date | None = None) -> str:
        """'Gol og Hol (31.12.2026)'; an agreement that names no kommune goes by its file."""
        who = listed(agreement.kommuner, self.lang) or self.documents[agreement.document].path
        return f"{who} ({shown(day, self.lang)})" if day else who

    def words(self, number: int, fact: str) -> tuple[tuple[int, Evidence], ...]:
        """The document's own words that a fact rests on."""
        said = self.documents[number].said.get(fact)
        return tuple((number, one) for one in said.evidence) if said else ()
