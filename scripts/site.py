"""Adds to the documentation what is written elsewhere: the repository's own texts, and a page for
each rule, made of its file.

MkDocs calls the functions that begin with on_ (`hooks` in mkdocs.yml).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from agreementlint.rules import PACKS, load, load_district, pack_names
from agreementlint.rules.format import AnyRule, Rule
from agreementlint.rules.guide import coverages
from scripts.rulepages import coverage_page, overview, rule_page

ROOT = Path(__file__).parent.parent
RULES = ROOT / "rules"
TEXTS = {"README.md": "index.md", "CONTRIBUTING.md": "contributing.md",
         "CHANGELOG.md": "changelog.md", "LICENSE": "license.md", "NOTICE": "notice.md"}
"""Texts of the repository → their pages."""

LEADS = {**TEXTS, "rules": "regler/index.md"}
"""What the texts link to → the pages about it."""

ENGLISH = "Developers"
"""The part of the navigation whose pages are in English."""

LINK = re.compile(r"(?P<before>\[(?P<words>[^\]]*)\]\()(?P<target>[^)#:\s]+)"
                  r"(?P<after>(?:#[^)]*)?\))")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for text, page in TEXTS.items():
        files.append(File.generated(config, page, content=repository_text(text)))
    judging, across = load([RULES]), load_district([RULES])
    (guide,) = coverages([RULES], judging)
    packs = {name: pack(name, judging) for name in pack_names()}
    written = overview(judging, across, packs)
    files.append(File.generated(config, "regler/index.md", content=written))
    files.append(File.generated(config, "regler/veilederen.md", content=coverage_page(guide)))
    every: tuple[AnyRule, ...] = (*judging, *across, *chain(*packs.values()))
    for rule in every:
        files.append(File.generated(config, f"regler/{rule.id}.md", content=rule_page(rule),
                                    inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def pack(name: str, judging: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules that a pack adds."""
    known = {rule.id for rule in judging}
    return tuple(rule for rule in load([RULES, RULES / PACKS / name]) if rule.id not in known)


def repository_text(name: str) -> str:
    text = (ROOT / name).read_text(encoding="utf-8")
    return text if name.endswith(".md") else f"# {name}\n\n```text\n{text}```\n"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page with its links to files of the repository led to their pages."""
    here = {page: text for text, page in TEXTS.items()}.get(page.file.src_uri)
    if here is None and not (ROOT / "docs" / page.file.src_uri).exists():
        return markdown  # it is made for the site
    source = here or f"docs/{page.file.src_uri}"
    return LINK.sub(lambda link: led(link, source), markdown)


def led(link: re.Match[str], source: str) -> str:
    """The link as it is in the site. What has no page there is left to those who have the
    repository. Raises PluginError for what is nowhere."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link["target"]))
    if not (ROOT / target).exists():
        raise PluginError(f"{source}: {link['target']} is not there")
    if target in LEADS:
        return f"{link['before']}{LEADS[target]}{link['after']}"
    if target.startswith("docs/"):
        return f"{link['before']}{target.removeprefix('docs/')}{link['after']}"
    return link["words"]


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The page with the language it is in."""
    if any(one.title == ENGLISH for one in page.ancestors):
        return output.replace('<html lang="nb"', '<html lang="en"', 1)
    return output


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    if not any(item.title == ENGLISH for item in nav.items):
        raise PluginError(f"mkdocs.yml has no part {ENGLISH}")
    return nav
