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
def test_a_correlation_id_comes_back(api: Gateway, sent: str) -> None:
    answer = api.send("GET", "/v1/leagues/x", headers={"x-correlation-id": sent})

    assert answer.headers["x-correlation-id"] == sent
    assert answer.json["correlation_id"] == sent


@pytest.mark.parametrize("sent", ["", "a b", "é", "x" * 129, 'a"}\n{', "<script>"])
def test_what_is_not_fit_for_a_log_line_is_replaced(api: Gateway, sent: str) -> None:
    answer = api.send("GET", "/v1/me", headers={"x-correlation-id": sent})

    assert re.fullmatch("[0-9a-f-]{36}", answer.headers["x-correlation-id"])


class SilentStore:
    def page(self, *wanted: object) -> None:
        del wanted
        raise Unavailable("DynamoDB does not answer")


def test_silence_behind_us_asks_for_patience(
    api: Gateway, application: Application
) -> None:
    application.__dict__["store"] = SilentStore()
    answer = api.get("/v1/leagues")

    assert (answer.status, answer.code) == (503, "unavailable")
    assert answer.headers["retry-after"] == "1"


class BrokenStore:
    def page(self, *wanted: object) -> None:
        del wanted
        raise ZeroDivisionError("the secret of ann@example.edu")


def test_a_fault_of_ours_is_a_problem_without_its_reason(
    api: Gateway, application: Application, logged: StringIO
) -> None:
    application.__dict__["store"] = BrokenStore()
    answer = api.get("/v1/leagues")

    assert (answer.status, answer.code) == (500, "internal")
    assert b"secret" not in answer.body
    assert "ZeroDivisionError" in logged.getvalue()
    assert answer.json["correlation_id"] in logged.getvalue()
    assert "ann@example.edu" not in logged.getvalue()


def test_every_request_leaves_a_line_and_a_metric(
    api: Gateway, logged: StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    api.get("/v1/leagues/x")

    answered = json.loads(logged.getvalue())
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (metric,) = (line for line in printed if "Latency" in line)
    assert (answered["route"], answered["status"]) == ("/v1/leagues/{league}", 404)
    assert metric["route"] == "GET /v1/leagues/{league}"
    assert metric["Latency"][0] > 0


def test_nobodys_address_or_body_is_logged(api: Gateway, logged: StringIO) -> None:
    api.post("/v1/venues", {"id": "x", "name": "bob@example.edu"})

    assert logged.getvalue()
    assert "example.edu" not in logged.getvalue()


def test_a_preflight_needs_no_token(application: Application) -> None:
    stranger = Gateway(application, claims={})
    answer = stranger.send(
        "OPTIONS",
        "/v1/leagues",
        headers={"origin": "http://x", "access-control-request-method": "POST"},
    )

    assert (answer.status, answer.headers["allow"]) == (204, "GET, POST")


def test_answers_belong_to_one_conference_and_are_what_they_say(api: Gateway) -> None:
    headers = api.get("/v1/me").headers

    assert headers["cache-control"] == "private, no-cache"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/health", "/v1/me", "/v1/no-such-thing"])
def test_every_answer_tells_the_gateways_limit(
    application: Application, path: str
) -> None:
    limited = replace(application, settings=Settings({"API_RATE_LIMIT": "200"}))

    answer = Gateway(limited).get(path)

    assert answer.headers["ratelimit-policy"] == '"gateway";q=200;w=1'


def test_where_nobody_limits_no_limit_is_told(api: Gateway) -> None:
    assert "ratelimit-policy" not in api.get("/health").headers
