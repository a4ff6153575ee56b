"""What is told of the politikontakt → what time there is for the role."""

from __future__ import annotations

import re

from agreementlint.clauses import Clause
from agreementlint.facts.doers import Doer
from agreementlint.facts.politikontakt import is_past, titled
from agreementlint.facts.politikontaktrolle import Role
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import header
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_SHARE = wording("kontakttid", "share")
_SHARE_OF_OTHER = wording("kontakttid", "share_of_other")
_MEASURE = wording("kontakttid", "measure")
_RHYTHM = wording("kontakttid", "rhythm")
_THERE = wording("kontakttid", "there")
_PRESENCE = wording("kontakttid", "presence")
_ACTIVITY = wording("kontakttid", "activity")
_COMPANY = wording("kontakttid", "company")
_FIXED = wording("kontakttid", "fixed")
_OTHER_HOLDER = wording("kontakttid", "other_holder")
_GOVERNED = wording("kontakttid", "governed")
_FOR_ROLE = wording("kontakttid", "for_role")
_REACHED = wording("kontakttid", "reached")
_IF_WISHED = wording("kontakttid", "if_wished")
_VAGUE_TIME = wording("kontakttid", "vague_time")
_HOW_MUCH = wording("kontakttid", "how_much")
_VAGUE_PRESENCE = wording("kontakttid", "vague_presence")
_PRESENCE_PLACE = wording("kontakttid", "presence_place")
_GIVES_TIME = wording("kontakttid", "gives_time")
_OTHER_GETS = wording("kontakttid", "other_gets")
_NAMED = wording("handlende", "kontakt")
_HIM = wording("rolle", "him")


def time_for_it(role: Role) -> Fact:
    """What time the politikontakt has. States: "stated" (days, hours, a share of a post, fixed
    hours), "vague" ("tilstrekkelig tid", "etter nærmere avtale", or a measure that is only an
    option), "absent"."""
    spoken = (*role.told, *role.beside)
    told = [(c, _for_whom(role.agreement, c, doer)) for c, doer in spoken]
    told = [(c, doer) for c, doer in told if _is_ours(c, doer)]
    told = sorted((x for x in told if not is_past(x[0])), key=lambda x: (x[0].span, x[0].start))
    ours = [c for c, _ in told]
    asked = [c for c in ours if _HOW_MUCH.search(c.text)]
    measured = [c for c, doer in told if c not in asked and _states_time(role.agreement, c, doer)]
    firm = [c for c in measured if c.force != "deferred" and not _is_option(c)]
    if firm:
        return Fact(None, "stated", distinct(c.span for c in firm)[:3])
    vague = [*measured, *(c for c in ours if _is_vague(c)), *asked]
    return Fact(None, "vague", distinct(c.span for c in vague)[:2]) if vague else Fact()


def _for_whom(agreement: Agreement, clause: Clause, doer: Doer | None) -> Doer | None:
    """Whose the time in a clause is: the politikontakt's, where others give time under the heading
    of the role ("Politiet setter av den tiden som trengs")."""
    given = _GIVES_TIME.search(clause.words) and titled(agreement, clause)
    return "kontakt" if given and not _OTHER_GETS.search(clause.words) else doer


def _is_ours(clause: Clause, doer: Doer | None) -> bool:
    """Whether the clause can tell of the politikontakt's time: it speaks of nobody else, or of
    what others do with or for the politikontakt."""
    if doer in ("kontakt", None) or clause.kind == "row":
        return True
    return any(whose.search(clause.words) for whose in (_NAMED, _HIM, _FOR_ROLE))


def _states_time(agreement: Agreement, clause: Clause, doer: Doer | None) -> bool:
    words = _under_header(agreement, clause) if clause.kind == "row" else clause.words
    for_whom = None if clause.kind == "row" else doer
    share = _SHARE.search(words)
    if share and not _SHARE_OF_OTHER.search(words) and _is_for_contact(words, share, for_whom):
        return True
    time = None if clause.force == "negated" else _FIXED.search(words) or _measure(words)
    return time is not None and _is_for_contact(words, time, for_whom)


def _measure(words: str) -> re.Match[str] | None:
    """Days, hours or a rhythm of being there; not of meeting, reporting or answering."""
    there = _THERE.search(words)
    apart = _COMPANY.search(words) and not _PRESENCE.search(words)
    if not there and (apart or _ACTIVITY.search(words)):
        return None
    if (measure := _MEASURE.search(words)) is not None:
        return measure
    rhythm = _RHYTHM.search(words)
    return rhythm if there or _PRESENCE.search(words) else None


def _is_for_contact(words: str, time: re.Match[str], doer: Doer | None) -> bool:
    """Whether the time is the politikontakt's: nobody else is named last before it, free of any
    preposition; and where others act, the politikontakt is named between the same commas."""
    before = words[: time.start()]
    if doer not in ("kontakt", None):
        begin, end = before.rfind(",") + 1, words.find(",", time.end())
        stretch = words[begin : end if end >= 0 else len(words)]
        return any(whose.search(stretch) for whose in (_NAMED, _HIM, _FOR_ROLE))
    others = [m.start() for m in _OTHER_HOLDER.finditer(before)]
    others = [at for at in others if not _GOVERNED.search(before[:at])]
    ours = [m.start() for m in _NAMED.finditer(before)]
    return max(others, default=-1) <= max(ours, default=-1)


def _is_option(clause: Clause) -> bool:
    """Whether the time is only a possibility; "kan treffes på rådhuset" is none."""
    if _REACHED.search(clause.words):
        return False
    return clause.force == "optional" or bool(_IF_WISHED.search(clause.words))


def _is_vague(clause: Clause) -> bool:
    if _VAGUE_TIME.search(clause.text):
        return True
    there = _PRESENCE_PLACE.search(clause.words)
    return bool(there and (_VAGUE_PRESENCE.search(clause.text) or clause.force == "optional"))


def _under_header(agreement: Agreement, clause: Clause) -> str:
    """The words of a table row with the header of its table before them."""
    head = header(agreement, clause)
    if head is None:
        return clause.text
    return re.sub(r"\s+", " ", f"{agreement.text_of(head.span)} {clause.text}")
