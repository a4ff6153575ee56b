"""A regular expression that a user wrote into one that cannot take long, whatever it says.

PCRE2 counts its steps and gives up at a limit, the same on every machine. No machine code is made
(its steps are counted otherwise), and nothing is left to `re`, which knows no limit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pcre2

MOST_STEPS = 200_000
"""Steps in one sentence: ten milliseconds. What people write takes hundreds."""

LONGEST = 1000
"""Characters of an expression."""


class TooSlow(Exception):
    """The expression needs more steps in some sentence than it may take."""


class BadPattern(Exception):
    """No regular expression; `said` is PCRE2's own reason, in English, and `at` is the character
    at which it noticed."""

    def __init__(self, said: str, at: int):
        super().__init__(said)
        self.said = said
        self.at = at


_LIMIT = f"(*LIMIT_MATCH={MOST_STEPS})"
_REASON = re.compile(r"^compilation failed at position \d+; ")


@lru_cache(maxsize=512)
def compiled(source: str) -> Any:
    """The expression, for capital and small letters alike. Raises BadPattern."""
    if len(source) > LONGEST:
        raise BadPattern(f"longer than {LONGEST} characters", LONGEST)
    try:
        return pcre2.compile(_LIMIT + source, pcre2.IGNORECASE, jit=False)
    except pcre2.PatternError as error:
        at = max(getattr(error, "pos", 0) - len(_LIMIT), 0)
        raise BadPattern(_REASON.sub("", str(error)), at) from None
    except (pcre2.LibraryError, UnicodeEncodeError) as error:
        raise BadPattern(str(error), 0) from None


def search(source: str, text: str) -> tuple[int, int] | None:
    """Where the expression is first found in a text. Raises BadPattern, and TooSlow."""
    try:
        found = compiled(source).search(text)
    except (pcre2.LibraryError, MemoryError):
        raise TooSlow(source) from None
    except UnicodeEncodeError:  # half a surrogate, which no word has
        return None
    return None if found is None else (found.start(), found.end())
