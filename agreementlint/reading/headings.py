"""Drafts to drafts with headings: by the type they are set in, else by their wording and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agreementlint.reading.marks import (
    DATE,
    FILLS,
    OPEN_WORDS,
    SENTENCE_END,
    is_fill,
    is_label,
    is_name_like,
)
from agreementlint.reading.paragraphs import Draft

LONGEST = 110
SHORT = 60
MOST_NAMES = 14
FEWEST = 2
"""So many plain headings show that a document has headings that are not marked."""

NUMBER = re.compile(
    r"(?:(?P<dotted>\d{1,2}(?:\.\d{1,2})*)\.?|§\s*\d+[a-z]?\.?|(?P<roman>[IVX]{1,5})\.)\s+(?=[«\"]?[A-ZÆØÅ])"
)
PARTY = re.compile(
    r"(?:kommune|herad|politidistrikt|politistasjon|politistasjonsdistrikt|lensmannsdistrikt"
    r"|lensmannskontor|politiet|fylkeskommune|driftsenhet)$",
    re.IGNORECASE,
)
PERIOD = re.compile(r"[\dXx]{4}\s*[–-]\s*[\dXx]{2,4}$")
VERB = re.compile(
    r"\b(?:skal|kan|må|lyt|vil|bør|har|er|blir|bli|gjelder|gjeld|ønsk(?:er|jer)|deltar|deltek"
    r"|(?:for)?vente[rs]|(?:for)?ventar?|forplikt(?:er|ar)|plikt(?:er|ar)|ansvar(?:er|ar)"
    r"|arbeid(?:er|ar)|samarbeid(?:er|ar)|sikr(?:er|ar)|bidr(?:ar|eg)|omfatt(?:er|ar)|består)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"(?:hv(?:a|em|or|ordan|orfor|ilke[nt]?)|kv(?:a|en|or|ifor)|korleis|når)\b"
    r"|det (?!skal|må|kan|er)"
    r"|slik |de[it]? (?:\w+ ){1,3}(?:skal|kan|vil|er|har|må)\b",
    re.IGNORECASE,
)
"""How titles begin that have a verb in them: as a question, or as what is expected or owed."""

LEFT_OPEN = re.compile(r"\b(?:skal|kan|må|lyt|vil|bør|er|har|blir|at|å)$", re.IGNORECASE)
GREETING = re.compile(
    r"(?:med (?:vennlig |venleg )?(?:hilsen|helsing)|(?:vennlig|venleg) (?:hilsen|helsing)"
    r"|lest og godtatt|lese og godteke|for|mellom|millom|og|parter|til .*"
    r"|for (?:\S+ ){0,3}(?:kommun\w+|herad\w*|politi\w+))$",
    re.IGNORECASE,
)


def with_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that are headings made so: by the format's own marks where it has any,
    else by type, and by wording too where these do not reach into the body, as when only the
    title on the cover is marked or larger."""
    marked = any(draft.kind == "heading" for draft in drafts)
    found = list(drafts) if marked else by_type(drafts)
    given = [i for i, draft in enumerate(found) if draft.kind == "heading"]
    start = _first_prose(found)
    inside = sum(i > start for i in given)
    short = sum(draft.kind == "text" and len(draft.lines) <= 2 for draft in found[start + 1 :])
    if len(given) >= 2 and (short < FEWEST or (inside and (marked or inside > short))):
        return found
    worded = by_wording(found)
    plain = sum(draft.kind == "heading" for draft in worded[start + 1 :]) - inside
    if not marked and len(given) < 2:
        return worded
    covered = inside > 0 if marked else inside > plain
    return found if covered or plain < FEWEST else worded


def _first_prose(drafts: Sequence[Draft]) -> int:
    """The index of the first paragraph, that is a block of at least one long sentence."""
    return next(
        (
            i
            for i, draft in enumerate(drafts)
            if draft.kind in ("text", "bullet")
            and len(draft.text) >= 60
            and SENTENCE_END.search(draft.text)
        ),
        len(drafts),
    )


# ---------------------------------------------------------------- by type


def by_type(drafts: Sequence[Draft]) -> list[Draft]:
    """Headings are short, and set in larger or bolder type than the body."""
    candidates = [i for i, draft in enumerate(drafts[:-1]) if _stands_out(draft)]
    followed = [i for i in candidates if not _introduces(drafts[i].text, drafts[i + 1])]
    styles = sorted({_style(drafts[i]) for i in followed}, reverse=True)
    found = list(drafts)
    for i in followed:
        level = min(styles.index(_style(drafts[i])) + 1, 6)
        found[i] = replace(drafts[i], kind="heading", level=level)
    return found


def _stands_out(draft: Draft) -> bool:
    lines = draft.lines
    large = min(line.size for line in lines) >= 1.09
    heavy = all(line.bold for line in lines) and min(line.size for line in lines) >= 0.93
    enumerated = draft.kind == "bullet" and lines[0].mark in draft.text[:5]
    text = draft.text
    return (
        (draft.kind == "text" or enumerated)
        and (large or heavy)
        and _is_title(text, longest=200 if large else LONGEST)
        and not (heavy and not large and (is_party(text) or DATE.search(text)))
    )


def _style(draft: Draft) -> tuple[float, bool]:
    """What ranks headings: size in steps of about half a point, then weight."""
    line = draft.lines[0]
    return round(line.size * 20) / 20, line.bold


# ---------------------------------------------------------------- by wording


def by_wording(drafts: Sequence[Draft]) -> list[Draft]:
    """Headings are lines that stand alone, end like no sentence, and have something under them.
    Below the headings that the drafts have already these are one level further down."""
    found = list(drafts)
    above = max((draft.level for draft in drafts if draft.kind == "heading"), default=0)
    new: list[int] = []
    for i in range(len(drafts) - 1, -1, -1):
        if _is_heading(found, i):
            found[i] = replace(drafts[i], kind="heading", level=above + _level(drafts[i].text))
            new.insert(0, i)
    for i in _listed(found, new):
        found[i] = drafts[i] if drafts[i].kind == "bullet" else replace(drafts[i], kind="bullet")
        new.remove(i)
    capitals = [i for i in new if found[i].text.isupper()]
    if any(_number(found[i].text) is None for i in capitals):
        for i in new[1:]:
            text = found[i].text
            plain = _number(text) is None and not text.isupper()
            if plain and capitals[0] < i < capitals[-1]:  # below those in capitals around it
                found[i] = replace(found[i], level=above + 2)
    return found


def _listed(found: Sequence[Draft], headings: Sequence[int]) -> list[int]:
    """Those of the new headings that are a list: numbered lines one behind the other, the first
    behind a colon."""
    listed: list[int] = []
    for i in headings:
        above = found[i - 1] if i else None
        first = above is not None and above.kind == "text" and above.text.endswith(":")
        if _number(found[i].text) and (first or i - 1 in listed):
            listed.append(i)
    return [i for i in listed if i - 1 in listed or i + 1 in listed]


def _number(text: str) -> re.Match[str] | None:
    return NUMBER.match(text)


def _level(text: str) -> int:
    number = _number(text)
    if number is None or not number["dotted"]:
        return 1
    return number["dotted"].count(".") + 1


def _is_heading(found: Sequence[Draft], index: int) -> bool:
    """Whether the draft is a heading, those below it being decided."""
    draft = found[index]
    if draft.kind != "text" or len(draft.lines) > 2 or index + 1 == len(found):
        return False
    text, below = draft.text, found[index + 1]
    if not _is_title(text, longest=90) or DATE.search(text) or GREETING.match(text):
        return False
    if is_party(text) or PERIOD.match(text) or is_label(text):
        return False
    if len(draft.lines) == 2 and not (text.isupper() or _number(text)):
        return False
    if below.kind == "text" and is_fill(below.text):
        return False
    if _introduces(text, below):
        return False
    if _number(text) or (text.isupper() and len(text) >= 4):
        return draft.gap or index == 0 or _leads(below)
    if below.gap or below.lines[0].page != draft.lines[-1].page:
        return (draft.gap or index == 0) and _leads(below)
    return _towers_over(draft, below, found[index - 1] if index else None)


def is_party(text: str) -> bool:
    """Whether the text is the name of a kommune, a police district or an office, and no more."""
    if PARTY.search(text) is None or _number(text):
        return False
    small = {"og", "ved", "v/", "i", "for", "–", "-"}
    names = [word for word in text.split()[:-1] if word not in small]
    return (
        len(text.split()) <= MOST_NAMES
        and all(word[0].isupper() or PARTY.search(word.rstrip(",")) for word in names)
        and not (len(names) > 3 and text.isupper() and "," not in text)
    )


def _introduces(text: str, below: Draft) -> bool:
    """Whether the text is the beginning of a sentence that the bullets below it end: it has a
    verb, or asks for more words. Titles with a number or a question's word may have a verb."""
    if below.kind != "bullet" or (ASKS.match(text) and below.text[:1].isupper()):
        return False
    if LEFT_OPEN.search(text) or text.split()[-1].lower() in OPEN_WORDS:
        return True
    return VERB.search(text) is not None and (_number(text) is None or " at " in text)


def _leads(below: Draft) -> bool:
    """Whether what stands under a line is such as a heading has under it."""
    if below.kind in ("heading", "bullet", "row"):
        return True
    if below.kind in ("columns", "contents"):
        return False
    text = below.text
    if DATE.search(text):
        return True
    return (
        len(text) >= 60
        or SENTENCE_END.search(text) is not None
        or ":" in text
        or (len(below.lines) == 1 and len(text) >= 25 and text[0].isupper() and not is_party(text))
    )


def _towers_over(draft: Draft, below: Draft, above: Draft | None) -> bool:
    """A title with no blank line under it: a sentence much longer than it follows, or another
    title, and a finished one stands before, or a title of one word like itself."""
    finished = above is None or above.kind != "text" or bool(SENTENCE_END.search(above.text))
    word = _is_word(draft) and (draft.gap or (above is not None and above.gap and _is_word(above)))
    if not (finished or draft.gap or word) or len(draft.text) > 80:
        return False
    if below.kind == "heading":
        return (
            draft.gap
            and len(draft.text) <= SHORT
            and (_is_word(draft) or not is_name_like(draft.text))
        )
    return (
        below.kind == "text"
        and len(below.text) >= (25 if word else 70)
        and len(below.text) >= 1.5 * len(draft.text)
        and below.text[:1].isupper()
        and SENTENCE_END.search(below.text) is not None
    )


def _is_word(draft: Draft) -> bool:
    """Whether the draft is one word, as "Varighet" is, and not that of a role or a sentence."""
    text = draft.text
    return text.isalpha() and text[0].isupper() and len(text) >= 3


def _is_title(text: str, longest: int) -> bool:
    """Whether the text has the shape of a title: short, a capital first, no sentence's end."""
    letters = sum(char.isalpha() for char in text)
    first = next((char for char in text if char.isalpha()), "a")
    ends = SENTENCE_END.search(text) is not None and not text.endswith(("?", "..."))
    return (
        3 <= letters <= longest
        and len(text) <= longest
        and (first.isupper() or _number(text) is not None)
        and not ends
        and text[0] not in '«"“([_'
        and not text.endswith((",", "-"))
        and not any(fill in text for fill in FILLS)
    )
