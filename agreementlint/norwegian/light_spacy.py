"""Lets spaCy be imported without its command line, which is a third of the time it takes.

`import spacy` loads its commands for downloading, training and projects, and with them a web client
and a template engine. Nothing here needs them; who asks for `spacy.cli` afterwards gets it.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any


@contextlib.contextmanager
def without_command_line() -> Iterator[None]:
    """While this lasts, stand-ins take the places of `spacy.cli` and `spacy.cli.info`."""
    if "spacy" in sys.modules:
        yield
        return
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    sys.modules |= {"spacy.cli": package, "spacy.cli.info": module}
    try:
        yield
    finally:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]


def _info(*options: Any, **named: Any) -> Any:
    """`spacy.info`, which spaCy takes from its command line."""
    from spacy.cli.info import info

    return info(*options, **named)
