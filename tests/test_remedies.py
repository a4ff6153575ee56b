"""Whoever follows the advice gets a pass: each suggested clause is put into an agreement that lacks
it, and its own rule turns to `pass` while no other turns to a finding."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import get_args

import pytest

from agreementlint.judge import judge
from agreementlint.model import Standard, VerdictName
from agreementlint.reading.dispatch import read_here
from agreementlint.rules import builtin, load
from agreementlint.rules.format import Rule

AS_OF = dt.date(2027, 2, 1)
RULES = {rule.id: rule for rule in load([builtin()])}
STANDARDS: tuple[Standard, ...] = get_args(Standard)
FINDINGS = {"fail", "review"}

NO_CLAUSE = {
    "AV006": "two dates that disagree: one of them must go, no sentence can be added",
    "AV007": "a name that is wrong: it must be put right where it stands",
    "AV011": "two agreements to be made into one",
    "UT001": "a blank that only the parties can fill in",
    "UT002": "text to be struck out",
    "UT003": "a question that only the parties can settle",
    "UT004": "numbers of headings that run out of order",
    "UT005": "sentences to be rewritten in the other written standard",
    "UT006": "a plan that has expired, to be replaced where it is named",
}
"""The rules whose remedy suggests no clause, and why there is none to suggest."""

Sections = dict[str, str]
"""The sections of an agreement in order, each with its heading, by what they are about."""

BARE: dict[Standard, Sections] = {
    "nb": {
        "title": "# Samarbeidsavtale mellom Grimstad kommune og Agder politidistrikt",
        "opening": "# Innledning\n\nTeksten beskriver hva kommunen og politiet er enige om.",
        "council": "# Politiråd\n\nKommunen og politiet har et felles politiråd, som drøfter "
                   "utviklingen i lokalsamfunnet.",
        "areas": "# Satsingsområder\n\nPartenes felles satsingsområder er trygg skolevei og rus "
                 "blant ungdom.",
        "contact": "# Politikontakt\n\nKommunen har en fast politikontakt.",
        "evaluation": "# Evaluering\n\nSamarbeidet skal evalueres.",
        "period": "# Varighet\n\nAvtalen gjelder fra 15. januar 2027 til 14. januar 2031.",
        "signatures": "# Underskrifter\n\nFor Grimstad kommune\n\n______________________\n"
                      "Ordfører\n\nFor Agder politidistrikt\n\n______________________\n"
                      "Politistasjonssjef",
    },
    "nn": {
        "title": "# Samarbeidsavtale mellom Luster kommune og Vest politidistrikt",
        "opening": "# Innleiing\n\nTeksten fortel kva kommunen og politiet er samde om.",
        "council": "# Politiråd\n\nKommunen og politiet har eit felles politiråd, som drøftar "
                   "utviklinga i lokalsamfunnet.",
        "areas": "# Satsingsområde\n\nDei felles satsingsområda til partane er trygg skuleveg og "
                 "rus blant ungdom.",
        "contact": "# Politikontakt\n\nKommunen har ein fast politikontakt.",
        "evaluation": "# Evaluering\n\nSamarbeidet skal evaluerast.",
        "period": "# Lengd\n\nAvtalen gjeld frå 15. januar 2027 til 14. januar 2031.",
        "signatures": "# Underskrifter\n\nFor Luster kommune\n\n______________________\n"
                      "Ordførar\n\nFor Vest politidistrikt\n\n______________________\n"
                      "Politistasjonssjef",
    },
}  # fmt: skip
"""Agreements that have only what other rules ask for before they are judged at all."""

LEFT_OUT = {"AV002": "period", "AV004": "signatures", "EV001": "evaluation", "PK001": "contact",
            "PR001": "council", "SA001": "areas"}
"""The section that must go for the rule to fail, since it is the clause itself."""

# Who the parties are is told in the title and where they sign; here by neither.
NAMELESS: dict[Standard, Sections] = {
    "nb": {"title": "# Samarbeidsavtale mellom kommunen og politiet",
           "signatures": "# Underskrifter\n\nFor kommunen\n\n______________________\nOrdfører"
                         "\n\nFor politiet\n\n______________________\nPolitistasjonssjef"},
    "nn": {"title": "# Samarbeidsavtale mellom kommunen og politiet",
           "signatures": "# Underskrifter\n\nFor kommunen\n\n______________________\nOrdførar"
                         "\n\nFor politiet\n\n______________________\nPolitistasjonssjef"},
}  # fmt: skip
# The rule finds nothing where no end is given: an agreement must have run out to need the remedy.
EXPIRED: dict[Standard, Sections] = {
    "nb": {"period": "# Varighet\n\nAvtalen gjelder fra 1. januar 2023 til 31. desember 2026."},
    "nn": {"period": "# Lengd\n\nAvtalen gjeld frå 1. januar 2023 til 31. desember 2026."},
}
# Up to three kommuner may share a politikontakt, so only more than three raise the question.
FOUR_KOMMUNER: dict[Standard, Sections] = {
    "nb": {"title": "# Samarbeidsavtale mellom kommunene Grimstad, Risør, Tvedestrand og Vegårshei "
                    "og Agder politidistrikt",
           "contact": "# Politikontakt\n\nKommunene har politikontakt."},
    "nn": {"title": "# Samarbeidsavtale mellom kommunane Luster, Sogndal, Vik og Lærdal og Vest "
                    "politidistrikt",
           "contact": "# Politikontakt\n\nKommunane har politikontakt."},
}  # fmt: skip
OTHERWISE = {"AV001": NAMELESS, "AV003": EXPIRED, "PK002": FOUR_KOMMUNER}
"""The sections that read otherwise for the rule to fail."""

HEADINGS: dict[str, dict[Standard, str]] = {
    "AV001": {"nb": "Parter", "nn": "Partar"},
    "AV002": {"nb": "Gyldighet", "nn": "Gyldigheit"},
    "AV003": {"nb": "Gyldighet", "nn": "Gyldigheit"},
    "AV004": {"nb": "Underskrift", "nn": "Underskrift"},
    "AV008": {"nb": "Forpliktelser", "nn": "Plikter"},
    "AV009": {"nb": "Formål", "nn": "Føremål"},
    "AV010": {"nb": "Tjenestetilbud", "nn": "Tenestetilbod"},
    "EV": {"nb": "Oppfølging av avtalen", "nn": "Oppfølging av avtalen"},
    "PK": {"nb": "Politikontakten", "nn": "Politikontakten"},
    "PR": {"nb": "Om politirådet", "nn": "Om politirådet"},
    "SA": {"nb": "Satsingsområdene", "nn": "Satsingsområda"},
    "TP": {"nb": "Opplysninger", "nn": "Opplysningar"},
}
"""What a person would write over the clause, by rule or by the first letters of its id. The day of
signing has no heading: it stands with the signatures."""

AFTER = {"AV001": "title", "AV002": "evaluation", "AV004": "period", "AV005": "signatures",
         "EV": "evaluation", "PK": "contact", "PR": "council", "SA": "areas", "TP": "contact"}
"""The section that the clause follows, by rule or by the first letters of its id; else, or
where that is the section left out, it follows the opening."""

INSTEAD = {"AV003": "period"}
"""The section whose place the clause takes: a renewed agreement has one period, not two."""

BLANKS: dict[Standard, dict[str, str]] = {
    "nb": {"[navn på kommunen]": "Grimstad", "[navn på politidistriktet]": "Agder"},
    "nn": {"[namn på kommunen]": "Luster", "[namn på politidistriktet]": "Vest"},
}
"""What the parties write in the blanks."""

FIRST, LAST = ("AV001",), ("AV002", "AV004", "AV005")
"""The clauses that an agreement begins and ends with."""

CASES = [
    pytest.param(rule, standard, id=f"{rule.id}-{standard}")
    for rule in RULES.values() if rule.id not in NO_CLAUSE for standard in STANDARDS
]


def lacking(rule: str, standard: Standard) -> Sections:
    """An agreement without what the rule asks for."""
    changed = BARE[standard] | OTHERWISE.get(rule, {}).get(standard, {})
    return {about: text for about, text in changed.items() if about != LEFT_OUT.get(rule)}


def clause_of(rule: Rule, standard: Standard) -> str:
    """The clause that the remedy suggests, its blanks filled in."""
    clause = rule.remedy.clause(standard)
    assert clause is not None
    return re.sub(r"\[[^]]+]", lambda blank: BLANKS[standard][blank.group()], clause)


def headed(rule: str, standard: Standard, clause: str) -> str:
    """The clause as a section of its own."""
    heading = HEADINGS.get(rule) or HEADINGS.get(rule[:2])
    return f"# {heading[standard]}\n\n{clause}" if heading else clause


def with_clause(sections: Sections, rule: str, added: str) -> Sections:
    """The agreement with words more, where a person would put them."""
    if rule in INSTEAD:
        return sections | {INSTEAD[rule]: added}
    after = AFTER.get(rule) or AFTER.get(rule[:2])
    if after not in sections:
        after = "opening"
    return sections | {after: f"{sections[after]}\n\n{added}"}


def verdicts(sections: Sections) -> dict[str, VerdictName]:
    return verdicts_of("\n\n".join(sections.values()) + "\n")


@cache
def verdicts_of(text: str) -> dict[str, VerdictName]:
    report = judge(read_here(text.encode(), name="avtale"), list(RULES.values()), AS_OF)
    assert report.crashes == ()
    return {one.rule: one.verdict for one in report.verdicts}


def test_every_remedy_has_a_clause_or_a_reason() -> None:
    """In both written standards, so that no rule escapes the tests below."""
    for standard in STANDARDS:
        without = {rule.id for rule in RULES.values() if rule.remedy.clause(standard) is None}
        assert without == set(NO_CLAUSE)


@pytest.mark.parametrize("own_section", [True, False], ids=["section", "paragraph"])
@pytest.mark.parametrize(("rule", "standard"), CASES)
def test_the_clause_makes_the_rule_pass(rule: Rule, standard: Standard, own_section: bool) -> None:
    sections = lacking(rule.id, standard)
    before = verdicts(sections)
    assert before[rule.id] in FINDINGS

    clause = clause_of(rule, standard)
    added = headed(rule.id, standard, clause) if own_section else clause
    after = verdicts(with_clause(sections, rule.id, added))
    assert after[rule.id] == "pass"
    assert not [other for other in RULES
                if before[other] == "pass" and after[other] in FINDINGS]


@pytest.mark.parametrize("standard", STANDARDS)
def test_an_agreement_of_all_the_clauses_has_no_finding(standard: Standard) -> None:
    """What one remedy suggests does not contradict what another does. A renewed period stands
    instead of the first, so it is not among them."""
    between = [rule for rule in RULES if rule not in {*FIRST, *LAST, *NO_CLAUSE, *INSTEAD}]
    clauses = [headed(rule, standard, clause_of(RULES[rule], standard))
               for rule in (*FIRST, *between, *LAST)]
    after = verdicts_of("\n\n".join([NAMELESS[standard]["title"], *clauses]) + "\n")
    assert {rule: verdict for rule, verdict in after.items() if verdict != "pass"} == {
        "UT004": "inapplicable"  # no heading has a number
    }


@pytest.mark.parametrize(("rule", "standard"), CASES)
def test_a_blank_left_in_the_clause_is_found(rule: Rule, standard: Standard) -> None:
    clause = rule.remedy.clause(standard)
    after = verdicts(with_clause(lacking(rule.id, standard), rule.id, str(clause)))
    assert after["UT001"] == ("fail" if "[" in str(clause) else "pass")
