"""Which findings a waiver covers, and for how long."""

from __future__ import annotations

import datetime as dt

from agreementlint.model import Evidence, Verdict, VerdictName, Waiver
from agreementlint.waivers import fingerprint, waived

DAY = dt.date(2027, 2, 1)
WAIVER = Waiver("rådet er lite", "Kari Nordmann", DAY)


def verdict(*words: str, rule: str = "PR002", verdict: VerdictName = "fail") -> Verdict:
    return Verdict(rule, "x", verdict, "warning", "m", None, None, None,
                   tuple(Evidence(one, page=number) for number, one in enumerate(words)))


def test_a_fingerprint_is_that_of_the_rule_and_the_words_wherever_they_stand() -> None:
    one = verdict("Rådet møtes  én gang.")
    assert fingerprint(one) == fingerprint(verdict("rådet møtes én gang.", verdict="review"))
    assert fingerprint(one) != fingerprint(verdict("Rådet møtes to ganger."))
    assert fingerprint(one) != fingerprint(verdict("Rådet møtes én gang.", rule="PR003"))
    assert fingerprint(verdict()) != fingerprint(verdict(rule="PR003"))
    assert len(fingerprint(one)) == 12


def test_a_waiver_covers_its_finding_until_its_day_and_nothing_that_passes() -> None:
    one, other, passed = verdict("a"), verdict("b"), verdict("a", verdict="pass")
    waivers = {fingerprint(one): WAIVER}
    assert [found.waiver for found in waived((one, other), waivers, DAY)] == [WAIVER, None]
    assert waived((one,), waivers, DAY + dt.timedelta(days=1)) == (one,)
    assert waived((passed,), waivers, DAY) == (passed,)
