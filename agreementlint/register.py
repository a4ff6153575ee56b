"""Names → kommuner and police districts, present and former.

The register holds the kommuner of 2026, those dissolved since 2017, the 12 police districts and
the 27 of 2002–2015 (see NOTICE for the sources).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources

from rapidfuzz.distance import Levenshtein

from agreementlint.model import Standard

LAST_YEAR_OF_OLD_DISTRICTS = 2015
_OF_OLD_COUNTY = {
    "01": "Øst", "02": "Øst", "04": "Innlandet", "05": "Innlandet", "06": "Sør-Øst",
    "07": "Sør-Øst", "08": "Sør-Øst", "09": "Agder", "10": "Agder", "11": "Sør-Vest", "12": "Vest",
    "14": "Vest", "15": "Møre og Romsdal", "16": "Trøndelag", "17": "Trøndelag", "18": "Nordland",
    "19": "Troms", "20": "Finnmark", "50": "Trøndelag",
}  # fmt: skip
"""The police district of 2016–2019 by the first digits of a dissolved kommune's number."""

@dataclass(frozen=True, slots=True)
class Kommune:
    """A kommune of the register. `first_year` is that of a kommune that was formed under this name
    since 2018, `last_year` the last one of a dissolved kommune (None: it exists), `successors` are
    the numbers of the kommuner that took it over. `district` is the register's short name
    ("Sør-Øst"); a dissolved kommune has that of its first successor, and `before` is the one that
    it belonged to itself."""

    number: str
    name: str
    names: tuple[str, ...]
    county: str
    district: str
    last_year: int | None = None
    successors: tuple[str, ...] = ()
    before: str = ""
    first_year: int | None = None

    def belongs(self, districts: Container[str]) -> bool:
        """Whether it belongs, or belonged until it was dissolved, to one of these."""
        return self.district in districts or self.before in districts

    def exists(self, year: int) -> bool:
        return self.last_year is None or year <= self.last_year

    def stands(self, year: int) -> bool:
        """Whether it exists in that year and was formed by then."""
        return self.exists(year) and (self.first_year is None or self.first_year <= year)


@dataclass(frozen=True, slots=True)
class District:
    """A police district. `successors` are the short names of the districts that took over an old
    one, empty for the present twelve; `nynorsk` is the short name in nynorsk."""

    short: str
    names: tuple[str, ...]
    successors: tuple[str, ...] = ()
    nynorsk: str = ""

    @property
    def name(self) -> str:
        return f"{self.short} politidistrikt"

    def called(self, standard: Standard) -> str:
        """The name in a written standard: "Sør-Aust politidistrikt"."""
        return f"{self.nynorsk} politidistrikt" if standard == "nn" and self.nynorsk else self.name

    @property
    def former(self) -> bool:
        return bool(self.successors)


@dataclass(frozen=True)
class Register:
    kommuner: tuple[Kommune, ...]
    districts: tuple[District, ...]

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Kommune, ...]]:
        table: dict[str, list[Kommune]] = {}
        for kommune in self.kommuner:
            for name in dict.fromkeys(kommune.names):
                table.setdefault(name.casefold(), []).append(kommune)
        return {name: tuple(same) for name, same in table.items()}

    def named(self, name: str) -> tuple[Kommune, ...]:
        """The kommuner of this name (any language, genitive too), those that exist first."""
        key = name.strip().casefold()
        for form in (key, key.removesuffix("s")):
            if form in self._by_name:
                return self._by_name[form]
        return ()

    def district(self, name: str) -> District | None:
        """A police district by its name, with or without "politidistrikt", slips forgiven."""
        key = _district_key(re.sub(r"\s*politidistrikt\w*$", "", name.strip(), flags=re.I))
        best: tuple[int, District] | None = None
        for district in self.districts:
            for form in district.names:
                distance = Levenshtein.distance(key, form, score_cutoff=slip_bound(form))
                if distance <= slip_bound(form) and (best is None or distance < best[0]):
                    best = (distance, district)
        return best[1] if best else None


def slip_bound(word: str) -> int:
    """How many wrong characters an OCR slip may have in a name of this length."""
    return 0 if len(word) < 5 else 1 if len(word) < 10 else 2


def _district_key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold().replace("&", "og"))


def _rows(file: str) -> Iterator[dict[str, str]]:
    with resources.files("agreementlint").joinpath("data", file).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


@cache
def register() -> Register:
    """The register that travels with the program."""
    present = tuple(_present_kommuner())
    return Register(present + tuple(_dissolved_kommuner(present)), tuple(_districts()))


def _present_kommuner() -> Iterator[Kommune]:
    formed = {row["name"]: int(row["first_year"]) for row in _rows("formed.csv")}
    for row in _rows("kommuner.csv"):
        names = (row["name"], *row["name_official_all"].split("|"))
        yield Kommune(row["number"], row["name"], names, row["county"], row["police_district"],
                      first_year=formed.get(row["name"]))


def _dissolved_kommuner(present: Iterable[Kommune]) -> Iterator[Kommune]:
    numbers = {k.number: k for k in present}
    gone: dict[str, Kommune] = {}
    for row in _rows("historical.csv"):
        if known := gone.get(row["old_number"]):
            more = (*known.successors, row["successor_number"])
            gone[row["old_number"]] = replace(known, successors=more)
            continue
        name = re.sub(r"\s*\(.*\)", "", row["old_name"])  # "Os (Hordaland)"
        heir = numbers[row["successor_number"]]
        gone[row["old_number"]] = Kommune(
            row["old_number"], name, (name,), heir.county, heir.district,
            int(row["last_year"]), (heir.number,), _OF_OLD_COUNTY[row["old_number"][:2]],
        )
    yield from gone.values()


def _districts() -> Iterator[District]:
    present = set()
    for row in _rows("police_districts.csv"):
        present.add(row["name"])
        names = {_district_key(n) for n in (row["name"], row["name_nynorsk"])}
        yield District(row["name"], tuple(sorted(names)), nynorsk=row["name_nynorsk"])
    for row in _rows("old_police_districts.csv"):
        if row["name"] not in present:
            successors = tuple(row["successor"].split("|"))
            yield District(row["name"], (_district_key(row["name"]),), successors)
