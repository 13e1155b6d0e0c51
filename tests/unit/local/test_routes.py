import pytest

from flextime_local.http_server.cors import Cors
from flextime_local.http_server.payload import response_of
from flextime_local.http_server.routes import HttpApi, Route


def api(*keys: str) -> HttpApi:
    routes = []
    for key in keys:
        method, _, path = key.rpartition(" ")
        routes.append(Route(method or "ANY", path, f"arn of {key}", None))
    return HttpApi("id", tuple(sorted(routes, key=lambda route: route.rank)))


EVERYTHING = api(
    "$default",
    "ANY /{proxy+}",
    "GET /notes/{id}",
    "ANY /notes/{id}",
    "GET /notes/new",
    "OPTIONS /{proxy+}",
)


@pytest.mark.parametrize(
    ("method", "path", "key", "parameters"),
    [
        ("GET", "/notes/new", "GET /notes/new", {}),
        ("GET", "/notes/7", "GET /notes/{id}", {"id": "7"}),
        ("PUT", "/notes/7", "ANY /notes/{id}", {"id": "7"}),
        ("OPTIONS", "/a/b", "OPTIONS /{proxy+}", {"proxy": "a/b"}),
        ("GET", "/a/b", "ANY /{proxy+}", {"proxy": "a/b"}),
        ("GET", "/", "$default", {}),
    ],
)
def test_the_most_specific_route_is_chosen(
    method: str, path: str, key: str, parameters: dict[str, str]
) -> None:
    found = EVERYTHING.find(method, path)

    assert found is not None
    assert (found[0].key, found[1]) == (key, parameters)


def test_a_path_without_a_route_is_found_nowhere() -> None:
    assert api("GET /notes").find("GET", "/other") is None
    assert api("GET /notes").find("POST", "/notes") is None
    assert api("GET /a.b").find("GET", "/axb") is None


def test_origins_may_come_as_text_or_list() -> None:
    for origins in (["http://a", "http://b"], "http://a, http://b"):
        cors = Cors.of({"allowOrigins": origins})
        assert cors
        assert ("access-control-allow-origin", "http://b") in cors.response("http://b")
        assert cors.response("http://c") == []


def test_any_origin_is_answered_with_a_star_unless_credentials_are_allowed() -> None:
    star = Cors.of({"allowOrigins": ["*"]})
    credentials = Cors.of({"allowOrigins": ["*"], "allowCredentials": True})

    assert star
    assert credentials
    assert star.response("http://a") == [("access-control-allow-origin", "*")]
    assert ("access-control-allow-origin", "http://a") in credentials.response(
        "http://a"
    )


@pytest.mark.parametrize(
    ("payload", "status", "body"),
    [
        ('{"statusCode": 201, "body": "made"}', 201, b"made"),
        ('{"statusCode": "204"}', 204, b""),
        (
            '{"statusCode": 200, "body": "AP8=", "isBase64Encoded": true}',
            200,
            b"\0\xff",
        ),
        ('{"any": "object"}', 200, b'{"any": "object"}'),
        ('"text"', 200, b"text"),
    ],
)
def test_a_functions_answer_becomes_http(
    payload: str, status: int, body: bytes
) -> None:
    response = response_of(payload)

    assert (response.status, response.body) == (status, body)


def test_cookies_become_headers_of_their_own() -> None:
    response = response_of('{"statusCode": 200, "cookies": ["a=1", "b=2"]}')

    assert response.headers == [("set-cookie", "a=1"), ("set-cookie", "b=2")]
