"""Schemas of JSON merge patches (RFC 7396), derived from those of their targets.

FastAPI documents the body of ``patch: MergePatchBody[Game]`` as a `Game`. Its patch,
`GamePatch`, has the same fields, all of them optional; an optional field may be null,
which resets it; an object within it is patched too; a list is replaced as a whole.
"""

import re
from collections.abc import Iterator
from typing import Any

from api.request_body import MERGE_PATCH

type Schema = dict[str, Any]
type Schemas = dict[str, Schema]

_PREFIX = "#/components/schemas/"


def add_patch_schemas(document: dict[str, Any]) -> None:
    """Replace the schema of every merge patch body, and drop those no longer used."""
    schemas: Schemas = document["components"]["schemas"]
    for body in _merge_patch_bodies(document):
        body["schema"] = _patch_of(body["schema"], schemas)
    for unused in _unused(document):
        del schemas[unused]


def _merge_patch_bodies(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for operations in document["paths"].values():
        content = operations.get("patch", {}).get("requestBody", {}).get("content", {})
        if MERGE_PATCH in content:
            yield content[MERGE_PATCH]


def _patch_of(schema: Schema, schemas: Schemas) -> Schema:
    """Return the schema of a patch of `schema`: itself if it is not an object."""
    if "anyOf" in schema:
        return schema | {"anyOf": [_patch_of(one, schemas) for one in schema["anyOf"]]}
    name = schema.get("$ref", "").removeprefix(_PREFIX)
    target = schemas.get(name, {})
    if not {"properties", "oneOf"} & target.keys():
        return schema
    patch = f"{name}Patch"
    if patch not in schemas:
        schemas[patch] = {}  # stops at a type that contains itself
        of_union = "oneOf" in target
        derived = _union_patch if of_union else _object_patch
        schemas[patch] = derived(name, target, schemas)
    return {"$ref": _PREFIX + patch}


def _object_patch(name: str, target: Schema, schemas: Schemas) -> Schema:
    properties = _optional(target, schemas)
    return _described(name, properties) | {"additionalProperties": False}


def _union_patch(name: str, target: Schema, schemas: Schemas) -> Schema:
    """Return a patch with the fields that all members share; it may have others."""
    members = [schemas[one["$ref"].removeprefix(_PREFIX)] for one in target["oneOf"]]
    first, *others = (_optional(member, schemas) for member in members)
    shared = {
        field: schema
        for field, schema in first.items()
        if all(other.get(field) == schema for other in others)
    }
    mapping = target.get("discriminator", {}).get("mapping", {})
    kind = {"kind": {"type": "string", "enum": sorted(mapping)}}
    return _described(name, kind | shared) | {"additionalProperties": True}


def _optional(target: Schema, schemas: Schemas) -> dict[str, Schema]:
    """Return the fields of an object as a patch may have them."""
    required = target.get("required", ())
    patches = {
        field: _patch_of(schema, schemas)
        for field, schema in target["properties"].items()
    }
    return {
        field: patch if field in required else _nullable(patch)
        for field, patch in patches.items()
    }


def _described(name: str, properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "title": f"{name}Patch",
        "description": f"JSON merge patch (RFC 7396) of a {name}.",
        "properties": properties,
    }


def _nullable(schema: Schema) -> Schema:
    schema = {key: value for key, value in schema.items() if key != "default"}
    null = {"type": "null"}
    if null in schema.get("anyOf", ()):
        return schema
    title = {"title": schema.pop("title")} if "title" in schema else {}
    return {"anyOf": [schema, null]} | title


def _unused(document: dict[str, Any]) -> set[str]:
    """Return the names of schemas that neither paths nor responses reach."""
    schemas: Schemas = document["components"]["schemas"]
    used: set[str] = set()
    waiting = _names_in([document["paths"], document["components"]["responses"]])
    while waiting:
        used |= waiting
        waiting = _names_in([schemas[name] for name in waiting]) - used
    return schemas.keys() - used


def _names_in(value: object) -> set[str]:
    return set(re.findall(rf"'{_PREFIX}([^']+)'", str(value)))
