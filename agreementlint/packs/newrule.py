"""What a person says of a rule into a first file of it, with explanations and examples, which can
be tried at once."""

from __future__ import annotations

import datetime as dt
import json
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agreementlint.messages import LANGUAGES, say
from agreementlint.model import Lang, Severity

ID = re.compile(r"[A-ZÆØÅ]{2}\d{3}")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PREFIX = "LO"
"""Of the ids of local rules."""
WIDTH = 96
LONGEST_NAME = 40


@dataclass(frozen=True)
class NewRule:
    """`words` are such as `norwegian.plainwords` takes; `source` names who asks for it, in a paper
    of the day `edition`."""

    id: str
    name: str
    title: str
    words: tuple[str, ...]
    source: str
    edition: dt.date
    severity: Severity = "warning"


def next_id(taken: Sequence[str]) -> str:
    """The first id of local rules that is free."""
    return next(id for number in range(1, 1000) if (id := f"{PREFIX}{number:03}") not in taken)


def name_of(title: str) -> str:
    """ "Natteravner på Ål" → "natteravner-pa-al"."""
    spelled = title.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-") or "regel"


def rule_file(rule: NewRule, lang: Lang) -> str:
    """The file, with explanations in that language."""
    return "".join(f"{line}\n" for line in lines(rule, lang))


def lines(rule: NewRule, lang: Lang) -> Iterator[str]:
    yield from told(lang, "top")
    yield f"id: {rule.id}"
    yield f"name: {rule.name}"
    yield from texts("title: ", dict.fromkeys(LANGUAGES, rule.title))
    yield from told(lang, "severity")
    yield f"severity: {rule.severity}"
    yield from told(lang, "guide")
    yield "guide:"
    yield f"  edition: {rule.edition.isoformat()}"
    yield from texts("  source: ", dict.fromkeys(LANGUAGES, rule.source))
    yield from said("  asks:", "asks", rule)
    yield from said("why:", "why", rule)
    yield from judging(rule, lang)
    yield from told(lang, "remedy")
    yield from remedy(rule)
    yield from told(lang, "examples")
    yield from examples(rule)


def judging(rule: NewRule, lang: Lang) -> Iterator[str]:
    sought = f"words: [{', '.join(map(quoted, rule.words))}]"
    yield from told(lang, "cases")
    yield "cases:"
    yield "  - verdict: pass"
    yield from told(lang, "words", 4)
    yield f"    when: {{text: {{{sought}}}}}"
    yield from said("    message:", "pass", rule)
    yield "  - verdict: review"
    yield f"    when: {{text: {{{sought}, force: [optional, deferred]}}}}"
    yield from said("    message:", "review", rule)
    yield from told(lang, "absent")
    yield "absent:"
    yield "  verdict: fail"
    yield from said("  message:", "fail", rule)
    yield "  looked_for:"
    shown = f"[{', '.join(quoted(bare(word)) for word in rule.words)}]"
    yield from (f"    {one}: {shown}" for one in LANGUAGES)
    yield from told(lang, "near", 2)
    yield "  near:"
    yield f"    - when: {{text: {{{sought}, force: [negated, past, problem]}}}}"
    yield from said("      why_not:", "why-not", rule)


def remedy(rule: NewRule) -> Iterator[str]:
    word = bare(rule.words[0])
    yield "remedy:"
    for one, parties in (("nb", "Partene"), ("nn", "Partane")):
        yield f"  {one}:"
        yield f"    advice: {quoted(of(one, 'advice', rule))}"  # type: ignore[arg-type]
        yield f"    clause: {quoted(f'{parties} skal samarbeide om {word}.')}"
    yield f"  en: {{advice: {quoted(of('en', 'advice', rule))}}}"


def examples(rule: NewRule) -> Iterator[str]:
    """Each word once in either standard, and what must not count."""
    first = bare(rule.words[0])
    yield "examples:"
    for word in map(bare, rule.words):
        yield from example("pass", f"Partene skal samarbeide om {word}.")
        yield from example("pass", f"Partane skal samarbeide om {word}.")
    yield from example("review", f"Partene kan ved behov samarbeide om {first}.")
    yield from example("fail", f"Partene skal ikke samarbeide om {first}.")
    yield from example("fail", "Politirådet møtes to ganger i året.")


def example(verdict: str, text: str) -> Iterator[str]:
    yield f"  - verdict: {verdict}"
    yield "    text: |"
    yield f"      {text}"


def bare(word: str) -> str:
    return word.replace("*", "")


def said(key: str, sentence: str, rule: NewRule) -> Iterator[str]:
    """The key, and the sentence in all languages below it."""
    indent = " " * (len(key) - len(key.lstrip()) + 2)
    yield key
    yield from (f"{indent}{one}: {quoted(of(one, sentence, rule))}" for one in LANGUAGES)


def of(lang: Lang, sentence: str, rule: NewRule) -> str:
    title = rule.title[:1].lower() + rule.title[1:] if rule.title[1:2].islower() else rule.title
    plain = title.translate({ord("{"): "(", ord("}"): ")"})  # braces of a message mean facts
    return say(lang, f"new-rule-{sentence}", title=plain)


def texts(key: str, values: dict[Lang, str]) -> Iterator[str]:
    yield f"{key}{{{', '.join(f'{lang}: {quoted(text)}' for lang, text in values.items())}}}"


def told(lang: Lang, key: str, indent: int = 0) -> Iterator[str]:
    """A comment over what it explains."""
    before = " " * indent + "# "
    yield from textwrap.wrap(say(lang, f"new-rule-{key}"), WIDTH, initial_indent=before,
                             subsequent_indent=before, break_on_hyphens=False)


def quoted(text: str) -> str:
    """The text in double quotes, as JSON and YAML both read it."""
    return json.dumps(text, ensure_ascii=False)
