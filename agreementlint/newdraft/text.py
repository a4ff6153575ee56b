"""The Terms of a new agreement and the rules into its text: title, sections, signatures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from agreementlint.messages import listed, say
from agreementlint.newdraft.terms import Terms
from agreementlint.norwegian.months import NAMES
from agreementlint.rules.format import Rule

BLANK = re.compile(r"\[[^\]]*\]")
BULLET = "- "

CLAUSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("parties", ("AV001",)),
    ("purpose", ("AV009",)),
    ("council", ("PR001", "PR002", "PR003", "PR004", "PR010", "PR008", "PR009")),
    ("areas", ("SA001", "SA002")),
    ("contact", ("PK001", "PK002", "PK003", "PK004", "PK005")),
    ("services", ("AV010",)),
    ("obligations", ("AV008",)),
    ("confidentiality", ("TP001", "TP002")),
    ("evaluation", ("EV002", "EV003")),
    ("period", ()),
)
"""The sections in their order, and the rules whose clauses stand in them. The other rules ask for
what these clauses, the names or the dates already say."""


class Part(NamedTuple):
    """A paragraph, or an item of a list; `rule` is the rule whose sample clause it is, which each
    agreement has to put its own facts into."""

    text: str
    bullet: bool = False
    rule: str | None = None


class Section(NamedTuple):
    heading: str
    parts: tuple[Part, ...]


class Signatory(NamedTuple):
    party: str
    role: str


class Text(NamedTuple):
    title: str
    subtitle: str
    date: str
    sections: tuple[Section, ...]
    signing: str
    signatories: tuple[Signatory, ...]


def text(terms: Terms, rules: Sequence[Rule]) -> Text:
    """The whole agreement. `rules` are the built-in ones, whose remedies are its clauses."""
    lang, by_id = terms.standard, {rule.id: rule for rule in rules}
    names = [f"{name} kommune" for name in terms.kommuner]
    return Text(
        title=say(lang, "new-title"),
        subtitle=say(lang, "new-between", parties=listed([*names, terms.district], lang)),
        date=say(lang, "new-dated", date=day(terms.dated)),
        sections=tuple(Section(say(lang, f"new-{name}"),
                               tuple(_parts(name, chosen, terms, by_id)))
                       for name, chosen in CLAUSES),
        signing=say(lang, "new-signatures"),
        signatories=(*(Signatory(say(lang, "new-for", party=name), say(lang, "new-mayor"))
                       for name in names),
                     Signatory(say(lang, "new-for", party=terms.district),
                               say(lang, "new-chief"))),
    )


def _parts(section: str, chosen: Sequence[str], terms: Terms, rules: Mapping[str, Rule],
           ) -> Iterator[Part]:
    lang = terms.standard
    shared = len(terms.kommuner) == 1 or len(terms.politikontakter) == 1
    if section == "period":
        yield Part(say(lang, "new-valid", since=day(terms.since), until=day(terms.until)))
    for id in chosen:
        if not (shared and id == "PK002"):  # it says that each kommune has one of its own
            yield from _clause(rules[id], terms)
    if section == "parties" and len(terms.kommuner) > 1:
        yield Part(say(lang, "new-each"))
    if section == "contact":
        yield from (Part(line) for line in _contacts(terms))


def _clause(rule: Rule, terms: Terms) -> Iterator[Part]:
    """The paragraphs of a remedy's clause, its blanks filled in."""
    clause = rule.remedy.clause(terms.standard) or ""
    sample = rule.id if rule.remedy.sample else None
    for line in _filled(clause, terms).splitlines():
        if line.strip():
            yield Part(line.removeprefix(BULLET).strip(), line.startswith(BULLET), sample)
            sample = None


def _filled(clause: str, terms: Terms) -> str:
    """The first blank is for the kommuner, the second for the police district."""
    kommuner = listed([f"{name} kommune" for name in terms.kommuner], terms.standard)
    if len(terms.kommuner) > 1:
        kommuner = kommuner.replace(f" {say(terms.standard, 'and')} ", ", ")
    district = terms.district
    for words in (kommuner, district):
        blank = BLANK.search(clause)
        if blank is not None:
            end = blank.end()
            after = re.match(r"\s+\w+", clause[end:])  # the blank is before its own noun
            end += after.end() if after else 0
            clause = clause[: blank.start()] + words + clause[end:]
    return clause


def _contacts(terms: Terms) -> Iterator[str]:
    lang = terms.standard
    if len(terms.politikontakter) == 1:
        yield say(lang, "new-named", kommuner=listed(terms.kommuner, lang),
                  name=terms.politikontakter[0])
    else:
        for kommune, name in zip(terms.kommuner, terms.politikontakter, strict=False):
            yield say(lang, "new-named", kommuner=kommune, name=name)


def day(date: dt.date) -> str:
    """'1. januar 2027': the months are called the same in both standards."""
    return f"{date.day}. {NAMES[date.month - 1]} {date.year}"
