"""The format of a rule file (`rulefile`, `verbs`, `terms`) into a JSON Schema, by which editors
complete and check what is written. It is made from the types that the strict loader decodes, so
that the two cannot differ."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin

from agreementlint.rules.format import DistrictRule, Rule
from agreementlint.rules.terms import DISTRICT_CASES, FACTS, clause_words
from agreementlint.rules.verbs import (
    VERBS,
    Check,
    ClauseCheck,
    Combination,
    FactCheck,
    Pattern,
    Term,
    TextCheck,
)
from agreementlint.strict import fields_of

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string", "pattern": r"\S"}
SCALARS: Mapping[type, Schema] = {
    str: TEXT, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
}


def rule_schema() -> Schema:
    """The schema of a rule file, of one agreement or of several."""
    defs: dict[str, Schema] = {}
    one, several = of_type(Rule, defs), of_type(DistrictRule, defs)
    return {"$schema": DRAFT, "title": "agreementlint rule", "if": {"required": ["scope"]},
            "then": several, "else": one, "$defs": defs}


def of_type(kind: Any, defs: dict[str, Schema]) -> Schema:
    """The schema of a value of that type; what it refers to is added to `defs`."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = next(arg for arg in get_args(kind) if arg is not type(None))
        return {"anyOf": [of_type(inner, defs), {"type": "null"}]}
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is tuple:
        return listed(of_type(get_args(kind)[0], defs))
    if kind in (Term, Pattern):
        return TEXT | {"description": told(kind)}
    if kind is Check:
        return referred("Check", lambda: check(defs), defs)
    if is_dataclass(kind) and isinstance(kind, type):
        return referred(kind.__name__, lambda: record(kind, defs), defs)
    return SCALARS[kind]


def listed(items: Schema) -> Schema:
    return {"type": "array", "minItems": 1, "items": items}


def referred(name: str, made: Callable[[], Schema], defs: dict[str, Schema]) -> Schema:
    """A reference to a definition, which is made the first time."""
    if name not in defs:
        defs[name] = {}  # it may refer to itself
        defs[name] = made()
    return {"$ref": f"#/$defs/{name}"}


def record(kind: type, defs: dict[str, Schema]) -> Schema:
    """An object whose keys are the fields of the dataclass."""
    fields = fields_of(kind)
    return {
        "type": "object", "description": told(kind), "additionalProperties": False,
        "properties": {key: of_type(hint, defs) for key, (_, hint) in fields.items()},
        "required": [key for key, (field, _) in fields.items()
                     if field.default is field.default_factory is MISSING],
    } | MORE.get(kind, dict)()


def check(defs: dict[str, Schema]) -> Schema:
    """A condition: one verb and its options."""
    return {"type": "object", "description": told(Check), "minProperties": 1, "maxProperties": 1,
            "additionalProperties": False,
            "properties": {verb: verb_schema(kind, defs) for verb, kind in VERBS.items()}}


def verb_schema(kind: type[Check], defs: dict[str, Schema]) -> Schema:
    if issubclass(kind, Combination):
        return listed(of_type(Check, defs)) | {"description": told(kind)}
    return of_type(kind, defs)


def told(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split())


# ------------------------------------------------ what the types leave open and the loader knows


def of_clauses() -> Schema:
    """The words that clauses may have, and that one of them must be given."""
    words = {option: {"items": {"enum": sorted(known)}}
             for option, known in clause_words().items()}
    return {"allOf": [{"properties": words}], "anyOf": one_given(*words, "quantity")}


def of_texts() -> Schema:
    return {"anyOf": one_given("words", "pattern")}


def of_facts() -> Schema:
    """The names of the facts, and the states that each may have."""
    states = [{"if": {"properties": {"name": {"const": name}}, "required": ["name"]},
               "then": {"properties": {"state": {"items": {"enum": list(asked.states)}}}}}
              for name, asked in FACTS.items()]
    return {"allOf": [{"properties": {"name": {"enum": list(FACTS)}}}, *states],
            "anyOf": one_given("state", "at_least", "at_most", "below")}


def of_districts() -> Schema:
    """The ids of the rules of several agreements, and the cases that each must have."""
    return {"allOf": [{"properties": {"id": {"enum": list(DISTRICT_CASES)}}}]}


def one_given(*options: str) -> list[Schema]:
    return [{"required": [option]} for option in options]


MORE: Mapping[type, Callable[[], Schema]] = {
    ClauseCheck: of_clauses, TextCheck: of_texts, FactCheck: of_facts, DistrictRule: of_districts,
}
