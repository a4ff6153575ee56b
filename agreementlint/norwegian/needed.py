"""A regular expression into the words it needs: where none of them is, it finds nothing.

`\\b(?:evaluer\\w*|gå gjennom)\\b` needs " evaluer" or " gjennom ". Most patterns find nothing in
most sentences, and a look at the sentence's words tells so sooner than a search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_PARTS = re.compile(
    r"""(?P<runs>[^\W_]+(?:\|[^\W_]+)*(?![?*{]))   # "a|b|c"; a letter that may be missing is none
    |   (?P<either>\|)
    |   (?P<look>\(\?<?[=!])
    |   (?P<open>\((?:\?(?:P<\w+>|[-a-z]*:|>))?)
    |   (?P<spare>\)(?:[?*]|\{0?,\d*\}))
    |   (?P<close>\))
    |   (?P<other>(?:\\.|\[\^?\]?(?:\\.|[^]\\])*\]|\{\d*,?\d*\}|[^][\\()|\w]|[\w_](?=[?*{]))+)
    """,
    re.VERBOSE | re.DOTALL,
)
_EDGE_FIRST = re.compile(r"(?:\\b|\\[sW]| )(?![?*{])")
_EDGE_LAST = re.compile(r"(?:\\b|(?:\\[sW]| )\+?)$")

_Runs = Mapping[str, bool]
"""Runs of which one is in every match, each with whether it goes on to where the match has come:
the edge of a word may follow."""

_NONE: _Runs = {}


def needed(pattern: str) -> frozenset[str]:
    """Runs of letters and digits, in small letters, one of which is in every match of a pattern
    that `re` can read. A space before or after says that a word begins or ends there. Empty: a
    match need hold none."""
    return frozenset(_alternatives(_PARTS.finditer(pattern), edge=False)[0])


def _alternatives(parts: Iterator[re.Match[str]], *, edge: bool) -> tuple[_Runs, bool]:
    """What is needed up to the bracket that closes, and whether all of it may be missing. `edge`:
    words begin here."""
    each: list[_Runs] = []
    best = _NONE
    begins = edge
    for part in parts:
        kind = part.lastgroup
        if kind == "runs":
            first, *others = part[0].lower().split("|")
            best = _better(best, {" " * begins + first: True})
            for run in others:
                each.append(best)
                best = {" " * edge + run: True}
            begins = False
        elif kind == "either":
            each.append(best)
            best, begins = _NONE, edge
        elif kind == "other":
            best = _closed(best, " " if _EDGE_FIRST.match(part[0]) else "")
            begins = bool(_EDGE_LAST.search(part[0]))
        elif kind == "look":
            _alternatives(parts, edge=False)
        elif kind == "open":
            inside, spare = _alternatives(parts, edge=begins)
            best = _closed(best) if spare else _better(best, inside)
            begins = False
        else:
            return _one_of([*each, best]), kind == "spare"
    return _one_of([*each, best]), False


def _closed(runs: _Runs, edge: str = "") -> _Runs:
    return {run + edge if goes_on else run: False for run, goes_on in runs.items()}


def _better(before: _Runs, runs: _Runs) -> _Runs:
    """Of two that are both needed, one behind the other, the one with the longer runs."""
    if not before:
        return runs
    if not runs or min(map(len, runs)) <= min(map(len, before)):
        return _closed(before)
    return runs


def _one_of(each: list[_Runs]) -> _Runs:
    """What is needed where any of these is; a run goes on if it does in all that have it."""
    if not all(each):
        return _NONE
    found: dict[str, bool] = {}
    for runs in each:
        for run, goes_on in runs.items():
            found[run] = goes_on and found.get(run, True)
    return found
