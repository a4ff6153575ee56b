"""DI003: agreements side by side → kommuner with several, and which of them holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agreementlint.audit.kommuner import alphabetical
from agreementlint.audit.model import Agreement, CrossFinding
from agreementlint.audit.saying import Speaker
from agreementlint.audit.states import Standing, is_beside
from agreementlint.model import DocumentReport

ALIKE = 0.8
"""The part of their paragraphs that two files of one agreement have in common: one may be scanned,
or an earlier draft."""


def findings(rule: Speaker, standing: Standing) -> Iterator[CrossFinding]:
    """Each set of agreements that run for the same kommuner, once; files that are the same; or
    that there is neither."""
    found = [*_overlaps(rule, standing), *_copies(rule, standing.documents)]
    yield from found or [rule.says("single")]


def _overlaps(rule: Speaker, standing: Standing) -> Iterator[CrossFinding]:
    together: dict[tuple[int, ...], list[str]] = {}
    for kommune in sorted(standing.kommuner, key=alphabetical):
        running = _running(kommune, standing)
        if len(running) > 1:
            together.setdefault(tuple(one.document for one in running), []).append(kommune)
    for numbers, kommuner in together.items():
        running = [standing.by_document[number] for number in numbers]
        words = [pair for number in numbers for pair in rule.words(number, "valid_to")]
        yield rule.says(
            _case(running, standing.documents),
            {"document": rule.paths(numbers[:1])[0], "others": rule.paths(numbers[1:])},
            kommuner=kommuner, about=numbers, evidence=words)


def _running(kommune: str, standing: Standing) -> list[Agreement]:
    """The agreements whose time is not over for a kommune, the one that began last first; of the
    copies of one file the first alone, and none that stands beside the first."""
    by_content: dict[str, Agreement] = {}
    for one in standing.of(kommune, "in-force", "superseded"):
        content = standing.documents[one.document].sha256 or str(one.document)
        by_content.setdefault(content, one)
    running = sorted(by_content.values(), reverse=True,
                     key=lambda one: (one.since is not None, one.since, -one.document))
    return [one for one in running if one is running[0] or not is_beside(
        standing.documents[running[0].document], standing.documents[one.document])]


def _case(running: Sequence[Agreement], documents: Sequence[DocumentReport]) -> str:
    """Whether the first surely began after all the others, or all are files of one agreement."""
    first, *others = running
    if first.since and all(one.since and one.since < first.since for one in others):
        return "later"
    texts = [{part.key for part in documents[one.document].prints} for one in running]
    same = all((one.kommuner, one.since, one.until) == (first.kommuner, first.since, first.until)
               for one in others)
    alike = all(text and len(text & texts[0]) >= ALIKE * max(len(text), len(texts[0]))
                for text in texts)
    return "versions" if same and alike else "undecided"


def _copies(rule: Speaker, documents: Sequence[DocumentReport]) -> Iterator[CrossFinding]:
    same: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        if document.sha256 and document.verdicts:
            same.setdefault(document.sha256, []).append(number)
    for numbers in same.values():
        if len(numbers) > 1:
            yield rule.says("copies", about=numbers)
