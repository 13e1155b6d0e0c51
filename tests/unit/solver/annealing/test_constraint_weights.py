"""Weights of hard constraints that grow while they are violated."""

from dataclasses import replace
from typing import Any

import pytest

from builders import a_league, a_rule, a_schedule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.checker import check
from flextime_solver.annealing.constraint_weights import UNIT, ConstraintWeights
from flextime_solver.annealing.penalty_params import ConstraintWeightParams
from flextime_solver.instance.compiled_league import HARD, SOFT
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.search.penalised_search import PenalisedSearch
from flextime_solver.solution.conversion import placed_games, solution_of
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.violations import deviations_of

DAYS = "4 11 18"
A_STAYS = "A-B C-D | A-C B-D | A-D B-C"
A_TRAVELS = "B-A C-D | A-C D-B | D-A B-C"
UNAVAILABLE = a_rule(VenueUnavailable, team=TeamId("A"), slots=slots("4"))
RUN = a_rule(LongestHomeRun, max_games=1, teams=teams("A"))
BREAKS = a_rule(TotalBreaks, max_breaks=2)
IF_THEN = a_rule(
    ConditionalGame,
    teams=teams("A"),
    opponents=teams("B"),
    slots=slots("4"),
    then_teams=teams("B"),
    then_opponents=teams("C"),
    then_slots=slots("11"),
)


def a_season(*constraints: Constraint) -> League:
    return a_league("A B C D", DAYS, constraints)


def weights_of(league: League, *, patience: int = 1) -> ConstraintWeights:
    params = ConstraintWeightParams(max_factor=3.0, patience=patience)
    return ConstraintWeights(compile_league(Instance(league)), params)


def update(weights: ConstraintWeights, league: League, games: str) -> bool:
    solution = scored(weights, league, games)
    return weights.update(deviations_of(weights.league, solution))


def scored(weights: ConstraintWeights, league: League, games: str) -> Solution:
    schedule = a_schedule(games, DAYS)
    return solution_of(weights.league, placed_games(Instance(league), schedule))


@pytest.mark.parametrize(
    "constraint", [UNAVAILABLE, RUN, BREAKS, IF_THEN], ids=lambda each: each.kind
)
def test_a_weight_grows_while_the_constraint_is_violated_and_decays_afterwards(
    constraint: Constraint,
) -> None:
    league = a_season(constraint)
    weights = weights_of(league)
    first = scored(weights, league, A_STAYS)

    update(weights, league, A_STAYS)

    grown = scored(weights, league, A_STAYS)
    assert grown.total[HARD] > first.total[HARD]
    for _ in range(100):
        update(weights, league, A_TRAVELS)
    assert scored(weights, league, A_STAYS).total[HARD] == first.total[HARD]


def test_each_hard_deviation_has_an_initial_weight_of_one_unit() -> None:
    league = a_season(UNAVAILABLE, RUN, BREAKS, IF_THEN)

    solution = scored(weights_of(league), league, A_STAYS)

    score = check(league, a_schedule(A_STAYS, DAYS)).score
    assert solution.total[HARD] == UNIT * score.infeasibility


def test_an_update_changes_neither_the_original_league_nor_soft_weights() -> None:
    league = a_season(UNAVAILABLE, replace(RUN, hard=False, weight=7))
    compiled = compile_league(Instance(league))
    weights = ConstraintWeights(compiled, ConstraintWeightParams(max_factor=3.0))

    update(weights, league, A_STAYS)

    games = placed_games(Instance(league), a_schedule(A_STAYS, DAYS))
    score = check(league, a_schedule(A_STAYS, DAYS)).score
    assert solution_of(compiled, games).total[HARD] == score.infeasibility
    assert scored(weights, league, A_STAYS).total[SOFT] == score.soft_penalty


def test_no_weight_grows_beyond_the_maximum() -> None:
    league = a_season(UNAVAILABLE)
    weights = weights_of(league)
    first = scored(weights, league, A_STAYS).total[HARD]

    for _ in range(100):
        update(weights, league, A_STAYS)

    assert scored(weights, league, A_STAYS).total[HARD] == 3 * first


def test_with_patience_a_weight_grows_only_after_consecutive_violations() -> None:
    league = a_season(UNAVAILABLE)
    weights = weights_of(league, patience=3)

    for games in (A_STAYS, A_STAYS, A_TRAVELS, A_STAYS, A_STAYS):
        assert not update(weights, league, games)

    assert update(weights, league, A_STAYS)


def test_a_weight_grows_again_after_as_many_consecutive_violations() -> None:
    league = a_season(UNAVAILABLE)
    weights = weights_of(league, patience=3)

    grown = [update(weights, league, A_STAYS) for _ in range(9)]

    assert grown == [False, False, True] * 3


def test_a_reset_forgets_consecutive_violations() -> None:
    league = a_season(UNAVAILABLE)
    weights = weights_of(league, patience=2)
    update(weights, league, A_STAYS)

    weights.reset()

    assert not update(weights, league, A_STAYS)


def test_a_reset_restores_the_initial_weights() -> None:
    league = a_season(UNAVAILABLE, RUN)
    weights = weights_of(league)
    first = scored(weights, league, A_STAYS).total[HARD]
    update(weights, league, A_STAYS)

    weights.reset()

    assert scored(weights, league, A_STAYS).total[HARD] == first


def test_an_update_returns_whether_solutions_must_be_scored_anew() -> None:
    league = a_season(UNAVAILABLE)
    weights = weights_of(league)

    assert not update(weights, league, A_TRAVELS)
    assert update(weights, league, A_STAYS)


def test_only_aggregate_soft_constraints_are_reweighted() -> None:
    soft_run = replace(RUN, hard=False, weight=7)
    league = a_season(UNAVAILABLE, soft_run, replace(BREAKS, hard=False, weight=3))
    weights = weights_of(league)
    before = scored(weights, league, A_STAYS)

    weights.reweight_aggregates(2.0)

    after = scored(weights, league, A_STAYS)
    breaks = check(league, a_schedule(A_STAYS, DAYS)).score.soft_penalty - 2 * 7
    assert breaks > 0
    assert after.total[SOFT] - before.total[SOFT] == breaks
    assert after.total[HARD] == before.total[HARD]


def test_a_score_does_not_depend_on_the_weight_of_aggregates() -> None:
    league = compile_league(Instance(a_season(replace(BREAKS, hard=False, weight=3))))
    games = placed_games(Instance(a_season()), a_schedule(A_STAYS, DAYS))
    state = new_search_state(1, MoveWeights().as_array())
    weights = ConstraintWeights(league)
    search = PenalisedSearch(league, state, games, weights, seed=1)
    before = search.score()

    search.reweight_aggregates(2.0)

    assert search.score() == before
    assert before[1] > 0


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"max_factor": 0.5}, "max_factor must be at least 1"),
        ({"patience": 0}, "patience must be at least 1"),
        ({"growth": -0.1}, "growth must be at least 0"),
        ({"max_deviation": 0}, "max_deviation at least 1"),
        ({"decay": 1.5}, "decay must lie between 0 and 1"),
    ],
)
def test_parameters_out_of_range_are_rejected(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        ConstraintWeightParams(**values)
