"""Whatever is sent: a problem that names its place, and nothing half-written."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from builders import a_league
from flextime import shipped_leagues
from flextime.serialization.json_documents import write_league
from functional.api.gateway import Answer, Gateway

type Change = Callable[[dict[str, Any]], object]


def a_document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(write_league(a_league("A B", "4 11 18")))
    return document


def places(answer: Answer) -> list[str]:
    return [error["pointer"] for error in answer.json["errors"]]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d["teams"][1].update(home_venue="moon"), "/teams/1/home_venue"),
        (lambda d: d["teams"][1].update(id="A"), "/teams/1/id"),
        (lambda d: d.pop("name"), "/name"),
        (lambda d: d.update(nmae="x"), "/nmae"),
        (lambda d: d["teams"][0].update(name=7), "/teams/0/name"),
        (lambda d: d["teams"][0].update(name="a\0b"), "/teams/0/name"),
        (lambda d: d["format"].update(kind="cup"), "/format/kind"),
        (lambda d: d["format"].update(times=10**30), "/format/times"),
        (
            lambda d: d["venues"][0]["location"].update(time_zone="Mars"),
            "/venues/0/location/time_zone",
        ),
        (
            lambda d: d["calendar"]["rounds"][0]["slots"][0].update(date="2025-02-30"),
            "/calendar/rounds/0/slots/0/date",
        ),
        (
            lambda d: d.update(
                constraints=[
                    {
                        "id": "dark",
                        "kind": "venue_unavailable",
                        "team": "A",
                        "slots": ["2030-01-01"],
                    }
                ]
            ),
            "/constraints/0/slots/0",
        ),
    ],
)
def test_a_faulty_league_is_refused_with_the_place(
    api: Gateway, change: Change, place: str
) -> None:
    document = a_document()
    change(document)

    answer = api.post("/v1/leagues", document)
    assert (answer.status, answer.code) == (422, "invalid-input")
    assert place in places(answer)
    assert api.get("/v1/leagues").json["items"] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda d: (
            d["calendar"].update(rounds=d["calendar"]["rounds"][:1])
            or d["format"].update(times=2)
        ),
        lambda d: d.update(teams=d["teams"][:1]),
        lambda d: d.update(
            constraints=[
                {"id": "even", "kind": "home_away_balance", "max_difference": 0},
            ]
        ),
        lambda d: d.update(
            constraints=[
                {
                    "id": "dark",
                    "kind": "venue_unavailable",
                    "team": "A",
                    "slots": ["4"],
                },
                {
                    "id": "fixed",
                    "kind": "fixed_game",
                    "home": "A",
                    "away": "B",
                    "slots": ["4"],
                },
            ]
        ),
    ],
    ids=[
        "fewer slots than games",
        "one team",
        "half of an odd number of games at home",
        "a fixed game on a dark arena",
    ],
)
def test_a_league_that_cannot_be_scheduled_is_refused(
    api: Gateway, change: Change
) -> None:
    document = a_document()
    change(document)

    answer = api.post("/v1/leagues", document)
    assert (answer.status, answer.code) == (422, "invalid-input")
    assert places(answer)


@pytest.mark.parametrize(
    ("body", "place"),
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
def test_what_is_no_json_is_refused_with_the_place(
    api: Gateway, body: bytes, place: str
) -> None:
    answer = api.send("POST", "/v1/leagues", body=body)

    assert (answer.status, answer.code) == (400, "malformed-document")
    assert place in answer.json["detail"]


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
def test_json_of_another_form_is_refused(
    api: Gateway, schedule: str, path: str, body: bytes
) -> None:
    answer = api.send("POST", path.format(schedule=schedule), body=body)

    assert (answer.status, answer.code) == (422, "invalid-input")


def test_of_very_many_faults_the_first_are_named_and_all_are_counted(
    api: Gateway,
) -> None:
    body = b'{"teams": [' + b"{}, " * 999 + b"{}]}"

    answer = api.send("POST", "/v1/leagues", body=body)

    assert answer.status == 422
    assert len(answer.json["errors"]) == 100
    assert answer.json["detail"] == (
        "4007 places have to change; the first 100 are named"
    )


def test_a_body_over_the_limit_is_refused(api: Gateway) -> None:
    answer = api.send("POST", "/v1/leagues", body=b" " * 1_000_001)

    assert (answer.status, answer.code) == (413, "body-too-large")


def test_a_document_that_does_not_fit_the_store_is_refused(api: Gateway) -> None:
    import random  # noqa: PLC0415 - noise that cannot be packed

    document = a_document()
    document["name"] = random.Random(1).randbytes(450_000).hex()  # noqa: S311 - noise, no secret

    answer = api.post("/v1/leagues", document)
    assert (answer.status, answer.code) == (413, "too-large")


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/xml", "application/json; charset=latin-1"],
)
def test_a_body_of_another_kind_is_refused(api: Gateway, content_type: str) -> None:
    answer = api.send(
        "POST", "/v1/leagues", body=b"{}", headers={"content-type": content_type}
    )

    assert (answer.status, answer.code) == (415, "unsupported-media-type")


def test_a_packed_body_is_refused(api: Gateway) -> None:
    answer = api.send(
        "POST", "/v1/leagues", body=b"{}", headers={"content-encoding": "gzip"}
    )

    assert answer.status == 415


def test_an_unknown_path_is_a_problem(api: Gateway) -> None:
    answer = api.get("/v2/leagues")

    assert (answer.status, answer.code) == (404, "not-found")


def test_an_unknown_method_names_the_known_ones(api: Gateway, schedule: str) -> None:
    answer = api.send("PUT", schedule, {})

    assert (answer.status, answer.code) == (405, "method-not-allowed")
    assert answer.headers["allow"] == "DELETE, GET, PATCH"


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "cursor=x", "cursor=" + "a" * 401]
)
def test_a_faulty_query_is_refused_with_its_name(api: Gateway, query: str) -> None:
    answer = api.send("GET", "/v1/leagues", query=query)

    assert (answer.status, answer.code) == (422, "invalid-input")
    assert places(answer) == ["/" + query.partition("=")[0]]
    assert answer.json["errors"][0]["where"] == "query"


@pytest.mark.parametrize("name", ["a%00b", "%ff", "a#b", "x" * 101, "..", "%2e%2e"])
def test_an_id_that_is_none_is_not_found_or_refused(api: Gateway, name: str) -> None:
    assert api.get(f"/v1/leagues/{name}").status in {404, 422}


def test_every_shipped_league_is_accepted(api: Gateway) -> None:
    for name in shipped_leagues.league_ids():
        document = shipped_leagues.document(name)

        assert api.send("POST", "/v1/leagues", body=document).status == 201
