import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from flextime_local.running_stack import RunningStack


@pytest.fixture(scope="module")
def api(running: RunningStack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=running.http_url, timeout=60) as http:
        yield http


@pytest.fixture(scope="module")
def token(running: RunningStack) -> str:
    return running.sign_in("scheduler")


def test_a_request_reaches_the_function_in_payload_format_2(api: httpx.Client) -> None:
    response = api.get("/open/notes?tag=a&tag=b", headers={"cookie": "x=1; y=2"})

    event = response.json()["event"]
    assert (event["version"], event["routeKey"]) == ("2.0", "GET /open/{name}")
    assert event["pathParameters"] == {"name": "notes"}
    assert event["queryStringParameters"] == {"tag": "a,b"}
    assert event["rawQueryString"] == "tag=a&tag=b"
    assert event["cookies"] == ["x=1", "y=2"]
    assert event["requestContext"]["http"]["method"] == "GET"
    assert "authorizer" not in event["requestContext"]


def test_claims_arrive_as_text_with_groups_in_brackets(
    api: httpx.Client, running: RunningStack, token: str
) -> None:
    response = api.post("/any", headers={"authorization": f"Bearer {token}"}, json={})

    claims = response.json()["event"]["requestContext"]["authorizer"]["jwt"]["claims"]
    assert claims["cognito:groups"] == "[scheduler]"
    assert claims["custom:conference"] == "big12"
    assert claims["email"] == running.user("scheduler").email
    assert all(isinstance(value, str) for value in claims.values())


def test_head_is_answered_without_a_body(api: httpx.Client, token: str) -> None:
    headers = {"authorization": f"Bearer {token}"}
    response = api.head("/any", headers=headers)

    assert (response.status_code, response.content) == (200, b"")
    assert int(response.headers["content-length"]) > 0


def test_a_line_break_in_a_path_reaches_the_function(
    api: httpx.Client, token: str
) -> None:
    response = api.get("/any/a%0A", headers={"authorization": f"Bearer {token}"})

    assert response.json()["event"]["rawPath"] == "/any/a\n"


def test_without_a_token_only_open_routes_answer(api: httpx.Client) -> None:
    response = api.get("/closed")

    assert (response.status_code, response.json()) == (401, {"message": "Unauthorized"})
    assert response.text == '{"message":"Unauthorized"}'


def test_bytes_travel_as_base64(api: httpx.Client, token: str) -> None:
    response = api.post(
        "/any",
        content=b"\x00\xff",
        headers={
            "authorization": f"Bearer {token}",
            "content-type": "application/octet-stream",
        },
    )

    event = response.json()["event"]
    assert (event["body"], event["isBase64Encoded"]) == ("AP8=", True)


def test_a_body_over_ten_megabytes_is_too_large(api: httpx.Client, token: str) -> None:
    response = api.post(
        "/any",
        content=b"x" * (10 * 1024 * 1024 + 1),
        headers={"authorization": f"Bearer {token}"},
    )

    assert response.status_code == 413


def test_a_preflight_of_an_allowed_origin_is_answered(api: httpx.Client) -> None:
    response = api.options(
        "/closed",
        headers={
            "origin": "http://dashboard.example",
            "access-control-request-method": "POST",
        },
    )

    assert response.status_code == 204
    assert response.headers["access-control-allow-origin"] == "http://dashboard.example"
    assert response.headers["access-control-allow-methods"] == "GET,POST"


def test_a_foreign_origin_gets_no_permission(api: httpx.Client) -> None:
    response = api.get("/open/x", headers={"origin": "http://elsewhere.example"})

    assert response.status_code == 200
    assert "access-control-allow-origin" not in response.headers


def test_the_same_process_serves_one_request_after_another(api: httpx.Client) -> None:
    first = api.get("/open/x").json()["pid"]

    assert api.get("/open/x").json()["pid"] == first


def test_requests_at_once_are_all_answered(running: RunningStack) -> None:
    def status(number: int) -> int:
        return httpx.get(f"{running.http_url}/open/{number}", timeout=60).status_code

    with ThreadPoolExecutor(12) as threads:
        assert set(threads.map(status, range(24))) == {200}


def test_what_a_handler_prints_is_in_its_log(
    api: httpx.Client, tmp_path_factory: pytest.TempPathFactory
) -> None:
    api.get("/open/printed-here")

    logs = tmp_path_factory.getbasetemp().glob("stack*/logs/EchoFunction.log")
    assert any("heard /open/printed-here" in log.read_text() for log in logs)


def test_a_huge_token_is_refused_like_any_other(api: httpx.Client) -> None:
    response = api.get("/closed", headers={"authorization": "Bearer " + "a" * 200_000})

    assert response.status_code == 401


def test_the_answer_of_a_function_keeps_its_headers(api: httpx.Client) -> None:
    response = api.get("/open/x", headers={"origin": "http://dashboard.example"})

    assert response.headers["etag"] == '"1"'
    assert response.headers["access-control-expose-headers"] == "etag"
    assert json.loads(response.text)["function"].startswith("flextime-EchoFunction")
