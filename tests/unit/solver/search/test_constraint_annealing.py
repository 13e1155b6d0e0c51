"""Annealing of a league in which only constraints cost anything."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import TeamId
from flextime.domain.runs.attempts import Instance
from flextime_solver.annealing.anneal_phase import AnnealPhase
from flextime_solver.annealing.stages import Stage
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.search.constraint_annealing import ConstraintAnnealing
from flextime_solver.search.params import ConstraintAnnealingParams
from flextime_solver.solution.conversion import PlacedGame, solution_of

UNAVAILABLE = a_rule(VenueUnavailable, team=TeamId("A"), slots=slots("4"))
RUN = replace(
    a_rule(LongestHomeRun, max_games=1, teams=teams("A B C D")), hard=False, weight=5
)
PARAMS = ConstraintAnnealingParams(
    probing_share=0.1, max_probing_anneals=2, calibration_share=0.2
)
SEVERAL_MAIN_ANNEALS = replace(PARAMS, main_moves_per_game=66.0)


def never_at_home(*names: str) -> tuple[VenueUnavailable, ...]:
    return tuple(
        a_rule(VenueUnavailable, team=TeamId(name), slots=slots("4 11 18"))
        for name in names
    )


def compiled(*constraints: Constraint) -> CompiledLeague:
    return compile_league(Instance(a_league("A B C D", "4 11 18", constraints)))


def a_state() -> SearchState:
    return new_search_state(1, MoveWeights().as_array())


def an_annealing(
    league: CompiledLeague,
    state: SearchState,
    *,
    params: ConstraintAnnealingParams = PARAMS,
    sync_incumbent: Callable[[], list[PlacedGame]] | None = None,
) -> ConstraintAnnealing:
    games = random_games(league, seed=1)
    sync = sync_incumbent or (lambda: games)
    return ConstraintAnnealing(league, state, games, 5000.0, params, sync)


def run(
    annealing: ConstraintAnnealing,
    *,
    until: float = 1.0,
    moves: Callable[[Stage], int] = lambda _: 50,
) -> list[Stage]:
    """Advance in steps of 1/40 of the budget; return the stages in order."""
    stages = [annealing.stage]
    for step in range(40):
        if step / 40 >= until:
            break
        annealing.step(moves(stages[-1]), step / 40)
        if annealing.stage is not stages[-1]:
            stages.append(annealing.stage)
    return stages


def test_it_satisfies_hard_constraints_and_violates_few_soft_ones() -> None:
    state = a_state()

    run(an_annealing(compiled(UNAVAILABLE, RUN), state))

    assert state.has_best
    assert state.best_total[HARD] == 0
    # Four teams cannot all alternate twice: one has two consecutive home games.
    assert state.best_total[SOFT] == 5


def test_all_phases_follow_each_other() -> None:
    stages = run(
        an_annealing(compiled(UNAVAILABLE, RUN), a_state(), params=SEVERAL_MAIN_ANNEALS)
    )

    assert [stage.phase for stage in stages] == [
        AnnealPhase.PROBING,
        AnnealPhase.CALIBRATION,
        AnnealPhase.MAIN,
        AnnealPhase.REHEAT,
        AnnealPhase.MAIN,
        AnnealPhase.FINAL,
    ]


def test_only_main_anneals_and_those_after_them_sync_the_incumbent() -> None:
    league = compiled(UNAVAILABLE, RUN)
    synced_in: list[AnnealPhase] = []
    games = random_games(league, seed=1)

    def sync_incumbent() -> list[PlacedGame]:
        synced_in.append(annealing.stage.phase)
        return games

    annealing = an_annealing(
        league,
        a_state(),
        params=SEVERAL_MAIN_ANNEALS,
        sync_incumbent=sync_incumbent,
    )
    run(annealing)

    # The finished stage is still the present one when the next start is chosen.
    assert synced_in == [AnnealPhase.MAIN, AnnealPhase.REHEAT, AnnealPhase.MAIN]


def test_a_longer_budget_means_more_main_anneals() -> None:
    def main_anneals(moves_per_game: float) -> int:
        params = replace(PARAMS, main_moves_per_game=moves_per_game)
        annealing = an_annealing(compiled(UNAVAILABLE, RUN), a_state(), params=params)
        phases = [stage.phase for stage in run(annealing)]
        return phases.count(AnnealPhase.MAIN) + phases.count(AnnealPhase.REHEAT)

    assert main_anneals(10_000.0) == 1
    assert main_anneals(50.0) > 1


def test_violations_left_by_an_anneal_raise_the_penalty_weight() -> None:
    def final_weight(*hard: Constraint) -> float:
        params = replace(PARAMS, main_moves_per_game=50.0)
        annealing = an_annealing(compiled(*hard, RUN), a_state(), params=params)
        return run(annealing)[-1].penalty_weight

    assert final_weight(*never_at_home("A", "B")) > final_weight()


def test_an_anneal_continues_from_the_present_solution_if_that_costs_less() -> None:
    league = compiled(UNAVAILABLE, RUN)
    candidates = [random_games(league, seed) for seed in range(20)]
    worst = max(candidates, key=lambda games: solution_of(league, games).total[SOFT])
    annealing = an_annealing(league, a_state(), sync_incumbent=lambda: worst)
    run(annealing, until=1 - PARAMS.final_share)
    ended = annealing.score()

    annealing.step(0, 1 - PARAMS.final_share / 2)

    assert annealing.stage.phase is AnnealPhase.FINAL
    assert solution_of(league, worst).total[SOFT] > 5
    assert ended == annealing.score() == (0.0, 5.0)


def test_an_anneal_restarts_from_the_incumbent_after_many_violations() -> None:
    # One of A and B has to host the other.
    league = compiled(*never_at_home("A", "B"), RUN)
    candidates = [random_games(league, seed) for seed in range(20)]
    worst = max(candidates, key=lambda games: solution_of(league, games).total[HARD])
    annealing = an_annealing(league, a_state(), sync_incumbent=lambda: worst)
    run(annealing, until=1 - PARAMS.final_share)
    ended, _ = annealing.score()

    annealing.step(0, 1 - PARAMS.final_share / 2)

    following, _ = annealing.score()
    assert annealing.stage.phase is AnnealPhase.FINAL
    assert following == solution_of(league, worst).total[HARD] > ended


def test_probing_may_leave_more_violations_if_several_main_anneals_follow() -> None:
    # Of each two of the three one has to host: less than one deviation a team.
    league = compiled(*never_at_home("A", "B", "C"))

    def second_phase(moves_per_game: float) -> AnnealPhase:
        params = replace(PARAMS, main_moves_per_game=moves_per_game)
        return run(an_annealing(league, a_state(), params=params))[1].phase

    assert second_phase(10_000.0) is AnnealPhase.PROBING
    assert second_phase(50.0) is AnnealPhase.CALIBRATION


def three_main_anneals(
    *, reheat_improves: bool = False, first_without_moves: bool = False
) -> tuple[Stage, Stage, Stage]:
    """The first three main anneals and reheats."""
    state = a_state()
    annealing = an_annealing(
        compiled(UNAVAILABLE, RUN), state, params=SEVERAL_MAIN_ANNEALS
    )
    improved = False

    def moves(stage: Stage) -> int:
        nonlocal improved
        if reheat_improves and stage.phase is AnnealPhase.REHEAT and not improved:
            # As if it had found a better solution.
            state.best_total[SOFT] -= 1
            improved = True
        return 0 if first_without_moves and stage.phase is AnnealPhase.MAIN else 50

    stages = run(annealing, moves=moves)
    first, second, third, *_ = (
        stage
        for stage in stages
        if stage.phase in {AnnealPhase.MAIN, AnnealPhase.REHEAT}
    )
    return first, second, third


def test_a_reheat_begins_at_a_lower_temperature() -> None:
    first, second, third = three_main_anneals()

    assert (first.phase, second.phase, third.phase) == (
        AnnealPhase.MAIN,
        AnnealPhase.REHEAT,
        AnnealPhase.MAIN,
    )
    assert second.initial_temperature < first.initial_temperature
    assert third.initial_temperature >= first.initial_temperature


def test_a_reheat_that_improves_the_incumbent_is_followed_by_another() -> None:
    first, second, third = three_main_anneals(reheat_improves=True)

    assert second.phase is third.phase is AnnealPhase.REHEAT
    assert second.initial_temperature == third.initial_temperature
    assert second.initial_temperature < first.initial_temperature


def test_reheats_lower_the_penalty_weight_to_a_half_at_least() -> None:
    first, second, third = three_main_anneals(reheat_improves=True)

    assert first.penalty_weight > second.penalty_weight > third.penalty_weight
    assert third.penalty_weight == first.penalty_weight / 2


def test_each_main_anneal_has_the_weight_of_the_calibration_at_least() -> None:
    first, second, third = three_main_anneals()

    assert second.penalty_weight < first.penalty_weight == third.penalty_weight


def test_the_penalty_weight_stays_if_it_had_to_rise_within_the_anneal() -> None:
    # Without moves the first anneal finds no feasible solution.
    first, second, _ = three_main_anneals(first_without_moves=True)

    assert second.penalty_weight == first.penalty_weight


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"penalty_weight": 0.0}, "penalty_weight must be greater than 0"),
        ({"probing_share": 0.0}, "probing_share must be greater than 0"),
        ({"main_moves_per_game": 0.0}, "main_moves_per_game must be greater than 0"),
        ({"moves_per_call": 0}, "moves_per_call must be at least 1"),
        ({"final_share": 0.8}, "shares must leave something for main anneals"),
        ({"final_share": -0.1}, "final_share must be at least 0"),
        ({"calibration_heat": 0.5}, "calibration_heat must be at least 1"),
        ({"final_start": 1.0}, "final_start must be at least 0 and less than 1"),
    ],
)
def test_parameters_out_of_range_are_rejected(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        ConstraintAnnealingParams(**values)


def test_all_phases_run_even_if_the_first_moves_come_late() -> None:
    state = a_state()
    annealing = an_annealing(compiled(UNAVAILABLE, RUN), state)

    for progress in (0.5, 0.6, 0.9, 0.95):
        annealing.step(200, progress)

    assert annealing.stage.phase is AnnealPhase.FINAL
    assert state.best_total[HARD] == 0


def test_without_a_feasible_solution_the_least_infeasible_one_is_kept() -> None:
    state = a_state()

    run(an_annealing(compiled(*never_at_home("A", "B"), RUN), state))

    # A and B meet at the venue of one of them; all other games can be elsewhere.
    assert state.best_total[HARD] == 1
