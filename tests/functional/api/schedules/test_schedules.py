import pytest

from flextime.bootstrap import Application
from functional.api.gateway import Gateway
from functional.api.outbox_events import event_types

GAME = {"id": "a-at-b", "home": "B", "away": "A", "slot": "11"}


def test_a_new_schedule_is_a_draft_with_the_constraints_of_its_league(
    api: Gateway, application: Application, league: str
) -> None:
    new = {"name": "One", "league": league.rpartition("/")[2]}
    made = api.post("/v1/schedules", new)

    assert (made.status, made.json["status"], made.json["revision"]) == (
        201,
        "DRAFT",
        0,
    )
    assert api.get(made.headers["location"]).json == made.json
    assert event_types(application) == ["schedule.created"]


def test_an_empty_list_of_constraints_replaces_those_of_the_league(
    api: Gateway,
) -> None:
    demo = api.get("/v1/demo-data/big12-mbb-2024-25").json["league"]
    api.post("/v1/leagues", demo)
    new = {"name": "One", "league": demo["id"]}
    own = api.post("/v1/schedules", new | {"constraints": []}).json
    inherited = api.post("/v1/schedules", new).json

    assert own["constraints"] == []
    assert len(inherited["constraints"]) == len(demo["constraints"])


def test_a_schedule_of_an_unknown_league_is_rejected(api: Gateway) -> None:
    response = api.post("/v1/schedules", {"name": "One", "league": "moon"})

    assert (response.status, response.json["errors"][0]["pointer"]) == (422, "/league")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"slot": "2030-01-01"}, "/games/0/slot"),
        ({"away": "Z"}, "/games/0/away"),
        ({"away": "B"}, "/games/0"),
        ({"venue": "moon"}, "/games/0/venue"),
    ],
)
def test_games_that_do_not_belong_to_the_league_are_rejected(
    api: Gateway, league: str, change: dict[str, str], pointer: str
) -> None:
    new = {"name": "One", "league": league.rpartition("/")[2], "games": [GAME | change]}
    response = api.post("/v1/schedules", new)

    assert (response.status, response.json["errors"][0]["pointer"]) == (422, pointer)
    assert api.get("/v1/schedules").json["items"] == []


def test_a_league_with_schedules_cannot_be_deleted(
    api: Gateway, league: str, schedule: str
) -> None:
    while_used = api.delete(league)
    api.delete(schedule)
    afterwards = api.delete(league)

    assert (while_used.status, while_used.code) == (409, "conflict")
    assert afterwards.status == 204


def test_a_merge_patch_changes_only_the_fields_that_it_names(
    api: Gateway, schedule: str
) -> None:
    before = api.get(schedule).json
    after = api.patch(
        schedule, {"name": "Two", "goals": {"travel_model": "chain"}}
    ).json

    assert after["name"] == "Two"
    assert after["goals"] == {"travel_model": "chain", "travel_points_per_km": 1}
    assert after["games"] == before["games"]


@pytest.mark.parametrize(
    "patch",
    [
        {"id": "x"},
        {"revision": 9},
        {"latest_run": None, "league": "x"},
        {"name": None},
        {"name": 7},
        {"status": "LOST"},
        [],
        "x",
        7,
    ],
)
def test_a_merge_patch_of_a_read_only_or_invalid_field_is_rejected(
    api: Gateway, schedule: str, patch: object
) -> None:
    response = api.patch(schedule, patch)

    assert (response.status, response.code) == (422, "invalid-input")
    assert api.get(schedule).etag == '"1"'


def test_a_published_schedule_is_amended_by_a_change_of_its_games(
    api: Gateway, application: Application, schedule: str
) -> None:
    for status in ("REVIEW", "APPROVED", "PUBLISHED"):
        assert api.patch(schedule, {"status": status}).status == 200
    api.patch(f"{schedule}/games/b-at-a", {"slot": "18"})

    assert api.get(schedule).json["status"] == "AMENDED"
    assert "schedule.published" in event_types(application)


@pytest.mark.parametrize("status", ["APPROVED", "PUBLISHED", "AMENDED"])
def test_a_status_cannot_be_skipped(api: Gateway, schedule: str, status: str) -> None:
    assert api.patch(schedule, {"status": status}).code == "conflict"


def test_an_archived_schedule_cannot_be_changed(api: Gateway, schedule: str) -> None:
    api.patch(schedule, {"status": "ARCHIVED"})

    assert api.patch(schedule, {"name": "Two"}).code == "conflict"
    assert api.post(f"{schedule}/games", GAME).code == "conflict"
    assert api.post(f"{schedule}/runs").code == "conflict"


def test_the_next_cursor_leads_to_the_next_page_of_schedules(
    api: Gateway, league: str
) -> None:
    new = {"name": "One", "league": league.rpartition("/")[2]}
    made = [api.post("/v1/schedules", new).json["id"] for _ in range(3)]

    first = api.get("/v1/schedules", limit=2).json
    second = api.get("/v1/schedules", limit=2, cursor=first["next"]).json
    listed = [schedule["id"] for schedule in first["items"] + second["items"]]
    assert (listed, second["next"]) == (made, None)


def test_a_schedule_cannot_be_published_together_with_a_change_of_its_games(
    api: Gateway, schedule: str
) -> None:
    for status in ("REVIEW", "APPROVED"):
        api.patch(schedule, {"status": status})

    response = api.patch(schedule, {"status": "PUBLISHED", "games": []})
    assert response.code == "conflict"


def test_a_patch_that_changes_nothing_emits_no_event(
    api: Gateway, application: Application, schedule: str
) -> None:
    before = event_types(application)

    assert api.patch(schedule, {"name": "One"}).status == 200
    assert event_types(application) == before
