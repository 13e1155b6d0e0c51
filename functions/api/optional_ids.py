"""Schemas of resources to create, whose id may be left to the server.

FastAPI documents the body of ``game: NewResourceBody[Game]`` as a `Game`, marked with
`OPTIONAL_ID`. Its schema `NewGame` has the same fields, and `id` is not required.
"""

from collections.abc import Iterator
from typing import Any

type Schema = dict[str, Any]
type Schemas = dict[str, Schema]

OPTIONAL_ID = "x-optional-id"
"""Marks the schema of a body; the finished document does not have it."""

_PREFIX = "#/components/schemas/"


def add_schemas_with_optional_ids(document: dict[str, Any]) -> None:
    """Replace the schema of every marked body by one whose id is not required."""
    schemas: Schemas = document["components"]["schemas"]
    for media_type in _marked_bodies(document):
        name = media_type["schema"]["$ref"].removeprefix(_PREFIX)
        media_type["schema"] = _with_optional_id(name, schemas)


def _marked_bodies(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for operations in document["paths"].values():
        for operation in operations.values():
            for media_type in (
                operation.get("requestBody", {}).get("content", {}).values()
            ):
                if OPTIONAL_ID in media_type.get("schema", {}):
                    yield media_type


def _with_optional_id(name: str, schemas: Schemas) -> Schema:
    new_name, target = f"New{name}", schemas[name]
    if "oneOf" in target:
        names = [one["$ref"].removeprefix(_PREFIX) for one in target["oneOf"]]
        new = {member: _with_optional_id(member, schemas) for member in names}
        discriminator = dict(target["discriminator"])
        discriminator["mapping"] = {
            kind: new[ref.removeprefix(_PREFIX)]["$ref"]
            for kind, ref in discriminator["mapping"].items()
        }
        derived = {"oneOf": list(new.values()), "discriminator": discriminator}
    else:
        required = [field for field in target["required"] if field != "id"]
        derived = {"required": required}
    schemas[new_name] = target | {"title": new_name} | derived
    return {"$ref": _PREFIX + new_name}
