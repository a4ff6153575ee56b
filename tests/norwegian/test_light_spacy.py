"""spaCy comes without its command line, and is whole for whoever asks for more."""

from __future__ import annotations

import subprocess
import sys


def told(program: str) -> str:
    """What the program prints in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          check=True)
    return done.stdout.strip()


def test_the_command_line_of_spacy_stays_out():
    assert told("import sys, agreementlint.norwegian.tokens\n"
                "print([name for name in ('spacy', 'spacy.cli', 'weasel', 'jinja2', 'requests')"
                " if name in sys.modules])") == "['spacy']"


def test_spacy_is_whole_afterwards():
    assert told("import agreementlint.norwegian.tokens, spacy\n"
                "print(spacy.blank('nb')('To ord')[0], 'spacy_version' in spacy.info(silent=True))"
                "\nimport spacy.cli; print(callable(spacy.cli.download))") == "To True\nTrue"


def test_a_spacy_that_is_there_already_is_left_alone():
    assert told("import spacy, agreementlint.norwegian.tokens\n"
                "print(spacy.cli.info.__module__)") == "spacy.cli.info"
