"""A regular expression into the words it needs: where they are not, it finds nothing.

`\\b(?:skal|må)\\b.*\\bevaluer` needs " skal " or " må ", and " evaluer". Most patterns find nothing
in most sentences, and a look at the sentence's words tells so sooner than a search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import digits

_SIGN = r"[^\w\s.,-]|_"
RUN = rf"[^\W_]+|\.{{3,}}|{_SIGN}"
"""What a text is asked for: its words, a dotted line, a sign. The signs left out stand in nearly
every sentence."""

_ONE = rf"""(?: \\(?:d|{_SIGN}) | \\\.\{{[3-9],?\d*\}} | [^\W_]\{{[1-9],?\d*\}}
    |   (?![][\\(){{}}|+?*^$])(?:{_SIGN}) | \[(?:\w|\\(?:{_SIGN})|(?![][\\^])(?:{_SIGN}))+\]
    )   (?![?*]|\{{0?,)"""
"""A digit, a sign, three dots or more, one of a few letters or signs, a letter some times."""

_PARTS = re.compile(
    rf"""(?P<runs>[^\W_]+(?:\|[^\W_]+)*(?![?*{{]))   # "a|b|c"; a letter that may be missing is none
    |   (?P<one>{_ONE})
    |   (?P<either>\|)
    |   (?P<edge>\(\?<?!(?:\\w|\[\\w[^]\\]*\])\))   # no letter before, or behind
    |   (?P<ahead>\(\?=)
    |   (?P<look>\(\?<?[=!])
    |   (?P<open>\((?:\?(?:P<\w+>|[-a-z]*:|>))?)
    |   (?P<spare>\)(?:[?*]|\{{0?,\d*\}}))
    |   (?P<close>\))
    |   (?P<other>(?:(?!{_ONE})
            (?:\\.|\[\^?\]?(?:\\.|[^]\\])*\]|\{{\d*,?\d*\}}|[^][\\()|\w]|[\w_](?=[?*{{])))+)
    """,
    re.VERBOSE | re.DOTALL,
)
_EDGE_FIRST = re.compile(r"(?:\\b|\\[sW]|\\[^\w\s]|[ ,;:])(?![?*{])")
_EDGE_LAST = re.compile(r"(?:\\b|(?:\\[sW]|\\[^\w\s]|[ ,;:])\+?)$")

Runs = frozenset[str]
"""Letters and digits in small letters, or a sign, one run of which is in the text. A space before
or after a run says that a word begins or ends there."""
Way = tuple[Runs, ...]
"""A way to match, and what all is needed for it."""

_Open = Mapping[str, bool]
"""Runs, each with whether it goes on to where the match has come: the edge of a word may follow."""
_Ways = Sequence[Sequence[_Open]]

_MOST = 4
"""More than that is not asked of one way."""


def needed(pattern: str) -> tuple[Way, ...]:
    """The ways in which a pattern that `re` can read may match; those that need only one of some
    runs are one way. None: a match need hold no run at all."""
    ways, _ = _alternatives(_PARTS.finditer(pattern), edge=False)
    if not all(ways):
        return ()
    simple = frozenset(run for way in ways if len(way) == 1 for run in way[0])
    others = [
        tuple(sorted(dict.fromkeys(map(frozenset, way)), key=_shortest, reverse=True)[:_MOST])
        for way in ways if len(way) > 1
    ]  # fmt: skip
    return (*([(simple,)] if simple else []), *dict.fromkeys(others))


def _alternatives(parts: Iterator[re.Match[str]], *, edge: bool) -> tuple[_Ways, bool]:
    """The ways to match up to the bracket that closes, and whether all of it may be missing.
    `edge`: words begin here."""
    ways: list[Sequence[_Open]] = []
    held: list[_Ways] = []  # what stands one behind the other
    last: _Ways | None = None  # behind which the match has come
    begins = edge
    for part in parts:
        kind = part.lastgroup
        if kind == "other":
            if last is not None:
                held.append(_ended(last, " " if _EDGE_FIRST.match(part[0]) else ""))
                last = None
            begins = bool(_EDGE_LAST.search(part[0]))
        elif kind == "runs":
            if last is not None:
                held.append(_ended(last))
            first, *others = part[0].lower().split("|")
            last = [[{" " * begins + first: True}]]
            for run in others:
                ways += _joined(held, last)
                held, last = [], [[{" " * edge + run: True}]]
            begins = False
        elif kind == "one":
            ones = _ones(part[0])
            within = any(one[0].isalnum() for one in ones)  # a word goes on here, or begins
            if last is not None:
                held.append(_ended(last, "" if within else " "))
            last = [[{" " * (begins and one[0].isalnum()) + one: True for one in ones}]]
            begins = not within
        elif kind == "either":
            ways += _joined(held, last)
            held, last, begins = [], None, edge
        elif kind == "edge":
            if last is not None:
                held.append(_ended(last, "" if part[0].startswith("(?<") else " "))
                last = None
            begins = begins or part[0].startswith("(?<")
        elif kind == "ahead":
            held.append(_ended(_alternatives(parts, edge=False)[0]))
        elif kind == "look":
            _alternatives(parts, edge=False)
        elif kind == "open":
            if last is not None:
                held.append(_ended(last))
            inside, spare = _alternatives(parts, edge=begins)
            last = None if spare else inside
            begins = False
        else:
            return [*ways, *_joined(held, last)], kind == "spare"
    return [*ways, *_joined(held, last)], False


def _ones(part: str) -> Sequence[str]:
    """The signs, digits or letters of which there is one."""
    if part.startswith(r"\."):
        return ["..."]
    if part[0].isalnum() and part[-1] == "}":
        return [part[0].lower() * int(part[2])]
    if part == r"\d":
        return digits
    return part[1:-1].replace("\\", "").lower() if part[0] == "[" else part[-1].lower()


def _ended(ways: _Ways, edge: str = "") -> _Ways:
    """The same where something else follows: the edge of a word, or not."""
    return [
        [*way[:-1], {run + edge if goes_on else run: False for run, goes_on in way[-1].items()}]
        if way else way for way in ways
    ]  # fmt: skip


def _joined(held: Sequence[_Ways], last: _Ways | None) -> _Ways:
    """The ways to match all that stands one behind the other."""
    if last is not None:
        held = [*held, last]
    if len(held) == 1:
        return held[0]
    return [[runs for ways in held for runs in _summed_up(ways)]]


def _summed_up(ways: _Ways) -> Sequence[_Open]:
    """What is needed whichever way is taken."""
    if len(ways) == 1:
        return ways[0]
    if not all(ways):
        return []
    found: dict[str, bool] = {}
    for way in ways:
        best = max(way, key=_shortest)
        for run, goes_on in best.items():
            found[run] = goes_on and best is way[-1] and found.get(run, True)
    return [found]


def _shortest(runs: Iterable[str]) -> int:
    return min(map(len, runs))
