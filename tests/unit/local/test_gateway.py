import json
import time

import pytest

from event_loops import run_alone
from flextime_local.any_types import Json
from flextime_local.http_server.authorizer import JwtAuthorizer
from flextime_local.http_server.cors import Cors
from flextime_local.http_server.gateway import Gateway
from flextime_local.http_server.payload import HttpRequest, HttpResponse
from flextime_local.http_server.routes import HttpApi, Route
from flextime_local.lambda_runner.process import Response


def gateway(
    response: Response,
    slow_s: float = 0.0,
    cors: Cors | None = None,
    timeout_s: float = 30.0,
) -> Gateway:
    def invoke(_function: str, _event: Json) -> Response:
        time.sleep(slow_s)
        return response

    def no_keys(issuer: str) -> str:
        raise KeyError(issuer)

    api = HttpApi("id", (Route("ANY", "$default", "arn", None),), cors)
    return Gateway(api, JwtAuthorizer(no_keys), invoke, timeout_s)


def ask(gateway: Gateway, **headers: str) -> HttpResponse:
    request = HttpRequest("GET", "/any", "", list(headers.items()), b"", "127.0.0.1")
    return run_alone(gateway.response(request))


def good(**response: object) -> Response:
    return Response(json.dumps({"statusCode": 200, **response}), is_error=False)


def test_a_function_that_takes_too_long_makes_the_service_unavailable() -> None:
    response = ask(gateway(good(), slow_s=0.5, timeout_s=0.2))

    assert (response.status, response.body) == (
        503,
        b'{"message":"Service Unavailable"}',
    )


@pytest.mark.parametrize(
    "response",
    [
        Response('{"errorType": "ValueError", "errorMessage": "x"}', is_error=True),
        good(statusCode="many"),
        good(headers=["no", "object"]),
        good(headers={"x": "two\nlines"}),
        good(headers={"x": "\N{SNOWMAN}"}),
        good(body={"no": "text"}),
        good(body="!", isBase64Encoded=True),
    ],
)
def test_an_error_or_nonsense_of_a_function_is_an_internal_error(
    response: Response,
) -> None:
    told = ask(gateway(response))

    assert (told.status, told.body) == (500, b'{"message":"Internal Server Error"}')


def test_the_api_decides_on_origins_whatever_the_function_says() -> None:
    cors = Cors.of({"allowOrigins": ["http://good"]})
    permissive = good(headers={"Access-Control-Allow-Origin": "*"})

    assert ask(gateway(permissive, cors=cors), origin="http://evil").headers == []
    allowed = ask(gateway(permissive, cors=cors), origin="http://good").headers
    assert ("access-control-allow-origin", "http://good") in allowed
