"""`python -m agreementlint` is the command `agreementlint`."""

from agreementlint.cli import main

main()
