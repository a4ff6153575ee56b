"""The schema of our own report, and what of SARIF 2.1.0's we write, as judges of what is written.

SARIF's own schema comes with no package, so the objects that we write stand here as its text
defines them: every key that is not named is a mistake."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from jsonschema import Draft202012Validator

Schema = Mapping[str, Any]


def closed(schema: Any) -> Any:
    """The schema, in which an object has no other keys than those that are named."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(part) for key, part in schema.items()}
    if isinstance(schema.get("properties"), dict) and "type" in schema:
        found.setdefault("additionalProperties", False)
    return found


def own_schema() -> dict[str, Any]:
    file = resources.files("agreementlint").joinpath("data", "report.schema.json")
    with file.open(encoding="utf-8") as lines:
        found: dict[str, Any] = json.load(lines)
    return found


OWN = own_schema()
REPORT = Draft202012Validator(closed(OWN))
DOCUMENT = Draft202012Validator(closed({"$defs": OWN["$defs"], "$ref": "#/$defs/document"}))


def is_report(text: str) -> None:
    """Raises ValidationError for a JSON report that is not as the schema says."""
    REPORT.validate(json.loads(text))


def is_document(line: str) -> None:
    DOCUMENT.validate(json.loads(line))


# ---------------------------------------------------------------- SARIF 2.1.0


TEXT: Schema = {"type": "string"}
PLACE: Schema = {"type": "integer", "minimum": -1}
LANGUAGE: Schema = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
BAG: Schema = {"type": "object"}


def record(required: str = "", **keys: Any) -> Schema:
    return {"type": "object", "additionalProperties": False, "required": required.split(),
            "properties": {**keys, "properties": BAG}}


def many(of: Schema, *, unique: bool = False) -> Schema:
    return {"type": "array", "items": of, "uniqueItems": unique}


def texts(schema: Schema) -> Schema:
    return {"type": "object", "additionalProperties": schema}


MULTIFORMAT = record("text", text=TEXT, markdown=TEXT)
MESSAGE = {**record(text=TEXT, markdown=TEXT, id=TEXT, arguments=many(TEXT)),
           "anyOf": [{"required": ["text"]}, {"required": ["id"]}]}
ARTIFACT_LOCATION = record(uri={"type": "string", "format": "uri-reference"}, uriBaseId=TEXT,
                           index=PLACE, description=MESSAGE)
REGION = record(startLine={"type": "integer", "minimum": 1}, startColumn={"type": "integer"},
                endLine={"type": "integer", "minimum": 1}, message=MESSAGE,
                snippet=record(text=TEXT, binary=TEXT, rendered=MULTIFORMAT))
LOCATION = record(
    id=PLACE, message=MESSAGE,
    physicalLocation={**record(artifactLocation=ARTIFACT_LOCATION, region=REGION,
                               contextRegion=REGION),
                      "anyOf": [{"required": ["artifactLocation"]}, {"required": ["address"]}]},
    logicalLocations=many(record(name=TEXT, index=PLACE, fullyQualifiedName=TEXT,
                                 decoratedName=TEXT, parentIndex=PLACE, kind=TEXT), unique=True))
COMPONENT_REFERENCE = record(name=TEXT, index=PLACE, guid=TEXT)
DESCRIPTOR_REFERENCE = {
    **record(id=TEXT, index=PLACE, guid=TEXT, toolComponent=COMPONENT_REFERENCE),
    "anyOf": [{"required": ["id"]}, {"required": ["index"]}, {"required": ["guid"]}]}
DESCRIPTOR = record(
    "id", id=TEXT, name=TEXT, deprecatedIds=many(TEXT), guid=TEXT, shortDescription=MULTIFORMAT,
    fullDescription=MULTIFORMAT, help=MULTIFORMAT, messageStrings=texts(MULTIFORMAT),
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=record(level=LEVEL, enabled={"type": "boolean"}, rank={"type": "number"},
                                parameters=BAG),
    relationships=many(record("target", target=DESCRIPTOR_REFERENCE, description=MESSAGE,
                              kinds=many(TEXT, unique=True)), unique=True))
COMPONENT = record(
    "name", name=TEXT, version=TEXT, semanticVersion=TEXT, releaseDateUtc=TEXT, language=LANGUAGE,
    organization=TEXT, shortDescription=MULTIFORMAT, fullDescription=MULTIFORMAT,
    informationUri={"type": "string", "format": "uri"}, isComprehensive={"type": "boolean"},
    rules=many(DESCRIPTOR, unique=True), taxa=many(DESCRIPTOR, unique=True),
    notifications=many(DESCRIPTOR, unique=True),
    supportedTaxonomies=many(COMPONENT_REFERENCE, unique=True))
NOTIFICATION = record("message", message=MESSAGE, level=LEVEL, locations=many(LOCATION),
                      descriptor=DESCRIPTOR_REFERENCE, associatedRule=DESCRIPTOR_REFERENCE)
RESULT = record(
    "message", ruleId=TEXT, ruleIndex=PLACE, level=LEVEL, message=MESSAGE,
    kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
    locations=many(LOCATION), relatedLocations=many(LOCATION, unique=True),
    partialFingerprints=texts(TEXT), fingerprints=texts(TEXT),
    suppressions=many(record("kind", kind={"enum": ["inSource", "external"]}, justification=TEXT,
                             status={"enum": ["accepted", "underReview", "rejected"]},
                             location=LOCATION, guid=TEXT), unique=True),
    taxa=many(DESCRIPTOR_REFERENCE, unique=True))
RUN = record(
    "tool", tool=record("driver", driver=COMPONENT, extensions=many(COMPONENT, unique=True)),
    language=LANGUAGE, columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    taxonomies=many(COMPONENT, unique=True), results=many(RESULT),
    invocations=many(record("executionSuccessful", executionSuccessful={"type": "boolean"},
                            toolExecutionNotifications=many(NOTIFICATION),
                            toolConfigurationNotifications=many(NOTIFICATION))),
    artifacts=many(record(location=ARTIFACT_LOCATION, hashes=texts(TEXT), length=PLACE,
                          mimeType=TEXT, encoding=TEXT, parentIndex=PLACE,
                          roles=many({"enum": ["analysisTarget"]}, unique=True)), unique=True))
SARIF = Draft202012Validator({
    "type": "object", "additionalProperties": False, "required": ["version", "runs"],
    "properties": {"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"},
                   "runs": many(RUN)}})
