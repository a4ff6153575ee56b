"""`rules/vocabulary.yaml` → the words that clauses are recognised by."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from agreementlint.norwegian.caseless import AnyOf, Caseless
from agreementlint.norwegian.mending import Mender
from agreementlint.norwegian.stems import key

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_BEGINNING = 3
"""Letters by which most words are told apart before they are stemmed."""

_PART = re.compile(r"\{([a-z_]+)\}")


def rules_home() -> Path:
    """The folder of the rule files: inside an installed package, else beside it in a checkout."""
    packaged = Path(str(resources.files("agreementlint") / "_rules"))
    return packaged if packaged.is_dir() else Path(__file__).resolve().parent.parent / "rules"


@dataclass(frozen=True)
class Act:
    """The words for one act; `phrases` are compiled patterns over a sentence."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    weak_verbs: tuple[str, ...] = ()
    weak_nouns: tuple[str, ...] = ()
    phrases: tuple[Caseless, ...] = ()

    @cached_property
    def any_phrase(self) -> AnyOf:
        return AnyOf(*self.phrases)


@dataclass(frozen=True)
class Vocabulary:
    """Concepts in order of precedence, each with its terms."""

    things: Mapping[str, Sequence[str]]
    acts: Mapping[str, Act]
    topics: Mapping[str, Sequence[str]]
    slips: Sequence[str]
    spellings: Mapping[str, str]

    @cached_property
    def act_terms(self) -> dict[str, Sequence[str]]:
        """ "act:form" → terms, for one matcher over all acts."""
        return {
            f"{name}:{form}": getattr(act, form)
            for name, act in self.acts.items()
            for form in ("verbs", "nouns", "weak_verbs", "weak_nouns")
            if getattr(act, form)
        }

    @cached_property
    def known(self) -> Callable[[str], bool]:
        """Whether a word, in any inflection, is one of the field's (for mending slips)."""
        groups = (self.things, self.topics, self.act_terms)
        terms = [t for group in groups for listed in group.values() for t in listed]
        by_beginning: dict[str, set[str]] = {}
        for term in (*terms, *self.slips):
            for word in _LONG_WORD.findall(term.lower()):
                by_beginning.setdefault(word[:_BEGINNING], set()).add(word)

        @cache
        def keys(beginning: str) -> frozenset[str]:
            return frozenset(key(word) for word in by_beginning.get(beginning, ()))

        def is_known(word: str) -> bool:
            found = keys(word[:_BEGINNING].lower())
            return bool(found) and key(word) in found

        return is_known

    @cached_property
    def mended(self) -> Mender:
        """Gives a text without its slips of recognition."""
        return Mender(self.known)

    @cached_property
    def respelled(self) -> Mender:
        """Gives a text without its slips and older spellings."""
        return Mender(self.known, self.spellings)


@lru_cache(maxsize=4)
def vocabulary(path: Path | None = None) -> Vocabulary:
    """The vocabulary of the packaged rules, or of another file."""
    raw: dict[str, Any] = yaml.load(
        (path or rules_home() / "vocabulary.yaml").read_text(encoding="utf-8"), Loader=_LOADER
    )
    acts = {
        name: Act(
            **{form: tuple(words) for form, words in forms.items() if form != "phrases"},
            phrases=tuple(_compiled([p]) for p in forms.get("phrases", ())),
        )
        for name, forms in raw["acts"].items()
    }
    return Vocabulary(raw["things"], acts, raw["topics"], raw["slips"], raw["spellings"])


@cache
def _group(name: str) -> dict[str, Any]:
    file = rules_home() / "wording" / f"{name}.yaml"
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
    return loaded


@cache
def wording(group: str, name: str) -> Caseless:
    """A named pattern of `rules/wording/<group>.yaml`; KeyError if there is none."""
    entry, own = _group(group)[name], _group(group).get("parts", {})
    if isinstance(entry, dict):
        return _compiled(entry["patterns"], own)
    return _compiled([r"\b(?:" + "|".join(entry) + r")\b"], own)


def _compiled(alternatives: Sequence[str], own: Mapping[str, Any] | None = None) -> Caseless:
    """One pattern of all; "{period}" stands for the part of that name."""
    parts = {**_group("parts"), **(own or {})}
    source = "|".join(alternatives)
    while (named := _PART.sub(lambda match: _part(parts[match[1]]), source)) != source:
        source = named
    return Caseless(source)


def _part(words: str | Sequence[str]) -> str:
    return words if isinstance(words, str) else "(?:" + "|".join(words) + ")"
