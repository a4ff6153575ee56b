"""Constructed agreements with gold verdicts, and the program that draws them as PDF and DOCX."""
