"""A new draft follows every rule, in both standards, for one kommune and for four."""

from __future__ import annotations

import datetime as dt
from itertools import product
from pathlib import Path

import pytest

from agreementlint.model import Standard
from agreementlint.newdraft.terms import NoTerms, Terms, terms
from agreementlint.newdraft.text import CLAUSES, text
from agreementlint.newdraft.whole import new_draft
from agreementlint.register import register
from tests.review.reviews import findings, judged, reviewed, rules
from tests.word.wordfiles import comments, ours

DAY = dt.date(2027, 1, 1)
PERIOD = (DAY, dt.date(2030, 12, 31))
ONE, TWO = ("Gol",), ("Gol", "Hemsedal")
FOUR = ("Luster", "Sogndal", "Vik", "Lærdal")
STANDARDS: tuple[Standard, ...] = ("nb", "nn")
NAMES = ("Kari Nordmann", "Ola Berg", "Eva Dahl", "Per Lie")


def agreed(names: tuple[str, ...], standard: Standard = "nb", contacts: tuple[str, ...] = (),
           district: str | None = None, period: tuple[dt.date, dt.date] = PERIOD) -> Terms:
    return terms(names, district, contacts, period, DAY, standard, register())


def draft(*given: object, **more: object) -> bytes:
    return new_draft(agreed(*given, **more), rules())  # type: ignore[arg-type]


@pytest.mark.parametrize(("names", "standard", "named"),
                         list(product((ONE, TWO, FOUR), STANDARDS, ("none", "each"))))
def test_a_new_draft_has_no_finding(names: tuple[str, ...], standard: Standard, named: str,
                                    ) -> None:
    contacts = NAMES[: len(names)] if named == "each" else ()
    report = judged(draft(names, standard, contacts), DAY)
    assert {one.rule: one.verdict for one in report.verdicts if one.verdict != "pass"} == {}
    assert report.language == standard and report.kind == "agreement"
    facts = report.facts
    assert facts["municipalities"] == list(names) or tuple(facts["municipalities"]) == names
    assert (facts["valid_from"], facts["valid_to"], facts["signed_on"]) == (*PERIOD, DAY)


def test_one_politikontakt_may_have_three_kommuner() -> None:
    report = judged(draft(("Gol", "Hemsedal", "Ål"), "nb", NAMES[:1]), DAY)
    assert findings(report) == [] and list(report.facts["politikontakter"]) == [NAMES[0]]


@pytest.mark.parametrize(("names", "standard"), [(ONE, "nb"), (FOUR, "nn")])
def test_nor_has_the_pdf_of_it(names: tuple[str, ...], standard: Standard, office: str,
                               tmp_path: Path) -> None:
    from tests.review.test_libreoffice import converted

    report = judged(converted(draft(names, standard), tmp_path, "pdf", office), DAY)
    assert findings(report) == [] and report.format == "pdf"


def test_what_is_a_sample_has_a_comment_that_says_so() -> None:
    samples = {rule.id for rule in rules() if rule.remedy.sample}
    used = samples & {id for _, chosen in CLAUSES for id in chosen}
    found = comments(draft(ONE))
    assert len(found) == len(used) and used == {"AV010", "PK005", "PR008", "SA001"}
    assert all(one.words and one.lines[1].startswith("Råd: ") for one in found)


def test_a_review_of_the_draft_takes_its_comments_out_and_finds_nothing() -> None:
    found = reviewed(draft(TWO, "nn"))
    assert found.data is not None and ours(found.data) == []


def test_the_same_terms_give_the_same_bytes() -> None:
    assert draft(FOUR, "nn") == draft(FOUR, "nn")


def test_names_are_the_registers_and_the_district_is_in_the_standard() -> None:
    assert agreed((" gol kommune", "HEMSEDAL")).kommuner == TWO
    assert agreed(ONE).district == "Sør-Øst politidistrikt"
    assert agreed(ONE, "nn").district == "Sør-Aust politidistrikt"
    assert agreed(ONE, district="Sør-Øst politidistrikt").district == agreed(ONE).district


def test_no_clause_is_left_out_for_want_of_a_rule_and_none_has_a_blank() -> None:
    for names, standard in product((ONE, FOUR), STANDARDS):
        whole = text(agreed(names, standard), rules())
        assert all(section.parts for section in whole.sections)
        assert not [part for one in whole.sections for part in one.parts if "[" in part.text]


@pytest.mark.parametrize(("key", "given"), [
    ("new-close-kommune", {"names": ("Gool",)}),
    ("new-unknown-kommune", {"names": ("Xyzzqq",)}),
    ("new-unknown-kommune", {"names": ("Rygge",)}),  # dissolved
    ("new-same-kommune", {"names": ("Gol", "gol kommune")}),
    ("new-which-district", {"names": ("Gol", "Oslo")}),
    ("new-other-district", {"names": ("Gol",), "district": "Oslo"}),
    ("new-unknown-district", {"names": ("Gol",), "district": "Atlantis"}),
    ("new-unknown-district", {"names": ("Gol",), "district": "Follo"}),  # former
    ("new-no-period", {"names": ("Gol",), "period": (PERIOD[1], PERIOD[0])}),
    ("new-contacts", {"names": FOUR, "contacts": ("Kari Nordmann",)}),
    ("new-contacts", {"names": FOUR, "contacts": NAMES[:2]}),
])
def test_terms_that_make_no_agreement_are_told(key: str, given: dict[str, object]) -> None:
    with pytest.raises(NoTerms) as error:
        agreed(**given)  # type: ignore[arg-type]
    assert error.value.key == key
