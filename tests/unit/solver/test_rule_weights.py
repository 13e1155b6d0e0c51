from dataclasses import replace

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
from flextime_solver.annealing.constraint_weights import UNIT, RuleWeights
from flextime_solver.instance.compiled_league import HARD, SOFT
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.search.penalised_search import WeighedSearch
from flextime_solver.solution.conversion import placed_games, solution_of
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.violations import deviations_of

DAYS = "4 11 18"
A_STAYS = "A-B C-D | A-C B-D | A-D B-C"
A_TRAVELS = "B-A C-D | A-C D-B | D-A B-C"
DARK = a_rule(VenueUnavailable, team=TeamId("A"), slots=slots("4"))
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


def a_season(*rules: Constraint) -> League:
    return a_league("A B C D", DAYS, rules)


def a_weighing(league: League, *, patience: int = 1) -> RuleWeights:
    return RuleWeights(compile_league(Instance(league)), 3.0, patience)


def learn(weights: RuleWeights, league: League, games: str) -> bool:
    solution = weigh(weights, league, games)
    return weights.learn(deviations_of(weights.league, solution))


def weigh(weights: RuleWeights, league: League, games: str) -> Solution:
    schedule = a_schedule(games, DAYS)
    return solution_of(weights.league, placed_games(Instance(league), schedule))


@pytest.mark.parametrize(
    "rule", [DARK, RUN, BREAKS, IF_THEN], ids=lambda rule: rule.kind
)
def test_a_hard_rule_grows_heavier_while_it_is_broken_and_fades_afterwards(
    rule: Constraint,
) -> None:
    league = a_season(rule)
    weights = a_weighing(league)
    first = weigh(weights, league, A_STAYS)

    learn(weights, league, A_STAYS)

    grown = weigh(weights, league, A_STAYS)
    assert grown.total[HARD] > first.total[HARD]
    for _ in range(100):
        learn(weights, league, A_TRAVELS)
    assert weigh(weights, league, A_STAYS).total[HARD] == first.total[HARD]


def test_at_first_each_hard_deviation_weighs_one_unit() -> None:
    league = a_season(DARK, RUN, BREAKS, IF_THEN)

    solution = weigh(a_weighing(league), league, A_STAYS)

    score = check(league, a_schedule(A_STAYS, DAYS)).score
    assert solution.total[HARD] == UNIT * score.infeasibility


def test_what_the_weights_learn_leaves_the_league_and_soft_rules_alone() -> None:
    league = a_season(DARK, replace(RUN, hard=False, weight=7))
    compiled = compile_league(Instance(league))
    weights = RuleWeights(compiled, heaviest=3.0)

    learn(weights, league, A_STAYS)

    games = placed_games(Instance(league), a_schedule(A_STAYS, DAYS))
    score = check(league, a_schedule(A_STAYS, DAYS)).score
    assert solution_of(compiled, games).total[HARD] == score.infeasibility
    assert weigh(weights, league, A_STAYS).total[SOFT] == score.soft_penalty


def test_no_rule_grows_beyond_the_heaviest_weight() -> None:
    league = a_season(DARK)
    weights = a_weighing(league)
    first = weigh(weights, league, A_STAYS).total[HARD]

    for _ in range(100):
        learn(weights, league, A_STAYS)

    assert weigh(weights, league, A_STAYS).total[HARD] == 3 * first


def test_a_patient_rule_grows_only_if_it_is_found_broken_several_times_in_a_row() -> (
    None
):
    league = a_season(DARK)
    weights = a_weighing(league, patience=3)

    for games in (A_STAYS, A_STAYS, A_TRAVELS, A_STAYS, A_STAYS):
        assert not learn(weights, league, games)

    assert learn(weights, league, A_STAYS)


def test_a_rule_that_stays_broken_grows_again_after_as_many_times() -> None:
    league = a_season(DARK)
    weights = a_weighing(league, patience=3)

    grown = [learn(weights, league, A_STAYS) for _ in range(9)]

    assert grown == [False, False, True] * 3


def test_whoever_forgets_weights_forgets_how_often_a_rule_was_broken() -> None:
    league = a_season(DARK)
    weights = a_weighing(league, patience=2)
    learn(weights, league, A_STAYS)

    weights.forget()

    assert not learn(weights, league, A_STAYS)


def test_weights_that_are_forgotten_are_the_first_ones_again() -> None:
    league = a_season(DARK, RUN)
    weights = a_weighing(league)
    first = weigh(weights, league, A_STAYS).total[HARD]
    learn(weights, league, A_STAYS)

    weights.forget()

    assert weigh(weights, league, A_STAYS).total[HARD] == first


def test_learning_says_whether_boards_must_be_scored_anew() -> None:
    league = a_season(DARK)
    weights = a_weighing(league)

    assert not learn(weights, league, A_TRAVELS)
    assert learn(weights, league, A_STAYS)


def test_stress_is_on_soft_rules_that_add_up_all_teams_alone() -> None:
    soft_run = replace(RUN, hard=False, weight=7)
    league = a_season(DARK, soft_run, replace(BREAKS, hard=False, weight=3))
    weights = a_weighing(league)
    before = weigh(weights, league, A_STAYS)

    weights.stress_sums(2.0)

    after = weigh(weights, league, A_STAYS)
    breaks = check(league, a_schedule(A_STAYS, DAYS)).score.soft_penalty - 2 * 7
    assert breaks > 0
    assert after.total[SOFT] - before.total[SOFT] == breaks
    assert after.total[HARD] == before.total[HARD]


def test_a_search_under_stress_tells_what_rules_really_cost() -> None:
    league = compile_league(Instance(a_season(replace(BREAKS, hard=False, weight=3))))
    games = placed_games(Instance(a_season()), a_schedule(A_STAYS, DAYS))
    state = new_search_state(1, MoveWeights().as_array())
    search = WeighedSearch(league, state, games, RuleWeights(league, 3.0), seed=1)
    before = search.score()

    search.stress_sums(2.0)

    assert search.score() == before
    assert before[1] > 0
