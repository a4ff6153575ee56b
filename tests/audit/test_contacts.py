"""Who is politikontakt for which kommuner, and who has too many (DI002)."""

from __future__ import annotations

import pytest

from agreementlint.audit.contacts import LIMIT
from agreementlint.audit.names import name, perhaps_same
from agreementlint.facts import kontaktkommuner
from tests.audit.districts import audited, found, paper, verdicts_of


def test_the_limit_is_that_of_the_rule_for_one_agreement() -> None:
    assert LIMIT == kontaktkommuner.LIMIT


@pytest.mark.parametrize(("one", "other"), [
    ("Kari Nordmann", "KARI  NORDMANN"), ("Kari Nordmann", "Nordmann, Kari"),
    ("Kari Nordmann", "Politiførstebetjent Kari Nordmann"),
    ("Kari Nordmann", "Kari Nordmann, politioverbetjent"),
    ("Anne-Kari Vik", "Anne Kari Vik"), ("René Vik", "Rene Vik"),
    ("K. A. Vik", "K.A. Vik"), ("Pob. Kari Vik", "Kari Vik"),
])
def test_surely_the_same(one: str, other: str) -> None:
    assert name(one) == name(other)


@pytest.mark.parametrize(("one", "other"), [
    ("Kari Nordmann", "K. Nordmann"), ("Kari Nordmann", "Kari A. Nordmann"),
    ("Kari A. Nordmann", "Kari Anne Nordmann"), ("Kari Nordmann", "Kari Nordman"),
    ("Kari Vik", "Kari Vik Nordmann"), ("Per Hansen", "Per Hanssen"), ("Per Aas", "Per Ås"),
    ("Nordmann", "Kari Nordmann"), ("Kristin Vik", "Kirstin Vik"),
])
def test_perhaps_the_same(one: str, other: str) -> None:
    assert name(one) != name(other)
    assert perhaps_same(name(one), name(other)) and perhaps_same(name(other), name(one))


@pytest.mark.parametrize(("one", "other"), [
    ("Kari Nordmann", "Knut Nordmann"), ("Kari Nordmann", "Karl Nordmann"),
    ("Kari Anne Nordmann", "Kari Berit Nordmann"), ("Ola Hansen", "Ola Jansen"),
    ("Kari Vik", "Kari Lie"), ("Øyvind Ås", "Oyvind Os"), ("Per Nordmann", "Pål Nordman"),
])
def test_hardly_the_same(one: str, other: str) -> None:
    assert name(one) != name(other) and not perhaps_same(name(one), name(other))


def test_kommuner_are_added_over_agreements() -> None:
    district = audited(
        paper("a.pdf", ("Gol", "Hol"), contacts=("Kari Nordmann",)),
        paper("b.pdf", ("Ål", "Flå"), contacts=("Nordmann, Kari",)))
    contact, = district.contacts
    assert contact.kommuner == ("Flå", "Gol", "Hol", "Ål") and not contact.doubtful
    assert contact.names == ("Kari Nordmann", "Nordmann, Kari")
    finding, = found(district, "DI002")
    assert (finding.verdict, finding.documents) == ("fail", (0, 1))
    assert [words.text for _, words in finding.evidence] == ["Kari Nordmann", "Nordmann, Kari"]


def test_three_are_within() -> None:
    district = audited(paper("a.pdf", ("Gol", "Hol"), contacts=("Kari Nordmann",)),
                       paper("b.pdf", ("Gol", "Ål"), contacts=("Kari Nordmann",)))
    assert verdicts_of(district, "DI002") == ["pass"]


def test_nobody_is_named() -> None:
    assert verdicts_of(audited(paper()), "DI002") == ["inapplicable"]


def test_agreements_that_are_over_do_not_count() -> None:
    district = audited(
        paper("a.pdf", ("Gol", "Hol"), contacts=("Kari Nordmann",), until="2025-12-31"),
        paper("b.pdf", ("Ål", "Flå"), contacts=("Kari Nordmann",)))
    assert verdicts_of(district, "DI002") == ["pass"]


def test_nor_kommuner_that_have_got_an_agreement_of_their_own() -> None:
    district = audited(
        paper("a.pdf", ("Gol", "Hol", "Ål"), contacts=("Kari Nordmann",), since="2023-01-01"),
        paper("b.pdf", ("Hol",), contacts=("Per Vik",), since="2025-01-01"),
        paper("c.pdf", ("Flå",), contacts=("Kari Nordmann",)))
    assert district.contacts[0].kommuner == ("Flå", "Gol", "Ål")


def test_doubtful_names_are_never_added_up_silently() -> None:
    district = audited(
        paper("a.pdf", ("Gol", "Hol"), contacts=("Kari Nordmann",)),
        paper("b.pdf", ("Ål", "Flå"), contacts=("K. Nordmann",)))
    assert [(one.name, len(one.kommuner), one.perhaps) for one in district.contacts] == [
        ("K. Nordmann", 2, ("Kari Nordmann",)), ("Kari Nordmann", 2, ("K. Nordmann",))]
    finding, = found(district, "DI002")
    assert (finding.verdict, len(finding.kommuner)) == ("review", 4)
    assert "K. Nordmann og Kari Nordmann" in finding.message


def test_an_initial_is_one_of_two_and_not_both() -> None:
    district = audited(
        paper("a.pdf", ("Gol", "Hol"), contacts=("Kari Nordmann",)),
        paper("b.pdf", ("Ål", "Flå"), contacts=("Knut Nordmann",)),
        paper("c.pdf", ("Nesbyen",), contacts=("K. Nordmann",)))
    assert verdicts_of(district, "DI002") == ["pass"]


def test_those_who_share_kommuner_have_those_that_the_words_give_them() -> None:
    district = audited(paper(
        "a.pdf", ("Gol", "Hol", "Ål", "Flå"), contacts=("Kari Vik", "Per Lie"),
        words={"politikontakter": "Kari Vik er politikontakt for Gol og Hol.|"
                                  "Per Lie er politikontakt for Ål og Flå."}))
    assert {one.name: one.kommuner for one in district.contacts} == {
        "Kari Vik": ("Gol", "Hol"), "Per Lie": ("Flå", "Ål")}
    assert verdicts_of(district, "DI002") == ["pass"]


@pytest.mark.parametrize("words", [
    "Kari Vik har Gol og Hol, mens Per Lie har Ål og Flå.",
    "Gol og Hol: Kari Vik. Ål og Flå: Per Lie.",
    "Politikontakt Kari Vik (Gol, Hol) og politikontakt Per Lie (Ål, Flå).",
])
def test_also_in_one_sentence(words: str) -> None:
    district = audited(paper("a.pdf", ("Gol", "Hol", "Ål", "Flå"), contacts=("Kari Vik", "Per Lie"),
                             words={"politikontakter": words}))
    assert {one.name: one.kommuner for one in district.contacts} == {
        "Kari Vik": ("Gol", "Hol"), "Per Lie": ("Flå", "Ål")}
    assert not any(one.doubtful for one in district.contacts)


@pytest.mark.parametrize("words", [
    "I Gol, Hol, Ål og Flå er Kari Vik og Per Lie politikontakter.",
    "Kari Vik og Per Lie er politikontakter for Gol, Hol, Ål og Flå.",
    "For Gol har vi Kari Vik og Per Lie, for Hol, Ål og Flå likeså.",
])
def test_but_not_where_the_sentence_does_not_part_them(words: str) -> None:
    district = audited(paper("a.pdf", ("Gol", "Hol", "Ål", "Flå"), contacts=("Kari Vik", "Per Lie"),
                             words={"politikontakter": words}))
    assert all(len(one.maybe) == 4 for one in district.contacts)


def test_else_a_person_must_say_who_has_which() -> None:
    district = audited(paper("a.pdf", ("Gol", "Hol", "Ål", "Flå"),
                             contacts=("Kari Vik", "Per Lie")))
    assert all(one.doubtful and len(one.maybe) == 4 for one in district.contacts)
    assert verdicts_of(district, "DI002") == ["review", "review"]


@pytest.mark.parametrize(("state", "verdict"), [
    ("over", "fail"), ("approved", "review"), ("within", "review"), ("unclear", "review")])
def test_what_the_agreement_says_of_how_many_each_has(state: str, verdict: str) -> None:
    district = audited(paper("a.pdf", ("Gol", "Hol", "Ål", "Flå"), contacts=("Kari Vik",),
                             states={"kommuner_per_politikontakt": state}))
    assert verdicts_of(district, "DI002") == [verdict]


def test_an_agreement_that_may_not_hold_is_no_proof() -> None:
    district = audited(
        paper("a.pdf", ("Gol", "Hol"), contacts=("Kari Vik",)),
        paper("b.pdf", ("Ål", "Flå"), contacts=("Kari Vik",), since="2020-01-01", until=None))
    assert district.contacts[0].maybe == ("Flå", "Ål")
    assert verdicts_of(district, "DI002") == ["review"]
