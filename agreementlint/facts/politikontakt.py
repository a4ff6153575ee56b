"""Clauses → the politikontakt: whether the kommune has one, who it is, and how many kommuner one
politikontakt covers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agreementlint.clauses import Clause
from agreementlint.mentions import mentions
from agreementlint.model import Fact, Span
from agreementlint.norwegian.numbers import numbers
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

LIMIT = 3  # kommuner for one politikontakt, the guide's chapter 5

_CONTACT = re.compile(r"\bpolitikontakt(?!en?s? sin kontakt)\w*", re.IGNORECASE)
_GOES_ON = wording("politikontakt", "goes_on")
_APPROVED = wording("politikontakt", "approved")
_NOT_YET = wording("politikontakt", "not_yet")
_EACH = wording("politikontakt", "each")
_NUMBER_WORDS = {"en": 1, "ein": 1, "én": 1, "éin": 1, "ei": 1, "éi": 1, "to": 2, "tre": 3, "tri": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10}
_HOW_MANY = re.compile(r"\b(?P<n>" + "|".join(_NUMBER_WORDS) + r"|\d{1,2})\s*(?:\(\d+\)\s*)?(?:(?:egne|faste|fast|eigen|egen|ny|nye|felles|sams|hele|heile|dedikerte|dedikert|stilling(?:er|ar)? som|person(?:er|ar)? som|årsverk til|årsverk som)\s+)*politikontakt(?:er|ar|stilling\w*)?\b", re.IGNORECASE)
_ONE_POST = wording("politikontakt", "one_post")
_COUNTED = re.compile(
    r"\b(?P<bound>inntil|opptil|maksimalt|maks|høyst|høgst|ikke mer enn|ikkje meir enn|minst|over|flere enn|fleire enn|mer enn|meir enn)?\s*(?:de |dei |alle |alle de |alle dei |samtlige |samtlege |disse |desse |begge |båe )*(?P<n>"
    + "|".join(w for w in _NUMBER_WORDS if w not in ("en", "ein", "ei", "éi")) + r"|\d{1,2}|begge|båe)\s+(?:ulike |små |store |nabo)?kommun(?:er|ar|ene|ane)\b",
    re.IGNORECASE,
)
_ALL = wording("politikontakt", "all")
_COVERS = wording("politikontakt", "covers")
_ALSO = wording("politikontakt", "also")
_OPTIONAL_ONLY = frozenset({"optional", "deferred"})
_NAME = re.compile(
    r"(?<![\w-])((?:[A-ZÆØÅÁČĐŊŠŦŽ][\w'’]+(?:-[A-ZÆØÅ]\w+)?\.?|[A-ZÆØÅ]\.)(?:\s+(?:[A-ZÆØÅ]\.|(?:van|von|de|af|av)\s)?\s*[A-ZÆØÅÁČĐŊŠŦŽ][\w'’]+(?:-[A-ZÆØÅ]\w+)?){1,3})(?![\w-])"
)
_NOT_A_NAME = wording("politikontakt", "not_a_name")
_OTHER_ROLE = wording("politikontakt", "other_role")
_RANK = re.compile(r"^(?:Politi\w*|Lensmanns\w*|Betjent|Første\w*|Etter\w*|Politikontakt\w*|For|Kontakten)\s+")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many kommuner one politikontakt has by one statement of the text."""

    kommuner: int
    span: Span


def assignment(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """Whether the kommune has a politikontakt. States: "assigned", "optional" (or only planned),
    "absent"."""
    speaking = _speaking(agreement, clauses)
    firm = [c for c in speaking if _CONTACT.search(c.words) and c.force == "commits" and not _conditional(clauses, c)]
    if firm:
        led = sorted(firm, key=lambda c: (not _assigns(c), c.span))
        return Fact(state="assigned", evidence=tuple(dict.fromkeys(c.span for c in led))[:2])
    loose = [c for c in speaking if _CONTACT.search(c.words) and c.force in (*_OPTIONAL_ONLY, "commits")]
    if loose:
        return Fact(state="optional", evidence=tuple(dict.fromkeys(c.span for c in loose))[:2])
    return Fact()


def coverage(agreement: Agreement, clauses: Sequence[Clause], parties: Sequence[str]) -> Fact:
    """Kommuner per politikontakt (value: the most that one has, None if it cannot be told).
    States: "approved" (more than 3 with Politidirektoratet's approval), "within", "few-parties"
    (nothing is said and at most 3 kommuner are parties), "over", "unclear"."""
    speaking = _speaking(agreement, clauses)
    sentences = list(dict.fromkeys((c.span, c.text) for c in speaking if c.force != "past"))
    approved = tuple(s for s, text in sentences if _APPROVED.search(text) and not _NOT_YET.search(text))
    if approved:
        return Fact(None, "approved", (*_numbered(sentences), *approved))
    stated = _stated(clauses, speaking, parties)
    over = [c for c in stated if c.kommuner > LIMIT]
    if over:
        return Fact(max(c.kommuner for c in over), "over", _distinct(c.span for c in over), {"kommuner": max(c.kommuner for c in over)})
    each = [span for span, text in sentences if _EACH.search(text)]
    if each:
        return Fact(1, "within", _distinct(each), {"kommuner": 1})
    persons = _how_many(speaking)
    if 0 < len(parties) <= LIMIT or (stated and not parties):
        most = max((c.kommuner for c in stated), default=None)
        evidence = _distinct(c.span for c in stated) or _distinct(c.span for c in speaking)[:1]
        return Fact(most, "within" if stated else "few-parties", evidence, {"kommuner": most or len(parties)})
    if stated and (len(stated) >= 2 or persons):
        return Fact(max(c.kommuner for c in stated), "within", _distinct(c.span for c in stated), {"kommuner": max(c.kommuner for c in stated)})
    if persons:
        number, span = persons
        share = math.ceil(len(parties) / number)
        return Fact(share, "within" if share <= LIMIT else "over", (span,), {"kommuner": share})
    named = names(agreement, clauses)
    if len(named.value) == 1:
        return Fact(len(parties), "over", named.evidence, {"kommuner": len(parties)})
    general = [s for s, text in sentences if _CONTACT.search(text) and _ALL.search(text) and re.search(r"\bpolitikontakt(?:en|a)?\b", text, re.I)]
    if general:
        return Fact(len(parties), "over", _distinct(general), {"kommuner": len(parties)})
    return Fact(None, "unclear", _distinct(c.span for c in speaking if _CONTACT.search(c.text))[:2])


def names(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """The politikontakter that are named (value: list of names, in the order of the text)."""
    found: dict[str, Span] = {}
    for span, text, kind, titled in dict.fromkeys(
        (c.span, c.text, c.kind, _titled(agreement, c)) for c in _speaking(agreement, clauses)
    ):
        if kind not in ("row", "columns"):
            for name in _names_in(text, titled):
                found.setdefault(name, span)
    for span, name in _names_in_tables(agreement):
        found.setdefault(name, span)
    ordered = sorted(found, key=lambda n: found[n].start)
    return Fact(ordered, "named" if found else "absent", _distinct(found[n] for n in ordered))


def _titled(agreement: Agreement, clause: Clause) -> bool:
    """Whether the clause stands under a heading that names the politikontakt."""
    return bool(_CONTACT.search(agreement.sections[clause.section].title))


def _speaking(agreement: Agreement, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that speak of the politikontakt: by name, by going on about him or her, or under
    a heading that names the role."""
    found: list[Clause] = []
    spoken: set[int] = set()
    for clause in clauses:
        own = bool(_CONTACT.search(clause.text))
        led = clause.lead is not None and clause.lead in spoken
        goes_on = (clause.sentence - 1 in spoken or clause.sentence in spoken) and bool(_GOES_ON.match(clause.text))
        if own or goes_on or _titled(agreement, clause) or (led and clause.kind in ("bullet", "row")):
            spoken.add(clause.sentence)
            found.append(clause)
    return found


def _assigns(clause: Clause) -> bool:
    return bool(re.search(r"\b(?:har|ha|får|fått|tildel|oppnemn|oppnevn|tilset|ansatt|ansett|stiller|stille|gitt|gjeve|satt|sett|er|dekker|dekkjer|utpek|peikt|opprett)\w*\b", clause.words)) and bool(
        re.search(r"politikontakt", clause.words[:80], re.I)
    )


def _conditional(clauses: Sequence[Clause], clause: Clause) -> bool:
    return bool(re.search(r"\b(?:dersom|hvis|når)\b[^.]{0,40}\b(?:ønsk|ynskj|bemanning|ressurs|midler|midlar|mulig|mogleg|på plass)\w*", clause.text, re.I)) and bool(
        re.search(r"\b(?:kan|vil|vurder)\w*\b", clause.text, re.I)
    )


def _stated(clauses: Sequence[Clause], speaking: Sequence[Clause], parties: Sequence[str]) -> list[Coverage]:
    found: list[Coverage] = []
    for span, text in dict.fromkeys((c.span, c.text) for c in speaking if c.force not in ("past",)):
        if not _COVERS.search(text):
            continue
        for match in _COUNTED.finditer(text):
            near = text[max(0, match.start() - 140) : match.end() + 80]
            if match.group("bound") in ("minst",) or not (_CONTACT.search(near) or _GOES_ON.match(text) or re.search(r"\bperson\b", near)):
                continue
            if re.search(r"politikontakter|politikontaktar|politikontaktene|politikontaktane", near, re.I) and not re.search(r"\b(?:hver|kvar|én|éin|en politikontakt|ein politikontakt)\b", near, re.I):
                continue
            word = match.group("n").lower()
            found.append(Coverage(2 if word in ("begge", "båe") else _NUMBER_WORDS.get(word) or int(word), span))
        for listed in _enumerated(text):
            own = len(set(parties) - set(listed)) if _ALSO.search(text) and len(parties) <= LIMIT else 0
            found.append(Coverage(len(listed) + own, span))
    return found


def _enumerated(text: str) -> list[list[str]]:
    """Lists of kommuner in a sentence about the politikontakt, each one list by itself."""
    lists: list[list[str]] = []
    last_end = -99
    for mention in mentions(text):
        if mention.context == "word":
            continue
        gap = text[last_end : mention.span.start] if last_end >= 0 else ""
        if lists and re.fullmatch(r"[\s,;/&]*(?:kommune|kommuner|kommunar)?[\s,]*(?:og|samt|både)?\s*", gap):
            if mention.name not in lists[-1]:
                lists[-1].append(mention.name)
        else:
            lists.append([mention.name])
        last_end = mention.span.end
    return [x for x in lists if len(x) > 1 or _ALSO.search(text)]


def _how_many(speaking: Sequence[Clause]) -> tuple[int, Span] | None:
    """The number of politikontakter, where the text gives one."""
    for clause in speaking:
        if clause.force == "past":
            continue
        match = _HOW_MANY.search(clause.text)
        if match:
            word = match.group("n").lower()
            return _NUMBER_WORDS.get(word) or int(word), clause.span
        if _CONTACT.search(clause.text) and _ONE_POST.search(clause.text):
            return 1, clause.span
    return None


def _numbered(sentences: Sequence[tuple[Span, str]]) -> tuple[Span, ...]:
    return tuple(s for s, text in sentences if _COUNTED.search(text) and numbers(text))[:1]


def _names_in_tables(agreement: Agreement) -> Iterator[tuple[Span, str]]:
    """Names in the column headed "Politikontakt", or in the row that begins with it."""
    column: int | None = None
    table: int | None = None
    for block in agreement.document.blocks:
        if block.kind not in ("row", "columns"):
            continue
        cells = [agreement.text_of(c).strip() for c in block.cells]
        if block.table is None or block.table != table:
            table = block.table
            column = next((i for i, c in enumerate(cells) if _CONTACT.match(c) and len(c) < 40), None) if block.table is not None else None
            if column is not None and not any(_name(c) for c in cells):
                continue
        if any(_CONTACT.match(c) and len(c) < 60 for c in cells):
            yield from ((block.span, n) for c in cells if (n := _name(c)))
        elif column is not None and column < len(cells) and (name := _name(cells[column])):
            yield block.span, name


def _name(cell: str) -> str | None:
    """The person whose name a table cell is."""
    match = _NAME.match(cell)
    if match is None or _NOT_A_NAME.search(match.group(1)) or len(cell) > len(match.group(1)) + 25:
        return None
    return re.sub(r"\s+", " ", match.group(1))


def _names_in(text: str, titled: bool) -> list[str]:
    found: list[str] = []
    for match in _NAME.finditer(text):
        name = _RANK.sub("", re.sub(r"\s+", " ", match.group(1)))
        if " " not in name or _NOT_A_NAME.search(name) or _place(name):
            continue
        before, after = text[max(0, match.start() - 70) : match.start()], text[match.end() : match.end() + 45]
        if re.search(r"\b(?:for|i|på|til|ved|fra|frå|hos|langs|mot)\s+$", before):
            continue
        role = max((m.end() for m in _OTHER_ROLE.finditer(before)), default=-1)
        contact = max((m.end() for m in _CONTACT.finditer(before)), default=-1)
        listed = bool(found) and bool(re.search(r"\)\s*,?\s*(?:og\s+)?$|,\s*$|\bog\s+$", before))
        follows = re.match(
            r"\s*(?:\([^)]*\)\s*)?,?\s*(?:er|til å ver[ae]|til å være|som|blir|vert|skal vere|skal være|,)\s*(?:\w+\s+){0,2}?politikontakt", after, re.I
        )
        if follows or contact > role or listed or (titled and role < 0):
            found.append(name)
    return found


def _place(name: str) -> bool:
    return any(m.span.start == 0 for m in mentions(f"{name} kommune"))


def _distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))
