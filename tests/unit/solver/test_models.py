from math import inf
from random import Random

import pytest

from builders import a_league, a_rule
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.placing_model import leaves_a_choice, place_games
from flextime_solver.construct.random_rounds import drawn_games
from flextime_solver.construct.trip_model import choose_trips
from flextime_solver.instance.compile_league import compile_league
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.date_model import best_dates
from flextime_solver.lns.descent import LARGE
from flextime_solver.lns.live_model import LiveSeason
from flextime_solver.lns.neighbourhood import Neighbourhood
from flextime_solver.lns.season_model import SeasonModel
from flextime_solver.solution.conversion import PlacedGame, solution_of

NODES = 1000


def test_two_teams_travel_there_and_back() -> None:
    compiled = compile_league(Instance(a_league("A B", "4 11", format_=RoundRobin())))

    found = choose_trips(compiled, inf)

    assert found.bound is not None
    assert found.bound.points == pytest.approx(2 * 100 + 2 * 100, abs=0.01)


def test_a_balance_that_no_format_allows_has_no_pairings() -> None:
    balance = a_rule(HomeAwayBalance, max_difference=0)
    league = a_league("A B C D", "4 11 18", [balance], format_=RoundRobin(times=1))

    assert choose_trips(compile_league(Instance(league)), inf).impossible


def test_the_trip_model_chooses_who_is_the_host() -> None:
    league = a_league("A B C", "4 11 18", format_=RoundRobin(times=1))

    chosen = choose_trips(compile_league(Instance(league)), inf)

    assert {frozenset(game) for game in chosen.games} == {
        frozenset({0, 1}),
        frozenset({0, 2}),
        frozenset({1, 2}),
    }


def test_chosen_games_are_placed_so_that_no_team_plays_twice_in_a_round() -> None:
    league = a_league("A B C D", "4 11 18", format_=RoundRobin(times=1))
    games = [(1, 0), (0, 2), (0, 3), (2, 1), (1, 3), (3, 2)]

    placed = place_games(compile_league(Instance(league)), games, inf)

    assert sorted(game[:2] for game in placed) == sorted(games)
    for slot in range(3):
        teams = [team for *game, at in placed if at == slot for team in game]
        assert len(teams) == len(set(teams))


def test_games_that_fit_no_rounds_are_not_placed() -> None:
    league = a_league("A B C D", "4 11 18", format_=RoundRobin(times=1))
    too_many = [(0, 1), (1, 0), (0, 1), (1, 0)]

    assert place_games(compile_league(Instance(league)), too_many, inf) == []


def test_only_a_double_round_robin_leaves_no_choice_of_hosts() -> None:
    once, twice = (
        compile_league(Instance(a_league("A B", "4 11", format_=RoundRobin(times=n))))
        for n in (1, 2)
    )

    assert leaves_a_choice(once)
    assert not leaves_a_choice(twice)


def test_games_take_the_dates_that_make_a_trip() -> None:
    # A plays at B on Wednesday or Thursday, then at C on Saturday or Sunday.
    league = a_league("A B C", "8/9 11/12", format_=RoundRobin(times=1))
    compiled = compile_league(Instance(league))
    thursday, sunday = 1, 3
    placed = [(1, 0, 0), (2, 0, sunday)]

    dated = best_dates(compiled, placed, inf)

    assert solution_of(compiled, dated).total[2] == 100_000 + 100_000 + 200_000
    assert (2, 0, sunday) not in dated or (1, 0, thursday) in dated


def test_dates_keep_to_the_rules_of_slots() -> None:
    rules: list[Constraint] = [
        a_rule(NoSunday, teams=(TeamId("A"),)),
        a_rule(TvWindowDemand, slots=(SlotId("5"),), min_games=1),
    ]
    league = a_league("A B C D", "4/5", rules, format_=RoundRobin(times=1))
    compiled = compile_league(Instance(league))

    dated = best_dates(compiled, [(0, 1, 1), (2, 3, 0)], inf)

    assert sorted(dated) == [(0, 1, 0), (2, 3, 1)]


def test_neighbours_may_be_two_stops_in_a_row_before_a_road_monday() -> None:
    rule = a_rule(RoadAfterHome, nearby_km=100)
    league = a_league("A B C", "4/5 6/7", [rule], format_=RoundRobin(times=1))
    compiled = compile_league(Instance(league))

    dated = best_dates(compiled, [(1, 0, 1), (2, 0, 2)], inf)

    assert solution_of(compiled, dated).total[2] == 400_000


def live_season(league: League) -> tuple[LiveSeason, list[PlacedGame]]:
    compiled = compile_league(Instance(league))
    return LiveSeason(SeasonModel(compiled)), drawn_games(compiled, seed=1)


@pytest.mark.parametrize("neighbourhood", LARGE, ids=lambda n: n.name)
def test_a_freed_neighbourhood_never_worsens_the_incumbent(
    neighbourhood: Neighbourhood, league: League
) -> None:
    compiled = compile_league(Instance(league))
    live, games = live_season(league)
    incumbent: set[Cell] = {(home, away, slot) for home, away, slot in games}
    before = solution_of(compiled, games).total

    freed = neighbourhood.free(compiled, incumbent, 3, Random(1))  # noqa: S311 - dice
    found, _ = live.improve(incumbent, freed, inf, NODES)

    after = solution_of(compiled, sorted(found or incumbent)).total
    assert after[0] == 0
    assert (after[2] <= before[2]) or before[0] > 0
    assert (found or incumbent) - freed == incumbent - freed


def test_nothing_freed_finds_nothing(league: League) -> None:
    live, games = live_season(league)

    found, _ = live.improve(set(games), set(), inf, NODES)

    assert found is None
