"""A line's words to what they show by themselves: bullet, clause number, fill-in line, date."""

from __future__ import annotations

import re
from dataclasses import replace

from agreementlint.reading.layout import Line

GLYPHS = frozenset("•·‣▪▫◦●○■□–—-*\u2043\u27a2\uf0b7\uf0a7\uf02d\uf0d8")
STUCK_GLYPHS = frozenset("•‣▪◦●○■□\uf0b7\uf0a7")  # never part of a word, so they need no space
ENUMERATOR = re.compile(r"\(?(?:[a-zæøå]|\d{1,2}|[ivx]{1,4})\)$", re.IGNORECASE)
CLAUSE = re.compile(
    r"(?:§\s*\d+|\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\."
    r"|(?:Post|Punkt|Pkt\.|Artikkel|Kap\.|Kapittel|Del)\s+\d+\.?)\s+(?=[\"«(]?[A-ZÆØÅ])"
)
SENTENCE_END = re.compile(r"[.!?:;]['\"»”)\]¹²³⁴⁵⁶⁷⁸⁹]*$")
PAGE_NUMBER = re.compile(r"(?<!\d)\d{1,3}$")
FILLING = " \t._…–—-"
FILLS = ("___", "....", "……", "-----", "–––")
DATE = re.compile(
    r"\b\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{2,4}|(?:januar|februar|mars|april|mai|juni|juli|august"
    r"|september|oktober|november|desember)\b)",
    re.IGNORECASE,
)
DATELINE = re.compile(
    rf"[A-ZÆØÅ][\w-]*(?: (?:[A-ZÆØÅ][\w-]*|i|på))*(?:, ?(?:den )?| den ){DATE.pattern}.{{0,6}}$"
)
"""Place and date, as above signatures: a line that nothing goes on with."""

MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni", "juli"),
    *("august", "september", "oktober", "november", "desember"),
)
OPEN_WORDS = frozenset(
    [
        "og",
        "eller",
        "samt",
        "mellom",
        "millom",
        "for",
        "av",
        "i",
        "på",
        "til",
        "med",
        "ved",
        "om",
        "fra",
        "frå",
        "som",
        "at",
        "å",
        "den",
        "det",
        "de",
        "dei",
        "en",
        "et",
        "ein",
        "eit",
        "ei",
        "pr.",
        "kl.",
        "nr.",
        "jf.",
        "kap.",
        "§",
        "men",
        "mot",
        "etter",
        "under",
        "over",
        "hos",
        "gjennom",
        "uten",
        "utan",
    ]
)
NO_CELL = re.compile(r"(?:\W|o|\(?\w{1,2}[.)]|(?:§\s*)?\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.)$")
"""What stands before a wide gap and is no cell: a bullet, an enumerator, a heading's number."""

PARTICLES = frozenset(["af", "av", "da", "de", "den", "der", "di", "du", "la", "van", "von", "og"])


def marked(line: Line) -> Line:
    """The line with its bullet or enumerator recognised; a glyph is taken out of the words."""
    if line.mark or line.cells or line.level or not line.words:
        return line
    first = line.words[0]
    alone = len(line.words) == 1
    if first.text in GLYPHS and not alone:
        glyphs = next((i for i, w in enumerate(line.words) if w.text not in GLYPHS), 1)
        return replace(line, words=line.words[glyphs:], mark=first.text, mark_x=first.x0)
    if first.text == "o" and not alone and line.words[1].x0 - first.x1 >= 1.9 * line.em:
        return replace(line, words=line.words[1:], mark="o", mark_x=first.x0)
    if first.text[0] in STUCK_GLYPHS and len(first.text) > 1:
        rest = first._replace(text=first.text[1:])
        return replace(line, words=(rest, *line.words[1:]), mark=first.text[0], mark_x=first.x0)
    if ENUMERATOR.match(first.text) and not alone:
        return replace(line, mark=first.text)
    return line


def ends_sentence(line: Line) -> bool:
    return SENTENCE_END.search(line.words[-1].text) is not None


def is_fill(text: str) -> bool:
    """Whether the text is nothing but a line to write on."""
    return not text.strip(FILLING) and any(fill in text for fill in FILLS)


def has_leaders(text: str) -> bool:
    """Whether the text ends like an entry of a table of contents: dots and a page number."""
    number = PAGE_NUMBER.search(text)
    before = text[: number.start()].replace(" ", "") if number else ""
    return before.endswith(("....", "……"))


def starts_lower(line: Line) -> bool:
    """Whether the line's first letter is a small one."""
    letters = (char for word in line.words[:2] for char in word.text if char.isalnum())
    return next(letters, "A").islower()


def starts_clause(line: Line) -> bool:
    """Whether the line begins like a clause: "2. Det opprettes", "§ 4 Møter", "Post 3. Rådet"."""
    return CLAUSE.match(" ".join(word.text for word in line.words[:4])) is not None


LABEL = re.compile(r"[A-ZÆØÅ][^\s:]*(?: [^\s:]+){0,3}: \S")


def is_labelled(line: Line) -> bool:
    """Whether the line begins with a label, as in "Telefon: 02800"."""
    return is_label(line.text)


def is_label(text: str) -> bool:
    """Whether the text is a label and what belongs to it; "Vedlegg 2: Tiltak" is a title."""
    found = LABEL.match(text)
    return found is not None and not any(char.isdigit() for char in text[: found.end() - 1])


def is_open(line: Line) -> bool:
    """Whether the line ends with a word that asks for another."""
    return line.words[-1].text.lower() in OPEN_WORDS


def is_listing(line: Line) -> bool:
    """Whether the line ends within a list or between alternatives."""
    return line.words[-1].text.endswith((",", "/"))


def joins_back(line: Line) -> bool:
    """Whether the line begins with a word that carries on what stands before it."""
    return line.words[0].text in ("og", "eller", "samt", "ved", "v/", "i", "mellom", "til")


def is_name_like(text: str) -> bool:
    """Whether the text could be a person's or a place's name: few words, all with a capital."""
    words = text.split()
    return len(words) <= 5 and all(
        word[0].isupper() or word.lower() in PARTICLES for word in words if word[0].isalpha()
    )


def breaks_word(last: str, following: str) -> bool:
    """Whether a word at the end of a line goes on at the beginning of the next."""
    stem = last[:-1]
    return (
        last[-1:] in HYPHENS
        and stem[-1:].isalnum()
        and (following[:1].isalnum())
        and following.lower().split("/")[0] not in ("og", "eller", "samt", "og/eller")
    )


HYPHENS = ("-", "\u2010", "\u00ad", "\ufffe")


def joined(last: str, following: str, known: frozenset[str]) -> tuple[str, str] | None:
    """How the last word of a line and the first of the next meet: what is left of the last word
    and what stands between the two, or None where they are two words. `known` holds the words
    that the document has inside its lines."""
    if last[:-1] and last[-1] in "/–—" and following[:1].isalnum():
        return last, ""
    if not breaks_word(last, following):
        return None
    stem = last[:-1]
    return (stem + "-", "") if _keeps_hyphen(stem, following, known) else (stem, "")


def _keeps_hyphen(stem: str, following: str, known: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word: after capitals, digits and single
    letters, before capitals and digits, and where the document's other words tell it."""
    part = re.split(r"\W", stem)[-1]
    head = re.split(r"[^\w-]", following)[0]
    if not following[0].islower() or not stem[-1].isalpha() or len(part) == 1 or part.isupper():
        return True
    if part.lower() in MONTHS:
        return True
    if part + head in known or part.lower() + head in known:
        return False
    return f"{part}-{head}" in known or (part[0].isupper() and part in known)


def tidy_hyphen(text: str) -> str:
    """A word as the canonical text has it: soft hyphens gone, other marks of hyphens a hyphen."""
    return text.replace("\u00ad", "").replace("\ufffe", "-").replace("\u2010", "-")
