"""A configuration file (TOML) into one frozen Config, and every mistake in it, by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from yaml.nodes import MappingNode, Node

from agreementlint.config.find import MOST_BYTES, SHARED
from agreementlint.config.toml import NoToml, child, nodes
from agreementlint.model import Ocr, Severity, View
from agreementlint.rules import named_pack
from agreementlint.strict import Decoder, Fault, Hook, Mark, Wrong, because, fault, in_order, phrase

LEAST: Mapping[str, tuple[float, str]] = {
    "horizon": (0, "least-0"), "jobs": (1, "least-1"), "timeout": (1e-9, "least-above-0"),
}


class ConfigError(Exception):
    """A file has mistakes: `faults` are all of them, in the order of the file."""

    def __init__(self, faults: Sequence[Fault]):
        super().__init__("\n".join(map(str, faults)))
        self.faults = in_order(faults)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the file, which names one or more rules."""

    text: str
    at: Mark


@dataclass(frozen=True, slots=True)
class Levels:
    """How serious the rules are that each word names."""

    of: tuple[tuple[Word, Severity], ...] = ()


NO_LEVELS = Levels()


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for some paths: `glob` are patterns relative to the file's folder. `select`
    replaces that of all files, `ignore` and `severity` are added to theirs."""

    glob: tuple[str, ...]
    select: tuple[Word, ...] = ()
    ignore: tuple[Word, ...] = ()
    severity: Levels = NO_LEVELS


@dataclass(frozen=True, slots=True)
class Config:
    """What a file says; None or nothing where it leaves it to the program. `rules` are folders,
    `timeout` is in seconds, `horizon` in months. `file` is None where there is no file; `places`
    tells where each key stands in it."""

    select: tuple[Word, ...] = ()
    ignore: tuple[Word, ...] = ()
    severity: Levels = NO_LEVELS
    lang: Literal["nb", "nn", "en", "auto"] | None = None
    rules: tuple[str, ...] = ()
    district: str | None = None
    horizon: int | None = None
    fail_on: Literal["error", "warning", "note", "never"] | None = field(
        default=None, metadata={"key": "fail-on"})
    ocr: Ocr | None = None
    view: View | None = None
    jobs: int | None = None
    timeout: float | None = None
    waivers: str | None = None
    paths: tuple[Scope, ...] = ()
    file: Path | None = field(default=None, metadata={"key": None})
    places: Mapping[str, Mark] = field(default_factory=dict, metadata={"key": None})

    @property
    def folder(self) -> Path:
        """What relative names in the file are relative to."""
        return self.file.parent if self.file else Path()

    @property
    def packs(self) -> tuple[Path, ...]:
        return tuple(named_pack(one, self.folder) or self.folder / one for one in self.rules)

    @property
    def words(self) -> Iterator[Word]:
        """All that name rules."""
        every: tuple[Config | Scope, ...] = (self, *self.paths)
        for one in every:
            yield from (*one.select, *one.ignore, *(word for word, _ in one.severity.of))


NOTHING = Config()


def read(file: Path) -> Config:
    """What the file says. Raises ConfigError with every mistake."""
    table: Node | None = whole(file)
    if file.name == SHARED and table is not None:
        tool = child(table, "tool")
        table = child(tool, "agreementlint") if tool is not None else None
    if not isinstance(table, MappingNode):
        return replace(NOTHING, file=file)
    decoder = Decoder(str(file), HOOKS, "TOML")
    places = {key.value: decoder.mark(key) for key, _ in table.value}
    try:
        found: Config = decoder.record(table, Config)
    except Wrong:
        raise ConfigError(decoder.faults) from None
    found = replace(found, file=file, places=places)
    if faults := list(limits(found)):
        raise ConfigError(faults)
    return found


def whole(file: Path) -> MappingNode:
    """The nodes of a file. Raises ConfigError."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ConfigError([fault(Mark(str(file), 1, 1), "fault-large")])
        return nodes(file.read_bytes(), str(file))
    except OSError as error:
        wrong = fault(Mark(str(file), 1, 1), "fault-unreadable", reason=because(error))
    except NoToml as error:
        wrong = error.fault
    raise ConfigError([wrong])


def limits(config: Config) -> Iterator[Fault]:
    """What the types of the keys cannot show."""
    for key, (least, told) in LEAST.items():
        value = getattr(config, key)
        if value is not None and value < least:
            yield fault(config.places[key], "fault-limit", least=phrase(told), value=f"{value:g}")
    for name, folder in zip(config.rules, config.packs, strict=True):
        if not folder.is_dir():
            yield fault(config.places["rules"], "fault-no-folder", name=name)


# ---------------------------------------------------------------- kinds of values


def word(decoder: Decoder, node: Node) -> Word:
    return Word(decoder.scalar(node, str), decoder.mark(node))


def levels(decoder: Decoder, node: Node) -> Levels:
    """A table of words and how serious their rules are."""
    if not isinstance(node, MappingNode):
        raise decoder.fault(node, "fault-severities")
    return Levels(tuple(decoder.each(node.value, lambda pair: (
        Word(pair[0].value, decoder.mark(pair[0])), decoder.decode(pair[1], Severity)))))


HOOKS: Mapping[type, Hook] = {Word: word, Levels: levels}
