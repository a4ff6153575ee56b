"""Whether an agreement holds, what has taken its place, and which kommuner have none (DI001)."""

from __future__ import annotations

from typing import Any

import pytest

from agreementlint.model import Problem
from tests.audit.districts import audited, found, paper, verdicts_of


@pytest.mark.parametrize(("made", "state"), [
    ({}, "in-force"),
    ({"until": "2026-11-21"}, "in-force"),  # its last day
    ({"until": "2026-11-20"}, "expired"),
    ({"since": "2026-11-22"}, "future"),
    ({"until": "2025-01-01", "states": {"term": "ambiguous"}}, "doubtful"),
    ({"until": None}, "in-force"),  # begun less than a council period ago
    ({"since": "2020-01-01", "until": None}, "doubtful"),
    ({"since": "2010-01-01", "until": None, "states": {"period": "open-ended"}}, "in-force"),
    ({"since": None, "until": None}, "doubtful"),
    ({"until": None, "unread_pages": (3,)}, "doubtful"),
    ({"unread_pages": (3,)}, "in-force"),  # the end was read
    ({"since": None, "until": None, "states": {"signed_on": "blank"}}, "unsigned"),
    ({"until": None, "states": {"period": "placeholder"}}, "unsigned"),
    ({"states": {"signed_on": "blank"}}, "in-force"),  # handwriting is not read; the dates hold
])
def test_state(made: dict[str, Any], state: str) -> None:
    assert [one.state for one in audited(paper(**made)).agreements] == [state]


def test_an_approximate_end_is_told() -> None:
    from datetime import date

    one, = audited(paper(until=None, facts={"term": date(2027, 10, 31)})).agreements
    assert (one.state, one.until) == ("in-force", date(2027, 10, 31))


def states(*papers: Any) -> list[tuple[str, int | None]]:
    return [(one.state, one.superseded_by) for one in audited(*papers).agreements]


def test_a_later_agreement_takes_the_place_of_one_that_still_runs() -> None:
    old = paper("a.pdf", ("Gol", "Hol"), since="2023-01-01")
    assert states(old, paper("b.pdf", ("Gol", "Hol", "Ål"), since="2025-01-01")) == [
        ("superseded", 1), ("in-force", None)]


def test_it_stays_in_force_for_the_kommuner_that_have_got_no_other() -> None:
    district = audited(paper("a.pdf", ("Gol", "Hol", "Ål"), since="2023-01-01"),
                       paper("b.pdf", ("Hol",), since="2025-01-01"), district="Sør-Øst")
    assert [one.state for one in district.agreements] == ["in-force", "in-force"]
    assert {one.name: one.in_force for one in district.kommuner if one.agreements} == {
        "Gol": 0, "Hol": 1, "Ål": 0}


def test_what_takes_the_place_of_three_may_be_three() -> None:
    own = [paper(f"{name}.pdf", (name,), since="2025-01-01") for name in ("Gol", "Hol", "Ål")]
    assert states(paper("a.pdf", ("Gol", "Hol", "Ål"), since="2023-01-01"), *own)[0] == (
        "superseded", 1)


@pytest.mark.parametrize("later", [
    {"since": "2027-01-01", "until": "2030-12-31"},  # not yet
    {"since": None, "until": "2030-12-31"},  # nobody knows since when
    {"since": "2025-01-01", "until": "2025-12-31"},  # over
    {"since": "2025-01-01", "until": None, "states": {"period": "placeholder"}},  # a draft
    {"since": "2024-01-01"},  # the same day
    {"since": "2025-01-01", "states": {"agreement_type": "services-only"}},  # of another sort
])
def test_what_takes_no_place(later: dict[str, Any]) -> None:
    first = paper("a.pdf", since="2024-01-01", states={"agreement_type": "council-only"})
    assert states(first, paper("b.pdf", **later))[0] == ("in-force", None)


def test_an_expired_agreement_is_told_what_came_after_it() -> None:
    old = paper("a.pdf", since="2019-01-01", until="2022-12-31")
    assert states(old, paper("b.pdf"))[0] == ("expired", 1)


def test_a_former_part_is_not_the_whole_kommune() -> None:
    ski = paper(kommuner=("Ski",), since="2019-01-01", states={"period": "open-ended"},
                until=None, district="Øst politidistrikt")
    district = audited(ski, district="Øst")
    follo = next(one for one in district.kommuner if one.name == "Nordre Follo")
    assert follo.agreements == (0,) and follo.in_force is None
    finding = next(one for one in found(district, "DI001") if one.kommuner == ("Nordre Follo",))
    assert finding.verdict == "review"


def test_letters_and_damaged_files_are_no_agreements() -> None:
    letter = paper("brev.pdf", kind="other", notice="brev.pdf er et brev.")
    form = paper("mal.pdf", kind="template")
    damaged = paper("skadd.pdf", error=Problem("damaged", "Skadet."))
    district = audited(letter, form, damaged, paper())
    assert [one.document for one in district.agreements] == [3]
    assert len(district.report.documents) == 4


# ---------------------------------------------------------------- DI001


def oslo(*kommuner: str, **more: Any) -> Any:
    return paper("-".join(kommuner) or "ukjent", kommuner, district="Oslo politidistrikt", **more)


def test_all_covered() -> None:
    district = audited(oslo("Oslo", "Asker"), oslo("Bærum"), district="Oslo")
    assert verdicts_of(district, "DI001") == ["pass"]
    assert found(district, "DI001")[0].message == (
        "Alle 3 kommuner i distriktet har en avtale som gjelder.")


def test_each_way_of_lacking_one_is_a_finding_of_its_own() -> None:
    district = audited(oslo("Asker", until="2025-12-31", words={"valid_to": "til 31.12.2025"}),
                       oslo("Bærum", since="2020-01-01", until=None), district="Oslo")
    assert [(one.verdict, one.kommuner, one.documents) for one in found(district, "DI001")] == [
        ("review", ("Bærum",), (1,)), ("fail", ("Asker",), (0,)), ("fail", ("Oslo",), ())]
    assert found(district, "DI001")[1].evidence[0][1].text == "til 31.12.2025"


def test_when_it_ended_and_when_the_next_begins_is_told() -> None:
    district = audited(oslo("Asker", since="2020-01-01", until="2022-12-31"),
                       oslo("Asker", "Oslo", until="2025-12-31"),
                       oslo("Bærum", since="2027-02-01", until="2030-12-31"), district="Oslo")
    assert [(one.verdict, one.message.rpartition(": ")[2]) for one in found(district, "DI001")] == [
        ("review", "Bærum (01.02.2027)."), ("fail", "Asker (31.12.2025) og Oslo (31.12.2025).")]


@pytest.mark.parametrize("unread", [
    paper("skadd.pdf", (), error=Problem("damaged", "Skadet.")),
    paper("region.pdf", ()),  # an agreement of it does not say which
    paper("skanna.pdf", (), kind="other", notice="?", unread_pages=(1, 2)),
])
def test_what_was_not_read_may_be_the_agreement(unread: Any) -> None:
    district = audited(oslo("Asker", "Bærum"), unread, district="Oslo")
    finding, = found(district, "DI001")
    assert (finding.verdict, finding.kommuner, finding.documents) == ("unknown", ("Oslo",), (1,))
    assert unread.path in finding.message


def test_what_proves_nothing_makes_no_doubt() -> None:
    old = paper("region.pdf", (), until="2020-12-31")  # whosever it was, it is over
    letter = paper("brev.pdf", (), kind="other", notice="Et brev.")
    district = audited(oslo("Asker", "Bærum"), old, letter, district="Oslo")
    assert verdicts_of(district, "DI001") == ["fail"]


def test_without_a_district_nobody_is_missing() -> None:
    district = audited(oslo("Asker"), paper("b.pdf", ("Stavanger",), district="Sør-Vest"))
    assert verdicts_of(district, "DI001") == ["inapplicable"]
    assert [one.name for one in district.kommuner] == ["Asker", "Stavanger"]


@pytest.mark.parametrize(("lang", "said"), [
    ("nb", "Ingen av dokumentene er en avtale for: Bærum og Oslo."),
    ("nn", "Ingen av dokumenta er ein avtale for: Bærum og Oslo."),
    ("en", "None of the documents is an agreement for: Bærum and Oslo."),
])
def test_the_languages(lang: str, said: str) -> None:
    assert found(audited(oslo("Asker"), district="Oslo", lang=lang), "DI001")[0].message == said
