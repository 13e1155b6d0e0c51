import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from logging import StreamHandler

import pytest

from flextime.bootstrap import Application
from flextime.domain.errors import Unavailable
from flextime.observability import logger
from flextime.settings import Settings
from functional.api.gateway import Gateway


@pytest.fixture
def logged() -> Iterator[StringIO]:
    """What goes to the log, as it is written there."""
    handler = logger.registered_handler
    assert isinstance(handler, StreamHandler)
    lines = StringIO()
    before = handler.setStream(lines)
    yield lines
    handler.setStream(before)


@pytest.mark.parametrize("sent", ["abc", "A-1.b_2", "x" * 128])
def test_a_valid_correlation_id_is_returned(api: Gateway, sent: str) -> None:
    response = api.send("GET", "/v1/leagues/x", headers={"x-correlation-id": sent})

    assert response.headers["x-correlation-id"] == sent
    assert response.json["correlation_id"] == sent


@pytest.mark.parametrize("sent", ["", "a b", "é", "x" * 129, 'a"}\n{', "<script>"])
def test_a_correlation_id_that_is_unsafe_to_log_is_replaced(
    api: Gateway, sent: str
) -> None:
    response = api.send("GET", "/v1/me", headers={"x-correlation-id": sent})

    assert re.fullmatch("[0-9a-f-]{36}", response.headers["x-correlation-id"])


class SilentStore:
    def page(self, *page: object) -> None:
        del page
        raise Unavailable("DynamoDB does not response")


def test_an_unavailable_dependency_is_a_503_with_retry_after(
    api: Gateway, application: Application
) -> None:
    application.__dict__["store"] = SilentStore()
    response = api.get("/v1/leagues")

    assert (response.status, response.code) == (503, "unavailable")
    assert response.headers["retry-after"] == "1"


class BrokenStore:
    def page(self, *page: object) -> None:
        del page
        raise ZeroDivisionError("the secret of ann@example.edu")


def test_an_unexpected_error_is_logged_but_not_disclosed(
    api: Gateway, application: Application, logged: StringIO
) -> None:
    application.__dict__["store"] = BrokenStore()
    response = api.get("/v1/leagues")

    assert (response.status, response.code) == (500, "internal")
    assert b"secret" not in response.body
    assert "ZeroDivisionError" in logged.getvalue()
    assert response.json["correlation_id"] in logged.getvalue()
    assert "ann@example.edu" not in logged.getvalue()


def test_every_request_is_logged_and_measured(
    api: Gateway, logged: StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    api.get("/v1/leagues/x")

    logged_request = json.loads(logged.getvalue())
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (metric,) = (line for line in printed if "Latency" in line)
    assert (logged_request["route"], logged_request["status"]) == (
        "/v1/leagues/{league}",
        404,
    )
    assert metric["route"] == "GET /v1/leagues/{league}"
    assert metric["Latency"][0] > 0


def test_neither_addresses_nor_bodies_are_logged(
    api: Gateway, logged: StringIO
) -> None:
    api.post("/v1/venues", {"id": "x", "name": "bob@example.edu"})

    assert logged.getvalue()
    assert "example.edu" not in logged.getvalue()


def test_a_preflight_needs_no_token(application: Application) -> None:
    stranger = Gateway(application, claims={})
    response = stranger.send(
        "OPTIONS",
        "/v1/leagues",
        headers={"origin": "http://x", "access-control-request-method": "POST"},
    )

    assert (response.status, response.headers["allow"]) == (204, "GET, POST")


def test_responses_are_private_and_not_sniffed(api: Gateway) -> None:
    headers = api.get("/v1/me").headers

    assert headers["cache-control"] == "private, no-cache"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/health", "/v1/me", "/v1/no-such-thing"])
def test_every_response_has_the_policy_of_the_rate_limit(
    application: Application, path: str
) -> None:
    limited = replace(application, settings=Settings({"API_RATE_LIMIT": "200"}))

    response = Gateway(limited).get(path)

    assert response.headers["ratelimit-policy"] == '"gateway";q=200;w=1'


def test_without_a_rate_limit_there_is_no_policy(api: Gateway) -> None:
    assert "ratelimit-policy" not in api.get("/health").headers
