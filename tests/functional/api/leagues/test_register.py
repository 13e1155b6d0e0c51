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


def test_a_venue_is_read_listed_and_changed(register: Gateway) -> None:
    changed = register.patch("/v1/venues/hall", {"capacity": 9_000}, '"1"')

    assert (changed.status, changed.json["capacity"]) == (200, 9_000)
    assert register.get("/v1/venues/hall").json == changed.json
    assert register.get("/v1/venues").json["items"] == [changed.json]
    assert register.patch("/v1/venues/hall", {"capacity": 1}, '"1"').status == 412


def test_a_changed_venue_is_still_the_home_venue_of_its_team(register: Gateway) -> None:
    register.patch("/v1/venues/hall", {"capacity": 9_000})

    assert register.delete("/v1/venues/hall").code == "conflict"
