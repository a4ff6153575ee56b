"""The format of a rule file: frozen dataclasses whose fields are its keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from agreementlint.model import Lang, Severity, Standard, VerdictName
from agreementlint.rules.verbs import NOWHERE, Check, RuleCheck, leaves
from agreementlint.strict import Mark


@dataclass(frozen=True)
class Texts:
    """The same sentence in every language of the program."""

    nb: str
    nn: str
    en: str
    at: Mark = field(default=NOWHERE, compare=False)

    def of(self, lang: Lang) -> str:
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[lang]


@dataclass(frozen=True)
class Phrases:
    """What was looked for, in every language of the program."""

    nb: tuple[str, ...]
    nn: tuple[str, ...]
    en: tuple[str, ...]

    def of(self, lang: Lang) -> tuple[str, ...]:
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[lang]


@dataclass(frozen=True)
class Guide:
    """Where the guide asks for it, and what it asks, in our own words. `page` is the guide's own
    number; chapter and page are None for what any agreement needs and the guide leaves unsaid.
    `source` names another paper that asks for it, and the place in it ("Distriktets krav, pkt. 3");
    `edition` is then the day of that paper."""

    edition: dt.date
    asks: Texts
    chapter: str | None = None
    page: int | None = None
    source: Texts | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Outcome:
    """One case of a rule: when `when` holds, this is the verdict. `message` may name fields of the
    facts in braces. `by_absence` says that the verdict rests on what is *not* there although there
    are words to show ("only one side signs"), so that a page that was not read matters."""

    verdict: VerdictName
    when: Check
    message: Texts
    by_absence: bool = False
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Near:
    """A near miss: what comes close when nothing was found, and why it does not count."""

    when: Check
    why_not: Texts


@dataclass(frozen=True)
class Absent:
    """The verdict when no case holds, and for a finding what was looked for."""

    verdict: VerdictName
    message: Texts
    looked_for: Phrases | None = None
    near: tuple[Near, ...] = ()
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Advice:
    """What to do, and words that may be pasted into the agreement."""

    advice: str
    clause: str | None = None


@dataclass(frozen=True)
class Remedy:
    """`sample` says that the clause holds facts (a date, an opening hour) that are only an example:
    each agreement has its own."""

    nb: Advice
    nn: Advice
    en: Advice
    sample: bool = False
    at: Mark = field(default=NOWHERE, compare=False)

    def advice(self, lang: Lang) -> str:
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[lang].advice

    def clause(self, standard: Standard) -> str | None:
        """The suggested clause in the written standard of the agreement."""
        return {"nb": self.nb, "nn": self.nn}[standard].clause


@dataclass(frozen=True)
class Example:
    """A text and the verdict that the rule must give it. `whole` says that the text is an agreement
    from title to signatures; else it is a passage from the middle of one."""

    verdict: VerdictName
    text: str
    whole: bool = False
    as_of: dt.date | None = None
    note: str | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class DistrictCase:
    """One thing that the audit of a district may find. `message` may name in braces what
    `terms.DISTRICT_CASES` has for the case."""

    case: str
    verdict: VerdictName
    message: Texts
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class DistrictRule:
    """A recommendation that only several agreements together can follow. What makes each of its
    cases is worked out by `agreementlint.audit`; the rule says how serious it is, and the words."""

    id: str
    name: str
    scope: Literal["district"]
    severity: Severity
    guide: Guide
    why: Texts
    cases: tuple[DistrictCase, ...]
    remedy: Remedy
    at: Mark = field(default=NOWHERE, compare=False)

    def case(self, name: str) -> DistrictCase:
        """The case of that name. Raises KeyError; a loaded rule has all of `DISTRICT_CASES`."""
        for one in self.cases:
            if one.case == name:
                return one
        raise KeyError(name)


@dataclass(frozen=True)
class Rule:
    """One recommendation and how it is judged. `title` is what people call it."""

    id: str
    name: str
    severity: Severity
    guide: Guide
    why: Texts
    cases: tuple[Outcome, ...]
    absent: Absent
    remedy: Remedy
    examples: tuple[Example, ...]
    title: Texts | None = None
    at: Mark = field(default=NOWHERE, compare=False)

    def called(self, lang: Lang) -> str:
        """The title, or the name as words where a rule has none."""
        return self.title.of(lang) if self.title else self.name.replace("-", " ").capitalize()

    @property
    def verdicts(self) -> frozenset[VerdictName]:
        """The verdicts that the rule can give a fully read document."""
        return frozenset(case.verdict for case in self.cases) | {self.absent.verdict}

    @property
    def requires(self) -> frozenset[str]:
        """The ids of the rules whose verdicts this one asks for."""
        return frozenset(leaf.id for leaf in self.conditions if isinstance(leaf, RuleCheck))

    @property
    def conditions(self) -> Iterator[Check]:
        """All verbs of the rule that are no combinations."""
        for outcome in self.cases:
            yield from leaves(outcome.when)
        for near in self.absent.near:
            yield from leaves(near.when)


AnyRule = Rule | DistrictRule
