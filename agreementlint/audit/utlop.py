"""DI004: agreements and their dates → what has expired, and what is due soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from agreementlint.audit.model import Agreement, CrossFinding, Event
from agreementlint.audit.saying import Speaker
from agreementlint.audit.states import Standing
from agreementlint.audit.yearwheel import FACTS
from agreementlint.norwegian.durations import end_of

Dated = tuple[Agreement, dt.date | None]


def findings(rule: Speaker, standing: Standing, events: Sequence[Event], as_of: dt.date,
             horizon: int) -> Iterator[CrossFinding]:
    """One for each thing that is due, with all agreements of which it is."""
    found: dict[str, list[Dated]] = {}
    for event in events:
        agreement = standing.by_document[event.document]
        case = _case(event, agreement, standing, as_of, end_of(as_of, horizon))
        if case:
            found.setdefault(case, []).append((agreement, event.date))
    undated = [(one, None) for one in standing.agreements if _is_undated(one, standing)]
    if undated:
        found["undated"] = list(undated)
    for case, dated in sorted(found.items(), key=lambda one: ORDER.index(one[0])):
        yield _finding(rule, case, dated, horizon)
    if not found:
        yield rule.says("nothing-due" if events else "no-agreements", {"horizon": horizon})


ORDER = ("expired", "expiring", "evaluation", "evaluation-past", "revision", "revision-past",
         "undated")


def _case(event: Event, agreement: Agreement, standing: Standing, as_of: dt.date, last: dt.date,
          ) -> str | None:
    if event.kind == "expiry":
        if agreement.state == "expired":
            return None if _is_followed_up(agreement, standing) else "expired"
        renewed = _is_followed_up(agreement, standing)
        return "expiring" if as_of <= event.date <= last and not renewed else None
    if agreement.state != "in-force":
        return None
    if event.date < as_of:
        return f"{event.kind}-past"
    return event.kind if event.date <= last else None


def _is_followed_up(agreement: Agreement, standing: Standing) -> bool:
    """Whether all its kommuner have another agreement, in force or signed for later."""
    others = [[one for one in standing.of(kommune, "in-force", "future") if one is not agreement
               and (one.until is None or agreement.until is None or one.until > agreement.until)]
              for kommune in agreement.kommuner]
    return bool(others) and all(others)


def _is_undated(agreement: Agreement, standing: Standing) -> bool:
    """Whether its end may stand on a page that was not read, or its words give several. One that
    gives none and was read has nothing that could be due."""
    document = standing.documents[agreement.document]
    term = document.said.get("term")
    unsure = bool(document.unread_pages) or (term is not None and term.state == "ambiguous")
    return agreement.until is None and unsure and agreement.state in ("in-force", "doubtful")


def _finding(rule: Speaker, case: str, dated: Sequence[Dated], horizon: int) -> CrossFinding:
    fact = FACTS.get(case.removesuffix("-past"), "valid_to")  # type: ignore[call-overload]
    values: Mapping[str, object] = {
        "agreements": "; ".join(rule.dated(agreement, day) for agreement, day in dated),
        "horizon": horizon,
    }
    about = [agreement.document for agreement, _ in dated]
    return rule.says(
        case, values, about=about,
        kommuner=dict.fromkeys(kommune for one, _ in dated for kommune in one.kommuner),
        evidence=[pair for number in about for pair in rule.words(number, fact)])
