"""Words of a clause or sentence → whether they only tell of what used to be."""

from __future__ import annotations

from agreementlint.vocabulary import wording

_PRETERITE = wording("fortid", "preterite")
_PRESENT = wording("fortid", "present")
_DECIDED = wording("fortid", "decided")
_OLDER_PAPER = wording("fortid", "older_paper")


def is_bygone(words: str) -> bool:
    """Whether everything in the words is past ("vart det ført møtebok"), and none of it a decision
    that still holds."""
    past = _PRETERITE.search(words) and not _PRESENT.search(words)
    return bool(past) and not _DECIDED.search(words)


def cites_older_paper(words: str) -> bool:
    """Whether the words tell what stood in an older agreement."""
    return bool(_OLDER_PAPER.search(words) and _PRETERITE.search(words))
