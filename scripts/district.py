"""Turns the corpus into a police district of any size: PDFs with other names, years and numbers.

`python -m scripts.district 100 FOLDER` draws a hundred agreements of about four pages, always the
same ones. They are for measuring the program: what the texts say of their kommuner is invented.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import agreementlint
from corpus.source import pages_of, width_of
from corpus.style import style_of
from corpus.to_pdf import to_pdf

CORPUS = Path(__file__).parents[1] / "corpus"
KOMMUNER = Path(agreementlint.__file__).parent / "data/kommuner.csv"
LONG, LETTERS = 750, 13.0
"""Words of a text that is long enough, and points of its letters: 3.9 pages on average."""

GIVEN = ("Anne", "Berit", "Geir", "Hilde", "Ivar", "Jorunn", "Knut", "Lise", "Magnus", "Nina",
         "Odd", "Ragnhild", "Sindre", "Tove", "Yngve", "Åse")
FAMILY = ("Aakre", "Bjørke", "Dalane", "Engevik", "Fossum", "Granli", "Haugset", "Kvamme",
          "Lillebø", "Moseng", "Nordbø", "Rognli", "Solheimsnes", "Tveitan", "Ulvestad", "Øvrelid")
YEAR = re.compile(r"\b(20[012]\d)\b")
CASE = re.compile(r"\b(\d{2})/(\d{4,6})\b")


def agreements(size: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Name and text of so many agreements; each text of the corpus comes in turn."""
    sources = sorted(file for file in CORPUS.glob("*/*.gold.json") if len(words(file)) >= LONG)
    with KOMMUNER.open(encoding="utf-8") as rows:
        names = [row["name"] for row in csv.DictReader(rows)]
    for number in count():
        for source in sources:
            if size == 0:
                return
            dice = random.Random(f"{seed}/{number}/{source.name}")
            gold = json.loads(source.read_text(encoding="utf-8"))
            yield f"{size:06d}-{source.name}", other(text_of(source), gold, names, dice)
            size -= 1


def text_of(gold: Path) -> str:
    return gold.with_name(gold.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")


def words(gold: Path) -> list[str]:
    return text_of(gold).split()


def other(text: str, gold: dict[str, Any], names: list[str], dice: random.Random) -> str:
    """The text with other kommuner, people, years and case numbers."""
    facts = gold.get("facts") or {}
    for kommune in facts.get("municipalities") or ():
        text = re.sub(rf"\b{re.escape(kommune)}", dice.choice(names), text)
    for person in facts.get("politikontakter") or ():
        text = text.replace(person, f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}")
    later = dice.randrange(-2, 3)
    text = YEAR.sub(lambda year: str(int(year[1]) + later), text)
    return CASE.sub(lambda case: f"{case[1]}/{dice.randrange(1000, 99999)}", text)


def drawn(size: int, folder: Path, seed: int = 0) -> None:
    """So many agreements as PDFs in the folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in agreements(size, seed):
        style = replace(style_of(name, seed), size=LETTERS)
        (folder / f"{name}.pdf").write_bytes(to_pdf(pages_of(text), style, width_of(text)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    drawn(asked.size, asked.folder, asked.seed)


if __name__ == "__main__":
    main()
