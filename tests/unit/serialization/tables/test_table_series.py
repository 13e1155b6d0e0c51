"""Tables of series: a row for each of the three games of a series."""

import pytest

from builders import a_league, a_schedule
from flextime.domain.errors import InvalidSchedule
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.serialization.tables.schedules import (
    read_schedule_csv,
    write_schedule_csv,
)

HEADER = "date,home,away\n"
THU, FRI, SAT, SUN = (f"2025-01-0{day}" for day in (2, 3, 4, 5))


def a_league_of_series() -> League:
    """Series begin on Thursday or Friday, and on the Friday of the next week."""
    format_ = RoundRobin(times=1, games_per_series=3)
    return a_league("A B C", "2/3 10", format_=format_)


def read(*days: str) -> list[tuple[str, str | None]]:
    rows = "".join(f"{day},A,B\n" for day in days)
    schedule = read_schedule_csv(HEADER + rows, a_league_of_series())
    return [(game.id, game.slot) for game in schedule.games]


def refusal(*days: str) -> tuple[str, str]:
    with pytest.raises(InvalidSchedule) as rejected:
        read(*days)
    (problem,) = rejected.value.problems
    return problem.pointer, problem.message


def test_three_rows_are_one_series() -> None:
    assert read(FRI, SAT, SUN) == [("B-at-A", "3")]
    assert read(SAT, THU, FRI) == [("B-at-A", "2")]


def test_two_games_on_a_day_belong_to_the_series_that_ends_with_them() -> None:
    assert read(FRI, SAT, SAT) == [("B-at-A", "2")]
    assert read(SAT, SAT, SUN) == [("B-at-A", "3")]


def test_a_series_that_lacks_a_row_is_rejected() -> None:
    pointer, message = refusal(FRI, SAT)

    assert pointer == "row 2"
    assert message == (
        "the series of B at A from 2025-01-03 has 2 rows, but a series of this league"
        " has 3 games"
    )


def test_a_series_over_too_many_days_is_rejected() -> None:
    pointer, message = refusal(THU, SAT, SUN)

    assert pointer == "row 2, column date"
    assert message == "no slot includes all days of this series"


def test_an_invalid_row_is_reported_once() -> None:
    assert refusal(FRI, SAT, "2025-01-08") == (
        "row 4, column date",
        "the season has no slot on 2025-01-08; the nearest is 2025-01-10",
    )


def test_a_series_is_written_with_a_row_for_each_game() -> None:
    league = a_league_of_series()

    table = write_schedule_csv(a_schedule("B-A@3", "2/3 10"), league)

    assert table.splitlines()[1:] == [
        f"{FRI},B,A,3",
        f"{SAT},B,A,3",
        f"{SUN},B,A,3",
    ]
    assert read_schedule_csv(table, league).games[0].slot == "3"
