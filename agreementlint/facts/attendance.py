"""A clause → who attends the politiråd by it: whoever sits, meets, represents, leads or is put
forward there, but no guests, nobody denied a seat, and nobody who is somewhere else."""

from __future__ import annotations

import re

from agreementlint.clauses import Clause
from agreementlint.facts.councilroles import Named, roles
from agreementlint.facts.statements import Statement
from agreementlint.norwegian.caseless import AnyOf
from agreementlint.vocabulary import wording

_ATTENDS = wording("deltakere", "attends")
_SENDS = wording("deltakere", "sends")
_MEETS_FOR = wording("deltakere", "meets_for")
_SAME = wording("deltakere", "same")
_APPOINTS = wording("deltakere", "appoints")
_AT_THE_COUNCIL = wording("deltakere", "at_the_council")
_CHAIRS = wording("deltakere", "chairs")
_BY_WHOM = re.compile(r"\b(?:av|mellom|millom|hos|hjå)\b")
_COUNCIL_ITSELF = wording("deltakere", "council_itself")
_OUTSIDERS = wording("deltakere", "outsiders")
_ELSEWHERE = wording("deltakere", "elsewhere")
_GUESTS = wording("deltakere", "guests")
_DENIED = wording("deltakere", "denied")
_GUESTS_OR_DENIED = AnyOf(_GUESTS, _DENIED)
_AT_ITS_MEETING = wording("deltakere", "at_its_meeting")
_MATTER_THERE = wording("deltakere", "matter_there")
_ITS_OFFICER = wording("deltakere", "its_officer")
_MOMENT = wording("deltakere", "moment")
_SHARES_A_DUTY = wording("deltakere", "shares_a_duty")
_PEOPLE_OF = wording("deltakere", "people_of")
_BUT = re.compile(r"\bmen\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\W*(?:som|der)\b", re.IGNORECASE)
_STRETCH = re.compile(r"[^,;]+")

_MEETING_WORD = re.compile(r"møter?", re.IGNORECASE)
_EACH_OTHER = re.compile(r"møt(?:es|est|ast)|treff(?:es|ast)|samles|samlast|råkast", re.IGNORECASE)
_TO_A_PLACE = re.compile(r"\s+(?:fast\s+|alltid\s+)?(?:i|på)\b", re.IGNORECASE)
_BEFORE_VERB = frozenset("skal bør må vil å og kan skulle som".split())
_BEFORE_NOUN = wording("deltakere", "before_noun")


def is_guest(words: str) -> bool:
    """Whether somebody may come, or comes when asked or needed."""
    return bool(_GUESTS.search(words))


def is_denied(words: str) -> bool:
    """Whether somebody has no seat, or has had it."""
    return bool(_DENIED.search(words))


def speaks_of_attending(words: str) -> bool:
    """Whether the words are about being present, whoever is and wherever."""
    return any(not _is_meeting_noun(words, match) for match in _ATTENDS.finditer(words))


def sends(words: str) -> bool:
    """Whether a party is said to come with somebody: "fra oss kommer"."""
    return bool(_SENDS.search(words))


def is_attended(statement: Statement, part: Clause, *, seated_before: bool) -> bool:
    """Whether whoever a clause is about attends the politiråd. `seated_before`: the sentence
    before gave somebody a seat, so that "det samme gjelder …" gives one too."""
    words = part.words
    if _SHARES_A_DUTY.search(words):
        return False
    for pattern in (_ATTENDS, _SENDS, _MEETS_FOR):
        for match in pattern.finditer(words):
            if _is_meeting_noun(words, match) or _is_meeting_somebody(statement, part, match):
                continue
            if _MOMENT.search(words[: match.end()]) or _is_among_staff(statement, part, match):
                continue
            if _is_there(statement, part, match):
                return True
    return seated_before and bool(_SAME.search(words)) and not is_denied(words)


def appoints(words: str) -> bool:
    return bool(_APPOINTS.search(words))


def appointed(statement: Statement, part: Clause, *, to_seats: bool) -> tuple[Named, ...]:
    """Whom a party puts forward for the politiråd: named behind the verb. `to_seats`: what stands
    around the clause is about seats there."""
    puts = _APPOINTS.search(part.words)
    if puts is None or not (to_seats or _AT_THE_COUNCIL.search(part.words)):
        return ()
    return tuple(roles(part.words[puts.end() :])) if _is_there(statement, part, puts) else ()


def chairing(statement: Statement, part: Clause) -> tuple[Named, ...] | None:
    """Who leads the politiråd or its meetings; None where the clause says nothing of it."""
    words = part.words
    leads = _CHAIRS.search(words)
    if leads is None or statement.forum_at(part.start + leads.start()) != "council":
        return None
    if is_denied(words) or is_guest(words):
        return None
    by = _BY_WHOM.search(leads.group())
    led = tuple(roles(words[leads.end() :] if by else words[: leads.end()]))
    return led or tuple(roles(words))


def acting(statement: Statement, part: Clause) -> tuple[Named, ...]:
    """Who does something at the meetings of the politiråd, whatever it is, and so is there."""
    there = _AT_ITS_MEETING.search(part.words)
    if there is None or _MATTER_THERE.search(_stretch(part.words, there)):
        return ()
    if not _is_there(statement, part, there):
        return ()
    return tuple(named for named in roles(part.words) if named.acts)


def denied_but_there(statement: Statement, part: Clause) -> tuple[Named, ...]:
    """ "Politikontakten er ikke medlem, men er alltid til stede"."""
    but = _BUT.search(part.words)
    return tuple(roles(statement.text[: part.start + but.start()])) if but else ()


def related(statement: Statement, part: Clause) -> tuple[Named, ...]:
    """Whom a relative clause goes on about: "innkalles av ordføreren, som også leder møtet"."""
    if not _RELATIVE.match(part.words):
        return ()
    last = statement.text[: part.start].split()[-1:]
    return tuple(roles(" ".join(last)))


def without_guests(words: str) -> str:
    """The words without the stretches between commas that speak of guests, or of those who have
    no seat."""
    stretches = _STRETCH.findall(words)
    if _GUESTS_OR_DENIED.may_be_in(words):
        stretches = [s for s in stretches if not is_guest(s) and not is_denied(s)]
    return ",".join(stretches)


def _is_meeting_noun(words: str, match: re.Match[str]) -> bool:
    """Whether "møte" or "møter" is the noun here."""
    if not _MEETING_WORD.fullmatch(match.group()):
        return False
    before = words[: match.start()].lower().split()[-1:]
    if match.group().lower() == "møte":
        if not before:
            return not _TO_A_PLACE.match(words, match.end())
        return before[0] not in _BEFORE_VERB
    return bool(before) and bool(_BEFORE_NOUN.fullmatch(before[0]))


def _is_meeting_somebody(statement: Statement, part: Clause, match: re.Match[str]) -> bool:
    """Whether one meets another, and not in the politiråd: "Lensmannen møter rådmannen …"."""
    if not _MEETING_WORD.fullmatch(match.group()):
        return False
    before, behind = part.words[: match.start()], part.words[match.end() :].split()[:1]
    named_here = any(part.start <= at < part.end for at, _ in statement.named)
    whom = any(roles(" ".join(behind))) or _OUTSIDERS.match(part.words[match.end() :])
    return not named_here and bool(whom) and any(roles(before))


def _is_among_staff(statement: Statement, part: Clause, match: re.Match[str]) -> bool:
    """Whether those who meet each other are no leaders, and not said to do so in the politiråd:
    "Politikontakten og SLT-koordinatoren møtes hver uke"."""
    if not _EACH_OTHER.fullmatch(match.group()):
        return False
    if any(part.start <= at < part.end for at, _ in statement.named):
        return False
    sides = {named.side for named in roles(part.words)}
    return bool(sides) and sides <= {"politikontakt", "officer"}


def _is_there(statement: Statement, part: Clause, match: re.Match[str]) -> bool:
    """Whether the attending that these words of a clause tell is real, and in the politiråd."""
    stretch = _stretch(part.words, match)
    if is_denied(stretch) or is_guest(stretch):
        return False
    end = part.start + match.end()
    text = statement.text
    after = [forum for at, forum in statement.named if end <= at < part.end]
    meant = [(at, f) for at, f in statement.named if not _ITS_OFFICER.search(text[:at])]
    earlier = [forum for at, forum in meant if at < end]
    whose = after[0] if after else earlier[-1] if earlier else statement.forum
    if whose != "council" or _COUNCIL_ITSELF.search(part.words[: match.start()]):
        return False
    named_here = any(part.start <= at < part.end for at, _ in statement.named)
    return named_here or not _ELSEWHERE.search(_PEOPLE_OF.sub(" ", stretch))


def _stretch(words: str, match: re.Match[str]) -> str:
    """The words between the commas around a match."""
    begin = max(words.rfind(sign, 0, match.start()) for sign in ",;") + 1
    ends = [at for sign in ",;" if (at := words.find(sign, match.end())) >= 0]
    return words[begin : min(ends, default=len(words))]
