"""Component schemas of the OpenAPI document, completed with what pydantic omits."""

import json
import re
from collections.abc import Iterator
from typing import Any

type Schema = dict[str, Any]
type Schemas = dict[str, Schema]

REF = "#/components/schemas/{model}"

_ATTRIBUTE = re.compile(r"^(\S.*)\n((?:[ ]{4}.*\n?)+)", re.MULTILINE)


def with_named_unions(schemas: Schemas) -> Schemas:
    """Return the schemas with a reference wherever a named union stands in place."""
    unions = {
        json.dumps(schema["oneOf"]): {"$ref": REF.format(model=name)}
        for name, schema in schemas.items()
        if "oneOf" in schema
    }

    def replaced(value: Any) -> Any:  # noqa: ANN401 - any part of a JSON schema
        if isinstance(value, dict):
            union = unions.get(json.dumps(value.get("oneOf")))
            return union or {key: replaced(part) for key, part in value.items()}
        return [replaced(part) for part in value] if isinstance(value, list) else value

    return {
        name: schema if "oneOf" in schema else replaced(schema)
        for name, schema in schemas.items()
    }


def complete_schemas(schemas: Schemas) -> None:
    """Add that other fields are rejected, that `kind` is required, and descriptions."""
    for schema in _objects(schemas):
        schema.setdefault("additionalProperties", False)
        kind = schema["properties"].get("kind", {})
        if "default" in kind and {"const", "enum"} & kind.keys():
            schema["required"] = sorted({*schema.get("required", ()), "kind"})
        if "description" in schema:
            _describe_properties(schema)


def _objects(schema: object) -> Iterator[Schema]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from _objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _objects(value)


def _describe_properties(schema: Schema) -> None:
    """Move the attributes of a numpydoc docstring to their properties."""
    summary, _, rest = schema["description"].partition("\n\n")
    schema["description"] = summary
    for names, text in _ATTRIBUTE.findall(rest.partition("----------\n")[2]):
        for name in names.split(", "):
            if name in schema["properties"]:
                schema["properties"][name]["description"] = " ".join(text.split())
