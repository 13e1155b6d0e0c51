"""docs/openapi.json is what the API says of itself, and says all that clients need."""

import json
import re
from typing import Any

import pytest

from api.app import make_app
from api.openapi import text_of
from contract.templates import ROOT

TEXT = text_of(make_app())
DOCUMENT: dict[str, Any] = json.loads(TEXT)
OPERATIONS = [
    (method, path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]


def test_the_committed_document_is_the_apis_own() -> None:
    assert (ROOT / "docs/openapi.json").read_text("utf-8") == TEXT, "run `make openapi`"


def test_every_schema_that_is_named_is_there() -> None:
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', TEXT))

    assert named <= DOCUMENT["components"]["schemas"].keys()


def test_every_schema_that_is_there_is_named() -> None:
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', TEXT))

    assert DOCUMENT["components"]["schemas"].keys() <= named


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS)
def test_every_problem_is_a_problem_document_or_the_gateways_message(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    del method, path
    problems = {
        int(status): set(answer["content"])
        for status, answer in operation["responses"].items()
        if int(status) >= 400
    }

    ours, gateways = {"application/problem+json"}, {"application/json"}
    assert problems.pop(429) == gateways
    for status, content in problems.items():
        may_be_gateways = status in {401, 413, 500, 503}
        assert content == (ours | gateways if may_be_gateways else ours)


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS)
def test_everything_but_health_needs_a_token_and_may_be_refused(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    del method
    open_to_all = path == "/health"

    assert (operation["security"] == []) == open_to_all
    assert open_to_all or {"401", "403"} <= operation["responses"].keys()


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS)
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
