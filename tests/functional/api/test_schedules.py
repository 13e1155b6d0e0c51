import pytest

from fakes.memory_store import MemoryStore
from flextime.bootstrap import Application
from flextime.domain.events import ConstraintViolated
from functional.api.gateway import Gateway

GAME = {"id": "a-at-b", "home": "B", "away": "A", "slot": "11"}


def told(application: Application) -> list[str]:
    assert isinstance(application.store, MemoryStore)
    return [event.event_type for event in application.store.outbox]


def games(api: Gateway, schedule: str) -> list[str]:
    return [game["id"] for game in api.get(f"{schedule}/games").json["items"]]


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


def test_games_are_added_moved_postponed_locked_and_removed(
    api: Gateway, application: Application, schedule: str
) -> None:
    added = api.post(f"{schedule}/games", GAME)
    path = added.headers["location"]
    moved = api.patch(path, {"slot": "18"}, added.etag)
    postponed = api.patch(path, {"slot": None, "status": "postponed"}, moved.etag)
    lock = {"attribute": "site", "reason": "television", "owner": "ESPN"}
    locked = api.patch(path, {"locks": [lock]}, postponed.etag)

    assert (added.status, moved.json["slot"]) == (201, "18")
    assert (postponed.json["slot"], postponed.json["status"]) == (None, "postponed")
    assert locked.json["locks"] == [lock]
    assert api.get(path).json == locked.json
    assert api.delete(path, locked.etag).status == 204
    assert games(api, schedule) == ["b-at-a"]
    assert [event for event in told(application) if event.startswith("game.")] == [
        "game.scheduled",
        "game.moved",
        "game.moved",
        "game.postponed",
        "game.cancelled",
    ]


def test_every_change_of_games_is_a_revision_that_stays(
    api: Gateway, schedule: str
) -> None:
    api.patch(f"{schedule}/games/b-at-a", {"slot": "18"})
    api.patch(schedule, {"name": "Two"})

    slots = [
        api.get(f"{schedule}/revisions/{number}").json["games"][0]["slot"]
        for number in (1, 2)
    ]
    assert (slots, api.get(schedule).json["revision"]) == (["4", "18"], 2)
    assert api.get(f"{schedule}/revisions/3").status == 404
    assert api.get(f"{schedule}/revisions/0").status == 422


def test_a_second_game_of_an_id_is_refused(api: Gateway, schedule: str) -> None:
    assert (
        api.post(f"{schedule}/games", GAME | {"id": "b-at-a"}).code == "already-exists"
    )


@pytest.mark.parametrize("name", ["", "a b", "a/b", "é", "x" * 101, "-x"])
def test_a_game_has_an_id_that_fits_into_an_address(
    api: Gateway, schedule: str, name: str
) -> None:
    answer = api.post(f"{schedule}/games", GAME | {"id": name})

    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/id")


def test_an_unknown_game_is_not_found(api: Gateway, schedule: str) -> None:
    path = f"{schedule}/games/moon"

    assert [api.get(path).status, api.patch(path, {}).status] == [404, 404]
    assert api.delete(path).status == 404


def test_a_games_id_stays(api: Gateway, schedule: str) -> None:
    assert api.patch(f"{schedule}/games/b-at-a", {"id": "x"}).status == 422


def test_rules_are_added_changed_and_removed(
    api: Gateway, application: Application, schedule: str
) -> None:
    rule = {"id": "rest", "kind": "rest_days", "min_rest_days": 1}
    added = api.post(f"{schedule}/constraints", rule)
    path = added.headers["location"]
    changed = api.patch(path, {"hard": False, "weight": 5}, added.etag)

    assert (added.status, added.json["hard"], changed.json["weight"]) == (201, True, 5)
    assert api.get(f"{schedule}/constraints").json["items"] == [changed.json]
    assert api.delete(path, changed.etag).status == 204
    assert api.get(path).status == 404
    assert [event for event in told(application) if event.startswith("constraint")] == [
        "constraint.added",
        "constraint.updated",
        "constraint.removed",
    ]


@pytest.mark.parametrize(
    "rule",
    [
        {"id": "x", "kind": "unheard_of"},
        {"id": "x"},
        {"id": "x", "kind": "rest_days"},
        {"id": "x", "kind": "rest_days", "min_rest_days": "many"},
        {"id": "x", "kind": "rest_days", "min_rest_days": 1, "weight": 0},
        {"id": "x", "kind": "rest_days", "min_rest_days": 1, "colour": "red"},
        {"id": "x", "kind": "venue_dark", "team": "Z", "slots": ["4"]},
        {"id": "x", "kind": "venue_dark", "team": "A", "slots": ["2030-01-01"]},
    ],
)
def test_a_faulty_rule_is_refused_with_its_place(
    api: Gateway, schedule: str, rule: dict[str, object]
) -> None:
    answer = api.post(f"{schedule}/constraints", rule)

    assert (answer.status, answer.code) == (422, "invalid-input")
    assert answer.json["errors"]
    assert api.get(f"{schedule}/constraints").json["items"] == []


def test_pages_of_schedules_lead_to_each_other(api: Gateway, league: str) -> None:
    new = {"name": "One", "league": league.rpartition("/")[2]}
    made = [api.post("/v1/schedules", new).json["id"] for _ in range(3)]

    first = api.get("/v1/schedules", limit=2).json
    second = api.get("/v1/schedules", limit=2, cursor=first["next"]).json
    listed = [schedule["id"] for schedule in first["items"] + second["items"]]
    assert (listed, second["next"]) == (made, None)


def test_a_game_that_is_called_off_stays_and_is_told(
    api: Gateway, application: Application, schedule: str
) -> None:
    called_off = api.patch(f"{schedule}/games/b-at-a", {"status": "cancelled"})

    assert called_off.json["status"] == "cancelled"
    assert told(application)[-2:] == ["schedule.updated", "game.cancelled"]


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


def test_a_change_by_hand_that_breaks_a_hard_rule_is_told_once(
    api: Gateway, application: Application, schedule: str
) -> None:
    dark = {"id": "dark", "kind": "venue_dark", "team": "B", "slots": ["11"]}
    soft = {**dark, "id": "soft", "hard": False}
    for rule in (dark, soft):
        api.post(f"{schedule}/constraints", rule)
    api.post(f"{schedule}/games", GAME)
    api.patch(f"{schedule}/games/{GAME['id']}", {"venue": None})

    assert isinstance(application.store, MemoryStore)
    (violated,) = (
        event.data
        for event in application.store.outbox
        if event.event_type == "constraint.violated"
    )
    assert violated == ConstraintViolated(constraints=("dark",), revision=2)
