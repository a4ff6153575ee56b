"""Checks Norwegian kommune–police cooperation agreements against the national guide."""

__version__ = "0.1.0"
