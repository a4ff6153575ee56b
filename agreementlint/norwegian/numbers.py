"""Plain text into numbers: "to", "to (2)", "2", "halvannet", "ett og et halvt", "sjette", "2."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agreementlint.model import Number, Span
from agreementlint.norwegian.days import dates
from agreementlint.norwegian.months import month
from agreementlint.norwegian.words import DASHES, Word, text_at, words

ARTICLES = frozenset({"en", "et", "ei", "ein", "eit"})
_ONES: dict[str, int] = {
    **dict.fromkeys({
        "én", "ett", "éin", "eitt", "éi", "éitt", "èn", "èin", "éen", "èi", "èitt", "éit", "ètt",
        "étt",
    }, 1),
    "to": 2, "tvo": 2, "tre": 3, "tri": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7,
    "åtte": 8, "ni": 9,
}  # fmt: skip
_TEENS: dict[str, int] = {
    "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
    "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
}  # fmt: skip
_TENS: dict[str, int] = {
    "tjue": 20, "tjuge": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "femti": 50,
    "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90,
}  # fmt: skip
_JOINED: dict[str, int] = {**_ONES, "en": 1, "ein": 1, "ei": 1, "et": 1}

CARDINALS: dict[str, int] = {
    **_ONES, **_TEENS, **_TENS, "hundre": 100, "begge": 2, "båe": 2,
    **{ten + one: tens + ones for ten, tens in _TENS.items() for one, ones in _JOINED.items()},
    **{
        one + "og" + ten: tens + ones
        for ten, tens in _TENS.items() for one, ones in _JOINED.items()
    },
}  # fmt: skip

SECOND = frozenset({"andre", "annen", "annan", "anna", "annet"})
_LOW_ORDINALS: dict[str, int] = {
    "første": 1, "fyrste": 1, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7,
    "sjuende": 7, "sjuande": 7, "åttende": 8, "åttande": 8, "niende": 9, "niande": 9,
}  # fmt: skip
_HIGH_STEMS: dict[str, int] = {
    "ti": 10, "trett": 13, "fjort": 14, "femt": 15, "sekst": 16, "sytt": 17, "att": 18,
    "nitt": 19, "tju": 20, "tjug": 20, "tretti": 30, "førti": 40, "femti": 50, "seksti": 60,
}  # fmt: skip
ORDINALS: dict[str, int] = {
    **_LOW_ORDINALS,
    "ellevte": 11,
    "tolvte": 12,
    **{stem + end: value for stem, value in _HIGH_STEMS.items() for end in ("ende", "ande")},
    **{
        ten + low: tens + value
        for ten, tens in _TENS.items()
        for low, value in (*_LOW_ORDINALS.items(), ("andre", 2))
    },
}

_ONE_AND_A_HALF = frozenset({
    "halvannet", "halvannen", "halvanna", "halvannan", "halvtanna", "halvtannan",
})
_HALF = frozenset(("halv", "halvt"))
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# words beside which "andre" is a number, not "others"
_BEFORE_SECOND = frozenset({
    "hver", "hvert", "kvar", "kvart", "den", "det", "for", "og", "første", "fyrste",
})
_AFTER_SECOND = frozenset({"kvartal", "halvår", "tertial", "semester", "gang", "gong", "halvdel"})


# what makes "2." an ordinal also in capitals, where any other word may begin a sentence
_AFTER_ORDINAL = _AFTER_SECOND | {",", "og", "år", "måned", "månad", "uke", "veke", "dag"}


def numbers(text: str, offset: int = 0) -> list[Number]:
    """The cardinals and ordinals of `text`, sorted by place, spans plus `offset`.

    The bare articles en, et, ei, ein and eit are numbers only with a half ("en og en halv", "et
    halvt") or a digit ("en (1)"). "andre" and its like are ordinals only beside hver, den, kvartal
    …, not as "others". Digits of dates, years, paragraphs (§ 4), clock times, outline numbers and
    telephone numbers are left out.
    """
    row = words(text)
    dated = [date.span for date in dates(text)]
    found: list[Number] = []
    at = 0
    while at < len(row):
        word = row[at]
        if word.text[0].isdigit() and (skip := _uncounted(row, at, dated)):
            at += skip
            continue
        if (read := ordinal(row, at, text)) and _is_ordinal(row, at):
            value, after = float(read[0]), read[1]
        elif cardinal_read := cardinal(row, at):
            value, after = cardinal_read
        else:
            at += 1
            continue
        span = Span(word.start + offset, row[after - 1].end + offset)
        found.append(Number(span, value, ordinal=bool(read)))
        at = after
    return found


def begins_number(word: str) -> bool:
    """Whether a cardinal, an article or an ordinal can begin with the word."""
    return (
        word[0].isdigit() or word == "½" or word in CARDINALS or word in ARTICLES
        or word in _ONE_AND_A_HALF or word in SECOND or word in ORDINALS
    )  # fmt: skip


def cardinal(row: Sequence[Word], at: int, *, articles: bool = False) -> tuple[float, int] | None:
    """The value of the cardinal at word `at` and the index of the word after it, or None."""
    first = row[at].text
    if first in _ONE_AND_A_HALF:
        return 1.5, at + 1
    if first == "½":
        return 0.5, at + 1
    one = first in ARTICLES or CARDINALS.get(first) == 1
    if one and text_at(row, at + 1) in _HALF:
        return 0.5, at + 2
    whole = (1.0, at + 1) if first in ARTICLES else _whole(row, at)
    if not whole:
        return None
    value, after = whole
    if text_at(row, after) == "½":
        return value + 0.5, after + 1
    if text_at(row, after) == "og" and text_at(row, after + 2) in _HALF and (
        text_at(row, after + 1) in ARTICLES or CARDINALS.get(text_at(row, after + 1)) == 1
    ):
        return value + 0.5, after + 3
    opening, closing = text_at(row, after), text_at(row, after + 2)
    if (opening, closing) == ("(", ")") or (opening in DASHES and closing in DASHES):
        inner = _whole(row, after + 1)
        if inner and inner[0] == value:
            return value, after + 3
    if first in ARTICLES and not articles:
        return None
    return value, after


def ordinal(row: Sequence[Word], at: int, text: str) -> tuple[int, int] | None:
    """The value of the ordinal at word `at` ("sjette", "andre", "2.") and the index after it."""
    word = row[at]
    if word.text in SECOND:
        return 2, at + 1
    if word.text in ORDINALS:
        return ORDINALS[word.text], at + 1
    if not (word.text.isdigit() and len(word.text) <= 2 and text_at(row, at + 1) == "."):
        return None
    if row[at + 1].start != word.end or at + 2 >= len(row):
        return None
    beyond = row[at + 2]
    if text[beyond.start].islower() or beyond.text in DASHES or beyond.text in _AFTER_ORDINAL:
        return int(word.text), at + 2
    return None


def _whole(row: Sequence[Word], at: int) -> tuple[float, int] | None:
    first = row[at].text
    if first[0].isdigit():
        if _THOUSANDS.fullmatch(first):
            return float(first.replace(".", "")), at + 1
        if not _PLAIN.fullmatch(first):
            return None
        after = at + 1
        while _continues(row, after, first):
            first += row[after].text
            after += 1
        return float(first.replace(",", ".")), after
    value = CARDINALS.get(first)
    if value is None:
        return None
    after = at + 1
    if value < 10 and text_at(row, after) == "hundre":
        value, after = value * 100, after + 1
    if value >= 100:
        follow = after + (text_at(row, after) == "og")
        rest = CARDINALS.get(text_at(row, follow))
        if rest and rest < 100:
            return float(value + rest), follow + 1
    return float(value), after


def _continues(row: Sequence[Word], at: int, digits: str) -> bool:
    """Whether word `at` is the next group of three of a number such as "12 000"."""
    group = text_at(row, at)
    apart = len(group) == 3 and group.isdigit() and row[at].start == row[at - 1].end + 1
    return apart and (len(digits) <= 3 or len(row[at - 1].text) == 3)


def _uncounted(row: Sequence[Word], at: int, dated: list[Span]) -> int:
    """How many words from the digits at `at` on are no number: dates, years, telephone numbers."""
    word = row[at]
    if any(span.start <= word.start < span.end for span in dated) or _YEAR.fullmatch(word.text):
        return 1
    if at and row[at - 1].text == "§":
        return 1
    if text_at(row, at + 1) == "." and month(text_at(row, at + 2)):
        return 3
    after = at
    while after < len(row) and row[after].text.isdigit() and 2 <= len(row[after].text) <= 3:
        after += 1
    telephone = after - at >= 3 and sum(len(w.text) for w in row[at:after]) == 8
    return after - at if telephone else 0


def _is_ordinal(row: Sequence[Word], at: int) -> bool:
    if row[at].text not in SECOND:
        return True
    before = row[at - 1].text if at else ""
    return before in _BEFORE_SECOND - {"og"} or text_at(row, at + 1) in _AFTER_SECOND or (
        before == "og" and at > 1 and row[at - 2].text in ORDINALS
    )
