"""Agreements → those that share their text, and the gaps that they have from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agreementlint.audit.model import Template
from agreementlint.model import DocumentReport, Print, Verdict

ALIKE = 0.5
"""The part of the shorter one's paragraphs that two agreements of a template have in common."""
FEWEST = 4
"""Paragraphs that they have in common at least: a few stand in all agreements of a time."""
COMMONEST = 30
"""A paragraph of so many templates is nobody's in particular; looking them all up would take
long."""


def templates(documents: Sequence[DocumentReport], numbers: Iterable[int]) -> tuple[Template, ...]:
    """The templates of the documents with these numbers, those with most agreements first. A file
    that lies in two places counts once."""
    found = []
    for members in _alike({number: documents[number].prints
                           for number in _once(documents, numbers)}):
        if len(members) > 1:
            shared = _shared(documents[number].prints for number in members)
            found.append(Template(
                documents=tuple(members),
                shared=sum(_part(documents[n].prints, shared) for n in members) / len(members),
                gaps=dict(_gaps(documents, members, shared)),
            ))
    return tuple(sorted(found, key=lambda one: (-len(one.documents), one.documents)))


def _once(documents: Sequence[DocumentReport], numbers: Iterable[int]) -> Iterator[int]:
    seen: set[str | None] = set()
    for number in numbers:
        content = documents[number].sha256 or f"{number}"
        if content not in seen:
            seen.add(content)
            yield number


def _alike(prints: Mapping[int, Sequence[Print]]) -> list[list[int]]:
    """Documents in groups: each joins the group whose first document it is most like, or begins
    one. Only groups with a paragraph in common are looked at, so that the work grows with the
    number of documents, not with that of their pairs."""
    groups: list[list[int]] = []
    sizes: list[int] = []
    holders: dict[str, list[int]] = {}
    for number, own in prints.items():
        keys = {one.key for one in own}
        common = Counter(group for key in keys for group in holders.get(key, ())[:COMMONEST])
        best = max(common, key=lambda group: (common[group], -group), default=None)
        if best is not None and common[best] >= max(FEWEST, ALIKE * min(len(keys), sizes[best])):
            groups[best].append(number)
            continue
        for key in keys:
            holders.setdefault(key, []).append(len(groups))
        groups.append([number])
        sizes.append(len(keys))
    return groups


def _shared(prints: Iterable[Sequence[Print]]) -> frozenset[str]:
    """The paragraphs that at least half of the agreements have, and more than one."""
    each = [{one.key for one in own} for own in prints]
    often = Counter(key for keys in each for key in keys)
    return frozenset(key for key, times in often.items() if times >= max(2, len(each) / 2))


def _part(prints: Sequence[Print], shared: frozenset[str]) -> float:
    """How much of a text (0 to 1) stands in the shared paragraphs."""
    whole = sum(one.end - one.start for one in prints)
    return sum(one.end - one.start for one in prints if one.key in shared) / whole if whole else 0.0


def _gaps(documents: Sequence[DocumentReport], members: Sequence[int], shared: frozenset[str],
          ) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The rules that most of the agreements depart from by what the template says or leaves out."""
    inherited: dict[str, list[int]] = {}
    order = {verdict.rule: None for number in members for verdict in documents[number].verdicts}
    for number in members:
        own = [one for one in documents[number].prints if one.key in shared]
        for verdict in documents[number].verdicts:
            if verdict.verdict in ("fail", "review") and _is_shared(verdict, own):
                inherited.setdefault(verdict.rule, []).append(number)
    for rule in order:
        if len(inherited.get(rule, ())) > max(1, len(members) / 2):
            yield rule, tuple(inherited[rule])


def _is_shared(verdict: Verdict, shared: Sequence[Print]) -> bool:
    """Whether all words that a finding rests on are in these paragraphs. What rests on no words is
    missing in the template as well."""
    return all(words.span is not None and any(
        one.start <= words.span.start and words.span.end <= one.end for one in shared)
        for words in verdict.evidence)
