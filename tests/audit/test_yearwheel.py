"""When agreements expire and are due for evaluation and revision, and what is due soon (DI004)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.audit.districts import audited, found, paper, verdicts_of


def days(kind: str, *papers: Any, **more: Any) -> list[str]:
    return [str(event.date) for event in audited(*papers, **more).events if event.kind == kind]


def yearly(**more: Any) -> Any:
    return paper(facts={"evaluation_interval_months": 12}, **more)


def test_the_end() -> None:
    assert days("expiry", paper()) == ["2027-12-31"]
    assert days("expiry", paper(until=None)) == []


def test_what_comes_round_has_the_last_the_next_and_those_within_the_horizon() -> None:
    assert days("evaluation", yearly()) == ["2025-12-31", "2026-12-31", "2027-12-31"]
    assert days("evaluation", yearly(), horizon=1) == ["2025-12-31", "2026-12-31"]
    assert days("evaluation", yearly(until=None, states={"period": "open-ended"}), horizon=36) == [
        "2025-12-31", "2026-12-31", "2027-12-31", "2028-12-31", "2029-12-31"]


def test_nothing_is_due_after_the_end() -> None:
    assert days("evaluation", yearly(until="2027-06-30")) == ["2025-12-31", "2026-12-31"]
    assert days("revision", paper(facts={"revision_interval_months": 48.0})) == ["2027-12-31"]
    assert days("revision", paper(facts={"revision_interval_months": 60.0})) == []


def test_no_interval_is_too_short_or_too_old() -> None:
    for months in (0, 5e-324, 1e-9):
        assert days("evaluation", paper(facts={"evaluation_interval_months": months})) == []
    ancient = paper(since="0001-01-01", until=None, states={"period": "open-ended"},
                    facts={"evaluation_interval_months": 0.25})
    assert 3 <= len(days("evaluation", ancient, horizon=1)) <= 7


def test_an_interval_from_no_day_is_no_date() -> None:
    assert days("evaluation", yearly(since=None)) == []


@pytest.mark.parametrize(("words", "day"), [
    ("Avtalen evalueres innen 1. juni 2027.", "2027-06-01"),
    ("Første gang er november 2027.", "2027-11-30"),
    ("Avtalen evalueres senest seks måneder før den går ut.", "2027-06-30"),
    ("Partane evaluerer avtalen eit halvt år før utløp.", "2027-06-30"),
    ("Samarbeidet evalueres to år etter at avtalen er signert.", "2025-12-31"),
    ("Evalueres innen 1. juni 2027, eller innen 1. juli 2027.", None),  # which?
    ("Evalueres 1. juni 2019.", None),  # before it began
    ("Evalueres tre måneder før sommerferien.", None),  # not the end of the agreement
    ("Evalueres midtveis i perioden.", None),
])
def test_once_by_the_words(words: str, day: str | None) -> None:
    one = paper(words={"evaluation_interval_months": words},
                states={"evaluation_interval_months": "moment"})
    assert days("evaluation", one) == ([day] if day else [])


def test_only_firm_words_give_a_date() -> None:
    vague = paper(words={"evaluation_interval_months": "Kan evalueres 1. juni 2027."},
                  states={"evaluation_interval_months": "vague"})
    assert days("evaluation", vague) == []


def test_drafts_and_what_was_replaced_have_no_dates() -> None:
    draft = paper("a.pdf", ("Hol",), states={"period": "placeholder"})
    old = paper("b.pdf", since="2023-01-01")
    assert [event.document for event in audited(draft, old, paper("c.pdf")).events] == [2]


# ---------------------------------------------------------------- uid


def uids(*papers: Any, **more: Any) -> dict[tuple[str, str], str]:
    district = audited(*papers, **more)
    assert len({event.uid for event in district.events}) == len(district.events)
    return {(event.kind, str(event.date)): event.uid for event in district.events}


def test_the_same_document_has_the_same_uids_under_another_name_and_on_another_day() -> None:
    first = uids(yearly(name="a.pdf", content="x"))
    later = uids(yearly(name="b.pdf", content="x"), as_of=dt.date(2027, 1, 15), lang="en")
    assert {key: later[key] for key in first.keys() & later.keys()} == {
        key: first[key] for key in first.keys() & later.keys()}
    assert len(first.keys() & later.keys()) == 3


def test_a_renewed_agreement_moves_the_dates_of_the_old_one() -> None:
    before = uids(paper(content="old"))
    after = uids(paper(content="new", since="2025-01-01", until="2029-12-31"))
    assert before["expiry", "2027-12-31"] == after["expiry", "2029-12-31"]


def test_uids_differ_by_kommune_kind_year_and_place_in_the_year() -> None:
    often = paper(facts={"evaluation_interval_months": 6.0, "revision_interval_months": 12})
    found = uids(often, paper("b.pdf", ("Hol",), facts={"evaluation_interval_months": 6.0}))
    assert found
    assert uids(paper("a.pdf", ()), paper("b.pdf", ()))  # no kommune: by content


def test_two_of_the_same_kommuner_have_two() -> None:
    assert len(audited(paper("a.pdf"), paper("b.pdf")).events) == 2
    assert uids(paper("a.pdf"), paper("b.pdf", until="2028-12-31"))


# ---------------------------------------------------------------- DI004


def test_each_thing_that_is_due_is_a_finding() -> None:
    district = audited(
        paper("a.pdf", ("Gol",), until="2025-12-31", words={"valid_to": "til 31.12.2025"}),
        paper("b.pdf", ("Hol",), until="2027-03-31"),
        paper("c.pdf", ("Ål",), facts={"evaluation_interval_months": 12}),
        paper("d.pdf", ("Flå",), since="2025-01-01", until=None,
              states={"term": "ambiguous"}), horizon=12)
    assert [(one.verdict, one.kommuner, one.documents) for one in found(district, "DI004")] == [
        ("fail", ("Gol",), (0,)), ("fail", ("Hol",), (1,)), ("fail", ("Ål",), (2,)),
        ("review", ("Ål",), (2,)), ("unknown", ("Flå",), (3,))]
    first, second, *_ = found(district, "DI004")
    assert first.message == "Gått ut uten at en ny er blant dokumentene: Gol (31.12.2025)."
    assert first.evidence[0][1].text == "til 31.12.2025"
    assert second.message == "Går ut i løpet av 12 måneder: Hol (31.03.2027)."


def test_nothing_within_the_horizon() -> None:
    assert verdicts_of(audited(paper()), "DI004") == ["pass"]
    assert verdicts_of(audited(paper(), horizon=24), "DI004") == ["fail"]
    assert verdicts_of(audited(paper(kind="other", notice="?")), "DI004") == ["inapplicable"]


@pytest.mark.parametrize("new", [{}, {"since": "2027-04-01", "until": "2031-03-31"}])
def test_who_has_signed_anew_needs_no_reminder(new: dict[str, str]) -> None:
    old = paper("a.pdf", since="2023-01-01", until="2027-03-31")
    assert "Går ut" not in " ".join(
        one.message for one in found(audited(old, paper("b.pdf", **new)), "DI004"))  # type: ignore[arg-type]


def test_an_agreement_without_end_that_was_read_is_not_due() -> None:
    assert verdicts_of(audited(paper(until=None)), "DI004") == ["inapplicable"]


def test_an_unread_page_may_hold_the_end() -> None:
    assert verdicts_of(audited(paper(until=None, unread_pages=(4,))), "DI004") == ["unknown"]
