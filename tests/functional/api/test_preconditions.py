from dataclasses import replace
from typing import Any

import pytest

from flextime.bootstrap import Application
from flextime.domain.ids import TenantId
from flextime.domain.leagues.league import Team, Venue
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Aggregate, Conference, Versioned
from flextime.usecases.ports import Store
from flextime.usecases.transaction import Save, Transaction
from functional.api.gateway import Gateway


def test_the_etag_of_a_resource_is_its_version(api: Gateway, schedule: str) -> None:
    before = api.get(schedule).etag
    after = api.patch(schedule, {"name": "Two"}, before)

    assert (before, after.status, after.etag) == ('"1"', 200, '"2"')
    assert api.get(schedule).etag == '"2"'


@pytest.mark.parametrize("part", ["", "/games/b-at-a"])
@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_a_change_without_if_match_is_rejected(
    api: Gateway, schedule: str, method: str, part: str
) -> None:
    body: dict[str, str] | None = {} if method == "PATCH" else None
    response = api.send(method, schedule + part, body)

    assert (response.status, response.code) == (428, "precondition-required")


@pytest.mark.parametrize("part", ["", "/games/b-at-a"])
@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
@pytest.mark.parametrize("etag", ['"1"', '"9"', 'W/"2"', "2", '"1", "2"', '"x"', "é"])
def test_a_change_of_another_version_is_rejected(
    api: Gateway, schedule: str, method: str, part: str, etag: str
) -> None:
    api.patch(schedule, {"name": "Two"})
    body = {"name": "Three"} if method == "PATCH" and not part else None
    body = {"status": "played"} if method == "PATCH" and part else body

    response = api.send(method, schedule + part, body, headers={"if-match": etag})
    assert (response.status, response.code) == (412, "stale-version")
    assert api.get(schedule).json["name"] == "Two"


def test_a_star_matches_any_version(api: Gateway, schedule: str) -> None:
    assert api.delete(f"{schedule}/games/b-at-a", "*").status == 204


def test_deleting_a_game_returns_the_new_etag_of_its_schedule(
    api: Gateway, schedule: str
) -> None:
    assert api.delete(f"{schedule}/games/b-at-a").etag == api.get(schedule).etag


@pytest.mark.parametrize("known", ['"1"', 'W/"1"', "*", '"7", "1"'])
def test_a_known_version_is_not_sent_again(
    api: Gateway, schedule: str, known: str
) -> None:
    response = api.send("GET", schedule, headers={"if-none-match": known})

    assert (response.status, response.body, response.etag) == (304, b"", '"1"')


def test_a_changed_version_is_sent(api: Gateway, schedule: str) -> None:
    assert api.send("GET", schedule, headers={"if-none-match": '"0"'}).status == 200


class StoreWithConcurrentChange:
    """A store in which a resource is changed right after it was first loaded."""

    def __init__(self, store: Store, kind: type[Aggregate], **change: object) -> None:
        self.store, self.kind, self.change = store, kind, change
        self.changed = False

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    def load(
        self, tenant: TenantId, kind: type[Any], identifier: str
    ) -> Versioned[Any]:
        loaded = self.store.load(tenant, kind, identifier)
        if kind is self.kind and not self.changed:
            self.changed = True
            other = Save(replace(loaded.value, **self.change), loaded.version)
            self.store.commit(Transaction(tenant, (other,)))
        return loaded


@pytest.fixture
def resources(api: Gateway, schedule: str) -> dict[str, str]:
    """Paths of one resource of each kind that can be patched."""
    location = {"latitude": 1, "longitude": 2, "time_zone": "America/Chicago"}
    team = {"id": "owls", "name": "Owls", "short_name": "OWL", "home_venue": "hall"}
    rule = {"id": "rest", "kind": "rest_days", "min_rest_days": 1}
    api.patch("/v1/conferences/big12", {"name": "Big 12"})
    api.post("/v1/venues", {"id": "hall", "name": "Hall", "location": location})
    api.post("/v1/teams", team)
    api.post(f"{schedule}/constraints", rule)
    return {
        "conference": "/v1/conferences/big12",
        "venue": "/v1/venues/hall",
        "team": "/v1/teams/owls",
        "schedule": schedule,
        "game": f"{schedule}/games/b-at-a",
        "constraint": f"{schedule}/constraints/rest",
    }


@pytest.mark.parametrize(
    ("resource", "patch", "stored"),
    [
        ("conference", {"office": None}, ("conference", Conference)),
        ("venue", {"capacity": 9_000}, ("venue", Venue)),
        ("team", {"short_name": "NOW"}, ("team", Team)),
        ("schedule", {"status": "REVIEW"}, ("schedule", SeasonSchedule)),
        ("game", {"slot": "11"}, ("schedule", SeasonSchedule)),
        ("constraint", {"hard": False}, ("schedule", SeasonSchedule)),
    ],
)
def test_a_patch_of_any_version_does_not_overwrite_a_concurrent_change(
    api: Gateway,
    application: Application,
    resources: dict[str, str],
    resource: str,
    patch: dict[str, object],
    stored: tuple[str, type[Aggregate]],
) -> None:
    store, (aggregate, kind) = application.store, stored
    concurrent = StoreWithConcurrentChange(store, kind, name="Concurrent")
    application.__dict__["store"] = concurrent

    response = api.patch(resources[resource], patch, "*")

    application.__dict__["store"] = store
    assert concurrent.changed
    assert response.status in {200, 412}
    assert api.get(resources[aggregate]).json["name"] == "Concurrent"
    after = api.get(resources[resource]).json
    assert response.status == 412 or after | patch == after
