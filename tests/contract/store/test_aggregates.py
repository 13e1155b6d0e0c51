import random
from dataclasses import replace

import pytest

from builders import a_venue
from contract.store.sample_values import (
    HALL,
    LEAGUE,
    OTHER,
    TENANT,
    a_stored_schedule,
    commit,
    halls,
    save,
)
from flextime import shipped_leagues
from flextime.domain.errors import (
    AlreadyExists,
    Conflict,
    InvalidInput,
    NotFound,
    StaleVersion,
    TooLarge,
)
from flextime.domain.ids import GameId, LeagueId, ScheduleId
from flextime.domain.leagues.league import League, Venue
from flextime.domain.schedules.games import Lock
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.list_items import LeagueListItem, ScheduleListItem
from flextime.usecases.paging import PageRequest
from flextime.usecases.ports import Store
from flextime.usecases.transaction import AdjustReferenceCount, Delete, Save


def test_a_saved_value_is_read_unchanged(store: Store) -> None:
    for value in (HALL, LEAGUE, a_stored_schedule()):
        save(store, value)

        assert store.load(TENANT, type(value), value.id).value == value


def test_a_real_season_is_read_unchanged(store: Store) -> None:
    name = shipped_leagues.league_ids()[0]
    season = shipped_leagues.read(name)
    save(store, season)

    assert store.load(TENANT, League, name).value == season


def test_the_first_version_is_one_and_each_change_adds_one(store: Store) -> None:
    save(store, HALL)
    save(store, a_venue("hall", latitude=41), expected=1)

    found = store.load(TENANT, Venue, "hall")
    assert (found.version, found.value.location.latitude) == (2, 41)


def test_a_value_of_another_tenant_is_not_found(store: Store) -> None:
    save(store, HALL)

    with pytest.raises(NotFound):
        store.load(OTHER, Venue, "hall")
    assert store.page(OTHER, Venue, PageRequest()).items == ()


def test_two_tenants_may_use_the_same_id(store: Store) -> None:
    save(store, HALL)
    save(store, a_venue("hall", latitude=41), tenant=OTHER)

    assert store.load(TENANT, Venue, "hall").value == HALL


def test_values_of_two_kinds_may_have_the_same_id(store: Store) -> None:
    save(store, a_venue(LEAGUE.id))
    save(store, LEAGUE)

    assert store.load(TENANT, League, LEAGUE.id).value == LEAGUE


def test_creating_a_second_value_of_an_id_is_rejected(store: Store) -> None:
    save(store, HALL)

    with pytest.raises(AlreadyExists):
        save(store, a_venue("hall", latitude=41))
    assert store.load(TENANT, Venue, "hall").value == HALL


@pytest.mark.parametrize("expected", [1, 3])
def test_a_change_of_an_old_or_unknown_version_is_rejected(
    store: Store, expected: int
) -> None:
    save(store, HALL)
    save(store, HALL, expected=1)

    with pytest.raises(StaleVersion):
        save(store, HALL, expected=expected)


def test_a_change_of_a_deleted_value_is_rejected(store: Store) -> None:
    with pytest.raises(StaleVersion):
        save(store, HALL, expected=1)


def test_a_deleted_value_is_not_found(store: Store) -> None:
    save(store, HALL)
    commit(store, Delete(HALL, 1))

    with pytest.raises(NotFound):
        store.load(TENANT, Venue, "hall")


@pytest.mark.parametrize("versions", [0, 1])
def test_a_delete_of_another_version_is_rejected(store: Store, versions: int) -> None:
    for version in range(versions):
        save(store, HALL, expected=version)

    with pytest.raises(StaleVersion):
        commit(store, Delete(HALL, 2))


def test_all_changes_happen_or_none(store: Store) -> None:
    save(store, HALL)

    with pytest.raises(AlreadyExists):
        commit(store, Save(a_venue("arena"), 0), Save(HALL, 0))
    with pytest.raises(NotFound):
        store.load(TENANT, Venue, "arena")


def test_a_value_with_references_cannot_be_deleted(store: Store) -> None:
    save(store, HALL)
    commit(store, AdjustReferenceCount(Venue, "hall"))
    commit(store, AdjustReferenceCount(Venue, "hall"))
    commit(store, AdjustReferenceCount(Venue, "hall", -1))

    with pytest.raises(Conflict):
        commit(store, Delete(HALL, 1))
    commit(store, AdjustReferenceCount(Venue, "hall", -1))
    commit(store, Delete(HALL, 1))


def test_a_change_keeps_the_reference_count(store: Store) -> None:
    save(store, HALL)
    commit(store, AdjustReferenceCount(Venue, "hall"))
    save(store, HALL, expected=1)

    with pytest.raises(Conflict):
        commit(store, Delete(HALL, 2))


def test_adjusting_the_reference_count_keeps_the_version(store: Store) -> None:
    save(store, HALL)
    commit(store, AdjustReferenceCount(Venue, "hall"))

    assert store.load(TENANT, Venue, "hall").version == 1


def test_a_missing_value_cannot_be_referred_to(store: Store) -> None:
    with pytest.raises(NotFound):
        commit(store, AdjustReferenceCount(Venue, "hall"))


def test_pages_follow_each_other_in_order_of_id(store: Store) -> None:
    for hall in halls("c", "a", "e", "b", "d"):
        save(store, hall)

    first = store.page(TENANT, Venue, PageRequest(2))
    second = store.page(TENANT, Venue, PageRequest(2, first.cursor))
    last = store.page(TENANT, Venue, PageRequest(2, second.cursor))

    names = [[hall.value.id for hall in page.items] for page in (first, second, last)]
    assert names == [["a", "b"], ["c", "d"], ["e"]]
    assert last.cursor is None


def test_pages_may_begin_with_the_newest(store: Store) -> None:
    for hall in halls("1", "2", "3"):
        save(store, hall)

    first = store.page(TENANT, Venue, PageRequest(2, newest_first=True))
    last = store.page(TENANT, Venue, PageRequest(2, first.cursor, newest_first=True))

    names = [[hall.value.id for hall in page.items] for page in (first, last)]
    assert names == [["3", "2"], ["1"]]


def test_a_full_last_page_has_no_next(store: Store) -> None:
    for hall in halls("a", "b"):
        save(store, hall)

    assert store.page(TENANT, Venue, PageRequest(2)).cursor is None


@pytest.mark.parametrize("cursor", ["", "x", "é", "VkVOVUUgYQ==", "\ud800", "TEFH"])
def test_an_invalid_cursor_is_rejected(store: Store, cursor: str) -> None:
    with pytest.raises(InvalidInput):
        store.page(TENANT, Venue, PageRequest(2, cursor))


def test_a_cursor_of_another_list_is_rejected(store: Store) -> None:
    for hall in halls("a", "b"):
        save(store, hall)
    cursor = store.page(TENANT, Venue, PageRequest(1)).cursor

    with pytest.raises(InvalidInput):
        store.page(TENANT, League, PageRequest(1, cursor))


def test_four_hundred_games_fit_and_a_larger_document_is_rejected(store: Store) -> None:
    schedule = a_stored_schedule()
    game = schedule.games[0]
    many = tuple(replace(game, id=GameId(f"game-{n}")) for n in range(400))
    save(store, replace(schedule, games=many))

    assert len(store.load(TENANT, SeasonSchedule, "s-1").value.games) == 400
    noise = random.Random(1)  # noqa: S311 - cannot be packed
    noisy = tuple(
        replace(
            game,
            id=GameId(f"game-{n}"),
            locks=(Lock("slot", noise.randbytes(1_000).hex()),),
        )
        for n in range(600)
    )
    with pytest.raises(TooLarge):
        save(store, replace(schedule, id=ScheduleId("s-2"), games=noisy))


def test_list_items_show_the_newest_version_of_each_schedule(store: Store) -> None:
    schedule = a_stored_schedule()
    save(store, schedule)
    save(store, replace(schedule, name="Renamed", revision=3), expected=1)

    (listed,) = store.page(TENANT, ScheduleListItem, PageRequest()).items
    assert listed.version == 2
    assert listed.value == ScheduleListItem.of(
        replace(schedule, name="Renamed", revision=3)
    )


def test_list_items_are_paged_as_values_are(store: Store) -> None:
    for name in ("a", "b", "c"):
        save(store, replace(LEAGUE, id=LeagueId(name)))

    first = store.page(TENANT, LeagueListItem, PageRequest(2))
    last = store.page(TENANT, LeagueListItem, PageRequest(2, first.cursor))
    assert [listed.value.id for listed in first.items] == ["a", "b"]
    assert [listed.value for listed in last.items] == [
        LeagueListItem.of(replace(LEAGUE, id=LeagueId("c")))
    ]
    assert last.cursor is None
