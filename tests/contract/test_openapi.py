"""docs/openapi.json is the API's own document and has what client generators need."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute

from api.app import make_app
from api.openapi import openapi_text
from api.routes import OPEN_ROUTERS, ROUTERS
from contract.templates import ROOT

TEXT = openapi_text(make_app())
DOCUMENT: dict[str, Any] = json.loads(TEXT)
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
OPERATIONS = [
    (method, path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
every_operation = pytest.mark.parametrize(
    ("method", "path", "operation"),
    OPERATIONS,
    ids=[operation["operationId"] for _, _, operation in OPERATIONS],
)
every_patch = pytest.mark.parametrize(
    "operation",
    [operation for method, _, operation in OPERATIONS if method == "patch"],
    ids=lambda operation: operation["operationId"],
)


def test_the_committed_document_is_up_to_date() -> None:
    assert (ROOT / "docs/openapi.json").read_text("utf-8") == TEXT, "run `make openapi`"


def test_schemas_are_exactly_those_that_are_referenced() -> None:
    referenced = set(re.findall(r'"#/components/schemas/([^"]+)"', TEXT))

    assert referenced == SCHEMAS.keys()


def test_schemas_have_the_short_names_of_their_types() -> None:
    assert [name for name in SCHEMAS if not re.fullmatch("[A-Z][A-Za-z]+", name)] == []


def test_fields_have_the_descriptions_of_their_attributes() -> None:
    run = SCHEMAS["RunParameters"]

    assert "\n" not in run["description"]
    assert run["properties"]["time_limit_s"]["description"].startswith("Search time")


def test_operation_ids_are_unique() -> None:
    ids = [operation["operationId"] for _, _, operation in OPERATIONS]

    assert sorted(set(ids)) == sorted(ids)


@every_operation
def test_operation_ids_are_short_and_snake_case(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    del path
    verb, _, noun = operation["operationId"].partition("_")

    assert re.fullmatch(r"[a-z]+(_[a-z]+){1,2}", operation["operationId"])
    assert noun
    assert (verb == "patch") == (method == "patch")


def test_operation_ids_are_the_names_of_the_routes_and_their_functions() -> None:
    routes = list(routes_of_routers())

    ids = {operation["operationId"] for _, _, operation in OPERATIONS}
    assert ids == {route.name for route in routes}
    for route in routes:
        function = route.endpoint.__name__
        assert function == route.name or function.endswith(("_item", "_items"))


@every_operation
def test_every_operation_has_a_summary_and_a_description(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    del method, path

    assert operation["summary"]
    assert re.match(r"[A-Z].*\.$", operation["description"])


@every_patch
def test_a_patch_has_one_content_type_and_a_typed_schema(
    operation: dict[str, Any],
) -> None:
    content = operation["requestBody"]["content"]

    assert list(content) == ["application/merge-patch+json"]
    (media,) = content.values()
    schema = SCHEMAS[media["schema"]["$ref"].rpartition("/")[2]]
    assert schema["type"] == "object"
    assert schema["properties"]
    assert "required" not in schema


@every_operation
def test_every_success_with_a_body_has_a_named_schema(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    del method, path
    for status, response in operation["responses"].items():
        if status in {"200", "201", "202"}:
            (media,) = response["content"].values()
            assert media["schema"].keys() == {"$ref"}


@every_operation
def test_every_error_is_a_problem_document_or_a_message_of_the_gateway(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    del method, path
    errors = {
        int(status): set(resolved(response)["content"])
        for status, response in operation["responses"].items()
        if int(status) >= 400
    }

    ours, gateway = {"application/problem+json"}, {"application/json"}
    assert errors.pop(429) == gateway
    for status, content in errors.items():
        from_gateway_too = status in {401, 413, 500, 503}
        assert content == (ours | gateway if from_gateway_too else ours)


@every_operation
def test_every_operation_but_health_needs_a_token(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    del method
    is_open = path == "/health"

    assert ("security" not in operation) == is_open
    assert is_open or {"401", "403"} <= operation["responses"].keys()


@every_operation
def test_changes_need_if_match_and_posts_take_an_idempotency_key(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    headers = {
        parameter["name"]: parameter["required"]
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "header"
    }
    changes_nothing = path.endswith("/validate")
    cancels = path == "/v1/runs/{run}"

    assert (method == "post" and not changes_nothing) == ("idempotency-key" in headers)
    assert (method in {"patch", "delete"} and not cancels) == headers.get(
        "if-match", False
    )


def routes_of_routers() -> Iterator[APIRoute]:
    for router in (*OPEN_ROUTERS, *ROUTERS):
        for route in router.routes:
            assert isinstance(route, APIRoute)
            yield route


def resolved(response: dict[str, Any]) -> dict[str, Any]:
    """Return the shared response that a `$ref` names."""
    name = response["$ref"].rpartition("/")[2]
    shared: dict[str, Any] = DOCUMENT["components"]["responses"][name]
    return shared


def request_schemas() -> set[str]:
    """Names of the schemas that request bodies reach."""
    found: set[str] = set()
    waiting = names_in([o.get("requestBody") for _, _, o in OPERATIONS])
    while waiting:
        found |= waiting
        waiting = names_in([SCHEMAS[name] for name in waiting]) - found
    return found


def names_in(value: object) -> set[str]:
    return set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(value)))


def unlimited_texts(schema: object, at: str) -> Iterator[str]:
    if isinstance(schema, dict):
        limits = {"maxLength", "pattern", "enum", "const", "format"}
        if schema.get("type") == "string" and not limits & schema.keys():
            yield at
        for key, part in schema.items():
            yield from unlimited_texts(part, f"{at}/{key}")
    elif isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from unlimited_texts(part, f"{at}/{index}")


@pytest.mark.parametrize("name", sorted(request_schemas()))
def test_every_text_of_a_request_has_a_limit(name: str) -> None:
    assert list(unlimited_texts(SCHEMAS[name], name)) == []
