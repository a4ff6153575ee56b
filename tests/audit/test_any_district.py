"""Whatever documents say, an audit of them is made, and holds together."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.audit.model import DistrictReport
from agreementlint.model import DocumentReport, Problem
from agreementlint.report import as_jsonl
from agreementlint.report.json_district import district_json_report
from agreementlint.report.style import Style
from agreementlint.report.terminal_district import district_terminal_report
from tests.audit.districts import audited, paper, verdict

DAYS = st.one_of(st.none(), st.dates().map(str), st.sampled_from(
    ["2023-01-01", "2024-02-29", "2026-11-21", "2027-06-30"]))
MONTHS = st.one_of(st.none(), st.sampled_from([0, 0.25, 1, 6, 12.0, 24, 48, 1e9]),
                   st.floats(0, 1e6, allow_nan=False))
NAMES = st.sampled_from(["Gol", "Hol", "Ål", "Herøy", "Våler", "Ski", "Tysfjord", "Os", "Atlantis"])
PERSONS = st.one_of(st.sampled_from(["Kari Vik", "K. Vik", "Vik, Kari", "Per Lie", "Lie", "P."]),
                    st.text(max_size=12))
WORDS = st.sampled_from(["", "Evalueres seks måneder før utløp.", "Innen 1. juni 2026.",
                         "To hundre år etter at den er signert.", "Hundre år før den går ut."])
STATES = {
    "term": st.sampled_from(["running", "ambiguous", "no-end", "expired", "future", "ending"]),
    "period": st.sampled_from(["bounded", "open-ended", "placeholder", "start-only", "absent"]),
    "signed_on": st.sampled_from(["dated", "blank", "absent"]),
    "agreement_type": st.sampled_from(["council-only", "services-only", "combined"]),
    "kommuner_per_politikontakt": st.sampled_from(["approved", "within", "over", "unclear"]),
    "evaluation_interval_months": st.sampled_from(["interval", "moment", "vague"]),
}


@st.composite
def papers(draw: st.DrawFn) -> DocumentReport:
    kind = draw(st.sampled_from(["agreement"] * 5 + ["template", "other"]))
    return paper(
        draw(st.sampled_from(["a.pdf", "b.pdf", "c.pdf", "d.pdf"])),
        tuple(draw(st.lists(NAMES, max_size=4, unique=True))),
        since=draw(DAYS), until=draw(DAYS), content=draw(st.sampled_from(["x", "y", "z", None])),
        contacts=tuple(draw(st.lists(PERSONS, max_size=3))),
        states={name: draw(state) for name, state in STATES.items()},
        words={"evaluation_interval_months": draw(WORDS)},
        facts={"evaluation_interval_months": draw(MONTHS),
               "revision_interval_months": draw(MONTHS)},
        district=draw(st.sampled_from([None, "Øst politidistrikt", "Hedmark", "Ukjent"])),
        verdicts=tuple(verdict(rule, draw(st.sampled_from("✓✗?…–")))
                       for rule in ("PR001", "EV001")),
        prints=tuple(draw(st.lists(st.sampled_from("abcdef"), max_size=6))),
        unread_pages=tuple(draw(st.sampled_from([(), (2,)]))),
        kind=kind, notice="Et brev." if kind == "other" else None,
        error=draw(st.sampled_from([None, None, None, Problem("damaged", "Skadet.")])))


def holds_together(district: DistrictReport) -> None:
    size = len(district.report.documents)
    known = {one.name for one in district.kommuner}
    for agreement in district.agreements:
        assert district.district is not None or set(agreement.kommuner) <= known
        assert agreement.superseded_by is None or 0 <= agreement.superseded_by < size
        assert agreement.state != "superseded" or agreement.superseded_by is not None
    for kommune in district.kommuner:
        assert kommune.in_force is None or kommune.in_force in kommune.agreements
    for contact in district.contacts:
        assert set(contact.maybe) <= set(contact.kommuner)
    assert len({event.uid for event in district.events}) == len(district.events)
    assert {finding.rule for finding in district.findings} == {"DI001", "DI002", "DI003", "DI004"}
    for finding in district.findings:
        assert "{" not in finding.message and "None" not in finding.message


@settings(deadline=None, max_examples=60)
@given(st.lists(papers(), max_size=6), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
       st.sampled_from([None, "Øst", "Sør-Aust"]), st.sampled_from([0, 1, 12, 1200]))
def test_any_documents(documents: list[DocumentReport], as_of: dt.date, district: str | None,
                       horizon: int) -> None:
    whole = audited(*documents, as_of=as_of, district=district, horizon=horizon)
    holds_together(whole)
    assert district_json_report(whole) and as_jsonl(whole.report, Style()) is not None
    assert district_terminal_report(whole, Style(width=60))
    assert audited(*documents, as_of=as_of, district=district, horizon=horizon) == whole
