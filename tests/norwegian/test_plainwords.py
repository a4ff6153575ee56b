from __future__ import annotations

import pytest

from agreementlint.norwegian.plainwords import find, is_plain


@pytest.mark.parametrize(("phrase", "text", "found"), [
    ("felles øvelse", "Partene holder felles øvelser hvert år.", "felles øvelser"),
    ("felles øvelse", "Øvelser er felles.", None),
    ("natteravn*", "Natteravntjenesten får støtte.", "Natteravntjenesten"),
    ("natteravn", "Natteravnene er på plass.", "Natteravnene"),
    ("natteravn", "Natteravntjenesten får støtte.", None),
    ("*øving", "Partane held samøvingar kvart år.", "samøvingar"),
    ("*koordinator*", "SLT-koordinatoren deltek.", "koordinatoren"),
    ("SLT-koordinator", "SLT-koordinatorane deltek.", "SLT-koordinatorane"),
    ("døgn 24", "Vakt i døgnet, 24 timar.", None),
    ("vakttelefon 24", "Vakttelefonen 24 timer i døgnet.", "Vakttelefonen 24"),
    ("", "Alt.", None),
])
def test_words_are_found_in_any_inflection(phrase: str, text: str, found: str | None) -> None:
    place = find(phrase, text) if phrase else None
    assert (text[slice(*place)] if place else None) == found


@pytest.mark.parametrize(("phrase", "plain"), [
    ("natteravn*", True), ("felles *øvelse", True), ("24", True), ("*", False), ("a*", False),
    ("natt*ravn", False), ("", False), ("–", False), ("SLT-koordinator", True),
])
def test_what_can_be_looked_for(phrase: str, plain: bool) -> None:
    assert is_plain(phrase) is plain
