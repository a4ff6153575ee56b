"""The nouns of an audit: frozen data that every output of a district is rendered from.

Documents are told by their place (0-based) in `DistrictReport.report.documents`, kommuner by the
register's name of today, without "kommune" (with the county where two have the same: "Herøy
(Nordland)").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from agreementlint.model import Evidence, Report, Severity, VerdictName
from agreementlint.rules.stamps import Stamp

State = Literal["in-force", "expired", "future", "superseded", "unsigned", "doubtful"]
"""Of an agreement on the as-of date. `superseded`: a later one has taken its place for all its
kommuner; `doubtful`: a person must say, since the text gives no start, no end and no signature
that would tell, or a page was not read."""

EventKind = Literal["expiry", "evaluation", "revision"]

Cause = Literal["agreement", "rules", "readability", "waiver-given", "waiver-ended", "date"]
"""Why a cell of the matrix changed since the earlier audit. `date`: the same words, judged on a
later day."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A document that was judged, and which kommuner it concerns. `names` are the kommuner as the
    text has them where that is another name than today's: name of the text → today's. `parts` are
    those of `kommuner` of which it only names a former part, which a whole kommune's agreement it
    is not. `since` is its first day, else that of signing. `until` is the last day it holds (the
    last day of its year or month where the text says no more). `superseded_by` also says of an
    expired one what came after it."""

    document: int
    kommuner: tuple[str, ...]
    state: State
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: dt.date | None = None
    until: dt.date | None = None
    superseded_by: int | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kommune:
    """A kommune of the district, with agreement or without: the denominator. `in_force` is the
    document that holds on the as-of date; `agreements` are all documents that concern it."""

    name: str
    number: str
    agreements: tuple[int, ...] = ()
    in_force: int | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A named politikontakt. `names` are the spellings met with; `kommuner` those of all agreements
    that hold or may hold. Of these, `maybe` are those that it may be: several politikontakter share
    them, or the agreement may not hold. `perhaps` are names of other contacts that may be the same
    person's. `doubtful` says that there is any of the two: a person must look."""

    name: str
    names: tuple[str, ...]
    kommuner: tuple[str, ...]
    documents: tuple[int, ...]
    doubtful: bool = False
    maybe: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossFinding:
    """What a rule of several agreements (DI001 …) says, about kommuner and documents. A rule that
    found nothing says so with one `pass`."""

    rule: str
    name: str
    verdict: VerdictName
    severity: Severity
    message: str
    kommuner: tuple[str, ...] = ()
    documents: tuple[int, ...] = ()
    evidence: tuple[tuple[int, Evidence], ...] = ()
    """Document and its own words."""

    @property
    def is_finding(self) -> bool:
        return self.verdict in ("fail", "review", "unknown")


@dataclass(frozen=True, slots=True)
class Event:
    """A date of the year wheel. `uid` is the same whenever the same document is audited again;
    `why` is a sentence in the user's language that says how the date was reckoned."""

    date: dt.date
    kind: EventKind
    document: int
    kommuner: tuple[str, ...]
    title: str
    why: str
    uid: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many agreements of the district (those in force, or else all judged; copies of one file
    count once) got each verdict."""

    rule: str
    name: str
    severity: Severity
    counts: Mapping[VerdictName, int]

    @property
    def judged(self) -> int:
        return sum(number for verdict, number in self.counts.items() if verdict != "inapplicable")

    @property
    def share(self) -> float | None:
        """Of those the rule applies to, the part that passed (0 to 1)."""
        return self.counts.get("pass", 0) / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Template:
    """Agreements that share their text, and the gaps that all who share it inherit: rule → the
    documents with that finding in words (or in an absence) that are the template's."""

    documents: tuple[int, ...]
    shared: float
    gaps: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of the matrix that differs from the earlier audit; a document that is new, removed or
    replaced has `rule` None and says so in `what`."""

    what: Literal["cell", "new", "removed", "replaced"]
    path: str
    document: int | None = None
    rule: str | None = None
    before: VerdictName | None = None
    after: VerdictName | None = None
    cause: Cause | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class DistrictReport:
    """One audit. `district` is None where none was asked for and the documents name several;
    `kommuner` are then those that the agreements concern. It is a full name ("Øst politidistrikt");
    the same for all languages. `changes` is None without an earlier
    audit to compare with; `since` is that one's date."""

    report: Report
    district: str | None
    kommuner: tuple[Kommune, ...]
    agreements: tuple[Agreement, ...]
    contacts: tuple[Contact, ...]
    findings: tuple[CrossFinding, ...]
    events: tuple[Event, ...]
    shares: tuple[Share, ...]
    horizon: int
    """Months ahead that DI004 looks."""
    templates: tuple[Template, ...] = ()
    since: dt.date | None = None
    changes: tuple[Change, ...] | None = None
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """Rule → what a later audit tells by whether the rule has changed."""
