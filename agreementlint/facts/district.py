"""Parties and a day → whether the kommuner belonged to the police district on it."""

from __future__ import annotations

import datetime as dt

from agreementlint.model import Fact
from agreementlint.register import LAST_YEAR_OF_OLD_DISTRICTS, register


def district_match(
    municipalities: Fact, police_district: Fact, start: dt.date | None, today: dt.date
) -> Fact:
    """Whether every party kommune belonged to the named police district when the agreement began
    (today, if no start is given).

    State "match"; "former-name" (a kommune or district that no longer was); "wrong" (a kommune of
    another district); "unknown" (no district or no kommune is named). Details: "wrong" and
    "former", the names that made it so.
    """
    named = register().district(police_district.value) if police_district.value else None
    if named is None or not municipalities.value:
        return Fact(state="unknown")
    year = (start or today).year
    old = named.former and year > LAST_YEAR_OF_OLD_DISTRICTS
    ours = set(named.successors or (named.short,))
    wrong, former = [], []
    for name in municipalities.value:
        same = register().named(name)
        if not any(k.belongs(ours) for k in same):
            wrong.append(name)
        elif not any(k.exists(year) for k in same if k.belongs(ours)):
            former.append(name)
    state = "wrong" if wrong else "former-name" if former or old else "match"
    spans = municipalities.details.get("spans", {})
    shown = tuple(s for n in (*wrong, *former) if (s := spans.get(n)) and s.end > s.start)
    return Fact(
        None, state, (*(shown or municipalities.evidence[:1]), *police_district.evidence),
        {"wrong": tuple(wrong), "former": tuple(former) + ((named.name,) if old else ())},
    )  # fmt: skip
