from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.road_trips import RoadTrips
from flextime.domain.schedules.checker import check
from flextime_solver.alternatives.enumerate_schedules import enumerate_schedules
from flextime_solver.backends.outcome import ExactParams

# Three rounds of two games: 3! orders of the pairings, each of the 6 games at either.
ALL_OF_FOUR_TEAMS = 6 * 2**6


def test_all_single_round_robins_of_four_teams_are_found(params: ExactParams) -> None:
    found = enumerate_schedules(a_league("A B C D", "1 2 3"), 1000, params)

    assert found.complete
    assert len(set(found.schedules)) == len(found.schedules) == ALL_OF_FOUR_TEAMS


def test_a_fixed_game_leaves_a_sixth(params: ExactParams) -> None:
    a, b = teams("A B")
    rule = a_rule(FixedGame, home=a, away=b, slots=slots("1"))
    league = a_league("A B C D", "1 2 3", [rule])

    found = enumerate_schedules(league, 1000, params)

    assert len(found.schedules) == ALL_OF_FOUR_TEAMS // 6
    assert all(check(league, one).score.feasible for one in found.schedules)


def test_no_more_than_the_limit_are_given_and_they_are_not_called_all(
    params: ExactParams,
) -> None:
    found = enumerate_schedules(a_league("A B C D", "1 2 3"), 10, params)

    assert len(found.schedules) == 10
    assert not found.complete


def test_rows_with_a_choice_of_their_own_do_not_repeat_a_schedule(
    params: ExactParams,
) -> None:
    rule = a_rule(RoadTrips, min_trips=1, teams=teams("A B"))
    league = a_league("A B C D", "1 2 3", [rule])

    found = enumerate_schedules(league, 1000, params)

    everything = enumerate_schedules(a_league("A B C D", "1 2 3"), 1000, params)
    kept = [one for one in everything.schedules if check(league, one).score.feasible]
    assert found.complete
    assert set(found.schedules) == set(kept)


def test_what_rows_cannot_say_is_said(params: ExactParams) -> None:
    rule = a_rule(CarryOver, max_value=100)
    league = a_league("A B C D E F G H I J", "1 2 3 4 5 6 7 8 9", [rule])

    found = enumerate_schedules(league, 10, params)

    assert found.reasons
    assert not found.complete
