"""The sentences about settings and waivers, by key: bokmål, nynorsk, English."""


def of(place: int) -> dict[str, str]:
    """Key → sentence in the language that stands at that place."""
    return {key: texts[place] for key, texts in SENTENCES.items()}


SENTENCES: dict[str, tuple[str, str, str]] = {
    "config-file": ("Innstillingene er lest fra {path}", "Innstillingane er lesne frå {path}",
                    "Settings are read from {path}"),
    "config-none": ("Ingen fil med innstillinger gjelder her",
                    "Inga fil med innstillingar gjeld her", "No configuration file holds here"),
    "config-default": ("programmets standard", "standarden i programmet", "the program's default"),
}
