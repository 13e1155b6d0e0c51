"""Models of requests and responses whose validators are built on first use.

FastAPI builds a pydantic validator for every body and response model when a route is
defined. For a league that takes tens of milliseconds, which a Lambda function would
pay on each cold start for routes that it does not serve. `LazyType` is an annotation
that stands for the model: it generates the model's JSON schema for the OpenAPI
document, and builds the validator when the first body arrives.
"""

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from flextime.serialization.type_adapters import adapter_of


class LazyType:
    """Annotation of a model that is validated by `validate`."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - any type, also unions
        self.model = model

    def validate(self, value: object) -> object:
        """Return the value unchanged; bodies override this to read their bytes."""
        return value

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return a schema that validates nothing yet (called by pydantic)."""
        del source, handler  # asking the handler would build the validator now
        return core_schema.no_info_plain_validator_function(self.validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the model's JSON schema (called by pydantic)."""
        del schema
        named = _with_name(adapter_of(self.model).core_schema)
        return handler(core_schema.definitions_schema(named, []))


def _with_name(schema: Any) -> Any:  # noqa: ANN401 - pydantic's schemas are dicts
    """Return the schema with the reference that a type adapter's root lacks.

    With it pydantic writes the model as a named component instead of in place. The
    form is pydantic's own, so that the name is shared with the model's other uses.
    """
    if schema["type"] == "definitions":
        return schema | {"schema": _with_name(schema["schema"])}
    if schema["type"] == "dataclass":
        cls = schema["cls"]
        return schema | {"ref": f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"}
    return schema
