"""Invented districts: reports of documents made by hand, for tests of what several say together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, get_args

from agreementlint.audit import audit, builtin
from agreementlint.audit.model import CrossFinding, DistrictReport
from agreementlint.model import (
    Absence,
    DocumentReport,
    Evidence,
    Print,
    Report,
    Said,
    Span,
    Verdict,
    VerdictName,
    Waiver,
)
from agreementlint.register import register

AS_OF = dt.date(2026, 11, 21)
RULES = builtin()
SIGNS: Mapping[str, VerdictName] = dict(zip("✓✗?…–", get_args(VerdictName), strict=True))
NAMES = {"PR001": "politirad-omtalt", "PR002": "politirad-motefrekvens", "EV001": "evaluering"}


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def verdict(rule: str, sign: str, *, words: Span | None = None, waived: bool = False) -> Verdict:
    """`words` is where the document says it; without, a finding rests on absence."""
    name = SIGNS[sign]
    return Verdict(
        rule, NAMES.get(rule, rule.lower()), name, "warning", f"Om {rule}.", None, "3", 14,
        evidence=(Evidence("ordene", page=1, span=words),) if words else (),
        absence=Absence(1, 1, ("noe",)) if name == "fail" and words is None else None,
        waiver=Waiver("Avtalt", "Kari Nordmann", dt.date(2026, 12, 31)) if waived else None)


def paper(name: str = "gol.pdf", kommuner: tuple[str, ...] = ("Gol",), *,
          since: str | None = "2024-01-01", until: str | None = "2027-12-31",
          contacts: tuple[str, ...] = (), verdicts: tuple[Verdict, ...] = (),
          states: Mapping[str, str] | None = None, words: Mapping[str, str] | None = None,
          prints: tuple[str, ...] = (), facts: Mapping[str, Any] | None = None,
          district: str | None = "Sør-Øst politidistrikt", content: str | None = None,
          **more: Any) -> DocumentReport:
    """An agreement. `states` and `words` are of facts; `prints` are one for each 100 characters;
    equal `content` makes equal files."""
    said = {fact: Said(state) for fact, state in (states or {}).items()}
    for fact, text in {"politikontakter": ". ".join(contacts), **(words or {})}.items():
        state = said[fact].state if fact in said else "given"
        texts = [part for part in text.split("|") if part]
        said[fact] = Said(state, tuple(Evidence(part, page=2) for part in texts))
    sha = sha256((content or name).encode(errors="replace")).hexdigest()
    return DocumentReport(
        name, sha, "pdf", pages=4, language="nb",
        facts={"municipalities": list(kommuner), "police_district": district,
               "politikontakter": list(contacts), "valid_from": day(since),
               "valid_to": day(until), "signed_on": day(since), **(facts or {})},
        said=said, verdicts=verdicts or (verdict("PR001", "✓"),),
        prints=tuple(Print(100 * place, 100 * place + 100, key)
                     for place, key in enumerate(prints)),
        **more)


def report(*documents: DocumentReport, as_of: dt.date = AS_OF, lang: str = "nb") -> Report:
    return Report("0.1.0", "2023-03-27", as_of, lang, documents)  # type: ignore[arg-type]


def audited(*documents: DocumentReport, district: str | None = None, as_of: dt.date = AS_OF,
            lang: str = "nb", **more: Any) -> DistrictReport:
    return audit(report(*documents, as_of=as_of, lang=lang), district=district,
                 register=register(), rules=RULES, **more)


def found(district: DistrictReport, rule: str) -> list[CrossFinding]:
    return [finding for finding in district.findings if finding.rule == rule]


def verdicts_of(district: DistrictReport, rule: str) -> list[str]:
    return [finding.verdict for finding in found(district, rule)]
