from dataclasses import replace

import pytest

from builders import a_league, a_rule, a_schedule
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.leagues.formats import (
    Format,
    PartialRoundRobin,
    RoundRobin,
    SomeOpponents,
)
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import AttemptStatus, Instance
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import GameStatus, Lock, Schedule
from flextime_solver.annealing.params import AnnealParams
from flextime_solver.lns.params import LnsParams
from flextime_solver.observer import Snapshot
from flextime_solver.params import SolveParams
from flextime_solver.phases.params import (
    BoundParams,
    ImproveParams,
    PolishParams,
    TripModelParams,
)
from flextime_solver.result import SolveResult
from flextime_solver.search.local_search_params import LocalSearchParams
from flextime_solver.solve import solve
from flextime_solver.stop import FirstOf, MaxIterations, Requested

MOVES = 20_000
QUICK = SolveParams(
    search=LocalSearchParams(moves_per_call=500),
    bound=BoundParams(trips=TripModelParams(enabled=False)),
    improve=ImproveParams(anneals=(AnnealParams(1.0, 0.5, 0.05),)),
    polish=PolishParams(lns=LnsParams(share=0.0)),
)
WITH_TRIP_MODEL = replace(QUICK, bound=BoundParams())


def solved(
    league: League, start: Schedule | None = None, params: SolveParams = QUICK
) -> SolveResult:
    return solve(Instance(league, start), params, MaxIterations(MOVES), seed=1)


def test_a_double_round_robin_becomes_feasible(league: League) -> None:
    result = solved(league)

    assert result.status is AttemptStatus.FEASIBLE
    assert result.schedule is not None
    assert check(league, result.schedule).score.feasible


@pytest.mark.parametrize(
    ("days", "format_"),
    [
        ("4 11 18 25 32 39 46 53 60", RoundRobin(times=2)),
        ("4 11 18 25 32 39", RoundRobin(times=2, phased=True)),
        ("4 11 18 25", PartialRoundRobin(games=4)),
        ("4/5 11/12", SomeOpponents(games=2)),
        ("4 11 18 25 32", RoundRobin(times=1)),
    ],
    ids=["byes", "phased", "who plays twice", "two of three", "spare rounds"],
)
def test_every_format_becomes_feasible(days: str, format_: Format) -> None:
    league = a_league("A B C D", days, format_=format_)

    result = solved(league)

    assert result.schedule is not None
    assert check(league, result.schedule).score.feasible


def test_an_odd_number_of_teams_has_byes() -> None:
    league = a_league("A B C", "4 11 18", format_=RoundRobin(times=1))

    assert solved(league).status is AttemptStatus.FEASIBLE


def test_the_same_input_seed_and_moves_give_the_same_schedule(league: League) -> None:
    params = replace(WITH_TRIP_MODEL, polish=PolishParams(lns=LnsParams(share=0.5)))

    first = solved(league, params=params)

    assert first.schedule == solved(league, params=params).schedule


def test_played_games_come_back_as_they_were(league: League) -> None:
    start = a_schedule("D-A C-B", "4 11 18 25 32 39")
    played = replace(
        start, games=tuple(replace(g, status=GameStatus.PLAYED) for g in start.games)
    )

    result = solved(league, played)

    assert result.status is AttemptStatus.FEASIBLE
    assert result.schedule is not None
    assert set(played.games) <= set(result.schedule.games)


def test_two_locked_games_of_a_team_in_one_round_are_a_reason(league: League) -> None:
    start = a_schedule("A-B A-C", "4 11 18 25 32 39")
    locked = replace(
        start, games=tuple(replace(g, locks=(Lock("slot"),)) for g in start.games)
    )

    result = solved(league, locked)

    assert result.status is AttemptStatus.INFEASIBLE
    assert result.reasons == ("A has two locked games in round r1",)


def test_a_balance_that_no_format_allows_is_proven_infeasible() -> None:
    balance = a_rule(HomeAwayBalance, max_difference=0)
    league = a_league("A B C D", "4 11 18", [balance], format_=RoundRobin(times=1))

    result = solved(league, params=WITH_TRIP_MODEL)

    assert result.status is AttemptStatus.INFEASIBLE
    assert result.reasons


def test_the_bound_is_not_above_the_best(league: League) -> None:
    result = solved(league, params=WITH_TRIP_MODEL)

    assert result.bound is not None
    assert result.rank is not None
    assert 0 < result.bound.points <= result.rank[1] / 1000


def test_trips_of_one_game_are_proven_optimal() -> None:
    rule = a_rule(LongestAwayRun, max_games=1)
    league = a_league("A B", "4 11", [rule], format_=RoundRobin(times=2))

    result = solved(league, params=WITH_TRIP_MODEL)

    assert result.status is AttemptStatus.OPTIMAL


def test_a_search_that_is_stopped_at_once_still_has_a_schedule(league: League) -> None:
    stop = FirstOf(MaxIterations(1000 * MOVES), Requested(lambda: True))

    result = solve(Instance(league), QUICK, stop, seed=1)

    assert result.schedule is not None
    assert result.moves <= QUICK.search.moves_per_call


def test_a_schedule_without_any_penalty_is_optimal_and_ends_the_search() -> None:
    league = a_league("A B C D", "4 11 18", format_=RoundRobin(times=1))
    free = replace(league, goals=replace(league.goals, travel_points_per_km=0))

    result = solved(free, params=WITH_TRIP_MODEL)

    assert result.status is AttemptStatus.OPTIMAL
    assert result.moves < MOVES


class Recorder:
    def __init__(self) -> None:
        self.snapshots: list[Snapshot] = []

    def observe(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)


def test_the_last_incumbent_observed_is_the_result(league: League) -> None:
    recorder = Recorder()

    result = solve(Instance(league), QUICK, MaxIterations(MOVES), 1, recorder)

    shown = [s.incumbent for s in recorder.snapshots if s.incumbent is not None]
    assert shown[-1] == result.schedule


def test_the_search_restarts_from_the_games_of_the_trip_model() -> None:
    league = a_league("A B C D", "4 11 18", format_=RoundRobin(times=1))
    recorder = Recorder()
    params = WITH_TRIP_MODEL

    solve(Instance(league), params, MaxIterations(MOVES), 1, recorder)

    phases = [snapshot.phase for snapshot in recorder.snapshots]
    bounded = phases.index("bound")
    assert recorder.snapshots[bounded].bound is None
    assert phases[bounded + 1] == "construct"
    assert recorder.snapshots[bounded + 1].bound is not None


@pytest.mark.parametrize("moves", [0, -1])
def test_a_budget_is_greater_than_zero(moves: int) -> None:
    with pytest.raises(ValueError, match="greater than 0"):
        MaxIterations(moves)
