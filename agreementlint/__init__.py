"""Checks Norwegian kommune–police cooperation agreements against the national guide.

Python programs call `check` and `audit_district`; docs/python.md tells of them. Importing the
package costs nothing: what is asked of it is loaded when it is asked.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from agreementlint.api import Options, audit_district, check
    from agreementlint.checking import CheckError
    from agreementlint.model import Absence, DocumentReport, Evidence, Verdict, Waiver
    from agreementlint.results import Audit, Facts, Report, facts_of

__all__ = ["Absence", "Audit", "CheckError", "DocumentReport", "Evidence", "Facts", "Options",
           "Report", "Verdict", "Waiver", "audit_district", "check", "facts_of"]

_HOMES = {
    "api": ("Options", "audit_district", "check"),
    "checking": ("CheckError",),
    "model": ("Absence", "DocumentReport", "Evidence", "Verdict", "Waiver"),
    "results": ("Audit", "Facts", "Report", "facts_of"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"agreementlint.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *__all__]
