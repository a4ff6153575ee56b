"""How good and how fast the checker is, measured."""
