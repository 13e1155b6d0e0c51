import pytest

from functional.api.gateway import Gateway

HALL = {
    "id": "hall",
    "name": "Hall",
    "location": {"latitude": 1, "longitude": 2, "time_zone": "America/Chicago"},
}
TEAM = {"id": "owls", "name": "Owls", "short_name": "OWL", "home_venue": "hall"}


@pytest.fixture
def register(api: Gateway) -> Gateway:
    """With one venue and a team at home there."""
    api.post("/v1/venues", HALL)
    api.post("/v1/teams", TEAM)
    return api


def test_a_team_is_added_read_listed_changed_and_deleted(register: Gateway) -> None:
    changed = register.patch("/v1/teams/owls", {"name": "Night Owls"}, '"1"')

    assert (changed.status, changed.json["name"]) == (200, "Night Owls")
    assert register.get("/v1/teams/owls").json == changed.json
    assert register.get("/v1/teams").json["items"] == [changed.json]
    assert register.delete("/v1/teams/owls", changed.etag).status == 204
    assert register.get("/v1/teams/owls").status == 404


def test_the_home_venue_of_a_team_must_be_in_the_register(api: Gateway) -> None:
    response = api.post("/v1/teams", TEAM)

    assert (response.status, response.json["errors"][0]["pointer"]) == (
        422,
        "/home_venue",
    )


def test_the_home_venue_of_a_team_cannot_be_deleted(register: Gateway) -> None:
    while_used = register.delete("/v1/venues/hall")
    register.delete("/v1/teams/owls")

    assert while_used.code == "conflict"
    assert register.delete("/v1/venues/hall").status == 204


def test_the_former_home_venue_of_a_team_can_be_deleted(register: Gateway) -> None:
    register.post("/v1/venues", HALL | {"id": "arena"})
    register.patch("/v1/teams/owls", {"home_venue": "arena"})

    assert register.delete("/v1/venues/hall").status == 204
    assert register.delete("/v1/venues/arena").code == "conflict"


def test_a_team_cannot_move_to_an_unknown_venue(register: Gateway) -> None:
    response = register.patch("/v1/teams/owls", {"home_venue": "moon"})

    assert (response.status, response.json["errors"][0]["pointer"]) == (
        422,
        "/home_venue",
    )
    assert register.delete("/v1/venues/hall").code == "conflict"


@pytest.mark.parametrize("zone", ["Mars", "", "../etc/passwd", "America", "x" * 5000])
def test_the_time_zone_of_a_venue_must_exist(api: Gateway, zone: str) -> None:
    location = HALL["location"] | {"time_zone": zone}  # type: ignore[operator]  # a dict
    response = api.post("/v1/venues", HALL | {"location": location})

    assert response.status == 422
    assert response.json["errors"][0]["pointer"] == "/location/time_zone"


def test_a_conference_has_version_0_before_its_first_change(api: Gateway) -> None:
    response = api.get("/v1/conferences/big12")

    assert (response.status, response.json["name"], response.etag) == (
        200,
        "big12",
        '"0"',
    )


def test_an_admin_changes_the_conference(api: Gateway) -> None:
    first = api.patch("/v1/conferences/big12", {"name": "Big 12"}, '"0"')
    second = api.patch(
        "/v1/conferences/big12", {"office": HALL["location"]}, first.etag
    )

    assert (first.etag, second.etag) == ('"1"', '"2"')
    assert second.json["name"] == "Big 12"
    assert api.get("/v1/conferences/big12").json == second.json


@pytest.mark.parametrize("etag", ['"0"', '"7"'])
def test_a_stale_change_of_the_conference_is_rejected(api: Gateway, etag: str) -> None:
    api.patch("/v1/conferences/big12", {"name": "Big 12"}, '"0"')

    assert api.patch("/v1/conferences/big12", {"name": "x"}, etag).status == 412


def test_the_id_of_a_conference_cannot_be_changed(api: Gateway) -> None:
    assert api.patch("/v1/conferences/big12", {"id": "acc"}).status == 422


def test_an_exported_league_can_be_imported_again(api: Gateway, league: str) -> None:
    exported = api.get(f"{league}/export")
    api.delete(league)

    assert exported.headers["content-disposition"].endswith('.league.json"')
    assert api.send("POST", "/v1/leagues", body=exported.body).status == 201
    assert api.get(f"{league}/export").body == exported.body


def test_a_venue_is_read_listed_and_changed(register: Gateway) -> None:
    changed = register.patch("/v1/venues/hall", {"capacity": 9_000}, '"1"')

    assert (changed.status, changed.json["capacity"]) == (200, 9_000)
    assert register.get("/v1/venues/hall").json == changed.json
    assert register.get("/v1/venues").json["items"] == [changed.json]
    assert register.patch("/v1/venues/hall", {"capacity": 1}, '"1"').status == 412


def test_a_changed_venue_is_still_the_home_venue_of_its_team(register: Gateway) -> None:
    register.patch("/v1/venues/hall", {"capacity": 9_000})

    assert register.delete("/v1/venues/hall").code == "conflict"


def test_a_league_is_read_with_its_version(api: Gateway, league: str) -> None:
    response = api.get(league)

    assert (response.status, response.etag) == (200, '"1"')
    assert [team["id"] for team in response.json["teams"]] == ["A", "B"]
