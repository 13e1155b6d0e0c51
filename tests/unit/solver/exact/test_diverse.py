from itertools import combinations

import pytest

from builders import a_league, a_rule
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime_solver.alternatives.diverse import Difference, choose_diverse, diverse
from flextime_solver.alternatives.enumerate_schedules import enumerate_schedules
from flextime_solver.backends.outcome import ExactParams
from flextime_solver.mip.placements import placements

HALF = Difference(min_difference=0.5, max_gap=0.1)


def _league() -> League:
    rule = a_rule(TotalBreaks, max_breaks=0, hard=False)
    return a_league("A B C D", "1 2 3", [rule])


def test_answers_differ_in_half_of_their_games_and_are_near_the_best(
    params: ExactParams,
) -> None:
    league = _league()

    answers = diverse(league, 3, HALF, params)

    assert answers.best_is_proven
    assert len(answers.schedules) == 3
    costs = [check(league, one).score.objective for one in answers.schedules]
    assert costs == sorted(costs)
    assert costs[-1] <= 1.1 * costs[0]
    for one, other in combinations(answers.schedules, 2):
        assert len(placements(one) & placements(other)) <= 3


def test_when_no_other_answer_is_near_enough_that_is_proven(
    params: ExactParams,
) -> None:
    everything_else = Difference(min_difference=1, max_gap=0)

    answers = diverse(_league(), 100, everything_else, params)

    assert answers.complete
    assert 1 <= len(answers.schedules) < 100


def test_given_schedules_are_chosen_from_as_well(params: ExactParams) -> None:
    league = _league()
    given = enumerate_schedules(league, 1000, params).schedules

    chosen = choose_diverse(league, given, 3, HALF)

    best = min(check(league, one).score.objective for one in given)
    assert check(league, chosen[0]).score.objective == best
    assert len(chosen) == 3
    for one, other in combinations(chosen, 2):
        assert len(placements(one) & placements(other)) <= 3


@pytest.mark.parametrize("fields", [(0, 0.1), (1.1, 0.1), (0.5, -0.1)])
def test_numbers_that_make_no_sense_are_refused(fields: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        Difference(min_difference=fields[0], max_gap=fields[1])
