"""Many DocumentReports into one DistrictReport: the state of the agreements of a district."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from agreementlint.audit import belastning, dekning, dublett, utlop
from agreementlint.audit.contacts import contacts
from agreementlint.audit.earlier import Earlier
from agreementlint.audit.kommuner import Today, alphabetical, concerned, district_named
from agreementlint.audit.model import Contact, CrossFinding, DistrictReport, Event, Kommune
from agreementlint.audit.saying import Speaker
from agreementlint.audit.shares import shares
from agreementlint.audit.states import Standing, agreement, is_agreement, standing
from agreementlint.audit.templates import templates
from agreementlint.audit.trend import changes
from agreementlint.audit.yearwheel import events
from agreementlint.model import DocumentReport, Report
from agreementlint.rules.format import DistrictRule
from agreementlint.rules.stamps import Stamp

if TYPE_CHECKING:
    from agreementlint.register import Register

HORIZON = 12
"""Months."""


def audit(report: Report, *, district: str | None, register: Register, horizon: int = HORIZON,
          previous: Earlier | None = None, rules: Sequence[DistrictRule] | None = None,
          selected: Collection[str] | None = None,
          stamps: Mapping[str, Stamp] = MappingProxyType({})) -> DistrictReport:
    """What the documents of one run say together on the day `report.as_of`.

    `district` is written as people do ("Sør-Øst", "Sør-Aust politidistrikt", "Telemark"); None is
    the one that all agreements name, if they agree. `horizon` is in months. `previous` is an
    earlier audit to compare with. `rules` are those of several agreements (None: the program's
    own), of which only the `selected` (None: all) are reported; `stamps` are those of the rules
    that the documents were judged by. Raises UnknownDistrict.
    """
    short = district_named(district, register).short if district else _agreed(report, register)
    today = Today(register, report.as_of)
    about = {number: concerned(document, today, short)
             for number, document in enumerate(report.documents) if is_agreement(document)}
    side_by_side = standing(
        (agreement(number, report.documents[number], one, report.as_of)
         for number, one in about.items()), report.documents)
    speakers = {rule.id: Speaker(rule, report.lang, report.documents)
                for rule in (builtin() if rules is None else rules)
                if selected is None or rule.id in selected}
    found = contacts(side_by_side)
    due = events(side_by_side, report.as_of, horizon, report.lang)
    return DistrictReport(
        report=report,
        district=f"{short} politidistrikt" if short else None,
        kommuner=tuple(_kommuner(short, today, side_by_side)),
        agreements=side_by_side.agreements,
        contacts=found,
        findings=tuple(_findings(speakers, side_by_side, _labels(short, today), found, due,
                                 (report.as_of, horizon))),
        events=due,
        shares=shares(_counted(side_by_side, _labels(short, today))),
        horizon=horizon,
        templates=templates(report.documents, _current(side_by_side)),
        since=previous.as_of if previous else None,
        changes=changes(report, previous, stamps) if previous else None,
        stamps=stamps,
    )


def builtin() -> tuple[DistrictRule, ...]:
    """The rules of several agreements that come with the program."""
    from agreementlint import rules

    return rules.load_district([rules.builtin()])


def _agreed(report: Report, register: Register) -> str | None:
    """The district of today that all agreements name, as far as they name any."""
    named = (document.facts.get("police_district") for document in report.documents
             if is_agreement(document))
    found = {register.district(name) for name in named if name}
    today = {heir for one in found if one for heir in (one.successors or (one.short,))}
    return today.pop() if len(today) == 1 and None not in found else None


def _kommuner(district: str | None, today: Today, standing: Standing) -> Iterator[Kommune]:
    numbers = {label: number for number, label in today.labels.items()}
    own = _labels(district, today)
    for name in sorted(standing.kommuner, key=alphabetical) if own is None else own:
        holding = standing.holding(name)
        yield Kommune(name, numbers[name], tuple(one.document for one in standing.of(name)),
                      holding.document if holding else None)


def _labels(district: str | None, today: Today) -> tuple[str, ...] | None:
    if district is None:
        return None
    return tuple(today.labels[kommune.number] for kommune in today.of_district(district))


def _findings(speakers: Mapping[str, Speaker], standing: Standing,
              kommuner: Sequence[str] | None, contacts: Sequence[Contact],
              events: Sequence[Event], watch: tuple[dt.date, int]) -> Iterator[CrossFinding]:
    """What the rules say, in the order of their ids."""
    found: Mapping[str, Callable[[Speaker], Iterable[CrossFinding]]] = {
        "DI001": lambda rule: dekning.findings(rule, standing, kommuner),
        "DI002": lambda rule: belastning.findings(rule, contacts),
        "DI003": lambda rule: dublett.findings(rule, standing),
        "DI004": lambda rule: utlop.findings(rule, standing, events, *watch),
    }
    for id, speaker in speakers.items():
        yield from found[id](speaker)


def _current(standing: Standing) -> list[int]:
    """The agreements whose text can still be mended: a later one of the same kommuner has not taken
    their place, whose text it shares."""
    return [one.document for one in standing.agreements
            if one.state not in ("expired", "superseded")]


def _counted(standing: Standing, kommuner: Sequence[str] | None) -> list[DocumentReport]:
    """The agreements in force, or else all that were judged: those of the district's `kommuner`
    and of nobody knows whose, each file once."""
    own = None if kommuner is None else frozenset(kommuner)
    in_force = {standing.documents[one.document].sha256 or one.document:
                standing.documents[one.document] for one in standing.agreements
                if one.state == "in-force" and (own is None or not one.kommuner
                                                or not own.isdisjoint(one.kommuner))}
    return list(in_force.values()) or [one for one in standing.documents if one.verdicts]
