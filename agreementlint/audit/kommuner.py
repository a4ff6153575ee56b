"""What agreements call kommuner and districts → the kommuner of a day that they are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from agreementlint.model import DocumentReport
from agreementlint.register import District, Kommune, Register


class UnknownDistrict(Exception):
    """`word` names no police district of today; `close` are the short names that come nearest (all
    of today's, where none does)."""

    def __init__(self, word: str, close: tuple[str, ...]):
        super().__init__(word)
        self.word = word
        self.close = close


def district_named(word: str, register: Register) -> District:
    """The district of today that is meant, also by its nynorsk or former name. Raises
    UnknownDistrict, also for a former one that was divided."""
    found = register.district(word)
    heirs = found.successors if found and found.former else ()
    if len(heirs) > 1:
        raise UnknownDistrict(word, heirs)
    found = register.district(heirs[0]) if heirs else found
    if found is None:
        raise UnknownDistrict(word, _close(word, register))
    return found


def _close(word: str, register: Register) -> tuple[str, ...]:
    """Districts of like names, or the one that a kommune of that name belongs to."""
    from rapidfuzz import fuzz, process

    if kommuner := register.named(word):
        return tuple(dict.fromkeys(kommune.district for kommune in kommuner))
    today = [district.short for district in register.districts if not district.former]
    stem = word.casefold().replace("politidistrikt", "").strip()
    near = process.extract(stem, today, scorer=fuzz.ratio, processor=str.casefold, limit=3,
                           score_cutoff=55)
    return tuple(name for name, _, _ in near) or tuple(today)


@dataclass(frozen=True)
class Today:
    """The kommuner that stand on a day, each by a `label` of its own: its name, with the county
    where two have the same (Herøy, Våler)."""

    register: Register
    as_of: dt.date

    @cached_property
    def standing(self) -> tuple[Kommune, ...]:
        return tuple(k for k in self.register.kommuner if k.stands(self.as_of.year))

    def of_district(self, short: str) -> tuple[Kommune, ...]:
        """Its kommuner, by name."""
        own = (k for k in self.standing if (k.before or k.district) == short)
        return tuple(sorted(own, key=lambda kommune: alphabetical(kommune.name)))

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Number of each kommune → its label."""
        often = Counter(kommune.name for kommune in self.standing)
        return {k.number: k.name if often[k.name] == 1 else f"{k.name} ({k.county})"
                for k in self.standing}

    def heirs(self, kommune: Kommune) -> tuple[Kommune, ...]:
        """The kommune itself, or those that it has become."""
        if kommune.exists(self.as_of.year):
            return (kommune,)
        return tuple(k for k in self.register.kommuner
                     if k.number in kommune.successors and k.last_year is None)


@dataclass(frozen=True)
class Concerned:
    """The kommuner that a document concerns, by label, and what it calls those that are called
    otherwise now. `parts` are those of them that it only names a former part of."""

    kommuner: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    parts: frozenset[str]


def concerned(document: DocumentReport, today: Today, district: str | None = None) -> Concerned:
    """Of kommuner that share a name, that of the agreement's police district is meant, or of that
    of its other kommuner, or of the `district` that is audited."""
    facts = document.facts
    start = facts.get("valid_from") or facts.get("signed_on")
    year = (start or today.as_of).year
    called = {name: _of_the_time(today.register.named(name), year)
              for name in facts.get("municipalities") or ()}
    sure = {one.district for same in called.values() if len(same) == 1 for one in same}
    hints = (_districts(facts.get("police_district"), today.register), sure,
             {district} if district else set())
    labels = today.labels
    heirs: dict[str, tuple[str, ...]] = {}
    for name, same in called.items():
        if meant := _meant(same, hints):
            heirs[name] = tuple(labels[heir.number] for heir in today.heirs(meant)
                                if heir.number in labels)
    itself = {label for name, own in heirs.items() for label in own if _is_name_of(name, label)}
    kommuner = tuple(dict.fromkeys(label for own in heirs.values() for label in own))
    return Concerned(
        kommuner,
        {name: own for name, own in heirs.items()
         if not any(_is_name_of(name, label) for label in own)},
        frozenset(kommuner) - itself,
    )


def _is_name_of(name: str, label: str) -> bool:
    return label == name or label.startswith(f"{name} (")


def _of_the_time(same: Sequence[Kommune], year: int) -> tuple[Kommune, ...]:
    """Those of a name that stood when the agreement was made, if any did."""
    return tuple(k for k in same if k.stands(year)) or tuple(same)


def _districts(name: str | None, register: Register) -> set[str]:
    found = register.district(name) if name else None
    return {found.short, *found.successors} if found else set()


def _meant(same: Sequence[Kommune], hints: Iterable[Collection[str]]) -> Kommune | None:
    for districts in hints:
        fitting = [kommune for kommune in same if kommune.belongs(districts)]
        if fitting and len(same) > 1:
            return fitting[0]
    return same[0] if same else None


ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}", "á": "a", "š": "s", "đ": "d"})


def alphabetical(name: str) -> str:
    """What Norwegian names are sorted by: æ, ø and å stand last."""
    return name.casefold().translate(ALPHABET)
