import pytest

from flextime.bootstrap import Application
from functional.api.gateway import Gateway
from functional.api.outbox import told

GAME = {"id": "a-at-b", "home": "B", "away": "A", "slot": "11"}


def test_a_schedule_begins_as_a_draft_with_its_leagues_rules(
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
    assert told(application) == ["schedule.created"]


def test_an_empty_list_of_rules_is_not_the_leagues_own(
    api: Gateway,
) -> None:
    demo = api.get("/v1/demo-data/big12-mbb-2024-25").json["league"]
    api.post("/v1/leagues", demo)
    new = {"name": "One", "league": demo["id"]}
    own = api.post("/v1/schedules", new | {"constraints": []}).json
    inherited = api.post("/v1/schedules", new).json

    assert own["constraints"] == []
    assert len(inherited["constraints"]) == len(demo["constraints"])


def test_a_schedule_of_an_unknown_league_is_refused(api: Gateway) -> None:
    answer = api.post("/v1/schedules", {"name": "One", "league": "moon"})

    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/league")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"slot": "2030-01-01"}, "/games/0/slot"),
        ({"away": "Z"}, "/games/0/away"),
        ({"away": "B"}, "/games/0"),
        ({"venue": "moon"}, "/games/0/venue"),
    ],
)
def test_games_that_are_not_of_the_league_are_refused(
    api: Gateway, league: str, change: dict[str, str], place: str
) -> None:
    new = {"name": "One", "league": league.rpartition("/")[2], "games": [GAME | change]}
    answer = api.post("/v1/schedules", new)

    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, place)
    assert api.get("/v1/schedules").json["items"] == []


def test_a_league_stays_while_a_schedule_is_made_of_it(
    api: Gateway, league: str, schedule: str
) -> None:
    while_used = api.delete(league)
    api.delete(schedule)
    afterwards = api.delete(league)

    assert (while_used.status, while_used.code) == (409, "conflict")
    assert afterwards.status == 204


def test_a_merge_patch_changes_what_it_names(api: Gateway, schedule: str) -> None:
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
def test_a_merge_patch_of_what_is_not_to_be_changed_is_refused(
    api: Gateway, schedule: str, patch: object
) -> None:
    answer = api.patch(schedule, patch)

    assert (answer.status, answer.code) == (422, "invalid-input")
    assert api.get(schedule).etag == '"1"'


def test_a_schedule_is_led_to_its_publication_and_is_amended_by_a_change(
    api: Gateway, application: Application, schedule: str
) -> None:
    for status in ("REVIEW", "APPROVED", "PUBLISHED"):
        assert api.patch(schedule, {"status": status}).status == 200
    api.patch(f"{schedule}/games/b-at-a", {"slot": "18"})

    assert api.get(schedule).json["status"] == "AMENDED"
    assert "schedule.published" in told(application)


@pytest.mark.parametrize("status", ["APPROVED", "PUBLISHED", "AMENDED"])
def test_a_step_out_of_order_is_refused(
    api: Gateway, schedule: str, status: str
) -> None:
    assert api.patch(schedule, {"status": status}).code == "conflict"


def test_an_archived_schedule_does_not_change(api: Gateway, schedule: str) -> None:
    api.patch(schedule, {"status": "ARCHIVED"})

    assert api.patch(schedule, {"name": "Two"}).code == "conflict"
    assert api.post(f"{schedule}/games", GAME).code == "conflict"
    assert api.post(f"{schedule}/runs").code == "conflict"


def test_pages_of_schedules_lead_to_each_other(api: Gateway, league: str) -> None:
    new = {"name": "One", "league": league.rpartition("/")[2]}
    made = [api.post("/v1/schedules", new).json["id"] for _ in range(3)]

    first = api.get("/v1/schedules", limit=2).json
    second = api.get("/v1/schedules", limit=2, cursor=first["next"]).json
    listed = [schedule["id"] for schedule in first["items"] + second["items"]]
    assert (listed, second["next"]) == (made, None)


def test_a_schedule_is_not_published_with_the_change_of_its_games(
    api: Gateway, schedule: str
) -> None:
    for status in ("REVIEW", "APPROVED"):
        api.patch(schedule, {"status": status})

    answer = api.patch(schedule, {"status": "PUBLISHED", "games": []})
    assert answer.code == "conflict"


def test_a_patch_that_changes_nothing_tells_nothing(
    api: Gateway, application: Application, schedule: str
) -> None:
    before = told(application)

    assert api.patch(schedule, {"name": "One"}).status == 200
    assert told(application) == before
