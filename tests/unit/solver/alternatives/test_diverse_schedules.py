from itertools import combinations

import pytest

from builders import a_league, a_rule
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime_solver.alternatives.diverse_schedules import solve_diverse
from flextime_solver.alternatives.diversity import Diversity, select_diverse
from flextime_solver.alternatives.enumerate_schedules import enumerate_schedules
from flextime_solver.backends.params import MipParams
from flextime_solver.mip.placements import placements

HALF = Diversity(min_difference=0.5, max_gap=0.1)


def _league() -> League:
    rule = a_rule(TotalBreaks, max_breaks=0, hard=False)
    return a_league("A B C D", "1 2 3", [rule])


def test_alternatives_differ_in_half_of_their_games_and_are_near_the_best(
    mip_params: MipParams,
) -> None:
    league = _league()

    found = solve_diverse(league, 3, HALF, mip_params)

    assert found.best_is_proven
    assert len(found.schedules) == 3
    costs = [check(league, one).score.objective for one in found.schedules]
    assert costs == sorted(costs)
    assert costs[-1] <= 1.1 * costs[0]
    for one, other in combinations(found.schedules, 2):
        assert len(placements(one) & placements(other)) <= 3


def test_the_absence_of_further_alternatives_is_proven(
    mip_params: MipParams,
) -> None:
    everything_else = Diversity(min_difference=1, max_gap=0)

    found = solve_diverse(_league(), 100, everything_else, mip_params)

    assert found.complete
    assert 1 <= len(found.schedules) < 100


def test_diverse_schedules_are_selected_from_given_ones(mip_params: MipParams) -> None:
    league = _league()
    given = enumerate_schedules(league, 1000, mip_params).schedules

    selected = select_diverse(league, given, 3, HALF)

    best = min(check(league, one).score.objective for one in given)
    assert check(league, selected[0]).score.objective == best
    assert len(selected) == 3
    for one, other in combinations(selected, 2):
        assert len(placements(one) & placements(other)) <= 3


@pytest.mark.parametrize("fields", [(0, 0.1), (1.1, 0.1), (0.5, -0.1)])
def test_values_out_of_range_are_rejected(fields: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        Diversity(min_difference=fields[0], max_gap=fields[1])
