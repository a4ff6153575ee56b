"""Agreement and Clauses → Facts: what the agreement says, each with the words that say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from agreementlint.clauses import Clause
from agreementlint.facts import (
    avtaletype,
    council,
    coverage,
    district,
    doers,
    focusareas,
    followup,
    formal,
    forpliktelser,
    involvement,
    knowledge,
    malform,
    meetings,
    members,
    numbering,
    opplysninger,
    papers,
    parties,
    period,
    politikontakt,
    politikontaktfullmakt,
    politikontaktrolle,
    politikontakttid,
    references,
    renewal,
    seats,
    signatures,
    statements,
    taushetsplikt,
    tjenester,
    uavklart,
    utkast,
)
from agreementlint.facts.addressee import with_addressee
from agreementlint.model import Fact
from agreementlint.register import Register
from agreementlint.structure import Agreement

REPORTED = (
    "municipalities", "police_district", "politikontakter", "meetings_per_year",
    "evaluation_interval_months", "revision_interval_months", "valid_from", "valid_to", "signed_on",
)  # fmt: skip
"""The facts of the JSON report, in the contract's order."""


def facts(
    agreement: Agreement, clauses: Sequence[Clause], register: Register, as_of: dt.date
) -> Mapping[str, Fact]:
    """All facts by name; the states of each are told by the function that makes it."""
    found: dict[str, Fact] = dict(parties.parties(agreement))
    kommuner: Sequence[str] = found["municipalities"].value or ()
    found["signatures"] = signatures.signatures(agreement, kommuner)
    found["signed_on"] = signatures.signed_on(agreement)
    found |= period.period(agreement, found["signed_on"])
    found["term"] = period.in_force(found["period"], as_of)
    found["date_consistency"] = period.date_consistency(found, found["signed_on"])
    found["district_match"] = district.district_match(
        found["municipalities"], found["police_district"], found["valid_from"].value, as_of
    )
    said = statements.statements(agreement, clauses)
    found["council"] = council.council(agreement, clauses)
    found["meetings_per_year"] = meetings.meetings(agreement, clauses, said)
    found["evaluation"] = followup.evaluation(agreement, clauses)
    found["evaluation_interval_months"] = followup.evaluation_time(agreement, clauses)
    found["revision_interval_months"] = followup.revision(agreement, clauses)
    found["politikontakt"] = politikontakt.assignment(agreement, clauses, kommuner)
    found["politikontakter"] = politikontakt.names(agreement, clauses)
    found["kommuner_per_politikontakt"] = coverage.coverage(agreement, clauses, kommuner)
    found["confidentiality"] = taushetsplikt.confidentiality(agreement, clauses)
    doing = doers.doers(agreement, clauses)
    found |= _of_role(politikontaktrolle.role(agreement, clauses))
    found |= _of_content(agreement, clauses, doing, found)
    found |= _said(said, found["politikontakter"].value or (), agreement.document.text)
    found |= _form(agreement, found["valid_from"].value, as_of)
    return found


def _of_content(
    agreement: Agreement,
    clauses: Sequence[Clause],
    doing: Sequence[doers.Doer | None],
    found: Mapping[str, Fact],
) -> Mapping[str, Fact]:
    """What the agreement is for and what the parties owe; `doing` is who does what each clause
    says, `found` are the facts it rests on."""
    services = tjenester.services(agreement, clauses)
    contact = found["politikontakt"]
    promised = [fact for fact in (services, contact) if fact.state in ("described", "assigned")]
    return {
        "information_sharing": opplysninger.sharing(agreement, clauses),
        "purpose": formal.purpose(agreement, clauses),
        "services": services,
        "duties": forpliktelser.duties(agreement, clauses, doing, promised),
        "agreement_type": avtaletype.agreement_type(agreement, found["council"], services, contact),
    }


def _of_role(role: politikontaktrolle.Role) -> Mapping[str, Fact]:
    """What the politikontakt does, may decide, and has time for."""
    return {
        "politikontakt_tasks": politikontaktrolle.tasks(role),
        "politikontakt_authority": politikontaktfullmakt.authority(role),
        "politikontakt_time": politikontakttid.time_for_it(role),
    }


def _said(
    said: Sequence[statements.Statement], persons: Sequence[str], text: str
) -> Mapping[str, Fact]:
    """Who takes part, with what papers, and what the cooperation works with; `persons` are the
    politikontakter by name, `text` is the whole document's."""
    sitting = seats.members(with_addressee(text, said))
    return {
        "agenda": papers.agenda(said),
        "minutes": papers.minutes(said),
        "council_leadership": members.leadership(said, sitting),
        "council_police_leader": members.police_leader(said, sitting),
        "council_politikontakt": members.politikontakt_sits(said, sitting, persons),
        "slt": involvement.slt(said),
        "civil_society": involvement.civil_society(said),
        "knowledge": knowledge.knowledge(said),
        "focus_areas": focusareas.focus_areas(said),
        "focus_renewal": renewal.renewal(said),
    }


def _form(agreement: Agreement, start: dt.date | None, as_of: dt.date) -> Mapping[str, Fact]:
    """What must be in order before the agreement is signed, whatever it says."""
    return {
        "placeholders": utkast.placeholders(agreement),
        "instructions": utkast.instructions(agreement),
        "unsettled": uavklart.unsettled(agreement),
        "numbering": numbering.numbering(agreement),
        "written_standard": malform.one_standard(agreement),
        "outdated_references": references.outdated(agreement, start, as_of),
    }
