"""The Norwegian language, and nothing about agreements."""
