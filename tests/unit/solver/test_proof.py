from dataclasses import replace

import pytest

from builders import a_league, a_schedule
from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import AttemptResult, AttemptStatus, Bound
from flextime.domain.schedules.checker import check
from flextime_solver.runtime.proven_bound import told_by_another

LEAGUE = a_league("A B")
FOUND = a_schedule("A-B")
RESULT = AttemptResult(
    attempt=AttemptId("2"),
    status=AttemptStatus.FEASIBLE,
    seed=1,
    elapsed_s=1.0,
    solver="by hand",
    schedule=FOUND,
    score=check(LEAGUE, FOUND).score,
)
COST = check(LEAGUE, FOUND).score.objective
OWN = replace(RESULT, bound=Bound(points=1.0, source="own"))
NOTHING = replace(
    RESULT, status=AttemptStatus.NOTHING_FEASIBLE, schedule=None, score=None
)


def test_a_bound_that_another_attempt_proved_is_passed_on() -> None:
    told = told_by_another(RESULT, COST / 2)

    assert told.bound == Bound(points=COST / 2, source="another attempt of this run")
    assert told.status is AttemptStatus.FEASIBLE


def test_a_schedule_that_reaches_the_bound_is_optimal() -> None:
    assert told_by_another(RESULT, COST).status is AttemptStatus.OPTIMAL


@pytest.mark.parametrize("untrue", [COST + 1, float("nan"), float("inf")])
def test_a_bound_that_an_own_schedule_refutes_is_not_passed_on(untrue: float) -> None:
    assert told_by_another(RESULT, untrue) is RESULT


@pytest.mark.parametrize("result", [OWN, NOTHING])
def test_an_own_bound_as_high_stays_and_nothing_found_needs_none(
    result: AttemptResult,
) -> None:
    assert told_by_another(result, 1.0) is result


def test_a_higher_bound_of_another_takes_the_place_of_an_own() -> None:
    bound = told_by_another(OWN, 2.0).bound

    assert bound is not None
    assert bound.points == 2.0
