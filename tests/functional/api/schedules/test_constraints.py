import pytest

from fakes.memory_store import MemoryStore
from flextime.bootstrap import Application
from flextime.domain.events import ConstraintViolated
from functional.api.gateway import Gateway
from functional.api.outbox_events import event_types

GAME = {"id": "a-at-b", "home": "B", "away": "A", "slot": "11"}


def test_constraints_are_added_changed_and_deleted(
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
    assert [
        event for event in event_types(application) if event.startswith("constraint")
    ] == [
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
        {"id": "x", "kind": "venue_unavailable", "team": "Z", "slots": ["4"]},
        {"id": "x", "kind": "venue_unavailable", "team": "A", "slots": ["2030-01-01"]},
    ],
)
def test_an_invalid_constraint_is_rejected_with_its_pointer(
    api: Gateway, schedule: str, rule: dict[str, object]
) -> None:
    response = api.post(f"{schedule}/constraints", rule)

    assert (response.status, response.code) == (422, "invalid-input")
    assert response.json["errors"]
    assert api.get(f"{schedule}/constraints").json["items"] == []


def test_a_manual_change_that_violates_a_hard_constraint_emits_one_event(
    api: Gateway, application: Application, schedule: str
) -> None:
    dark = {"id": "dark", "kind": "venue_unavailable", "team": "B", "slots": ["11"]}
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
