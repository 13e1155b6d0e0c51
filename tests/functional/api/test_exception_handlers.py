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
    assert response.headers["allow"] == "DELETE, GET, PATCH"


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
