"""Search for a first feasible solution by hard constraints alone."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from builders import a_league, a_rule, slots
from flextime.domain.constraints.chosen_games import ChosenGames
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import TeamId
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.instance.hard_constraints import compile_hard_constraints
from flextime_solver.instance.scale import scores_travel
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.search.feasibility_search import FeasibilitySearch
from flextime_solver.search.params import FeasibilitySearchParams
from flextime_solver.search.penalised_search import PenalisedSearch
from flextime_solver.solution.conversion import PlacedGame, games_in, solution_of


def without_venues(days: str) -> Instance:
    """A and B have no venue on these days."""
    rules = tuple(
        a_rule(VenueUnavailable, team=TeamId(team), slots=slots(days)) for team in "AB"
    )
    return Instance(a_league("A B C D", "4 11 18", rules))


def test_the_incumbent_is_scored_by_the_weights_of_the_league() -> None:
    league = compile_league(without_venues("4 11 18"))
    state = new_search_state(1, MoveWeights().as_array())
    search = FeasibilitySearch(league, league, state, random_games(league, seed=1))

    for _ in range(5):
        search.step(100, progress=0.9)

    best = games_in(league, *state.best)
    assert state.best_total[HARD] == solution_of(league, best).total[HARD]
    assert state.best_total[HARD] > 0


def test_the_first_feasible_solution_becomes_the_incumbent() -> None:
    league = compile_league(without_venues("4"))
    state = new_search_state(1, MoveWeights().as_array())
    search = FeasibilitySearch(league, league, state, random_games(league, seed=1))

    search.step(500, progress=0.5)

    assert state.has_best
    assert state.best_total[HARD] == 0


def with_a_soft_constraint(season: Instance) -> Instance:
    """The same season with a penalty for each home game of C."""
    unavailable = a_rule(
        VenueUnavailable, team=TeamId("C"), slots=slots("4 11 18"), hard=False
    )
    rules = (*season.league.constraints, unavailable)
    return Instance(replace(season.league, constraints=rules))


def test_the_reduced_league_has_the_same_hard_deviations() -> None:
    season = with_a_soft_constraint(without_venues("4 11 18"))
    league = compile_league(season)
    hard_constraints = compile_hard_constraints(season)
    assert scores_travel(league)
    assert not scores_travel(hard_constraints)

    solutions = [random_games(league, seed) for seed in range(5)]

    by_all = [solution_of(league, games).total for games in solutions]
    by_hard = [solution_of(hard_constraints, games).total for games in solutions]
    assert [total[HARD] for total in by_hard] == [total[HARD] for total in by_all]
    assert any(total[SOFT] for total in by_all)
    assert not any(total[SOFT] for total in by_hard)


def test_a_game_that_fits_into_few_slots_has_a_larger_weight() -> None:
    """A random slot is the right one with probability 1/8: a weight of log 8."""
    eight_days = "4 11 18 25 32 39 46 53"
    game, place = (TeamId("A"), TeamId("B")), slots("53")
    needed = a_rule(ChosenGames, games=(game,), slots=place, min_games=1)
    unwanted = a_rule(ChosenGames, games=(game,), slots=slots("4"), max_games=0)
    season = Instance(a_league("A B", eight_days, (needed, unwanted)))
    league, hard_constraints = compile_league(season), compile_hard_constraints(season)
    nowhere: list[PlacedGame] = []
    in_the_wrong_place = [(0, 1, 0)]

    def hard_deviations(league: CompiledLeague, games: list[PlacedGame]) -> int:
        return int(solution_of(league, games).total[HARD])

    assert (
        hard_deviations(hard_constraints, nowhere) - hard_deviations(league, nowhere)
        == 2 - 1
    )
    assert hard_deviations(hard_constraints, in_the_wrong_place) - hard_deviations(
        hard_constraints, nowhere
    ) == (
        hard_deviations(league, in_the_wrong_place) - hard_deviations(league, nowhere)
    )


def test_the_incumbent_includes_the_soft_cost_that_the_search_ignores() -> None:
    season = with_a_soft_constraint(without_venues("4"))
    league = compile_league(season)
    hard_constraints = compile_hard_constraints(season)
    state = new_search_state(1, MoveWeights().as_array())
    search = FeasibilitySearch(
        league, hard_constraints, state, random_games(league, seed=1)
    )

    search.step(500, progress=0.5)

    best = solution_of(league, games_in(league, *state.best)).total
    assert state.best_total[HARD] == 0
    assert state.best_total[SOFT] == best[SOFT] > 0


def two_teams_without_a_venue(teams: str = "A B C D E F") -> Instance:
    """One of A and B has to host the other, so one deviation is inevitable."""
    days = " ".join(str(day) for day in range(1, len(teams.split())))
    rules = tuple(
        a_rule(VenueUnavailable, team=TeamId(team), slots=slots(days)) for team in "AB"
    )
    return Instance(a_league(teams, days, rules))


@dataclass(frozen=True)
class Step:
    """One call of a search; weight factor of the violated constraints before it."""

    temperature: float
    adapts_weights: bool
    weight_factor: float


def steps_of(calls: list[tuple[int, float]], season: Instance) -> list[Step]:
    """Steps of all searches in calls of (moves, progress)."""
    league = compile_league(season)
    steps: list[Step] = []

    class RecordedSearch(PenalisedSearch):
        def step(
            self,
            moves: int,
            temperature: float,
            penalty_weight: float,
            *,
            adapts_weights: bool = False,
        ) -> int:
            violations = int(solution_of(league, self.games).total[HARD])
            factor = self.score()[0] / violations
            steps.append(Step(temperature, adapts_weights, factor))
            return super().step(
                moves, temperature, penalty_weight, adapts_weights=adapts_weights
            )

    search = FeasibilitySearch(
        league,
        league,
        new_search_state(1, MoveWeights().as_array()),
        random_games(league, seed=1),
        make_search=RecordedSearch,
    )
    for moves, progress in calls:
        search.step(moves, progress)
    return steps


def test_each_repair_phase_begins_with_initial_weights() -> None:
    calls = [(2000, progress) for progress in (0.0, 0.5, *[1.0] * 20)]

    steps = steps_of(calls, two_teams_without_a_venue())

    repair = [step.weight_factor for step in steps if step.adapts_weights]
    first_of_each = repair[::2]
    assert len(first_of_each) == 2
    assert set(first_of_each) == {1.0}
    assert max(repair) > 1
    assert {step.weight_factor for step in steps if not step.adapts_weights} == {1.0}


def test_the_anneal_is_followed_by_repair_and_parallel_tempering() -> None:
    calls = [(100, progress) for progress in (0.0, 0.3, 0.6, 0.9, *[1.0] * 12)]

    steps = steps_of(calls, two_teams_without_a_venue())

    adapts = [step.adapts_weights for step in steps]
    assert adapts == 4 * [False] + 4 * [True] + 8 * [False]
    temperatures = [step.temperature for step in steps]
    anneal, repair, tempering = (
        temperatures[:4],
        temperatures[4:8],
        temperatures[8:],
    )
    assert anneal == sorted(anneal, reverse=True)
    assert repair == sorted(repair, reverse=True)
    replicas = sorted(set(tempering), reverse=True)
    assert len(replicas) > 2
    assert tempering == (2 * replicas)[: len(tempering)]


def test_temperatures_are_higher_in_a_smaller_league() -> None:
    calls = [(100, progress) for progress in (0.0, 0.9, *[1.0] * 8)]
    usual = two_teams_without_a_venue("A B C D E F G H I J K L M N O P")
    half = two_teams_without_a_venue("A B C D E F G H")

    expected = [2 * step.temperature for step in steps_of(calls, usual)]

    found = [step.temperature for step in steps_of(calls, half)]
    assert found == pytest.approx(expected)


def test_the_search_continues_from_the_games_that_it_is_restarted_from() -> None:
    league = compile_league(two_teams_without_a_venue())
    state = new_search_state(1, MoveWeights().as_array())
    search = FeasibilitySearch(league, league, state, random_games(league, seed=1))
    others = random_games(league, seed=2)
    for progress in (0.0, 0.9, 1.0, 1.0, 1.0):
        search.step(100, progress)
    assert set(search.games) != set(others)

    search.restart_from(others)

    assert set(search.games) == set(others)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"repair_final_temperature": 0.0}, "repair_final_temperature must be greater"),
        ({"repair_final_temperature": 0.5}, "repair_final_temperature must be greater"),
        ({"tempering_length": -1}, "tempering_length must be at least 0"),
    ],
)
def test_parameters_out_of_range_are_rejected(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        FeasibilitySearchParams(**values)
