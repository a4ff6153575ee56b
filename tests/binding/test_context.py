"""Two or three sentences → what "Rådet", "Gruppa", "Den" and a missing subject stand for."""

from __future__ import annotations

import pytest

from agreementlint.binding.context import Context, resolved
from agreementlint.binding.words import read
from tests.agreements import clauses_of, fault

# A passage, and the body of its last clause (None: nobody that meets).
BODIES = [
    # the sentence says so itself, in any order of words
    ("Politirådet møtes to ganger i året.", "politirad"),
    ("To gonger i året møtest politirådet.", "politirad"),
    ("I mars og oktober samles politirådet.", "politirad"),
    ("Dei faste møta i politirådet er i mars og oktober.", "politirad"),
    ("Hvert halvår møter politirådet formannskapet.", "politirad"),
    ("Formannskapet møter politirådet én gang i året.", "formannskap"),
    ("Politiet møter formannskapet to ganger i året.", "formannskap"),
    ("Arbeidsgruppen under politirådet møtes fire ganger i året.", "anna_organ"),
    ("I tillegg til politirådet møtes formannskapet og politiet hvert halvår.", "formannskap"),
    ("Utenom politirådets møter møtes lensmannen og ordføreren hver måned.", None),
    ("Lensmannen og ordføreren har ukentlige telefonmøter.", "anna_organ"),
    ("Kommunen er med i regionalt politisk råd.", "anna_organ"),
    # from the heading
    ("## Politiråd\n\nDet holdes minst to møter i året.", "politirad"),
    ("## Politirådet\n\nDet skal haldast minst to møte i året.", "politirad"),
    ("## SLT\n\nDet holdes minst to møter i året.", "slt"),
    ("## SLT\n\nGruppa møtes fire ganger i året.", "slt"),
    ("## Politiråd\n\n### Møter\n\nDet holdes minst to møter i året.", "politirad"),
    # bare nouns
    ("## Politiråd\n\nRådet møtes to ganger i året.", "politirad"),
    ("Beredskapsrådet øver hvert år. Rådet møtes to ganger i året.", "beredskapsrad"),
    ("## Politiråd\n\nPolitirådet og beredskapsrådet samarbeider. Rådet møtes i mai.", "politirad"),
    ("Ungdomsrådet uttaler seg i saken. Rådet møtes fire ganger i året.", "anna_organ"),
    ("Politirådet ledes av ordføreren. Formannskapet orienteres. Rådet møtes i mai.", "politirad"),
    ("Politirådet nedsetter et arbeidsutvalg. Utvalget møtes hver måned.", "anna_organ"),
    ("Politirådet set ned eit arbeidsutval. Utvalet møtest kvar månad.", "anna_organ"),
    ("## Politiråd\n\nArbeidsgruppa forbereder sakene. Gruppa møtes hver måned.", "anna_organ"),
    # pronouns
    ("Politirådet ledes av ordføreren. Det møtes to ganger i året.", "politirad"),
    ("Politirådet blir leia av ordføraren. Det møtest to gonger i året.", "politirad"),
    ("Koordineringsgruppa følger opp tiltak. Den møtes fire ganger i året.", "slt"),
    ("## Politiråd\n\nArbeidsgruppa forbereder sakene. Den møtes hver måned.", "anna_organ"),
    ("Politirådet er styringsgruppe for SLT. Det møtes fire ganger i året.", "politirad"),
    ("Barnevernet, NAV og skolene deltar. Disse møtes tre ganger i året.", None),
    # no subject at all
    ("Politirådet ledes av ordføreren. Det holdes minst to møter i året.", "politirad"),
    ("## Politiråd\n\n- møtes to ganger i året", "politirad"),
    ("## Politiråd\n\nRådet skal:\n\n- evaluere avtalen\n- møtes to ganger i året", "politirad"),
    # a relative clause keeps its own
    ("Politirådet, som møtes to ganger i året, er felles.", "politirad"),
    # harder ways to say it
    ("Politirådet er øverst. Under rådet arbeider SLT-gruppa. Den møtes hver måned.", "slt"),
    ("Politirådet er øvst. Under rådet arbeider SLT-gruppa. Ho møtest kvar månad.", "slt"),
    ("Etter møtet i politirådet samles SLT-gruppa.", "slt"),
    ("Under politirådet arbeider SLT-gruppa.", "slt"),
    ("I forkant av politirådet møtest arbeidsgruppa.", "anna_organ"),
    fault("the end of the relative clause is not seen",
          "SLT-gruppa, som møtes fire ganger i året, forbereder sakene til politirådet.", "slt"),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "body"), BODIES)
def test_body_of_the_last_clause(passage: str, body: str | None) -> None:
    assert clauses_of(passage)[-1].body == body


def test_a_relative_clause_that_names_another_body_leaves_the_main_clause_its_own() -> None:
    words = "Politirådet, som SLT-gruppa rapporterer til, møtes to ganger i året."
    first, relative, last = clauses_of(words)
    assert (first.body, relative.body, last.body) == ("politirad", "slt", "politirad")


def test_a_section_does_not_hear_what_the_section_before_it_says() -> None:
    words = "## SLT\n\nSLT-gruppa møtes hver måned.\n\n## Politiråd\n\nDet holdes to møter i året."
    assert [c.body for c in clauses_of(words)] == ["slt", "politirad"]


@pytest.mark.parametrize(
    ("pronoun", "subject", "recent", "meant"),
    [
        ("den", "avtale", (), "avtale"),
        ("ho", "avtale", ("samarbeid",), "avtale"),
        ("det", "avtale", ("samarbeid",), "samarbeid"),
        ("dette", "politirad", (), "politirad"),
        ("den", "samarbeid", ("plan",), "plan"),
        ("den", "politirad", (), "avtale"),
        ("det", "avtale", (), None),
        ("de", "politivedtekt", (), "politivedtekt"),
        ("dei", None, (), None),
    ],
)
def test_antecedent(
    pronoun: str, subject: str | None, recent: tuple[str, ...], meant: str | None
) -> None:
    assert Context(subject=subject, recent=recent).antecedent(pronoun) == meant


@pytest.mark.parametrize(
    ("context", "meant"),
    [
        (Context(), "politirad"),
        (Context(council="beredskapsrad"), "beredskapsrad"),
        (Context(heading=("politirad",), council="beredskapsrad"), "politirad"),
        (Context(heading=("slt", "beredskapsrad")), "beredskapsrad"),
    ],
)
def test_the_council(context: Context, meant: str) -> None:
    found = resolved(read("Rådet møtes i mai."), context)
    assert [m.concept for m in found.things] == [meant]
