import json
from collections.abc import Callable
from typing import Any

import pytest

from builders import a_league
from flextime import shipped_leagues
from flextime.serialization.json_documents import write_league
from functional.api.gateway import Gateway, Response

type Change = Callable[[dict[str, Any]], object]


def a_document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(write_league(a_league("A B", "4 11 18")))
    return document


def pointers(response: Response) -> list[str]:
    return [error["pointer"] for error in response.json["errors"]]


def test_an_exported_league_can_be_imported_again(api: Gateway, league: str) -> None:
    exported = api.get(f"{league}/export")
    api.delete(league)

    assert exported.headers["content-disposition"].endswith('.league.json"')
    assert api.send("POST", "/v1/leagues", body=exported.body).status == 201
    assert api.get(f"{league}/export").body == exported.body


def test_a_league_is_read_with_its_version(api: Gateway, league: str) -> None:
    response = api.get(league)

    assert (response.status, response.etag) == (200, '"1"')
    assert [team["id"] for team in response.json["teams"]] == ["A", "B"]


@pytest.mark.parametrize(
    ("change", "pointer"),
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
def test_an_invalid_league_is_rejected_with_a_pointer(
    api: Gateway, change: Change, pointer: str
) -> None:
    document = a_document()
    change(document)

    response = api.post("/v1/leagues", document)
    assert (response.status, response.code) == (422, "invalid-input")
    assert pointer in pointers(response)
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
def test_a_league_that_cannot_be_scheduled_is_rejected(
    api: Gateway, change: Change
) -> None:
    document = a_document()
    change(document)

    response = api.post("/v1/leagues", document)
    assert (response.status, response.code) == (422, "invalid-input")
    assert pointers(response)


def test_every_shipped_league_is_accepted(api: Gateway) -> None:
    for name in shipped_leagues.league_ids():
        document = shipped_leagues.document(name)

        assert api.send("POST", "/v1/leagues", body=document).status == 201
