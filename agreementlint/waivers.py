"""Verdicts and the waivers of their fingerprints into verdicts that are waived."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from agreementlint.model import FINDINGS, Verdict, Waiver


def fingerprint(verdict: Verdict) -> str:
    """What tells a finding from others of its document: its rule and the words that it quotes,
    wherever they stand; twelve hex digits."""
    words = [verdict.rule, *(" ".join(one.text.split()).casefold() for one in verdict.evidence)]
    return blake2b("\n".join(words).encode("utf-8", "replace"), digest_size=6).hexdigest()


def holds(waiver: Waiver, as_of: dt.date) -> bool:
    """Whether it has not run out."""
    return waiver.until is None or as_of <= waiver.until


def waived(verdicts: Sequence[Verdict], waivers: Mapping[str, Waiver], as_of: dt.date,
           ) -> tuple[Verdict, ...]:
    """The verdicts; a finding whose fingerprint has a waiver that holds on the day carries it."""
    return tuple(
        replace(verdict, waiver=found)
        if verdict.verdict in FINDINGS
        and (found := waivers.get(fingerprint(verdict))) is not None and holds(found, as_of)
        else verdict
        for verdict in verdicts)
