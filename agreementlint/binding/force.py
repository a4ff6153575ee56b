"""A segment, or one act in it → how binding it is."""

from __future__ import annotations

import re

from agreementlint.binding.grammar import Segment
from agreementlint.binding.words import Force
from agreementlint.vocabulary import wording

_OPTIONAL = wording("binding", "optional")
_NEGATED = wording("binding", "negated")
_DEFERRED = wording("binding", "deferred")
_ALTERNATIVE = re.compile(r"\W*alternativ\w*\s+[a-z0-9]\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:er|var|ble|blei|vart|har|hadde)\b(?!.*\b(?:blir|vert)\b)", re.IGNORECASE)
_WAS_MADE = re.compile(
    r"\b(?:ble|blei|vart|hadde|har (?:vært|vore|hatt|blitt|gjort|foretatt|gjennomført)"
    r"|(?:har|er) (?:\w+ )?(?:tatt|teke|tekne) (?:\w+ )?(?:med|inn)"
    r"|bygger på|byggjer på|basert på|basera på|grunnlag av|bakgrunn av)\b", re.IGNORECASE
)  # fmt: skip
_IS_ONE = re.compile(
    r"\b(?:avtale\w*|dokument\w*|tekst\w*|protokoll\w*|denne|dette|den|ho|han)\s+"
    r"er\s+(?:en|ein|ei)\s+$", re.IGNORECASE
)  # fmt: skip
"""The paper itself is the outcome of the act."""
_ASIDE = re.compile(
    r"\b(?:som|der|hva|kva|hvordan|korleis|når|dersom|hvis|viss)\b", re.IGNORECASE
)
"""What opens a clause that the act is not part of."""
_ASKED = re.compile(r"\b(?:hva|kva|hvordan|korleis)\b", re.IGNORECASE)
"""What opens a question that the act asks: what can be done better leaves nothing open."""
_AFTER_ONE = re.compile(r"\better\s+(?:en|ein|ei|den)\s+$", re.IGNORECASE)
_SHOWED = re.compile(
    r"\w*(?:evaluer|vurder|gjennomg|oppsummer|revisj|revider)\w*(?:en|a|ene|ane)\b"
    r"(?: \w+){0,6}? (?:vist[ea]|synte|avdekte|avdekket|avdekka|konkluderte|peikt?[ae]"
    r"|pek[ae]t?|pekte|tilrådde|tilrådet|anbefalte|fant|fann|skreiv|skrev|meinte|mente|svarte"
    r"|sa|førte|fikk|fekk"
    r"|gav|ga|sto|stod|slo|etterlyste|trakk|trekte|drog|løftet|løfta|gjorde|gikk|gjekk|kom|var)\b",
    re.IGNORECASE,
)
"""What an evaluation that was made has shown: "Evalueringa synte at …"."""
_AFTER_THE = re.compile(r"\better\s+(?:denne |den )?$", re.IGNORECASE)
_RESULTED = re.compile(
    r"\w+(?:en|a)\b(?: \w+){0,3}? (?:(?:ble|blei|vart|hadde)\b"
    r"|(?:er|har)(?: \w+){1,3}? (?:gjor[dt]|blitt|vorte|endra|endret|\w+(?:ert|tt|lagd|lagt))\b)",
    re.IGNORECASE,
)
"""What came of it: "Etter evalueringen er rådet gjort mindre"."""
_FORMER = re.compile(
    r"\w+(?: som \w+)? (?:av|i|for) (?:den |det )?"
    r"(?:forrige|førre|fyrre|tidligere|tidlegare|gamle)\b", re.IGNORECASE
)  # fmt: skip
"""The evaluation of what came before this agreement."""
_KAN_INSERTED = re.compile(
    r"\b(?:kan|står fritt),? [^.;:,]{0,40}?\b(?:dersom|hvis|viss|om|når)\b[^.;:,]{3,60},"
    r"[^.;:,]{0,40}$", re.IGNORECASE
)  # fmt: skip
"""An option whose condition stands between: "kan, dersom de ønsker det, la … evaluere"."""
_RELATIVE = re.compile(r"(?<=\w) som (?=\w)")
_WHEN_NOT = re.compile(r"(?<=\w) (?:når|dersom|hvis|viss) (?=\w)")
"""What opens a clause that says when, and denies nothing of what is done then."""
_WITHOUT = re.compile(r"\b(?:uten|utan) at\b", re.IGNORECASE)
_ON_WISH = wording("binding", "on_wish")
_OBLIGES = re.compile(r"\b(?:skal|bør|må|vil|lyt|plikter|pliktar)\b", re.IGNORECASE)
_SEES_TO_IT = wording("binding", "sees_to_it")
_IN_THAT_CASE = re.compile(r"\bi (?:så|slikt|slike|et slikt|eit slikt) (?:fall|tilfelle)", re.I)
_RESULT_OF = re.compile(r"\b(?:fra|frå)\s+(?:den |siste |forrige |førre )*$", re.IGNORECASE)
_ATTRIBUTIVE = re.compile(
    r"\b(?:en|ein|ei|et|eit|den|det|ny|nye|nytt|sist|siste)\s+(?:og\s+)?$", re.IGNORECASE
)
_IS_DONE = re.compile(r"\b(?:er|har|var|ble|blei|vart)\s+$", re.IGNORECASE)
_DONE = re.compile(r"(?:skreve[nt]|skrive[nt]?|tatt|teken|teke|forhandl[ae]t?)\b", re.IGNORECASE)
_PARTICIPLES = ("t", "te", "dd", "d", "a")
_INFINITIVES = ("st", "era")

BECOMES = frozenset(
    """blir vert ble blei vart er bli verte verta blitt vorte får få bør være vere vera forutsettes
    forventes kreve krever krev ønskes ønsker ventes""".split()
)


def segment_force(text: str, part: Segment) -> Force:
    """How binding the segment is as a whole."""
    # what a relative clause denies or allows is not what the sentence does
    words = _RELATIVE.split(text[part.start : part.end], maxsplit=1)[0]
    if _DEFERRED.search(words):
        return "deferred"
    if _NEGATED.search(_WHEN_NOT.split(words, maxsplit=1)[0]):
        return "negated"
    return "optional" if _is_optional(text, words) else "commits"


def act_force(text: str, part: Segment, start: int, *, noun: bool) -> Force:
    """How binding the act at `start` is: a negation counts only between the same commas, and what
    is told as done ("ble evaluert", "erfaringene fra evalueringen") is past."""
    words = text[part.start : part.end]
    put_off = _DEFERRED.finditer(text, part.start, part.end)
    # "skal vurdere om samarbeidet virker": the weighing is itself the act, or another one
    if any(m.end() <= start or not m.group().endswith("om") for m in put_off):
        return "deferred"
    begin = max(part.start, *(text.rfind(sign, 0, start) + 1 for sign in ",:;"))
    ends = (text.find(sign, start) for sign in ",:;")
    end = min((i for i in ends if i >= 0), default=part.end)
    aside = _ASIDE.search(text, start, max(start, end))
    denied = text[begin : min(end, part.end, aside.start() if aside else end)]
    if _NEGATED.search(denied) or _WITHOUT.search(text[begin:start]):
        return "negated"
    clause = max(begin, text.rfind(" at ", 0, start) + 1)
    if _is_past(text, clause, start, min(end, part.end), noun=noun):
        return "past"
    asks = _ASKED.search(text, start, part.end)
    wished = (
        _is_optional(text, _ASKED.split(words, maxsplit=1)[0] if asks else words)
        or _ON_WISH.search(text[:start]) or _IN_THAT_CASE.search(denied)
        or _KAN_INSERTED.search(text[:start])
    )
    return "optional" if wished else "commits"


def _is_optional(text: str, words: str) -> bool:
    """Alternatives left to choose from, or "kan" with nothing that obliges beside it."""
    if _ALTERNATIVE.match(text):
        return True
    return bool(_OPTIONAL.search(words)) and not re.search(r"\b(?:skal|må|bør|plikter)\b", words)


def _is_past(text: str, begin: int, start: int, end: int, *, noun: bool) -> bool:
    before = text[begin:start]
    if _OBLIGES.search(before) or _SEES_TO_IT.search(text[:begin]):
        return False
    if noun:
        made = _RESULT_OF.search(before) or _IS_ONE.search(before) or _WAS_MADE.search(before)
        after_one = _AFTER_ONE.search(before) and _WAS_MADE.search(text[start:end])
        shown = _SHOWED.match(text, start) or (
            _AFTER_THE.search(before) and _RESULTED.match(text, start)
        )
        if shown or _FORMER.match(text, start):
            return True
        told = _IS_DONE.search(before) and _DONE.match(text, start)  # "er skrevet om"
        return bool(made or after_one or told)
    word = re.match(r"\w*", text[start:])
    form = word.group().lower() if word else ""
    infinitive = form.endswith(_INFINITIVES) or before.rstrip().lower().endswith(" å")
    if infinitive or not form.endswith(_PARTICIPLES):
        return False
    # "en revidert utgave" is done: a participle before a noun, or one that nothing makes passive
    if _ATTRIBUTIVE.search(before):
        return True
    return bool(_PAST.search(before)) or not BECOMES & set(before.lower().split())
