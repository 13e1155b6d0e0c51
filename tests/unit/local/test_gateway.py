import json
import time

import pytest

from event_loops import run_alone
from flextime_local.http_server.authorizer import JwtAuthorizer
from flextime_local.http_server.cors import Cors
from flextime_local.http_server.gateway import Gateway
from flextime_local.http_server.payload import HttpAnswer, HttpRequest
from flextime_local.http_server.routes import HttpApi, Route
from flextime_local.lambda_runner.process import Answer
from flextime_local.untyped import Json


def gateway(
    answer: Answer,
    slow_s: float = 0.0,
    cors: Cors | None = None,
    timeout_s: float = 30.0,
) -> Gateway:
    def invoke(_function: str, _event: Json) -> Answer:
        time.sleep(slow_s)
        return answer

    def no_keys(issuer: str) -> str:
        raise KeyError(issuer)

    api = HttpApi("id", (Route("ANY", "$default", "arn", None),), cors)
    return Gateway(api, JwtAuthorizer(no_keys), invoke, timeout_s)


def ask(gateway: Gateway, **headers: str) -> HttpAnswer:
    request = HttpRequest("GET", "/any", "", list(headers.items()), b"", "127.0.0.1")
    return run_alone(gateway.answer(request))


def good(**answer: object) -> Answer:
    return Answer(json.dumps({"statusCode": 200, **answer}), is_error=False)


def test_a_function_that_takes_too_long_makes_the_service_unavailable() -> None:
    answer = ask(gateway(good(), slow_s=0.5, timeout_s=0.2))

    assert (answer.status, answer.body) == (503, b'{"message":"Service Unavailable"}')


@pytest.mark.parametrize(
    "answer",
    [
        Answer('{"errorType": "ValueError", "errorMessage": "x"}', is_error=True),
        good(statusCode="many"),
        good(headers=["no", "object"]),
        good(headers={"x": "two\nlines"}),
        good(headers={"x": "\N{SNOWMAN}"}),
        good(body={"no": "text"}),
        good(body="!", isBase64Encoded=True),
    ],
)
def test_an_error_or_nonsense_of_a_function_is_an_internal_error(
    answer: Answer,
) -> None:
    told = ask(gateway(answer))

    assert (told.status, told.body) == (500, b'{"message":"Internal Server Error"}')


def test_the_api_decides_on_origins_whatever_the_function_says() -> None:
    cors = Cors.of({"allowOrigins": ["http://good"]})
    permissive = good(headers={"Access-Control-Allow-Origin": "*"})

    assert ask(gateway(permissive, cors=cors), origin="http://evil").headers == []
    allowed = ask(gateway(permissive, cors=cors), origin="http://good").headers
    assert ("access-control-allow-origin", "http://good") in allowed
