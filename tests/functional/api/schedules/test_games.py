import pytest

from flextime.bootstrap import Application
from functional.api.gateway import Gateway
from functional.api.outbox_events import event_types

GAME = {"id": "a-at-b", "home": "B", "away": "A", "slot": "11"}


def games(api: Gateway, schedule: str) -> list[str]:
    return [game["id"] for game in api.get(f"{schedule}/games").json["items"]]


def test_games_are_added_moved_postponed_locked_and_deleted(
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
    assert [
        event for event in event_types(application) if event.startswith("game.")
    ] == [
        "game.scheduled",
        "game.moved",
        "game.moved",
        "game.postponed",
        "game.removed",
    ]


def test_every_change_of_games_creates_an_immutable_revision(
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


def test_a_second_game_with_the_same_id_is_rejected(
    api: Gateway, schedule: str
) -> None:
    assert (
        api.post(f"{schedule}/games", GAME | {"id": "b-at-a"}).code == "already-exists"
    )


@pytest.mark.parametrize("name", ["", "a b", "a/b", "é", "x" * 101, "-x"])
def test_the_id_of_a_game_must_be_a_valid_path_segment(
    api: Gateway, schedule: str, name: str
) -> None:
    response = api.post(f"{schedule}/games", GAME | {"id": name})

    assert (response.status, response.json["errors"][0]["pointer"]) == (422, "/id")


def test_an_unknown_game_is_not_found(api: Gateway, schedule: str) -> None:
    path = f"{schedule}/games/moon"

    assert [api.get(path).status, api.patch(path, {}).status] == [404, 404]
    assert api.delete(path).status == 404


def test_the_id_of_a_game_cannot_be_changed(api: Gateway, schedule: str) -> None:
    assert api.patch(f"{schedule}/games/b-at-a", {"id": "x"}).status == 422


def test_a_cancelled_game_stays_in_the_schedule_and_emits_an_event(
    api: Gateway, application: Application, schedule: str
) -> None:
    called_off = api.patch(f"{schedule}/games/b-at-a", {"status": "cancelled"})

    assert called_off.json["status"] == "cancelled"
    assert event_types(application)[-2:] == ["schedule.updated", "game.cancelled"]
