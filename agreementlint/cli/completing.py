"""Turns the beginning of a word on a command line into the words that it may become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

UNSAFE = re.compile(r"[^\w./:@%+=,-]")


def files(context: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files and folders, which the shell itself knows."""
    return [CompletionItem(begun, type="file")]


def rules(context: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of rules, with their names; the names themselves once one is begun."""
    found = dict(named_rules(context.params.get("packs") or ()))
    ids = [CompletionItem(id, help=name) for id, name in found.items()
           if id.startswith(begun.upper())]
    names = [CompletionItem(name, help=id) for id, name in found.items()
             if begun and name.startswith(begun)]
    return ids + names


def named_rules(packs: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Id and name of each rule by the name of its file, which must be ID-name.yaml."""
    from agreementlint.rules import builtin, rule_files

    for folder in (builtin(), *packs):
        for file in rule_files(Path(folder)):
            id, _, name = file.stem.partition("-")
            yield id, name


def packs(context: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Folders, which the shell itself knows, and the packs that come with the program."""
    from agreementlint.rules import pack_names

    return [CompletionItem(begun, type="dir"), *matching(pack_names(), begun)]


def districts(context: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    from agreementlint.register import register

    return matching((one.short for one in register().districts if not one.successors), begun)


def kommuner(context: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    from agreementlint.register import register

    return matching((one.name for one in register().kommuner if one.last_year is None), begun)


def matching(names: Iterable[str], begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in sorted(names)
            if name.casefold().startswith(begun.casefold())]


@add_completion_class
class Bash(BashComplete):
    """Click's, for names with blanks in them too: "Vestre Toten" must stay one word, and what is
    escaped is read by the shell twice."""

    def format_completion(self, item: CompletionItem) -> str:
        if item.type != "plain":
            return super().format_completion(item)
        return f"plain,{UNSAFE.sub(lambda one: f'{2 * chr(92)}{one[0]}', item.value)}"
