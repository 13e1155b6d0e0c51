from dataclasses import replace

import pytest

from builders import a_league, a_schedule
from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import AttemptResult, AttemptStatus, Bound
from flextime.domain.schedules.checker import check
from flextime_solver.runtime.peer_bound import with_peer_bound

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
    raised = with_peer_bound(RESULT, COST / 2)

    assert raised.bound == Bound(points=COST / 2, source="another attempt of this run")
    assert raised.status is AttemptStatus.FEASIBLE


def test_a_schedule_that_reaches_the_bound_is_optimal() -> None:
    assert with_peer_bound(RESULT, COST).status is AttemptStatus.OPTIMAL


@pytest.mark.parametrize("wrong", [COST + 1, float("nan"), float("inf")])
def test_a_bound_that_the_schedule_contradicts_is_ignored(wrong: float) -> None:
    assert with_peer_bound(RESULT, wrong) is RESULT


@pytest.mark.parametrize("result", [OWN, NOTHING])
def test_a_result_without_a_schedule_or_with_a_bound_as_high_stays(
    result: AttemptResult,
) -> None:
    assert with_peer_bound(result, 1.0) is result


def test_a_higher_bound_of_another_attempt_replaces_its_own() -> None:
    bound = with_peer_bound(OWN, 2.0).bound

    assert bound is not None
    assert bound.points == 2.0
