"""Why a file cannot be read: an error into the key of a sentence, and the sentences: bokmål,
nynorsk, English."""

REASONS: dict[type[Exception], str] = {
    FileNotFoundError: "reason-missing", NotADirectoryError: "reason-missing",
    PermissionError: "reason-denied", IsADirectoryError: "reason-folder",
    UnicodeDecodeError: "reason-no-text",
}
"""What is none of these is passed on in the words of the operating system."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "reason-missing": ("filen finnes ikke", "fila finst ikkje", "there is no such file"),
    "reason-denied": ("du har ikke lov til å lese den", "du har ikkje lov til å lese ho",
                      "you are not allowed to read it"),
    "reason-folder": ("det er en mappe, ikke en fil", "det er ei mappe, ikkje ei fil",
                      "it is a folder, not a file"),
    "reason-no-text": ("den er ikke tekst (UTF-8)", "ho er ikkje tekst (UTF-8)",
                       "it is not text (UTF-8)"),
    "reason-other": ("{said}", "{said}", "{said}"),
}


def reason(error: Exception) -> tuple[str, dict[str, str]]:
    """The key of the sentence, and its values."""
    key = REASONS.get(type(error), "reason-other")
    return key, {"said": str(getattr(error, "strerror", None) or error)}
