"""Clauses → those that say that the politiråd meets, and not what is done at a meeting or who else
meets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agreementlint.binding.grammar import ADVERBS, is_finite
from agreementlint.binding.moments import moments
from agreementlint.binding.words import BODIES
from agreementlint.clauses import Clause
from agreementlint.facts.bygone import is_bygone
from agreementlint.facts.statements import Statement
from agreementlint.norwegian.frequencies import frequencies, times_of_year
from agreementlint.vocabulary import wording

_STRONG_MEETING = wording("politirad", "strong_meeting")
_HOLDS = wording("politirad", "holds")
_MEETING_NOUN = wording("politirad", "meeting_noun")
_COUNCIL_HELD = wording("politirad", "council_held")
_OF_STAFF = wording("politirad", "of_staff")
_TWO_PERSONS = wording("politirad", "two_persons")
_LEADS_MEETING = wording("politirad", "leads_meeting")
_PERSONS = wording("politirad", "persons")
_SEPARATE = wording("politirad", "separate")
_MEETING = re.compile(
    r"\b\w*møte(?:r|t|ne|ene|a|ne)?\b|\bmøta\b|\bsamling(?:er|ar|ene|ane)?\b"
    r"|\b(?:sammen|saman)komst(?:er|ar|ene|ane|en)?\b",
    re.IGNORECASE,
)
_WITHIN = frozenset("i på under ved før etter fra frå av mellom millom innen innan".split())
_AT_THE_MEETING = re.compile(
    r"\b(?:til|på|i|under|ved|etter|før)\s+(?:\w+\s+)?\w*(?:møtet|møtene|møta|samlinga|samlingen)$",
    re.I,
)
_WITH_OTHERS = re.compile(
    r"\bmøte(?:r|t|ne|ene|a)?\b[^.;,]{0,15}\bmed\s(?!(?:jevne|jamne|faste|regelmessige|minst|høyst)\b)",
    re.I,
)
_NAMED_BEHIND = re.compile(r"politiråd|\brådet", re.IGNORECASE)
# What others do at or for a meeting is not how often the council meets.
_GUESTS = wording("politirad", "guests")
_HOW_OFTEN = wording("politirad", "how_often")
_GOES_ON = wording("politirad", "goes_on")
_IS_HELD = wording("politirad", "is_held")
_LIGHT = wording("politirad", "light")
_SO_FAR = wording("politirad", "so_far")
_BETWEEN = wording("politirad", "between")
_LEFT_OPEN = wording("politirad", "left_open")
_GOVERNS = frozenset("i til for hos både båe".split())
_MEETING_TITLE = wording("politirad", "meeting_title")
_PRONOUN = re.compile(r"\W*(?:den|denne|ho|hun|disse|desse|dei?)\b", re.IGNORECASE)
_PROMISED = re.compile(r"\w*(?:møte(?:r)?|(?:samling|sammenkomst|samankomst)(?:er|ar)?)\b", re.I)
_LABELLED = re.compile(
    r"\W*(?:(?:faste|ordinære|årlige|årlege|vanlige|vanlege|antall|tal på|talet på) ){0,2}"
    r"(?:når|(?:hvor|kor) (?:ofte|tit)|tid(?:spunkt)?|møte(?:r|tider?|hyppighet|frekvens)?|møta)"
    r"(?: (?:møtes|møtest) (?:vi|me|rådet))?\??\s*\|",
    re.IGNORECASE,
)
_ENDS_IN_MEETINGS = re.compile(r"\bmøt(?:ene|a|er|e|et),?\s*$", re.IGNORECASE)


def council_meetings(clauses: Sequence[Clause], said: Sequence[Statement]) -> Iterator[Clause]:
    """The clauses of running text and lists by which the politiråd meets, each with it as body."""
    known = {statement.span: statement for statement in said}
    before: Clause | None = None
    met = asked = named = told_of = False  # what the sentence before did
    for clause in clauses:
        same_section = before is not None and before.section == clause.section
        if before is None or before.sentence != clause.sentence:
            told_of, named = named and same_section, False
            told = before.text if same_section and before else _question_above(known[clause.span])
            asked = bool(_HOW_OFTEN.search(told))
        clause = _named_in_full(clause, known[clause.span])
        own = clause.body == "politirad"
        bound = _has_subject(clause)
        forum = known[clause.span].forum or (asked and "council")  # "Når møtes vi?"
        if not own and not bound and forum == "council":
            clause, own = replace(clause, body="politirad"), True
        number = same_section and met and _is_number(clause)
        goes_on = number or (same_section and met and bool(_GOES_ON.match(clause.text)))
        if same_section and told_of and _IS_HELD.search(clause.text) and clause.frequencies:
            clause, own, goes_on = replace(clause, body="politirad"), True, True
        if number and before and before.sentence == clause.sentence:
            clause, own = replace(clause, body="politirad"), True  # "…, altså to ganger i året"
        relative = (
            before is not None
            and before.sentence == clause.sentence
            and bool(_ENDS_IN_MEETINGS.search(before.words))
        )
        labelled = clause.kind == "row" and bool(_LABELLED.match(clause.text))
        titled = labelled or _is_titled_entry(clause, known[clause.span])
        about = own and (asked or goes_on or relative or titled or _is_about_meeting(clause))
        prose = clause.kind not in ("row", "columns")
        if about and (prose or labelled) and _is_real(clause) and not _is_of_others(clause):
            yield clause
        if before is None or before.sentence != clause.sentence or not met:
            names = own or any(m.concept == "politirad" for m in clause.things)
            met = about or (names and bool(_MEETING.search(clause.words)))
        named = named or own or any(m.concept == "politirad" for m in clause.things)
        before = clause


def _named_in_full(clause: Clause, statement: Statement) -> Clause:
    """The clause with "hvert råd" under the politiråd's own title named as what it is."""
    meant = [m for m in clause.things if m.concept == "anna_organ"]
    if not any((m.start, "council") in statement.named for m in meant):
        return clause
    things = (m._replace(concept="politirad") if m in meant else m for m in clause.things)
    return replace(clause, body="politirad", things=tuple(things))


def _has_subject(clause: Clause) -> bool:
    """Whether somebody is named or meant whose clause it is; a body that only gets something from
    the meetings told of before it does not count ("Halvårlige møter tas inn i rådets plan")."""
    if not clause.own_body:
        return bool(_PRONOUN.match(clause.text))
    named = next((m for m in clause.things if m.concept in BODIES), None)
    told = _MEETING.search(clause.text, clause.start, named.start) if named else None
    governed = named and clause.text[: named.start].lower().split()[-1:]
    counted = told and any(f.span.start < told.end() for f in clause.frequencies)
    return not (counted and governed and _GOVERNS & set(governed))


def _is_number(clause: Clause) -> bool:
    """ "Minstekravet er to ganger årlig": how often, and no word of anything else."""
    if not clause.frequencies or clause.acts or clause.kind != "text":
        return False
    first = min(clause.frequencies, key=lambda f: f.span.start).span
    before = re.findall(r"\w+", clause.text[clause.start : first.start])
    behind = re.findall(r"\w+", clause.text[first.end : clause.end])
    return all(_LIGHT.fullmatch(word) for word in before or behind)


def _is_real(clause: Clause) -> bool:
    if clause.force == "past" or is_bygone(clause.words) or _SO_FAR.search(clause.words):
        return False
    if clause.kind == "bullet" and clause.force == "negated":
        return False
    guests = _GUESTS.search(clause.text, clause.start, clause.end)
    return guests is None or _meets_before(clause, guests.start())


def _meets_before(clause: Clause, at: int) -> bool:
    """Whether the clause has said how often the politiråd meets before this place."""
    said = clause.text[clause.start : at]
    meets = _STRONG_MEETING.search(said) or _holds_meetings(said)
    return bool(meets) and any(f.span.start < at for f in clause.frequencies)


def _question_above(statement: Statement) -> str:
    """The title of a section that its first sentence answers, "" if it asks nothing."""
    return next((title for title in statement.titles[:1] if title.rstrip().endswith("?")), "")


def _is_titled_entry(clause: Clause, statement: Statement) -> bool:
    """Whether a line without a verb stands under a title on how often the politiråd meets."""
    if not clause.frequencies or any(is_finite(word) for word in clause.text.lower().split()):
        return False
    return any(_MEETING_TITLE.search(t) for t in statement.titles[:1])


def _is_about_meeting(clause: Clause) -> bool:
    """Whether the clause says that the politiråd meets, and not what is done at a meeting."""
    words = clause.words
    noun = _MEETING.search(words)
    within = noun and _WITHIN & set(words[: noun.start()].lower().split()[-3:])
    at_one = noun and (within or _AT_THE_MEETING.search(words[: noun.end()]))
    listed = clause.kind == "bullet" and noun and not at_one
    if listed and times_of_year(words):
        return True
    if _LEFT_OPEN.search(words) or _BETWEEN.search(words):
        return True
    meets = _STRONG_MEETING.search(words) or _COUNCIL_HELD.search(clause.text)
    if not (meets or listed or _holds_meetings(words) or _promises_meetings(clause)):
        return False
    return not clause.acts


def _promises_meetings(clause: Clause) -> bool:
    """Whether a number of times stands right beside the word for the meetings: "månedlige møter",
    whatever verb goes with it."""
    for frequency in clause.frequencies:
        behind = _PROMISED.search(clause.text, frequency.span.start, frequency.span.end + 20)
        words = clause.text[clause.start : frequency.span.start].lower().split()[-1:]
        if behind and behind.start() < frequency.span.end:  # "i hvert novembermøte"
            words += clause.text[frequency.span.start : behind.start()].lower().split()[:1]
        if behind and not _WITHIN & set(words):
            return True
    return False


def _is_of_others(clause: Clause) -> bool:
    """Whether others than the politiråd meet: "i tillegg møtes ordfører og lensmann"."""
    if _is_others_meeting(clause):
        return True
    if clause.own_body:
        return False
    beside = _PERSONS.search(clause.words) and _SEPARATE.search(clause.text)
    others = _WITH_OTHERS.search(clause.text, clause.start, clause.end)
    how_often = others and any(f.span.start == others.end() for f in clause.frequencies)
    return bool(beside or (others and not how_often))


def _is_others_meeting(clause: Clause) -> bool:
    """ "Seksjonslederne møtes hver måned for å følge opp politirådet": they meet, not it."""
    if not clause.own_body and _TWO_PERSONS.match(clause.words):
        return True
    if not clause.own_body and _OF_STAFF.match(clause.words):
        return True
    verb = _STRONG_MEETING.search(clause.text, clause.start, clause.end)
    if verb is None or not _NAMED_BEHIND.search(clause.text, verb.end()):
        return False
    before = clause.text[clause.start : verb.start()].strip(" ,")
    if frequencies(before) or times_of_year(before) or moments(before):
        return False
    subject = re.split(r"\b(?:i|for|fra|frå|på|av)\b", before, maxsplit=1)[0]
    named = re.match(r"\w{5,}", subject)
    if named is None or named[0].lower() in ADVERBS:
        return False
    return not _LEADS_MEETING.search(subject)


def _holds_meetings(words: str) -> bool:
    """Whether meetings are held, and not something else is done in one ("i høstmøtet fastsettes
    …", "i politirådets møte annethvert år")."""
    if not _HOLDS.search(words):
        return False
    for noun in _MEETING_NOUN.finditer(words):
        before = words[: noun.start()].lower().split()[-3:]
        verb_before = bool(before) and bool(_HOLDS.fullmatch(before[-1]))  # "i Verdal har møte"
        within = _WITHIN & set(before) and not verb_before
        if not within and not _AT_THE_MEETING.search(words[: noun.end()]):
            return True
    return False
