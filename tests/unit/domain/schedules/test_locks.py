from dataclasses import replace
from typing import Literal

import pytest

from builders import a_schedule
from flextime.domain.schedules.games import GameStatus, Lock, Schedule
from flextime.domain.schedules.locks import violated_locks


def locked(text: str, *attributes: Literal["slot", "site"]) -> Schedule:
    schedule = a_schedule(text)
    locks = tuple(Lock(attribute) for attribute in attributes)
    games = tuple(replace(game, locks=locks) for game in schedule.games)
    return replace(schedule, games=games)


def with_status(text: str, status: GameStatus) -> Schedule:
    schedule = a_schedule(text)
    games = tuple(replace(game, status=status) for game in schedule.games)
    return replace(schedule, games=games)


def test_games_without_locks_may_change() -> None:
    assert violated_locks(a_schedule("A-B"), a_schedule(" | B-A")) == ()


def test_a_lock_on_the_slot_allows_the_other_home_team() -> None:
    before = locked("A-B", "slot")

    assert violated_locks(before, a_schedule("B-A")) == ()
    assert violated_locks(before, a_schedule(" | A-B")) == ("B at A is locked on 4",)


def test_a_lock_on_the_site_allows_another_slot() -> None:
    before = locked("A-B", "site")

    assert violated_locks(before, a_schedule(" | A-B")) == ()
    assert violated_locks(before, a_schedule("B-A")) == ("B is locked to play at A",)


@pytest.mark.parametrize("after", ["B-A", " | A-B", ""])
def test_a_played_game_satisfies_its_date_and_its_host(after: str) -> None:
    before = with_status("A-B", GameStatus.PLAYED)

    assert violated_locks(before, a_schedule("A-B")) == ()
    assert violated_locks(before, a_schedule(after))


def test_a_cancelled_game_is_not_locked() -> None:
    before = replace(
        locked("A-B", "slot", "site"),
        games=tuple(
            replace(game, status=GameStatus.CANCELLED)
            for game in locked("A-B", "slot", "site").games
        ),
    )

    assert violated_locks(before, a_schedule("")) == ()


def test_two_locked_games_need_two_games() -> None:
    before = locked("A-B | A-B", "site")

    assert violated_locks(before, a_schedule("A-B | B-A")) == (
        "B is locked to play at A",
    )
