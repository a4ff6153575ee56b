"""Turns the evidence of documents into pictures of the places where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from agreementlint.audit.model import CrossFinding
from agreementlint.model import DocumentReport, Evidence, Verdict
from agreementlint.reading.crops import AROUND, TALLEST, Place, Wanted, crops

Pictures = Mapping[tuple[int, Place], bytes]
"""WebP pictures by the document's place in the report and the evidence's on its pages."""

FEW = 3
"""Of so many documents all evidence is shown in pictures, of more only that of findings."""


def pictures(documents: Sequence[DocumentReport],
             findings: Iterable[CrossFinding] = (),
             contents: Mapping[int, bytes] = MappingProxyType({})) -> Pictures:
    """What can be cut from the files at the documents' paths, if these are still the same, or from
    `contents`, by the document's place; `findings` are those of several documents."""
    sought = [places(document, everything=len(documents) <= FEW) for document in documents]
    for finding in findings:
        for number, evidence in finding.evidence:
            if documents[number].format == "pdf" and (place := place_of([evidence])) is not None:
                sought[number].add(place)
    wanted = [Wanted(document.path, document.sha256 or "", tuple(sorted(found)),
                     contents.get(number))
              for number, (document, found) in enumerate(zip(documents, sought, strict=True))]
    return {(number, place): picture for number, found in enumerate(crops(wanted))
            for place, picture in found.items()}


def places(document: DocumentReport, *, everything: bool) -> set[Place]:
    """The places of a PDF that cards show."""
    if document.format != "pdf" or document.sha256 is None:
        return set()
    return {place for verdict in document.verdicts if everything or verdict.is_finding
            for evidence in quoted(verdict) for place, _ in neighbours(evidence)
            if place is not None}


def quoted(verdict: Verdict) -> Iterator[Sequence[Evidence]]:
    """The words that a card quotes together: those of the verdict, and the nearest miss."""
    yield verdict.evidence
    if verdict.absence is not None and verdict.absence.nearest is not None:
        yield (verdict.absence.nearest,)


def neighbours(evidence: Sequence[Evidence]) -> Iterator[tuple[Place | None, list[Evidence]]]:
    """The words in their order, with what stands close to each other put together, and the place of
    each group (None: it has no box)."""
    group: list[Evidence] = []
    for one in evidence:
        if group and not (are_close(group[-1], one) and height([*group, one]) < TALLEST):
            yield place_of(group), group
            group = []
        group.append(one)
    if group:
        yield place_of(group), group


def are_close(one: Evidence, other: Evidence) -> bool:
    """Whether they stand on one page with no more between them than a picture shows anyway."""
    if one.page is None or one.page != other.page or one.bbox is None or other.bbox is None:
        return False
    return max(one.bbox[1], other.bbox[1]) - min(one.bbox[3], other.bbox[3]) < 2 * AROUND


def height(group: Sequence[Evidence]) -> float:
    boxes = [one.bbox for one in group if one.bbox is not None]
    return max(box[3] for box in boxes) - min(box[1] for box in boxes)


def place_of(group: Sequence[Evidence]) -> Place | None:
    boxes = tuple(one.bbox for one in group if one.bbox is not None)
    page = group[0].page
    return None if page is None or not boxes else Place(page, boxes)
