"""What is told of the politikontakt → what he or she may decide."""

from __future__ import annotations

from collections.abc import Iterator

from agreementlint.clauses import Clause
from agreementlint.facts.doers import Doer
from agreementlint.facts.politikontakt import is_past
from agreementlint.facts.politikontaktnavn import CONTACT
from agreementlint.facts.politikontaktrolle import LABEL, NAMED, NOT_CONTACT, Role
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import under
from agreementlint.model import Fact
from agreementlint.vocabulary import wording

_AUTHORITY = wording("kontaktfullmakt", "authority")
_OTHERS_LEAVE = wording("kontaktfullmakt", "others_leave")
_OTHER_DECIDES = wording("kontaktfullmakt", "other_decides")
_WITHOUT = wording("kontaktfullmakt", "without")
_GIVEN = wording("kontaktfullmakt", "given")
_PROMISE = wording("kontaktfullmakt", "promise")
_BINDS = wording("kontaktfullmakt", "binds")
_DECIDES = wording("kontaktfullmakt", "decides")
_COLUMN = wording("kontaktfullmakt", "column")
_ASKED = wording("kontaktfullmakt", "asked")
_LEFT_OPEN = wording("kontaktfullmakt", "left_open")
_DECIDERS = wording("kontaktfullmakt", "deciders")
_REPRESENT = wording("kontaktfullmakt", "represent")
_SIGN = wording("kontaktfullmakt", "sign")
_BLANK = wording("utkast", "mark")


def authority(role: Role) -> Fact:
    """Whether it is clear what the politikontakt may decide. States: "clear" (also where it is
    said that there is none), "open" (to be settled, or only an option), "general" (only of those
    who represent the police, whoever they are), "absent"."""
    said = [c for c, doer in role.told if c in role.own and _has_authority(c, doer)]
    said += [c for c, doer in role.told if doer == "kontakt" and _decides(c.words)]
    said += [c for c, _ in role.told if c.kind == "row" and under(role.agreement, c, _COLUMN)]
    said += [c for c, _ in role.told if c.kind == "bullet" and _is_entry(c)]
    said += _bound(role)
    given = list(_given(role))
    left_open = [c for c in (*said, *given) if c.force == "deferred" or _is_open(c)]
    left_open += [c for c in given if _is_only_possible(role, c)]
    left_open += [c for c, _ in role.told if _is_asked(c) and NAMED.search(c.text)]
    clear = [c for c in (*said, *given) if c not in left_open and not is_past(c)]
    if clear:
        return Fact(None, "clear", distinct(c.span for c in clear)[:2])
    if left_open:
        return Fact(None, "open", distinct(c.span for c in left_open)[:2])
    both = zip(role.clauses, role.doing, strict=True)
    general = [c for c, doer in both if doer != "kommune" and _is_general(c)]
    return Fact(None, "general", distinct(c.span for c in general)[:2]) if general else Fact()


def _decides(words: str) -> bool:
    """Whether the politikontakt decides something here, rather than another in a clause that the
    sentence was not cut at: "der kommunen fatter vedtak"."""
    found = _DECIDES.search(words)
    return found is not None and not _OTHER_DECIDES.search(words[: found.start()])


def _is_entry(bullet: Clause) -> bool:
    """Whether an entry tells of authority: "Kan avtale: deltakelse på møter"."""
    label = LABEL.match(bullet.text)
    return label is not None and bool(_COLUMN.match(label[0]))


def _has_authority(clause: Clause, doer: Doer | None) -> bool:
    """Whether the clause speaks of the politikontakt's authority; "uten å …" does so only of
    somebody's leave."""
    found = _AUTHORITY.search(clause.words)
    if found is None or _SIGN.search(clause.words) or _OTHERS_LEAVE.search(clause.words):
        return False
    if found[0][:4] in ("uten", "utan") and not _WITHOUT.search(clause.words):
        return False
    return doer == "kontakt" or not _is_of_others(clause)


def _given(role: Role) -> Iterator[Clause]:
    """The clauses by which somebody gives the politikontakt authority, named or as "henne" in the
    sentence after one about him or her."""
    spoken = {c.sentence for c, _ in role.told}
    for clause in role.clauses:
        if _GIVEN.search(clause.text) and spoken & {clause.sentence, clause.sentence - 1}:
            yield clause


def _is_only_possible(role: Role, given: Clause) -> bool:
    """ "Lederen kan, om det er ønskelig, gi politikontakten …": nobody has given it yet."""
    giving = _GIVEN.search(given.text)
    both = zip(role.clauses, role.doing, strict=True)
    may = [(c, d) for c, d in both if c.sentence == given.sentence and c.force == "optional"]
    return any(d in ("politi", "begge") and giving and c.start <= giving.start() for c, d in may)


def _bound(role: Role) -> Iterator[Clause]:
    """The clauses by which the police are bound to what the politikontakt has promised."""
    for clause, _ in role.told:
        holds = _BINDS.search(clause.text) and _PROMISE.search(clause.text)
        if holds and CONTACT.search(clause.text):
            yield clause


def _is_open(clause: Clause) -> bool:
    """Whether the authority is still to be settled, or a blank stands for it."""
    return _is_asked(clause) or bool(_BLANK.search(clause.text))


def _is_asked(clause: Clause) -> bool:
    return bool(_LEFT_OPEN.search(clause.text) or _ASKED.search(clause.text))


def _is_of_others(clause: Clause) -> bool:
    """Whether it is the authority of another body, or of whoever meets for the police."""
    other = NOT_CONTACT.search(clause.words) or _REPRESENT.search(clause.words)
    return bool(other) and not NAMED.search(clause.text)


def _is_general(clause: Clause) -> bool:
    whoever = _REPRESENT.search(clause.words) or _REPRESENT.search(clause.text)
    if not whoever or CONTACT.search(clause.text) or _SIGN.search(clause.words):
        return False
    return bool(_DECIDERS.search(clause.words))
