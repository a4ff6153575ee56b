"""Drafts to drafts with headings: by the type they are set in, else by their wording and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agreementlint.reading.marks import DATE, SENTENCE_END, is_fill
from agreementlint.reading.paragraphs import Draft

LONGEST = 110
NUMBER = re.compile(
    r"(?:(?P<dotted>\d{1,2}(?:\.\d{1,2})*)\.?|§\s*\d+[a-z]?\.?|(?P<roman>[IVX]{1,5})\.)\s+(?=[«\"]?[A-ZÆØÅ])"
)
PARTY = re.compile(
    r"(?:kommune|herad|politidistrikt|politistasjon|politistasjonsdistrikt|lensmannsdistrikt"
    r"|lensmannskontor|politiet|fylkeskommune|driftsenhet)$",
    re.IGNORECASE,
)
PERIOD = re.compile(r"[\dXx]{4}\s*[–-]\s*[\dXx]{2,4}$")
VERB = re.compile(r"\b(?:skal|kan|må|vil|har|er|forventer|venter|ventar|forpliktar?|plikter|å)\b")
GREETING = re.compile(
    r"(?:med (?:vennlig |venleg )?(?:hilsen|helsing)|(?:vennlig|venleg) (?:hilsen|helsing)"
    r"|lest og godtatt|lese og godteke|for|mellom|millom|og|parter|til .*)$",
    re.IGNORECASE,
)


def with_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that are headings made so. Where the format marks headings itself, those
    are all there are; else type decides where it tells headings from body, else wording."""
    if any(draft.kind == "heading" for draft in drafts):
        return list(drafts)
    found = by_type(drafts)
    if sum(draft.kind == "heading" for draft in found) >= 2:
        return found
    return by_wording(drafts)


# ---------------------------------------------------------------- by type


def by_type(drafts: Sequence[Draft]) -> list[Draft]:
    """Headings are short, and set in larger or bolder type than the body."""
    candidates = [i for i, draft in enumerate(drafts) if _stands_out(draft)]
    followed = [i for i in candidates if i + 1 < len(drafts)]
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
    """Headings are lines that stand alone, end like no sentence, and have something under them."""
    found = list(drafts)
    title_seen = False
    for i in range(len(drafts) - 1, -1, -1):
        if _is_heading(found, i):
            found[i] = replace(drafts[i], kind="heading", level=_level(drafts[i].text))
    capitals = any(
        d.kind == "heading" and d.text.isupper() and _number(d.text) is None for d in found
    )
    for i, draft in enumerate(found):
        if draft.kind != "heading":
            continue
        plain = _number(draft.text) is None and not draft.text.isupper()
        if plain and capitals and title_seen and _capitals_inside(found, i):
            found[i] = replace(draft, level=2)
        title_seen = True
    return found


def _capitals_inside(found: Sequence[Draft], index: int) -> bool:
    """Whether headings in capitals stand both before and after: then a plain one is below them."""
    capital = [i for i, d in enumerate(found) if d.kind == "heading" and d.text.isupper()]
    return capital[0] < index < capital[-1]


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
    if is_party(text) or PERIOD.match(text):
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
        len(text.split()) <= 8
        and all(word[0].isupper() or PARTY.search(word.rstrip(",")) for word in names)
        and not (len(names) > 3 and text.isupper() and "," not in text)
    )


def _introduces(text: str, below: Draft) -> bool:
    """Whether the text is the beginning of a sentence that the bullets below it end."""
    return below.kind == "bullet" and below.text[:1].islower() and VERB.search(text) is not None


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
        or (len(below.lines) == 1 and len(text) >= 25 and not is_party(text))
    )


def _towers_over(draft: Draft, below: Draft, above: Draft | None) -> bool:
    """A title with no blank line under it: a sentence much longer than it follows, and a finished
    one stands before."""
    finished = above is None or above.kind != "text" or bool(SENTENCE_END.search(above.text))
    return (
        (finished or draft.gap)
        and below.kind == "text"
        and len(draft.text) <= 80
        and len(below.text) >= 70
        and len(below.text) >= 1.5 * len(draft.text)
        and below.text[:1].isupper()
        and SENTENCE_END.search(below.text) is not None
    )


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
        and not is_fill(text)
    )
