"""The sentences of the local page and of reviewed PDFs, by key: bokmål, nynorsk, English."""


def of(place: int) -> dict[str, str]:
    """Key → sentence in the language that stands at that place."""
    return {key: texts[place] for key, texts in SENTENCES.items()}


SENTENCES: dict[str, tuple[str, str, str]] = {
    "review-only-word": (
        "{path} er en PDF; «--suggest» og «--checklist» virker bare i Word. Utelat dem, eller gå "
        "gjennom Word-utkastet.",
        "{path} er ein PDF; «--suggest» og «--checklist» verkar berre i Word. Utelat dei, eller gå "
        "gjennom Word-utkastet.",
        '{path} is a PDF; "--suggest" and "--checklist" work in Word only. Leave them out, or '
        "review the Word draft.",
    ),
}
