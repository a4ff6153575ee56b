"""How much a reader takes in of one file."""

MOST_BYTES = 50 * 1024 * 1024
MOST_CHARACTERS = 1_000_000
"""Of text: some four hundred pages of it, and judging takes longer the more there is."""
