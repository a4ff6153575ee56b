"""A Word draft, a Document that was read of it and what is said of that into the reviewed draft.

A run goes in three steps. `cleaned` takes out what an earlier run left, so that the draft is judged
and not our words about it; then the caller reads and judges it; `reviewed` puts everything in.
Comments that somebody has answered stay where they are."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from agreementlint.model import (
    FINDINGS,
    Document,
    DocumentReport,
    Lang,
    Span,
    Verdict,
)
from agreementlint.reading.word_lines import runs_of
from agreementlint.report.rows import clause
from agreementlint.review.answers import is_answered, rule_of, verdict_of
from agreementlint.review.home import home
from agreementlint.review.notes import gone_lines, lines_of, more_lines, waived_lines
from agreementlint.structure import Agreement
from agreementlint.waivers import fingerprint
from agreementlint.word import comments, insertions, lastpage
from agreementlint.word.comments import Note, Thread
from agreementlint.word.lastpage import PageLine
from agreementlint.word.marks import Mark, short
from agreementlint.word.names import OFFICE, W
from agreementlint.word.package import Element, Kind, WordFile
from agreementlint.word.runs import Stretch, note_reference, stretches

SEAL = Kind(OFFICE + "customXml", "application/xml", "../customXml/agreementlint.xml")
SEAL_NAME = "urn:agreementlint:review:1"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the review is to be written: the day on its comments, their language, what the rules are
    called, whether missing clauses are inserted, and the lines of the checklist, if any."""

    date: dt.date
    lang: Lang
    titles: Mapping[str, str] = field(default_factory=dict)
    suggest: bool = False
    checklist: Sequence[PageLine] = ()


def cleaned(data: bytes) -> bytes:
    """The draft without the comments, insertions and checklist of an earlier run. Raises ReadError
    for what is no Word file that could be written again."""
    file = WordFile(data)
    comments.remove(file, [one for one in comments.threads(file) if not is_answered(one)])
    insertions.remove(insertions.inserted_by_us(file))
    lastpage.remove(file)
    seal = _seal(file)
    if seal is not None:
        file.drop(seal)
    return file.data()


def reviewed(data: bytes, agreement: Agreement, report: DocumentReport, wanted: Wanted) -> bytes:
    """The draft with a comment on the words of each finding. `data` is what the document of the
    agreement was read of."""
    file, document = WordFile(data), agreement.document
    found = {fingerprint(one): one for one in report.verdicts if one.verdict in FINDINGS}
    spoken: set[tuple[str, int]] = set()
    judged = {short(one.rule) for one in report.verdicts}
    for thread in comments.threads(file):
        if short(rule_of(thread)) not in judged:
            continue  # nobody has asked about that rule this time
        verdict = verdict_of(thread, found)
        _renew(file, thread, verdict, wanted)
        if verdict is not None:
            spoken.add((fingerprint(verdict), thread.mark.place if thread.mark else 0))
    notes = [(note, span) for note, span in _notes(report, agreement, wanted)
             if (note.mark.finding, note.mark.place) not in spoken]
    held = stretches(file.main, document, [span for _, span in notes])
    every = list(file.main.iter(W + "p"))
    if wanted.suggest:
        _suggest(file, agreement, report, wanted, every)
    for note, span in notes:
        comments.add(file, note, held.get(span) or _beside(file, document, span, every))
    if wanted.checklist:
        lastpage.add(file, wanted.checklist)
    return _sealed(file)


def _renew(file: WordFile, thread: Thread, verdict: Verdict | None, wanted: Wanted) -> None:
    """Says anew what an answered comment is about; what somebody has changed stays as it is."""
    if thread.edited:
        return
    title = _title(verdict, wanted) if verdict is not None else thread.root.lines[0]
    if verdict is None:
        comments.rewrite(file, thread, gone_lines(thread.root.lines, wanted.lang))
    elif verdict.waiver is not None:
        lines = waived_lines(verdict, verdict.waiver, title, wanted.lang)
        comments.rewrite(file, thread, lines, done=True)
    else:
        comments.rewrite(file, thread, lines_of(verdict, title, wanted.lang), done=False)


def _title(verdict: Verdict, wanted: Wanted) -> str:
    return wanted.titles.get(verdict.rule) or verdict.name.replace("-", " ").capitalize()


def _notes(report: DocumentReport, agreement: Agreement, wanted: Wanted,
           ) -> Iterator[tuple[Note, Span]]:
    """A note for each quotation of each finding: the first says all, the others refer to it."""
    for verdict in report.verdicts:
        if not verdict.is_finding:
            continue
        spans = [one.span for one in verdict.evidence if one.span is not None]
        if not spans:
            spans = [home(verdict, report.verdicts, agreement).words]
        title = _title(verdict, wanted)
        for place, span in enumerate(spans):
            lines = lines_of(verdict, title, wanted.lang) if place == 0 else (
                more_lines(verdict, title, wanted.lang))
            yield Note(lines, Mark(verdict.rule, fingerprint(verdict), place=place),
                       wanted.date), span


def _beside(file: WordFile, document: Document, span: Span, paragraphs: Sequence[Element],
            ) -> Stretch:
    """Where a comment stands that cannot stand on its words: on the reference to their footnote,
    else on the first words of the body."""
    block = next((one for one in document.blocks if one.span.overlaps(span)), None)
    words = document.text[block.span.start : block.span.end] if block is not None else ""
    run = note_reference(file, words)
    if run is None:
        run = next((run for paragraph in paragraphs for run in runs_of(paragraph)), None)
    if run is None:
        paragraph = paragraphs[0]
        run = paragraph.makeelement(W + "r")
        paragraph.append(run)
    return Stretch(run, run)


# ---------------------------------------------------------------- clauses that are missing


def missing(verdict: Verdict) -> bool:
    """Whether the rule fails for want of a clause that could be put in."""
    rests_on_nothing = verdict.absence is not None or not verdict.evidence
    return (verdict.is_finding and verdict.verdict == "fail" and rests_on_nothing
            and bool(clause(verdict)))


def _suggest(file: WordFile, agreement: Agreement, report: DocumentReport, wanted: Wanted,
             paragraphs: Sequence[Element]) -> None:
    """Inserts the missing clauses, each where it belongs, in the order of the rules."""
    document = agreement.document
    places = {piece.start: piece.paragraph for piece in document.pieces
              if piece.paragraph is not None}
    prose = [block for block in document.blocks if block.kind == "text" and not block.bold
             and block.span.start in places]
    for verdict in reversed([one for one in report.verdicts if missing(one)]):
        after = home(verdict, report.verdicts, agreement).after
        inside = [at for at in places if after.span.start <= at < after.span.end]
        last = paragraphs[places[max(inside)] or 0] if inside else file.body[-1]
        like = min(prose, key=lambda block: abs(block.span.start - after.span.start), default=None)
        looks = paragraphs[places[like.span.start] or 0] if like is not None else None
        while last.getparent() is not file.body:
            last = last.getparent()
        lines = [line for line in clause(verdict).splitlines() if line.strip()]
        insertions.insert(file, last, looks, lines, wanted.date)


# ---------------------------------------------------------------- what was written, unchanged


def untouched(data: bytes) -> bool:
    """Whether a file is as a review left it: nobody has saved it since."""
    file = WordFile(data)
    name = _seal(file)
    return name is not None and file.tree(name).get("digest") == _digest(file, name)


def is_reviewed(data: bytes) -> bool:
    """Whether a file has comments of ours in it, or had them when a review wrote it."""
    file = WordFile(data)
    return _seal(file) is not None or bool(comments.threads(file))


def _seal(file: WordFile) -> str | None:
    """The part in which a review says what it wrote."""
    return next((link.target for link in file.package.relations(file.package.main)
                 if link.kind == "customXml" and file.has(link.target)
                 and SEAL_NAME.encode() in file.content(link.target)), None)


def _sealed(file: WordFile) -> bytes:
    name = file.add(SEAL, f'<review xmlns="{SEAL_NAME}"/>'.encode())
    file.tree(name).set("digest", _digest(file, name))
    return file.data()


def _digest(file: WordFile, seal: str) -> str:
    """That of all parts but the seal."""
    digest = hashlib.sha256()
    for entry, content in sorted(file.contents(), key=lambda one: one[0].filename):
        if entry.filename != seal:
            digest.update(f"{entry.filename}\n{len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()
