"""The nouns of the program: frozen data that every stage passes on, and nothing that does work.

Positions are `Span`s into `Document.text`, the one canonical text; only the edge of the program
turns a span into page, line and box (`agreementlint.places`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Lang = Literal["nb", "nn", "en"]
Standard = Literal["nb", "nn"]
VerdictName = Literal["pass", "fail", "review", "unknown", "inapplicable"]
Severity = Literal["error", "warning", "note"]
Kind = Literal["agreement", "template", "guide", "other"]
View = Literal["accepted", "original"]
Ocr = Literal["auto", "never", "always"]
Unread = Literal["tesseract", "language", "off", "many", "illegible"]
BlockKind = Literal["heading", "text", "bullet", "row", "columns", "contents", "note"]
ErrorKind = Literal[
    "encrypted", "damaged", "empty", "unsupported", "too-large", "timeout", "not-found",
    "permission", "ocr-unavailable", "crashed",
]

FINDINGS: frozenset[VerdictName] = frozenset({"fail", "review", "unknown"})

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points, from the top left corner of the page."""


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive) of `Document.text`."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Piece(NamedTuple):
    """A stretch of the canonical text that came from one place in the source: a word, or the part
    of a hyphenated word that stands on one line. `page` and `line` are 1-based; `line` is that of
    a text file, `paragraph` and `run` are 0-based places in a DOCX body."""

    start: int
    end: int
    page: int | None = None
    line: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    run: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, one bullet, one table row … as the reader found it. Blocks are in
    reading order, do not overlap, and are separated by one line feed in the canonical text; no
    block holds a line feed. `level` is that of a heading (1 is highest; 0: no heading) or the
    depth of a bullet. `cells` are those of a row (canonical text joins them with " | ") or of a
    line set in columns by wide gaps (joined with three spaces). `table` numbers the tables."""

    kind: BlockKind
    span: Span
    level: int = 0
    page: int | None = None
    cells: tuple[Span, ...] = ()
    table: int | None = None
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What was read of one file. `running` are the running headers, footers and page numbers that
    were left out of `text`; `pages` is None for formats without pages. `ocr_confidence` (0 to 1)
    is how sure the recognition was of the words on `ocr_pages`, on average. `why_unread` is the
    reason for most `unread_pages`: no Tesseract or no Norwegian for it, OCR turned off, too many
    pages, or a page on which nothing could be made out."""

    path: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    pages: int | None = None
    ocr_pages: tuple[int, ...] = ()
    unread_pages: tuple[int, ...] = ()
    running: tuple[str, ...] = ()
    ocr_confidence: float | None = None
    why_unread: Unread | None = None


class ReadError(Exception):
    """A file that cannot be read: `kind` is one of the contract's, `reason` a short name for what
    is wrong. The sentence for the two, in the user's language, is `reading.messages`'s."""

    def __init__(self, kind: ErrorKind, reason: str):
        super().__init__(kind, reason)
        self.kind: ErrorKind = kind
        self.reason = reason


# ---------------------------------------------------------------- quantities of the language


@dataclass(frozen=True, slots=True)
class Number:
    """A cardinal ("to", "2", "to (2)", "halvannan") or ordinal ("sjette", "2.")."""

    span: Span
    value: float
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often. `low` and `high` are times a year (None: no number is given); `bound` says what
    kind of number it is: "exact", "least" ("minst to"), "most" ("inntil fire"), "range" ("2–4"),
    "about"; or "vague" ("jevnlig", "ved behov", "løpende"), where low and high are None.
    `months` is the interval in months for regular intervals and council periods, else None."""

    span: Span
    low: float | None
    high: float | None
    bound: Literal["exact", "least", "most", "range", "about", "vague"]
    months: float | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: "fire år" (48 months), "seks måneder". `unit` is the text's own."""

    span: Span
    months: float
    unit: Literal["day", "week", "month", "year", "council-period"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the text. `precision` says what the text gives; `date` is then its first day."""

    span: Span
    date: dt.date
    precision: Literal["day", "month", "year"] = "day"


@dataclass(frozen=True, slots=True)
class Period:
    """From–to as the text gives it, both ends included: "01.01.25 – 31.12.28", "2023–2027",
    "fra 1. mai 2022 til 30. april 2024"."""

    span: Span
    start: dt.date
    end: dt.date
    precision: Literal["day", "month", "year"] = "day"


# ---------------------------------------------------------------- structure and clauses


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading. The first section of a document
    may have no heading (`title` is then "")."""

    title: str
    level: int
    span: Span
    heading: Span | None = None
    number: str | None = None
    parent: int | None = None


Aside = Literal["heading", "contents", "instruction", "quotation", "signature", "cover", "running"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, bullet, table row or line. `aside` says why it is not operative text (None: it
    is). `lead` is the index of the sentence that introduces this bullet, row or list item."""

    span: Span
    block: int
    section: int
    kind: BlockKind
    aside: Aside | None = None
    lead: int | None = None
    standard: Standard | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the agreement says, or does not say. `state` is one of the words that the function
    which makes the fact documents; `value` is what the contract's JSON shows."""

    value: Any = None
    state: str = "absent"
    evidence: tuple[Span, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)


# ---------------------------------------------------------------- results


@dataclass(frozen=True, slots=True)
class Evidence:
    """The document's own words, and where they stand (see the contract). `before` and `after` are
    the rest of their paragraph, shortened, where no picture of a page can show it."""

    text: str
    section: str | None = None
    page: int | None = None
    line: int | None = None
    bbox: Box | None = None
    span: Span | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """The proof of a `fail` or `unknown` by absence. `why_not` says why the nearest miss does not
    count."""

    pages_read: int | None
    pages: int | None
    looked_for: tuple[str, ...]
    nearest: Evidence | None = None
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    reason: str
    by: str
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of a document. `suggestion` is the advice, and on the next line the words
    that may be pasted into the agreement; `asks` is what the guide asks, in our own words, or what
    another paper does, which `source` then names."""

    rule: str
    name: str
    verdict: VerdictName
    severity: Severity
    message: str
    suggestion: str | None
    chapter: str | None
    page: int | None
    evidence: tuple[Evidence, ...] = ()
    absence: Absence | None = None
    waiver: Waiver | None = None
    asks: str | None = None
    source: str | None = None

    @property
    def is_finding(self) -> bool:
        return self.verdict in FINDINGS and self.waiver is None


@dataclass(frozen=True, slots=True)
class Said:
    """The state of a fact, and the words it rests on: what an audit asks of it beside its value."""

    state: str
    evidence: tuple[Evidence, ...] = ()


class Print(NamedTuple):
    """The fingerprint of a paragraph of `Document.text`: `key` is the same for paragraphs that
    differ in names, numbers and dates alone."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a document has no verdicts."""

    kind: ErrorKind
    message: str


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """All that is said about one document; `notice` is the one sentence for what is no agreement,
    `crashes` are sentences about rules that could not be judged. `said` (by the name of a fact) and
    `prints` are what the audit of a district needs beside the verdicts; no report shows them."""

    path: str
    sha256: str | None
    format: str | None
    pages: int | None = None
    ocr_pages: tuple[int, ...] = ()
    unread_pages: tuple[int, ...] = ()
    ocr_confidence: float | None = None
    why_unread: Unread | None = None
    language: Standard | None = None
    kind: Kind = "agreement"
    notice: str | None = None
    error: Problem | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    verdicts: tuple[Verdict, ...] = ()
    crashes: tuple[str, ...] = ()
    said: Mapping[str, Said] = field(default_factory=dict)
    prints: tuple[Print, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """How many of the guide's recommendations some chosen rule checks."""

    checked: int
    recommendations: int


@dataclass(frozen=True, slots=True)
class RuleCard:
    """A rule as formats tell of it that explain their rules, in the report's language."""

    id: str
    name: str
    title: str
    severity: Severity
    asks: str
    why: str
    advice: str
    chapter: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class StaleWaiver:
    """A waiver that waives nothing, though its rule was judged: the finding is gone, or the waiver
    has run out. `documents` are the patterns it is given for, `file` and `line` where it stands."""

    state: Literal["unused", "expired"]
    rule: str
    waiver: Waiver
    documents: tuple[str, ...]
    baseline: bool
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Report:
    """One run of the program over any number of documents. `cards` and `chapters` (the guide's, by
    number) are there for the formats that tell of the rules themselves."""

    version: str
    guide: str
    as_of: dt.date
    lang: Lang
    documents: tuple[DocumentReport, ...]
    coverage: Checked | None = None
    stale: tuple[StaleWaiver, ...] = ()
    cards: tuple[RuleCard, ...] = ()
    chapters: Mapping[str, str] = field(default_factory=dict)
