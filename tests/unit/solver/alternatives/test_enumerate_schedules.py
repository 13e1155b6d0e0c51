from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.road_trips import RoadTrips
from flextime.domain.schedules.checker import check
from flextime_solver.alternatives.enumerate_schedules import enumerate_schedules
from flextime_solver.backends.params import MipParams

# Three rounds of two games: 3! orders of the pairings, each of the 6 games at either.
ALL_OF_FOUR_TEAMS = 6 * 2**6


def test_all_single_round_robins_of_four_teams_are_found(mip_params: MipParams) -> None:
    found = enumerate_schedules(a_league("A B C D", "1 2 3"), 1000, mip_params)

    assert found.complete
    assert len(set(found.schedules)) == len(found.schedules) == ALL_OF_FOUR_TEAMS


def test_a_fixed_game_leaves_a_sixth_of_the_schedules(mip_params: MipParams) -> None:
    a, b = teams("A B")
    rule = a_rule(FixedGame, home=a, away=b, slots=slots("1"))
    league = a_league("A B C D", "1 2 3", [rule])

    found = enumerate_schedules(league, 1000, mip_params)

    assert len(found.schedules) == ALL_OF_FOUR_TEAMS // 6
    assert all(check(league, one).score.feasible for one in found.schedules)


def test_an_enumeration_cut_off_at_the_limit_is_not_complete(
    mip_params: MipParams,
) -> None:
    found = enumerate_schedules(a_league("A B C D", "1 2 3"), 10, mip_params)

    assert len(found.schedules) == 10
    assert not found.complete


def test_a_model_with_redundant_solutions_repeats_no_schedule(
    mip_params: MipParams,
) -> None:
    rule = a_rule(RoadTrips, min_trips=1, teams=teams("A B"))
    league = a_league("A B C D", "1 2 3", [rule])

    found = enumerate_schedules(league, 1000, mip_params)

    everything = enumerate_schedules(a_league("A B C D", "1 2 3"), 1000, mip_params)
    kept = [one for one in everything.schedules if check(league, one).score.feasible]
    assert found.complete
    assert set(found.schedules) == set(kept)


def test_a_rule_without_a_linear_form_is_reported(mip_params: MipParams) -> None:
    rule = a_rule(CarryOver, max_value=100)
    league = a_league("A B C D E F G H I J", "1 2 3 4 5 6 7 8 9", [rule])

    found = enumerate_schedules(league, 10, mip_params)

    assert found.reasons
    assert not found.complete
