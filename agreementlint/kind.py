"""Agreement and Facts → what kind of paper it is: an agreement, an unfilled template, the guide, or
something else, which is not judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from agreementlint.model import Fact, Kind
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Genre = Literal[
    "agreement", "template", "guide", "minutes", "case", "letter", "news", "plan", "contract",
    "political", "foreign", "unrelated",
]  # fmt: skip
TitledGenre = Literal["minutes", "case", "letter", "news", "plan"]

_BOTH_SIGN = frozenset({"complete", "kommune-missing", "authorised-for-all", "no-roles"})
_TITLES: Mapping[TitledGenre, str] = {
    "minutes": "minutes_title", "case": "case_title", "plan": "plan_title",
}  # fmt: skip
_BODIES: Mapping[TitledGenre, tuple[str, ...]] = {
    "minutes": ("minutes",),
    "case": ("case",),
    "letter": ("letter", "correspondence"),
    "news": ("news",),
    "plan": ("plan",),
}
_TITLE_LINES, _TITLE_LENGTH = 8, 160
"""Lines at the top among which the title stands, and the characters of one that may be it."""
_NO_TITLE = (".", ",", ";", ":", "?", "!")
_SHORT_TEXT = 60
"""Words of a partly unread document from which nobody can tell what it is."""
_FEWEST_WORDS = 30
_POLICE_SHARE = 0.015
"""Of the words of an agreement that does not name its police district or its kommune, so many at
least speak of the police."""
_ENOUGH = 2
"""Signs that make an agreement of a paper that not both sides sign."""


class Judged(NamedTuple):
    """The kind of the contract, and more closely what sort of paper it looks like."""

    kind: Kind
    genre: Genre


def kind(agreement: Agreement, facts: Mapping[str, Fact]) -> Judged:
    """What kind of paper this is. When in doubt it is an agreement: a poor one (a letter that both
    sign, a protocol, a page without a title) must be judged, not turned away."""
    found = _as_read(agreement, facts)
    return _despite_gaps(found, agreement) if agreement.document.unread_pages else found


def _despite_gaps(found: Judged, agreement: Agreement) -> Judged:
    """The kind of a partly unread document: what it lacks, such as its signatures, may stand where
    nothing was read, so that only what it says itself makes it another paper."""
    text, genre = agreement.document.text, found.genre
    short = len(text.split()) < _SHORT_TEXT
    lacks = genre in _BODIES and not any(_is_titled(g, _titles(agreement)) for g in _TITLES)
    unclear = genre == "unrelated" and _holds("police", text)
    if found.kind == "other" and (short or lacks or unclear):
        return Judged("agreement", "agreement")
    return found


def _as_read(agreement: Agreement, facts: Mapping[str, Fact]) -> Judged:
    """The kind of the paper as far as it was read."""
    text = agreement.document.text
    titles = _titles(agreement)
    both = facts["signatures"].state in _BOTH_SIGN
    if other := _unrelated(agreement, facts, titles, both):
        return Judged("other", other)
    if any(_holds("guide_title", title) for title in titles) and not both:
        return Judged("guide", "guide")
    if _unfilled(facts):
        return Judged("template", "template")
    genre = _genre(text, titles)
    signs = _signs(titles, text, facts)
    if _is_made(genre, text, titles, signs, both):
        return Judged("agreement", "agreement")
    return Judged("other", genre or "unrelated")


def _is_made(
    genre: TitledGenre | None, text: str, titles: list[str], signs: int, both: bool
) -> bool:
    """Whether the parties have made the paper their agreement, whatever sort it looks like."""
    if genre is None:
        return both or signs >= _ENOUGH
    accepted = _holds("accepted", text)
    if both:
        return accepted or (genre != "minutes" and signs > 0)
    reports = _is_titled(genre, titles) or (genre == "letter" and _holds("correspondence", text))
    return (accepted or not reports) and signs - _weight(genre, text, titles) >= _ENOUGH


def _holds(name: str, text: str) -> bool:
    return bool(wording("slag", name).search(text))


def _count(name: str, text: str) -> int:
    return sum(1 for _ in wording("slag", name).finditer(text))


def _titles(agreement: Agreement) -> list[str]:
    """The lines at the top of the first page that may be its title."""
    lines: list[str] = []
    for block in agreement.document.blocks[:_TITLE_LINES]:
        line = agreement.text_of(block.span).strip(" *_#>")
        if len(line) <= _TITLE_LENGTH and not line.endswith(_NO_TITLE):
            lines.append(line)
    return lines


def _unrelated(
    agreement: Agreement, facts: Mapping[str, Fact], titles: list[str], both: bool
) -> Genre | None:
    """What makes it no paper of kommune and police, whoever signs it."""
    text = agreement.document.text
    norwegian, english = _count("norwegian", text), _count("english", text)
    if english > norwegian and len(text.split()) > _FEWEST_WORDS:
        return "foreign"
    opening = _opening(agreement)
    political = {match[0].casefold() for match in wording("slag", "political").finditer(opening)}
    of_police = any(_holds("police", title) for title in titles)
    signed = both and facts["police_district"].state != "absent"
    if len(political) > 1 and not signed and not of_police and _genre(text, titles) is None:
        return "political"
    cooperates = any(_holds("cooperation", title) for title in titles)
    if not cooperates and any(_holds("other_contract", title) for title in titles):
        return "contract"
    missing = facts["parties"].state in ("kommune-missing", "police-missing")
    if missing and not both and _holds("other_party", opening):
        return "contract"
    much = _count("police", text) >= _POLICE_SHARE * len(text.split())
    return None if both or (much if missing else _holds("police", text)) else "unrelated"


def _opening(agreement: Agreement) -> str:
    """Title and first sentences, where the parties stand."""
    first = agreement.sentences[: 2 * _TITLE_LINES]
    return " ".join(agreement.text_of(sentence.span) for sentence in first)


def _unfilled(facts: Mapping[str, Fact]) -> bool:
    """Whether nobody has filled in the form: a party is a blank."""
    return facts["parties"].state == "placeholder"


def _genre(text: str, titles: list[str]) -> TitledGenre | None:
    """The kind of paper that its title or several of its phrases speak for."""
    weights = {genre: _weight(genre, text, titles) for genre in _BODIES}
    genre = max(weights, key=lambda one: weights[one])
    return genre if weights[genre] > 1 else None


def _weight(genre: TitledGenre, text: str, titles: list[str]) -> int:
    """How much speaks for it: its title counts three, each of its phrases one, four at most."""
    phrases = {
        match[0].casefold()[:12]
        for name in _BODIES[genre]
        for match in wording("slag", name).finditer(text)
    }
    return 3 * _is_titled(genre, titles) + min(len(phrases), 4)


def _is_titled(genre: TitledGenre, titles: list[str]) -> bool:
    return genre in _TITLES and any(_holds(_TITLES[genre], title) for title in titles)


def _signs(titles: list[str], text: str, facts: Mapping[str, Fact]) -> int:
    """How much speaks for an agreement, besides that both sides sign."""
    title = any(
        _holds("agreement_title", one) and not _holds("about_agreement", one) for one in titles
    )
    made = min(_count("made", text), 2)
    named = facts["parties"].state in ("identified", "region-only")
    timed = facts["period"].state in ("bounded", "open-ended", "placeholder", "start-only")
    signed = facts["signatures"].state == "one-side"
    return 2 * title + made + named + timed + signed
