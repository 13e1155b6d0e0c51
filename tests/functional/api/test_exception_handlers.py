from urllib.parse import unquote

import pytest

from functional.api.gateway import Gateway, Response


def pointers(response: Response) -> list[str]:
    return [error["pointer"] for error in response.json["errors"]]


def test_an_unknown_path_is_a_problem(api: Gateway) -> None:
    response = api.get("/v2/leagues")

    assert (response.status, response.code) == (404, "not-found")


def test_an_unsupported_method_is_rejected_with_the_supported_ones(
    api: Gateway, schedule: str
) -> None:
    response = api.send("PUT", schedule, {})

    assert (response.status, response.code) == (405, "method-not-allowed")
    assert response.headers["allow"] == "DELETE, GET, HEAD, PATCH"


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "BREW", "PUT"])
@pytest.mark.parametrize("path", ["/health", "/v1/leagues", "{schedule}/games/b-at-a"])
def test_an_unknown_method_is_not_allowed_on_a_known_path(
    api: Gateway, schedule: str, method: str, path: str
) -> None:
    response = api.send(method, path.format(schedule=schedule))

    assert (response.status, response.code) == (405, "method-not-allowed")
    assert "GET, HEAD" in response.headers["allow"]


@pytest.mark.parametrize(
    "path", ["/health", "/openapi.json", "/v1/leagues", "{schedule}"]
)
def test_head_has_the_headers_of_get_and_no_body(
    api: Gateway, schedule: str, path: str
) -> None:
    path = path.format(schedule=schedule)
    whole, head = api.get(path), api.send("HEAD", path)

    assert (head.status, head.body) == (200, b"")
    varying = {"x-correlation-id"}
    assert {k: v for k, v in head.headers.items() if k not in varying} == {
        k: v for k, v in whole.headers.items() if k not in varying
    }


def test_head_of_an_unknown_resource_is_not_found(api: Gateway) -> None:
    response = api.send("HEAD", "/v1/leagues/x")

    assert (response.status, response.body) == (404, b"")


@pytest.mark.parametrize(
    "path", ["/v1/leagues/a%0A", "/v1/leagues/%0A", "/v1/teams/a%0Ab"]
)
def test_an_id_with_a_line_break_is_a_problem(api: Gateway, path: str) -> None:
    response = api.get(unquote(path))

    assert (response.status, response.code) == (422, "invalid-input")
    assert response.json["errors"][0]["location"] == "path"


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "cursor=x", "cursor=" + "a" * 401]
)
def test_an_invalid_query_parameter_is_rejected_with_its_name(
    api: Gateway, query: str
) -> None:
    response = api.send("GET", "/v1/leagues", query=query)

    assert (response.status, response.code) == (422, "invalid-input")
    assert pointers(response) == ["/" + query.partition("=")[0]]
    assert response.json["errors"][0]["location"] == "query"


@pytest.mark.parametrize("name", ["a%00b", "%ff", "a#b", "x" * 101, "..", "%2e%2e"])
def test_an_invalid_id_is_not_found_or_rejected(api: Gateway, name: str) -> None:
    assert api.get(f"/v1/leagues/{name}").status in {404, 422}
