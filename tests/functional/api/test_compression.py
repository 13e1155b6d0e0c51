"""Responses are compressed for clients that accept gzip."""

import gzip

import pytest

from functional.api.gateway import Gateway

LARGE = "/v1/demo-data/big12-mbb-2024-25"


@pytest.mark.parametrize("accepted", ["gzip", "br, GZIP;q=0.5", "*"])
def test_a_large_response_is_compressed_for_a_client_that_accepts_it(
    api: Gateway, accepted: str
) -> None:
    plain = api.get(LARGE)
    packed = api.send("GET", LARGE, headers={"accept-encoding": accepted})

    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(packed.body)
    assert len(packed.body) < len(plain.body) / 2
    assert gzip.decompress(packed.body) == plain.body


@pytest.mark.parametrize(
    "accepted", ["gzip;q=0", "gzip;q=0, *", "br", "identity", "", "gzip;q=0.0"]
)
def test_a_response_is_not_compressed_for_a_client_that_does_not_accept_it(
    api: Gateway, accepted: str
) -> None:
    response = api.send("GET", LARGE, headers={"accept-encoding": accepted})

    assert "content-encoding" not in response.headers
    assert response.json["league"]


def test_a_small_response_stays_as_it_is(api: Gateway) -> None:
    response = api.send("GET", "/health", headers={"accept-encoding": "gzip"})

    assert "content-encoding" not in response.headers
    assert response.json["status"] == "ok"


def test_a_compressed_response_has_a_tag_of_its_own_that_is_accepted(
    api: Gateway,
) -> None:
    league = api.get(LARGE).json["league"]
    api.post("/v1/leagues", league)
    path = f"/v1/leagues/{league['id']}"
    packed = api.send("GET", path, headers={"accept-encoding": "gzip"})
    known = {"accept-encoding": "gzip", "if-none-match": packed.etag}

    assert (api.get(path).etag, packed.etag) == ('"1"', '"1-gzip"')
    assert api.send("GET", path, headers=known).status == 304
    assert api.send("GET", path, headers=known).etag == packed.etag
    assert api.delete(path, packed.etag).status == 204


def test_a_large_problem_is_compressed_too(api: Gateway) -> None:
    response = api.send(
        "POST",
        "/v1/leagues",
        body=b'{"teams": [' + b"{}, " * 99 + b"{}]}",
        headers={"accept-encoding": "gzip"},
    )

    assert response.headers["content-type"] == "application/problem+json"
    assert b"this field is missing" in gzip.decompress(response.body)


def test_head_has_the_headers_of_the_compressed_response(api: Gateway) -> None:
    accepted = {"accept-encoding": "gzip"}
    whole = api.send("GET", LARGE, headers=accepted)
    head = api.send("HEAD", LARGE, headers=accepted)

    assert (head.body, head.headers["content-encoding"]) == (b"", "gzip")
    assert head.headers["content-length"] == whole.headers["content-length"]
