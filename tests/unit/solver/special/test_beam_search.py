"""Beam search that constructs schedules of a travelling tournament."""

from collections.abc import Iterator

import numpy as np
import pytest

from builders import a_league, a_rule
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import HARD, TRAVEL, CompiledLeague, Ints
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.solution.conversion import games_in, solution_of
from flextime_solver.special.ttp.beam import Beam
from flextime_solver.special.ttp.beam_search import BeamSearch, is_applicable
from flextime_solver.special.ttp.completion_bound import completion_bounds
from flextime_solver.special.ttp.conversion import has_every_game, ttp_solution_of
from flextime_solver.special.ttp.params import BeamSearchParams
from flextime_solver.special.ttp.partial_solution import (
    beam_instance_of,
    empty_partial_solutions,
)
from flextime_solver.special.ttp.successor_selection import select_successors
from flextime_solver.special.ttp.successors import Successor, generate_successors
from flextime_solver.special.ttp.ttp_solution import TtpSolution

_NO_REMATCH = a_rule(MeetingGap, min_rounds=1)
_AWAY, _HOME = (
    a_rule(LongestAwayRun, max_games=2),
    a_rule(LongestHomeRun, max_games=2),
)
_RULES = (_AWAY, _HOME, _NO_REMATCH)
_KEEPS_ALL = 100_000


def _compiled(*rules: Constraint, teams: int = 4) -> CompiledLeague:
    league = a_league(
        " ".join(f"T{number}" for number in range(teams)),
        " ".join(str(4 + 7 * week) for week in range(2 * (teams - 1))),
        rules,
        format_=RoundRobin(times=2),
        goals=Goals(travel_model=TravelModel.CHAIN, travel_points_per_km=1),
    )
    return compile_league(Instance(league))


def _solution(*rules: Constraint, teams: int = 4) -> TtpSolution:
    league = _compiled(*rules, teams=teams)
    return ttp_solution_of(league, random_games(league, seed=1))


def _beam(solution: TtpSolution, width: int, order: Ints | None = None) -> Beam:
    instance = beam_instance_of(solution, np.random.default_rng(1))
    metres = solution.distance_m[: solution.teams, : solution.teams]
    bounds = completion_bounds(metres, min(solution.max_run[0], solution.teams - 1))
    if order is None:
        order = np.arange(solution.teams)
    beam = Beam(instance, bounds, width, order, successors_per_partial=6)
    while not beam.is_over:
        beam.expand()
    return beam


def _travel(solution: TtpSolution, games: list[tuple[int, int, int]]) -> int:
    """Return the metres that all teams travel for games (round, guest, host)."""
    distance_m = solution.distance_m
    location = list(range(solution.teams))
    metres = 0
    for _, guest, host in sorted(games):
        metres += distance_m[location[guest], host] + distance_m[location[host], host]
        location[guest] = location[host] = host
    for team, last in enumerate(location):
        metres += distance_m[last, team]
    return int(metres)


@pytest.mark.parametrize(
    "rules",
    [_RULES, (_AWAY, _NO_REMATCH), (_HOME,), ()],
    ids=["all", "away", "home", "no"],
)
@pytest.mark.parametrize("order", [[0, 1, 2, 3], [2, 0, 3, 1]])
def test_a_beam_that_keeps_every_partial_solution_finds_an_optimal_schedule(
    rules: tuple[Constraint, ...], order: list[int]
) -> None:
    solution = _solution(*rules)

    games = _beam(solution, _KEEPS_ALL, np.array(order)).games()

    assert _travel(solution, games) == min(
        _travel(solution, s) for s in _all_schedules(solution)
    )


def _all_schedules(solution: TtpSolution) -> Iterator[list[tuple[int, int, int]]]:
    """Yield all feasible schedules of four teams, by enumeration of their rounds."""
    pairings = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
    rounds = [
        (one if first else one[::-1], other if second else other[::-1])
        for one, other in pairings
        for first in (True, False)
        for second in (True, False)
    ]

    def completions(
        played: list[tuple[tuple[int, int], ...]],
    ) -> Iterator[list[tuple[tuple[int, int], ...]]]:
        if len(played) == solution.rounds:
            yield played
            return
        for games in rounds:
            if not any(game in before for before in played for game in games):
                after = [*played, games]
                if _is_legal(solution, after):
                    yield from completions(after)

    for schedule in completions([]):
        yield [
            (number, guest, host)
            for number, games in enumerate(schedule)
            for guest, host in games
        ]


def _is_legal(solution: TtpSolution, played: list[tuple[tuple[int, int], ...]]) -> bool:
    """Return whether the last round violates no constraint."""
    if solution.min_gap and len(played) > 1:
        before = {frozenset(game) for game in played[-2]}
        if before & {frozenset(game) for game in played[-1]}:
            return False
    for team in range(solution.teams):
        sides = [any(host == team for _, host in games) for games in played]
        run = 1
        while run < len(sides) and sides[-run - 1] == sides[-1]:
            run += 1
        if run > solution.max_run[int(sides[-1])]:
            return False
    return True


@pytest.mark.parametrize("width", [50, 500])
@pytest.mark.parametrize("rules", [_RULES, (_AWAY,), ()], ids=len)
def test_a_narrow_beam_finds_a_complete_and_feasible_schedule(
    rules: tuple[Constraint, ...], width: int
) -> None:
    league = _compiled(*rules, teams=6)
    solution = ttp_solution_of(league, random_games(league, seed=1))

    games = _beam(solution, width).games()

    placed = [(host, guest, int(league.round_slots[r])) for r, guest, host in games]
    total = solution_of(league, placed).total
    travel = _travel(solution, games)
    assert has_every_game(league, placed)
    assert total[HARD] == 0
    assert total[TRAVEL] == travel * league.milli_points_per_m


def test_a_beam_has_no_games_if_no_schedule_is_feasible() -> None:
    alternating = (
        a_rule(LongestAwayRun, max_games=1),
        a_rule(LongestHomeRun, max_games=1),
    )
    beam = _beam(_solution(*alternating), _KEEPS_ALL)

    assert beam.is_over
    assert beam.games() == []


@pytest.mark.parametrize("seed", range(20))
def test_the_best_successors_are_kept_when_their_array_is_full(
    seed: int,
) -> None:
    solution = _solution(teams=8)
    # Few distances, so that many successors have equal bounds.
    solution.distance_m[:8, :8] = np.random.default_rng(seed).integers(1, 4, (8, 8))
    instance = beam_instance_of(solution, np.random.default_rng(1))
    bounds = completion_bounds(solution.distance_m[:8, :8], max_trip=7)
    start = empty_partial_solutions(instance, bounds.from_home)
    few, all_ = np.zeros(9, Successor.dtype), np.zeros(20, Successor.dtype)

    count = generate_successors(start, instance, bounds, np.arange(8), all_)
    kept = generate_successors(start, instance, bounds, np.arange(8), few)

    assert count == 14
    assert 3 <= kept <= 9
    assert sorted(few["bound"][:kept])[:3] == sorted(all_["bound"][:count])[:3]


def test_the_best_of_the_successors_with_one_zobrist_key_is_selected() -> None:
    successors = np.zeros(5, Successor.dtype)
    successors["zobrist_key"] = [7, 7, 9, 7 + 8, 11]
    successors["bound"] = [10, 9, 30, 20, 40]
    selected = np.zeros(3, np.int64)

    count = select_successors(successors, np.zeros(8, np.uint64), selected)

    assert selected[:count].tolist() == [1, 3, 2]


def test_beam_search_applies_if_the_completion_bounds_fit_into_a_table() -> None:
    params = BeamSearchParams(min_teams=4)

    assert is_applicable(_solution(), params)
    assert is_applicable(_solution(*_RULES, teams=16), params)
    assert not is_applicable(_solution(teams=16), params)  # trips of fifteen games
    assert not is_applicable(_solution(*_RULES, teams=18), params)
    assert not is_applicable(_solution(a_rule(MeetingGap, min_rounds=2)), params)


def test_beam_search_applies_from_a_minimum_number_of_teams() -> None:
    solution = _solution(*_RULES, teams=6)

    assert is_applicable(solution, BeamSearchParams(min_teams=6))
    assert not is_applicable(solution, BeamSearchParams(min_teams=8))


def test_beam_search_applies_if_distances_fit_into_32_bits() -> None:
    solution = _solution(*_RULES)
    solution.distance_m[0, 1] = 1 << 28

    assert not is_applicable(solution, BeamSearchParams(min_teams=4))


def test_the_search_state_gets_the_constructed_schedule_and_its_cost() -> None:
    league = _compiled(*_RULES, teams=6)
    state = _state()
    solution = ttp_solution_of(league, random_games(league, seed=1))
    params = BeamSearchParams(widths=(500,))
    search = BeamSearch(league, state, solution, 1e5, params)

    for _ in range(6 * 5 + 1):
        search.step(0.0)

    best = games_in(league, *state.best)
    total = solution_of(league, best).total
    assert state.best_total[HARD] == total[HARD] == 0
    assert state.best_total[TRAVEL] == total[TRAVEL]
    assert has_every_game(league, best)


def test_all_beam_widths_get_equally_many_moves() -> None:
    league = _compiled(*_RULES)
    solution = ttp_solution_of(league, random_games(league, seed=1))
    params = BeamSearchParams(widths=(1, 20), moves_per_call=1)
    search = BeamSearch(league, _state(), solution, 1e5, params)
    most_per_construction = int(12 * 20 * (1 + params.polish_share))

    for step in range(2000):
        search.step(step / 2000)

    narrow, wide = search.moves_by_width.values()
    assert search.moves == narrow + wide > 2 * most_per_construction
    assert abs(narrow - wide) <= most_per_construction


def test_beam_search_goes_on_when_constructions_find_no_schedule() -> None:
    alternating = (
        a_rule(LongestAwayRun, max_games=1),
        a_rule(LongestHomeRun, max_games=1),
    )
    league = _compiled(*alternating)
    state = _state()
    solution = ttp_solution_of(league, random_games(league, seed=1))
    search = BeamSearch(league, state, solution, 1e5, BeamSearchParams(widths=(1, 4)))

    for step in range(100):
        search.step(step / 100)

    assert all(moves > 0 for moves in search.moves_by_width.values())
    assert not state.has_best


def _state() -> SearchState:
    return new_search_state(1, MoveWeights().as_array())
