"""Packs of rules that others write: what their examples show, and new rules to begin from."""
