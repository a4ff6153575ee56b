"""What the command line gives and the register knows into the Terms of a new agreement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from agreementlint.model import Standard
from agreementlint.register import Kommune, Register
from agreementlint.strict import suggestion

MOST_KOMMUNER = 3
"""For one politikontakt, without the approval of Politidirektoratet."""

Fault = Literal["new-unknown-kommune", "new-close-kommune", "new-same-kommune",
                "new-unknown-district", "new-which-district", "new-other-district",
                "new-no-period", "new-contacts"]


class NoTerms(Exception):
    """What was given makes no agreement: the key of the sentence that says why, and its values."""

    def __init__(self, key: Fault, **values: str):
        super().__init__(key)
        self.key: Fault = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Terms:
    """`district` is the full name in the written standard, `politikontakter` is one name for each
    kommune, one for all, or none. The agreement is dated `dated` and holds from `since` to `until`,
    both included."""

    kommuner: tuple[str, ...]
    district: str
    standard: Standard
    dated: dt.date
    since: dt.date
    until: dt.date
    politikontakter: tuple[str, ...] = ()


def terms(names: Sequence[str], district: str | None, politikontakter: Sequence[str],
          period: tuple[dt.date, dt.date], dated: dt.date, standard: Standard,
          register: Register) -> Terms:
    """The terms of an agreement of these kommuner. Raises NoTerms."""
    since, until = period
    if until < since:
        raise NoTerms("new-no-period")
    kommuner = tuple(_kommune(name, since.year, register) for name in names)
    if len({one.number for one in kommuner}) < len(kommuner):
        raise NoTerms("new-same-kommune")
    if len(politikontakter) not in (0, 1, len(kommuner)) or (
            len(politikontakter) == 1 and len(kommuner) > MOST_KOMMUNER):
        raise NoTerms("new-contacts", most=str(MOST_KOMMUNER))
    return Terms(tuple(one.name for one in kommuner),
                 _district(kommuner, district, standard, register), standard, dated, since, until,
                 tuple(name.strip() for name in politikontakter))


def _kommune(name: str, year: int, register: Register) -> Kommune:
    bare = name.strip()
    for form in (bare, bare.rsplit(" ", 1)[0] if bare.casefold().endswith(" kommune") else bare):
        found = [one for one in register.named(form) if one.stands(year)]
        if found:
            return found[0]
    today = [one.name for one in register.kommuner if one.stands(year)]
    if not register.named(bare) and (close := suggestion(bare, today)):  # no dissolved one
        raise NoTerms("new-close-kommune", name=bare, close=close)
    raise NoTerms("new-unknown-kommune", name=bare)


def _district(kommuner: Sequence[Kommune], asked: str | None, standard: Standard,
              register: Register) -> str:
    """The district that all of them belong to, which is the one asked for, if any was."""
    present = [one for one in register.districts if not one.former]
    if asked is not None:
        found = register.district(asked)
        if found is None or found.former:
            raise NoTerms("new-unknown-district", name=asked.strip(),
                          names=", ".join(one.short for one in present))
        if stray := [one.name for one in kommuner if one.district != found.short]:
            raise NoTerms("new-other-district", kommune=stray[0], district=found.name)
        return found.called(standard)
    shorts = list(dict.fromkeys(one.district for one in kommuner))
    if len(shorts) > 1:
        raise NoTerms("new-which-district", districts=", ".join(shorts))
    return next(one for one in present if one.short == shorts[0]).called(standard)
