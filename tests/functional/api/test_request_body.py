"""Invalid requests are rejected with a pointer to each error and change nothing."""

import json
from typing import Any

import pytest

from builders import a_league
from flextime.serialization.json_documents import write_league
from functional.api.gateway import Gateway


def a_document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(write_league(a_league("A B", "4 11 18")))
    return document


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b"", "line 1 column 0"),
        (b'{"id": }', "line 1 column 8"),
        (b'{"id": 1', "line 1 column 8"),
        (b'{"id": NaN}', "line 1 column 8"),
        (b'{"id": "\\ud800"}', "line 1 column"),
        (b"\xff\xfe", "line 1 column"),
        (b"[" * 100_000, "line 1 column"),
        (b'{"id": 1' + b"0" * 10_000 + b"}", "line 1 column"),
    ],
)
def test_malformed_json_is_rejected_with_its_position(
    api: Gateway, body: bytes, pointer: str
) -> None:
    response = api.send("POST", "/v1/leagues", body=body)

    assert (response.status, response.code) == (400, "malformed-document")
    assert pointer in response.json["detail"]


@pytest.mark.parametrize(
    "body",
    [
        b"null",
        b"[]",
        b"7",
        b'"text"',
        b"true",
        b'{"id": "a", "id": "b"}',
        b'{"a": 1e999}',
        b'{"a": 12345678901234567890}',
    ],
)
@pytest.mark.parametrize(
    "path", ["/v1/leagues", "/v1/teams", "/v1/schedules", "{schedule}/games"]
)
def test_json_of_another_type_is_rejected(
    api: Gateway, schedule: str, path: str, body: bytes
) -> None:
    response = api.send("POST", path.format(schedule=schedule), body=body)

    assert (response.status, response.code) == (422, "invalid-input")


def test_of_many_errors_the_first_are_listed_and_all_are_counted(
    api: Gateway,
) -> None:
    body = b'{"teams": [' + b"{}, " * 999 + b"{}]}"

    response = api.send("POST", "/v1/leagues", body=body)

    assert response.status == 422
    assert len(response.json["errors"]) == 100
    assert response.json["detail"] == ("4007 errors; the first 100 are listed")


def test_a_body_over_the_limit_is_rejected(api: Gateway) -> None:
    response = api.send("POST", "/v1/leagues", body=b" " * 1_000_001)

    assert (response.status, response.code) == (413, "body-too-large")


def test_a_document_too_large_for_the_store_is_rejected(api: Gateway) -> None:
    import random  # noqa: PLC0415 - noise that cannot be packed

    document = a_document()
    noise = random.Random(1)  # noqa: S311 - noise, no secret
    document["constraints"] = [
        {
            "kind": "fixed_game",
            "id": f"rule-{number}",
            "home": document["teams"][0]["id"],
            "away": document["teams"][1]["id"],
            "slots": [document["calendar"]["rounds"][0]["slots"][0]["id"]],
            "source": noise.randbytes(1_000).hex(),
        }
        for number in range(430)
    ]

    response = api.post("/v1/leagues", document)
    assert (response.status, response.code) == (413, "too-large")


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/xml", "application/json; charset=latin-1"],
)
def test_a_body_of_another_media_type_is_rejected(
    api: Gateway, content_type: str
) -> None:
    response = api.send(
        "POST", "/v1/leagues", body=b"{}", headers={"content-type": content_type}
    )

    assert (response.status, response.code) == (415, "unsupported-media-type")


def test_a_compressed_body_is_rejected(api: Gateway) -> None:
    response = api.send(
        "POST", "/v1/leagues", body=b"{}", headers={"content-encoding": "gzip"}
    )

    assert response.status == 415


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/merge-patch+json", 200),
        ("application/merge-patch+json; charset=utf-8", 200),
        ("application/json", 200),
        ("application/json-patch+json", 415),
        ("text/plain", 415),
    ],
)
def test_a_patch_is_a_merge_patch_also_as_plain_json(
    api: Gateway, schedule: str, content_type: str, status: int
) -> None:
    headers = {"content-type": content_type, "if-match": "*"}

    response = api.send("PATCH", schedule, body=b'{"name": "Two"}', headers=headers)

    assert response.status == status


def test_an_optional_body_may_be_absent_but_not_of_another_type(
    api: Gateway, schedule: str
) -> None:
    headers = {"content-type": "text/plain"}

    absent = api.send("POST", f"{schedule}/validate")
    other = api.send("POST", f"{schedule}/validate", body=b"{}", headers=headers)

    assert (absent.status, other.status) == (200, 415)
