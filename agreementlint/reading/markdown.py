"""A line with Markdown in it to the same line without."""

from __future__ import annotations

import re

LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*\)")
BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]\s*", re.IGNORECASE)
EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*{1,3}|_{1,3}(?=[^\W_]))(?=\S)((?:(?!\1)[^\n])+?)(?<=[^\s\\])\1(?![\w*])"
)
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~§])")
HARD_BREAK = re.compile(r"\\$|<br\s*/?>", re.IGNORECASE)
WHOLLY = re.compile(r"(?:[-•]\s+)?(\*{1,3}|_{1,3}(?=[^\W_]))(?=\S)((?:(?!\1).)+)(?<=\S)\1$")


def plain(text: str) -> str:
    """The text without emphasis, links' addresses, escapes and Word's bookmarks. What is taken
    away is taken from before or after a word, so that words keep their order and line."""
    text = HARD_BREAK.sub(" ", BOOKMARK.sub("", text))
    text = LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        for _ in range(3):
            text = EMPHASIS.sub(r"\2", text)
    return ESCAPE.sub(r"\1", text)


def wholly(text: str) -> tuple[bool, bool]:
    """Whether the whole line is bold, and whether it is italic."""
    match = WHOLLY.match(text.strip())
    if match is None:
        return False, False
    return len(match[1]) >= 2, len(match[1]) != 2
