"""Clauses to Facts."""
