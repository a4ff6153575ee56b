"""Clauses → whether the purpose of the agreement, the cooperation or the politiråd is stated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import block_of, cells
from agreementlint.facts.wording import words_before
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_HEADING = wording("formal", "heading")
_PURE_HEADING = wording("formal", "pure_heading")
_STATES = tuple(
    (wording("formal", near), wording("formal", name))
    for near, name in (
        ("near_noun", "noun"),
        ("near_serves", "serves"),
        ("near_council_serves", "council_serves"),
        ("near_made_for", "made_for"),
        ("near_through", "through"),
    )
)
"""Each way to state a purpose, behind cheap words without which it need not be looked for."""
_BARE_GOAL = wording("formal", "bare_goal")
_WANTS = wording("formal", "wants")
_GENERAL_TITLE = wording("formal", "general_title")
_REASON = wording("formal", "reason")
_BACKGROUND = wording("formal", "background")
_DENIED = wording("formal", "denied")
_FORMER = wording("formal", "former")
_HOPES = wording("formal", "hopes")
_THEREFORE = wording("formal", "therefore")
_WISHED = wording("formal", "wished")
_OTHER = wording("formal", "other")
_QUESTION = wording("formal", "question")
_ANSWER = wording("formal", "answer")
_PRONOUN = wording("formal", "pronoun")
_ABOUT_PAPER = wording("formal", "about_paper")
_TITLED_PAPER = wording("formal", "titled_paper")
_ROW = wording("formal", "row")
_JOINED = re.compile(r" (?:med|om|for|på) (?:\w+ ){0,2}?\w+")
_FEWEST_WORDS, _FEWEST_WHERE_PURE, _FEWEST_IN_ROW, _FEWEST_IN_BULLET = 6, 4, 3, 2
"""Words of a sentence (also where all that stands there is the purpose), of the cell of a form and
of a bullet that can state a purpose."""


def purpose(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "stated" (by a sentence, or by what stands under a heading on the purpose),
    "absent"."""
    spoken = [c for c in clauses if _states_purpose(agreement, c) or _is_purpose_row(agreement, c)]
    headed = [c for c in clauses if _under_purpose(agreement, c)]
    both = [c for c in spoken if c in headed]
    best = both or spoken or headed
    return Fact(None, "stated", distinct(c.span for c in best)[:2]) if best else Fact()


def _states_purpose(agreement: Agreement, clause: Clause) -> bool:
    """Whether the sentence itself says what the agreement or the cooperation is for."""
    if clause.start > 0 or clause.kind == "row" or clause.force == "past":
        return False
    text = _named(agreement, clause)
    if clause.force == "deferred" and not _HOPES.search(text):
        return False
    if _DENIED.search(text) or _FORMER.search(text):
        return False
    before = words_before(agreement, clause.sentence)
    if _ANSWER.match(text) and _QUESTION.search(before):
        return True
    if _THEREFORE.match(text) and _WISHED.search(before):
        return True
    bare = _BARE_GOAL.search(text) or _WANTS.search(text)
    if bare and _GENERAL_TITLE.search(_title(agreement, clause)):
        return True
    said = (pattern.search(text) for near, pattern in _STATES if near.search(text))
    return any(match and not _OTHER.search(text, 0, _end_of_noun(text, match)) for match in said)


def _end_of_noun(text: str, match: re.Match[str]) -> int:
    """Where the words of the match end, with what is joined to them: "ordningen med …"."""
    joined = _JOINED.match(text, match.end())
    return joined.end() if joined else match.end()


def _named(agreement: Agreement, clause: Clause) -> str:
    """The words of the sentence, its pronoun for the agreement replaced by the noun: "Den skal …"
    after a sentence on the agreement, or right under a heading that names it."""
    pronoun = _PRONOUN.match(clause.text)
    if pronoun is None:
        return clause.text
    before = words_before(agreement, clause.sentence)
    known = _is_on_paper(agreement, clause.sentence)
    titled = not before and any(_TITLED_PAPER.search(t) for t in agreement.titles(clause.section))
    return f"Avtalen{clause.text[pronoun.end() :]}" if known or titled else clause.text


def _is_on_paper(agreement: Agreement, sentence: int) -> bool:
    """Whether the sentence before is about the agreement, or goes on about one that is."""
    for index in range(sentence, 0, -1):
        before = words_before(agreement, index)
        if not _PRONOUN.match(before):
            return bool(_ABOUT_PAPER.match(before))
    return False


def _title(agreement: Agreement, clause: Clause) -> str:
    return next(iter(agreement.titles(clause.section)), "")


def _is_purpose_row(agreement: Agreement, clause: Clause) -> bool:
    """Whether it is a row of a form that begins with "Formål" and goes on with what for."""
    if clause.kind != "row":
        return False
    first, *others = cells(agreement, block_of(agreement, clause)) or ("",)
    return bool(_ROW.fullmatch(first)) and any(len(c.split()) >= _FEWEST_IN_ROW for c in others)


def _under_purpose(agreement: Agreement, clause: Clause) -> bool:
    """Whether the clause stands under a heading on the purpose and says what for."""
    titles = [t for t in agreement.titles(clause.section) if t]
    title = next((t for t in titles if _HEADING.search(t) and not _OTHER.search(t)), None)
    if title is None or clause.force == "past" or _OTHER.search(clause.text):
        return False
    pure = _PURE_HEADING.search(title)
    in_text = _FEWEST_WHERE_PURE if pure else _FEWEST_WORDS
    fewest = _FEWEST_IN_BULLET if clause.kind == "bullet" else in_text
    if len(clause.text.split()) < fewest:
        return False
    if _BACKGROUND.search(clause.text):
        return False
    return bool(pure or _REASON.search(clause.text))
