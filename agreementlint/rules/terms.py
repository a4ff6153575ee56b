"""What rules may ask for: the facts with their states and details, the words of clauses, and what
the audit of a district may find.

It stands apart from `agreementlint.facts` because rule files are judged before the language is
loaded; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from agreementlint.vocabulary import vocabulary

UNKNOWN_THING = "annet"


class Asked(NamedTuple):
    """The `states` that a fact may have, and the fields beside "value" and "state" that its
    details may have."""

    states: tuple[str, ...]
    details: tuple[str, ...] = ()


FACTS: Mapping[str, Asked] = {
    "municipalities": Asked(("named", "absent")),
    "police_district": Asked(("current", "former", "unknown", "unit", "absent")),
    "parties": Asked(("identified", "inferable", "region-only", "placeholder", "kommune-missing",
                      "police-missing")),
    "signatures": Asked(("complete", "authorised-for-all", "kommune-missing", "no-roles",
                         "one-side", "none"), ("missing",)),
    "signed_on": Asked(("dated", "letterhead", "blank", "absent")),
    "valid_from": Asked(("given", "absent")),
    "valid_to": Asked(("given", "absent")),
    "duration_months": Asked(("given", "absent")),
    "period": Asked(("bounded", "placeholder", "open-ended", "start-only", "duration-only",
                     "absent"), ("starts", "ends", "conflict", "prolonged", "council",
                                   "no_day")),
    "term": Asked(("running", "ending", "future", "expired", "no-end", "ambiguous")),
    "date_consistency": Asked(("contradiction", "mismatch", "council-mismatch", "signed-late",
                               "consistent", "too-few")),
    "district_match": Asked(("match", "former-name", "wrong", "unknown"), ("wrong", "former")),
    "council": Asked(("described", "declined", "mentioned", "absent")),
    "meetings_per_year": Asked(("stated", "joint", "vague", "upper-bound", "provisional",
                                "contradiction", "absent"), ("per_year",)),
    "evaluation": Asked(("whole", "optional", "partial", "other", "absent")),
    "evaluation_interval_months": Asked(("interval", "moment", "partial", "vague", "absent"),
                                        ("interval",)),
    "revision_interval_months": Asked(("planned", "on-demand", "prolonged", "other", "absent")),
    "politikontakt": Asked(("assigned", "optional", "absent")),
    "politikontakter": Asked(("named", "absent")),
    "kommuner_per_politikontakt": Asked(
        ("approved", "within", "few-parties", "over", "contradictory", "unclear"), ("kommuner",)
    ),
    "agenda": Asked(("written", "other", "absent")),
    "minutes": Asked(("written", "other", "negated", "absent")),
    "council_leadership": Asked(
        ("both", "political", "administrative", "unspecified", "open", "neither")
    ),
    "council_police_leader": Asked(("leader", "unspecified", "optional", "open", "absent")),
    "council_politikontakt": Asked(("member", "excluded", "optional", "absent")),
    "politikontakt_tasks": Asked(("described", "elsewhere", "absent")),
    "politikontakt_authority": Asked(("clear", "open", "general", "absent")),
    "politikontakt_time": Asked(("stated", "vague", "absent")),
    "slt": Asked(("tied", "none", "planned", "absent")),
    "civil_society": Asked(("involved", "optional", "refused", "informed", "absent")),
    "knowledge": Asked(("stated", "exchange", "absent")),
    "focus_areas": Asked(("named", "later", "absent")),
    "focus_renewal": Asked(("planned", "on-demand", "absent")),
    "information_sharing": Asked(("told", "absent")),
    "purpose": Asked(("stated", "absent")),
    "services": Asked(("described", "elsewhere", "absent")),
    "duties": Asked(("both", "mutual", "police-only", "kommune-only", "absent")),
    "agreement_type": Asked(("combined", "council-only", "services-only", "unclear")),
    "confidentiality": Asked(("binding", "topic", "absent")),
    "placeholders": Asked(("left", "absent"), ("words",)),
    "instructions": Asked(("left", "absent")),
    "unsettled": Asked(("open", "absent")),
    "numbering": Asked(("in-order", "out-of-order", "unread", "unnumbered")),
    "written_standard": Asked(("one", "mixed", "too-short")),
    "outdated_references": Asked(("outdated", "absent"), ("ended",)),
}


DISTRICT_CASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "DI001": {
        "covered": ("count",),
        "none": ("kommuner",),
        "ended": ("dated",),
        "later": ("dated",),
        "unsure": ("kommuner",),
        "unread": ("kommuner", "documents"),
        "no-district": (),
    },
    "DI002": {
        "within": ("limit",),
        "over": ("name", "count", "kommuner", "limit"),
        "shared": ("name", "count", "kommuner", "limit"),
        "approved": ("name", "count", "kommuner"),
        "same-person": ("names", "count", "kommuner", "limit"),
        "nobody": (),
    },
    "DI003": {
        "single": (),
        "later": ("kommuner", "document", "others"),
        "undecided": ("kommuner", "documents"),
        "versions": ("kommuner", "documents"),
        "copies": ("documents",),
    },
    "DI004": {
        "nothing-due": ("horizon",),
        "expired": ("agreements",),
        "expiring": ("agreements", "horizon"),
        "evaluation": ("agreements", "horizon"),
        "evaluation-past": ("agreements",),
        "revision": ("agreements", "horizon"),
        "revision-past": ("agreements",),
        "undated": ("agreements",),
        "no-agreements": (),
    },
}
"""Id of a rule of several agreements → what the audit may find → the fields of its message."""


@cache
def clause_words() -> Mapping[str, frozenset[str]]:
    """Option of a clause condition → the words that it may hold."""
    known = vocabulary()
    things = frozenset(known.things)
    return {
        "act": frozenset(known.acts),
        "object": things | {UNKNOWN_THING},
        "body": things,
        "topic": frozenset(known.topics),
    }
