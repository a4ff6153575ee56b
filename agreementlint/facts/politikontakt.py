"""Clauses → the politikontakt: whether the kommune has one, and who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agreementlint.binding.grammar import ADVERBS, CONJUNCTIONS, PRONOUNS, RELATIVES
from agreementlint.clauses import Clause
from agreementlint.facts.once import once
from agreementlint.facts.spans import distinct
from agreementlint.mentions import mentions
from agreementlint.model import Fact, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

CONTACT = re.compile(r"\bpolitikontakt\w*", re.IGNORECASE)
GOES_ON = wording("politikontakt", "goes_on")
ENDED = wording("politikontakt", "ended")

_DENIED = wording("politikontakt", "denied")
_OF_DISTRICT = wording("politikontakt", "of_district")
_APPOINTS = wording("politikontakt", "appoints")
_ASSIGNS = wording("politikontakt", "assigns")
PRESENTS = wording("politikontakt", "presents")
_CONDITION = wording("politikontakt", "condition")
_CONSIDERED = wording("politikontakt", "considered")
_SETTLED = wording("politikontakt", "settled")
_DEFINITE = wording("politikontakt", "definite")
_OF_PERSONS = wording("politikontakt", "of_persons")
_NEVER_WITHOUT = wording("politikontakt", "never_without")
_OFFICER = wording("politikontakt", "officer")
_ROLE_HELD = wording("politikontakt", "role_held")
_OWNED = wording("politikontakt", "owned")
_WAS = wording("politikontakt", "was")
_IS = wording("politikontakt", "is")
_HAS_NONE = wording("politikontakt", "has_none")
_ENTRY = wording("politikontakt", "entry")
_NAME_ROW = wording("politikontakt", "name_row")
_WISHES = wording("politikontakt", "wishes")
_IDENTIFIES = wording("politikontakt", "identifies")
_GIVEN_TO = wording("politikontakt", "given_to")
_OTHER_ROLE_BEHIND = wording("politikontakt", "other_role_behind")
_WORD = r"[A-ZÆØÅÁČĐŊŠŦŽ][\w'’]+(?:-[A-ZÆØÅ]\w+)?"
_NAME = re.compile(
    rf"(?<![\w-])((?:{_WORD}\.?|[A-ZÆØÅ]\.)(?:\s+(?:[A-ZÆØÅ]\.|(?:van|von|de|af|av)\s)?\s*{_WORD}){{1,3}})"
    r"(?![\w-])"
)
_NOT_A_NAME = wording("politikontakt", "not_a_name")
_OTHER_ROLE = wording("politikontakt", "other_role")
_GIVES_ROLE = wording("politikontakt", "gives_role")
_RANK = re.compile(
    r"^(?:Politi\w*|Lensmanns\w*|Betjent|Første\w*|Etter\w*|Politikontakt\w*|For|Til|Ved|Hos|Både|Begge|Hver|Kvar|Når|Kontakten)\s+"
)
_SERVES = re.compile(
    r"\s*(?::|har|dekker|dekkjer|betjener|betener|tar|tek|følger|følgjer|er i|er for|for)\s+"
    rf"(?:ansvar(?:et)? for\s+|hånd om\s+|hand om\s+|seg av\s+|kommunene\s+|kommunane\s+)?({_WORD})"
)
_OPENERS = ADVERBS | PRONOUNS | CONJUNCTIONS | RELATIVES
_YES = re.compile(r"\W*(?:ja|jo)\b", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"\b(?:for|i|på|til|ved|fra|frå|hos|langs|mot)\s+$")
_LIST_GOES_ON = re.compile(r"\)\s*,?\s*(?:og\s+)?$|,\s*$|\bog\s+$")
_IS_CONTACT = re.compile(
    r"\s*(?:\([^)]*\)\s*)?,?\s*"
    r"(?:er|til å ver[ae]|til å være|som|til|blir|vert|skal vere|skal være|,|(?=politikontakt))"
    r"\s*(?:\w+\s+){0,2}?politikontakt",
    re.IGNORECASE,
)


@once
def speaking(agreement: Agreement, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that speak of the politikontakt: by name, by going on about him or her, or under
    a heading that names the role."""
    found: list[Clause] = []
    spoken: set[int] = set()
    questions: set[int] = set()  # "Kven er politikontakten vår?"
    for clause in clauses:
        near = {clause.sentence - 1, clause.sentence}
        goes_on = near & spoken and GOES_ON.match(clause.text)
        answers = clause.sentence - 1 in questions
        listed = clause.kind in ("bullet", "row") and clause.lead in spoken
        named = CONTACT.search(clause.text) or titled(agreement, clause)
        goes_on = goes_on or (near & spoken and _IDENTIFIES.search(clause.text))
        if named or goes_on or listed or answers:
            spoken.add(clause.sentence)
            found.append(clause)
        if CONTACT.search(clause.text) and clause.text.rstrip(" *_").endswith("?"):
            questions.add(clause.sentence)
    return found


def titled(agreement: Agreement, clause: Clause) -> bool:
    """Whether the clause stands under a heading that names the politikontakt."""
    return bool(CONTACT.search(agreement.sections[clause.section].title))


def is_past(clause: Clause) -> bool:
    """Whether the clause tells how it was in former times: "hadde kontordag til 2021"."""
    return bool(_WAS.search(clause.words)) and not _IS.search(clause.words)


def _was_once(clause: Clause) -> bool:
    """Whether there was one in former times; what "politikontakten" had then is something else."""
    return is_past(clause) and not _DEFINITE.search(clause.words)


def assignment(
    agreement: Agreement, clauses: Sequence[Clause], kommuner: Sequence[str] = ()
) -> Fact:
    """Whether the kommune has a politikontakt; `kommuner` are those that are parties. States:
    "assigned", "optional" (or only planned), "absent"."""
    ended = {c.sentence for c in clauses if ENDED.search(c.text)}
    about = speaking(agreement, clauses)
    named = [c for c in about if CONTACT.search(c.words) or _tells_who(agreement, c)]
    named = [c for c in named if _is_role(c) and not _is_foreign(c, kommuner)]
    named = [c for c in named if not (_was_once(c) or {c.sentence, c.sentence + 1} & ended)]
    firm = [c for c in named if _is_firm(c) and not _is_conditional(c)]
    appointing = [c for c in named if _APPOINTS.search(c.text)]
    loosely = any(c.force in ("optional", "deferred") or _is_conditional(c) for c in appointing)
    promised = not loosely or any(c in firm for c in appointing)
    if firm and promised:
        best = sorted(firm, key=_passing)
        return Fact(state="assigned", evidence=distinct(c.span for c in best)[:2])
    loose = [c for c in named if c.force in ("optional", "deferred", "commits")]
    if loose:
        return Fact(state="optional", evidence=distinct(c.span for c in loose)[:2])
    return Fact()


def _tells_who(agreement: Agreement, clause: Clause) -> bool:
    """Whether an entry under a heading for the politikontakt says who it is, or who has the role:
    "Flå og Gol: politibetjent Kari Vik", "Rollen innehas av …"."""
    if clause.force != "commits" or not titled(agreement, clause):
        return False
    listed = clause.kind in ("bullet", "row")
    entry = (listed and _OFFICER.search(clause.text)) or _ENTRY.match(clause.text)
    if entry and not _OTHER_ROLE.search(clause.text):
        return True
    by_name = bool(_names_in(clause.text, headed=True))
    asked = agreement.sections[clause.section].title.rstrip().endswith("?")
    if asked and (by_name or _YES.match(clause.text)):  # "Har vi en politikontakt?" – "Ja, …"
        return True
    return by_name and bool(_ROLE_HELD.search(clause.text))


def _is_role(clause: Clause) -> bool:
    """Whether the word is the role with the kommune: not "ungdom som har hatt politikontakt", not
    the number of a whole district, not one that is denied."""
    if _OF_PERSONS.search(clause.text) and not _DEFINITE.search(clause.words):
        return False
    return not (_OF_DISTRICT.search(clause.text) or _DENIED.search(clause.words))


def _is_foreign(clause: Clause, kommuner: Sequence[str]) -> bool:
    """Whether it is the politikontakt of kommuner that are no parties: "Arendal kommune har …"."""
    named = [m for m in mentions(clause.words) if m.context != "word"]
    others = [m for m in named if m.name not in kommuner]
    if not kommuner or not others or len(others) < len(named):
        return False
    if any(kommune in clause.words for kommune in kommuner) or _DEFINITE.search(clause.words):
        return False
    rest = clause.words
    for mention in others:
        rest = rest.replace(f"{mention.name} kommune", "")
    return not _OWNED.search(rest)


def _is_firm(clause: Clause) -> bool:
    """Whether the clause takes a politikontakt for granted; what is denied behind the word ("har
    ikke ansvar for flere enn tre kommuner") is something else, and so is what he or she "kan"."""
    if clause.force == "commits" or _NEVER_WITHOUT.search(clause.words):
        return True
    if clause.force == "optional":
        leads = bool(CONTACT.match(clause.words.strip()))
        return leads and bool(_DEFINITE.search(clause.words)) and not _APPOINTS.search(clause.text)
    return clause.force == "negated" and not _HAS_NONE.search(clause.words)


def _passing(clause: Clause) -> tuple[bool, bool, Span]:
    """The higher, the more in passing the clause speaks of the politikontakt."""
    assigns = _ASSIGNS.search(clause.words) and CONTACT.search(clause.words[:80])
    return not PRESENTS.search(clause.words), not assigns, clause.span


def _is_conditional(clause: Clause) -> bool:
    """ "Dersom kommunen ønsker det, kan …", "vurdere om kommunen bør få …": nothing is promised."""
    if _CONDITION.search(clause.text) and _WISHES.search(clause.text):
        return True
    open_to = _CONSIDERED.search(clause.text) and not _SETTLED.search(clause.text)
    return bool(open_to) and not _DEFINITE.search(clause.words)


def names(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """The politikontakter that are named (value: list of names, in the order of the text)."""
    found: dict[str, Span] = {}
    told = dict.fromkeys(
        (c.span, c.text, titled(agreement, c) or _tells_name(c.text))
        for c in speaking(agreement, clauses)
        if c.kind not in ("row", "columns")
    )
    for span, text, headed in told:
        for name in _names_in(text, headed=headed):
            found.setdefault(name, span)
    for span, name in _shared_out(clauses):
        found.setdefault(name, span)
    for span, name in (*_names_in_tables(agreement), *_names_in_forms(agreement, clauses)):
        found.setdefault(name, span)
    whole = [n for n in found if not any(other.startswith(f"{n} ") for other in found)]
    ordered = sorted(whole, key=lambda n: found[n].start)  # "Ida Marie" is Ida Marie Vik
    return Fact(ordered, "named" if found else "absent", distinct(found[n] for n in ordered))


def _shared_out(clauses: Sequence[Clause]) -> Iterator[tuple[Span, str]]:
    """Who has which kommune, after a sentence on the politikontakter: "Kari Vik har Hol og Ål"."""
    spoken = {c.sentence for c in clauses if CONTACT.search(c.text)}
    told = {c.span: c.text for c in clauses if c.sentence - 1 in spoken and c.kind == "text"}
    for span, text in told.items():
        for match in _NAME.finditer(text):
            serves = _SERVES.match(text, match.end())
            name = _RANK.sub("", re.sub(r"\s+", " ", match.group(1)))
            if serves and " " in name and not _NOT_A_NAME.search(name) and _is_place(serves[1]):
                yield span, name


def _tells_name(text: str) -> bool:
    """Whether a sentence is somebody's name and nothing more ("Politiførstebetjent Kari Vik."), or
    says that this is who it is: "Nå er dette Kari Vik", "Jobben har Kari Vik fått"."""
    if CONTACT.search(text) or (len(text.split()) > 6 and not _IDENTIFIES.search(text)):
        return False
    return bool(_names_in(text, headed=True))


def _names_in(text: str, *, headed: bool) -> list[str]:
    found: list[str] = []
    for match in _NAME.finditer(text):
        name = _RANK.sub("", re.sub(r"\s+", " ", match.group(1)))
        before = text[max(0, match.start() - 70) : match.start()]
        after = text[match.end() : match.end() + 45]
        blank = set(name.lower()) <= {"x", " "}
        if " " not in name or blank or _NOT_A_NAME.search(name) or _is_place(name):
            continue
        if name.split()[0].lower() in _OPENERS:  # "På Haugalandet er …"
            continue
        if _PLACE_BEFORE.search(before) and not _GIVEN_TO.search(before):
            continue
        if _OTHER_ROLE_BEHIND.match(after):
            continue
        role = max((m.end() for m in _OTHER_ROLE.finditer(before)), default=-1)
        contact = max((m.end() for m in CONTACT.finditer(before)), default=-1)
        listed = bool(found) and bool(_LIST_GOES_ON.search(before))
        own = headed and (role < 0 or bool(_GIVES_ROLE.search(before[role:])))
        if contact > role or listed or own or _IS_CONTACT.match(after):
            found.append(name)
    return found


def _is_place(name: str) -> bool:
    return any(m.span.start == 0 for m in mentions(f"{name} kommune"))


def _names_in_tables(agreement: Agreement) -> Iterator[tuple[Span, str]]:
    """Names in the column headed "Politikontakt", in a row with it in a cell, or in one cell with
    it: "Kari Vik, politikontakt"."""
    column: int | None = None
    table: int | None = None
    for block in agreement.document.blocks:
        if block.kind not in ("row", "columns"):
            continue
        cells = [agreement.text_of(c).strip() for c in block.cells]
        if block.table is None or block.table != table:
            table = block.table
            column = _contact_column(cells) if table is not None else None
        if any(CONTACT.match(c) and len(c) < 60 for c in cells):
            yield from ((block.span, name) for c in cells if (name := _only_name(c)))
        elif said := [n for c in cells if CONTACT.search(c) for n in _names_in(c, headed=False)]:
            yield from ((block.span, name) for name in said)
        elif column is not None and column < len(cells) and (name := _only_name(cells[column])):
            yield block.span, name


def _names_in_forms(
    agreement: Agreement, clauses: Sequence[Clause]
) -> Iterator[tuple[Span, str]]:
    """The name in the row "Navn | Kari Vik" of a form under a heading for the politikontakt."""
    for clause in clauses:
        if clause.kind not in ("row", "columns") or not titled(agreement, clause):
            continue
        if label := _NAME_ROW.match(clause.text):
            own = clause.text[label.end() :]
            yield from ((clause.span, name) for name in _names_in(own, headed=True)[:1])


def _contact_column(cells: Sequence[str]) -> int | None:
    return next((i for i, c in enumerate(cells) if CONTACT.match(c) and len(c) < 40), None)


def _only_name(cell: str) -> str | None:
    """The person whose name a table cell is."""
    match = _NAME.match(cell)
    if match is None or _NOT_A_NAME.search(match.group(1)):
        return None
    return re.sub(r"\s+", " ", match.group(1)) if len(cell) <= match.end() + 25 else None
