"""A series is one meeting of several games on days in a row.

In these seasons a slot named for its day begins a series of three games.
"""

import pytest

from builders import a_league, a_rule, a_schedule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.errors import InvalidLeague
from flextime.domain.ids import SlotId
from flextime.domain.leagues.formats import (
    PartialRoundRobin,
    RoundRobin,
    SomeOpponents,
)
from flextime.domain.leagues.league import League, TravelModel
from flextime.domain.leagues.references import validate_league
from flextime.domain.schedules.checker import check

THURSDAY, FRIDAY, NEXT_FRIDAY = "2", "3", "10"
SERIES = RoundRobin(times=1, games_per_series=3)


def a_league_of_series(letters: str = "A B", days: str = "3 10 17") -> League:
    return a_league(letters, days, format_=SERIES)


def test_a_series_takes_a_day_for_each_of_its_games() -> None:
    league = a_league_of_series()

    days = league.days(league.slot_by_id[SlotId(FRIDAY)])
    assert [str(day) for day in days] == ["2025-01-03", "2025-01-04", "2025-01-05"]


def test_a_series_counts_as_its_games_in_reports() -> None:
    league = a_league_of_series("A B C D")
    report = check(league, a_schedule("A-B C-D | C-A D-B | A-D B-C", "3 10 17"))

    assert report.violations == ()
    assert [(g.home_games, g.away_games) for g in report.games] == [
        (6, 3),
        (3, 6),
        (6, 3),
        (3, 6),
    ]
    assert league.games_of_season == 18


def test_a_series_is_travelled_to_once() -> None:
    report = check(a_league_of_series(), a_schedule("A-B", "3 10 17"))

    assert report.score.travel_m == 200_000
    assert report.travel[1].trips == 1


def test_the_gap_between_stops_starts_at_the_last_day_of_a_series() -> None:
    league = a_league("A B C", "3 8", format_=SERIES)

    report = check(league, a_schedule("B-A | C-A", "3 8"))
    assert league.goals.travel_model is TravelModel.THREE_DAY_RULE
    assert report.travel[0].trips == 1


def test_rest_begins_after_the_last_day_of_a_series() -> None:
    four_days = a_rule(RestDays, min_rest_days=4, teams=teams("A"))
    five_days = a_rule(RestDays, min_rest_days=5, teams=teams("A"))

    games, days = "A-B | C-A", f"{FRIDAY} {NEXT_FRIDAY}"
    assert deviations_of(four_days, games, days, games_per_series=3) == []
    found = deviations_of(five_days, games, days, games_per_series=3)
    assert amounts(found) == [1]
    assert "rests 4 days between 2025-01-05 and 2025-01-10" in found[0].message


@pytest.mark.parametrize(("day", "broken_times"), [(THURSDAY, 0), (FRIDAY, 1)])
def test_a_no_sunday_team_plays_from_thursday_to_saturday(
    day: str, broken_times: int
) -> None:
    rule = a_rule(NoSunday, teams=teams("B"))

    found = deviations_of(
        rule, f"A-B@{day}", f"{THURSDAY}/{FRIDAY}", games_per_series=3
    )
    assert len(found) == broken_times
    if found:
        assert "from 2025-01-03 to 2025-01-05" in found[0].message


def test_a_series_on_a_weekend_is_a_weekend_at_home() -> None:
    rule = a_rule(WeekendHomeMinimum, min_games=1, teams=teams("A"))

    assert deviations_of(rule, "A-B", THURSDAY) != []
    assert deviations_of(rule, "A-B", THURSDAY, games_per_series=3) == []


def test_rules_count_series_and_name_them_in_messages() -> None:
    week = a_rule(GamesPerWeek, max_games=1)
    run = a_rule(LongestAwayRun, max_games=1)

    games, days = "B-A | C-A", "3 10"
    assert deviations_of(week, games, days, games_per_series=3) == []
    (found,) = deviations_of(run, games, days, games_per_series=3)
    assert "A plays 2 away series in a row" in found.message


def test_a_round_that_begins_during_a_series_is_rejected() -> None:
    league = a_league_of_series(days="3 5 8")

    with pytest.raises(InvalidLeague) as rejected:
        validate_league(league)
    (problem,) = rejected.value.problems
    assert problem.pointer == "/calendar/rounds/1/slots/0/date"
    assert "ends on 2025-01-05" in problem.message


def test_slots_of_one_round_may_overlap() -> None:
    validate_league(a_league_of_series(days=f"{THURSDAY}/{FRIDAY} {NEXT_FRIDAY}"))


@pytest.mark.parametrize("games", [0, 8])
def test_a_series_of_no_or_of_eight_games_is_rejected(games: int) -> None:
    with pytest.raises(ValueError, match="games_per_series must lie between 1 and 7"):
        RoundRobin(games_per_series=games)
    with pytest.raises(ValueError, match="games_per_series"):
        SomeOpponents(games=8, games_per_series=games)
    with pytest.raises(ValueError, match="games_per_series"):
        PartialRoundRobin(games=8, games_per_series=games)


def test_single_games_are_played_in_a_day() -> None:
    league = a_league("A B", "3 4")

    assert league.units == "games"
    assert all(len(league.days(slot)) == 1 for slot in league.calendar.slots)
    assert league.slot_by_id.keys() == set(slots("3 4"))
