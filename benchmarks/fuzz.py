"""Damaged and hostile files of every format to what the program did wrong with them, if anything.

`python -m benchmarks.fuzz [SECONDS [SEED]]` mutates the corpus for so long (600) and keeps the
files that show a fault in build/fuzz.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args
from xml.sax.saxutils import escape

from agreementlint.model import ErrorKind
from benchmarks.mutations import mutated

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "corpus/gold"
KEPT = ROOT / "build/fuzz"
A_ROUND = 30
LONGEST = 30.0
"""Seconds that one file may take on average."""

OASIS = "urn:oasis:names:tc:opendocument:xmlns"

OFTEN = ("--ocr", "never", "--timeout", "10")
"""How most rounds are run: recognition takes long and has little to do with damage."""


def faults(files: Sequence[Path], options: Sequence[str] = OFTEN) -> list[str]:
    """What is wrong with a run over the files, in sentences; nothing if all is well."""
    command = [sys.executable, "-m", "agreementlint", "check", "--format", "json", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.Popen(
        [*command, *options, *map(str, files)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        out, err = run.communicate(timeout=LONGEST * (len(files) + 2))
    except subprocess.TimeoutExpired:
        run.kill()
        run.communicate()
        return ["hangs"]
    return [
        *([] if run.returncode in (0, 1, 2) else [f"exit status {run.returncode}"]),
        *(["traceback"] if b"Traceback" in err + out else []),
        *_faults_of_text("report", out),
        *_faults_of_text("messages", err),
        *_faults_of_report(out, files),
    ]


def _faults_of_text(name: str, data: bytes) -> Iterator[str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield f"{name} is no UTF-8"
        return
    if any(not letter.isprintable() and letter != "\n" for letter in text):
        yield f"{name} holds a control character"
    if any(line.lstrip().startswith("::") for line in text.splitlines()):
        yield f"{name} holds a command to a build server"


def _faults_of_report(data: bytes, files: Sequence[Path]) -> Iterator[str]:
    try:
        documents = json.loads(data)["documents"]
    except (ValueError, KeyError, TypeError):
        yield "no report"
        return
    if sorted(document["path"] for document in documents) != sorted(map(str, files)):
        yield "not one document for each file"
    for document in documents:
        error = document["error"] or {"kind": None}
        if error["kind"] not in (None, *get_args(ErrorKind)):
            yield f"unknown error {error['kind']}"
        if error["kind"] == "crashed" and not document["path"].endswith(".pdf"):
            yield f"a mistake of the program: {error['message']}"  # only pdfium may crash
        if any("Error" in verdict["message"] for verdict in document["verdicts"]):
            yield "a rule crashed"


def mutants(folder: Path, seeds: Sequence[tuple[str, bytes]], count: int, seed: int) -> list[Path]:
    """So many files in the folder, made of the seeds (ending and bytes); the same for a seed."""
    files = []
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        ending, data = chance.choice(seeds)
        files.append(folder / f"{number:04}{ending}")
        files[-1].write_bytes(mutated(data, chance))
    return files


def _corpus() -> list[tuple[str, bytes]]:
    files = [file for file in sorted(SEEDS.iterdir()) if file.suffix in (".pdf", ".docx", ".txt")]
    texts = [file.read_text("utf-8") for file in files if file.suffix == ".txt"]
    return [(file.suffix, file.read_bytes()) for file in files] + [
        (".odt", odt(text)) for text in texts
    ]


def odt(text: str) -> bytes:
    """An OpenDocument text with a paragraph, heading or bullet for every line."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{OASIS}:office:1.0" xmlns:t="{OASIS}:text:1.0">'
            f"<o:body><o:text>{''.join(map(_element, text.splitlines()))}</o:text></o:body>"
            "</o:document-content>",
        )
    return out.getvalue()


def _element(line: str) -> str:
    words = escape(line.lstrip("#- "))
    if line.startswith("#"):
        return f'<t:h t:outline-level="1">{words}</t:h>'
    if line.startswith("- "):
        return f"<t:list><t:list-item><t:p>{words}</t:p></t:list-item></t:list>"
    return f"<t:p>{words}</t:p>"


def main(seconds: float, seed: int) -> int:
    """Rounds until the time is up; 1 if a file showed a fault, else 0."""
    end = time.monotonic() + seconds
    seeds = _corpus()
    tried = kept = 0
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            files = mutants(Path(folder), seeds, A_ROUND, seed)
            options = OFTEN if seed % 10 else ("--timeout", "10")
            if faults(files, options):
                for file in files:
                    for fault in faults([file], options):
                        kept += 1
                        KEPT.mkdir(parents=True, exist_ok=True)
                        name = f"{seed}-{file.name}"
                        shutil.copy(file, KEPT / name)
                        print(f"{name}: {fault}", flush=True)
        tried += A_ROUND
        seed += 1
    print(f"{tried} files, {kept} faults; the next seed is {seed}")
    return 1 if kept else 0


if __name__ == "__main__":
    given = [float(word) for word in sys.argv[1:]]
    sys.exit(main(*(given[:1] or [600.0]), seed=int(given[1]) if len(given) > 1 else 1))
