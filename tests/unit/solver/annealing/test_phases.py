"""Transitions between the phases of the annealing of constraints."""

from dataclasses import replace

import pytest

from flextime_solver.annealing.phases import AnnealingPhase, Outcome, next_phase

GOOD = Outcome(
    too_many_violations=False,
    probing_anneals_left=1,
    main_anneals_left=1,
    improved=False,
)
VIOLATED = replace(GOOD, too_many_violations=True)
IMPROVED = replace(GOOD, improved=True)


@pytest.mark.parametrize(
    ("finished", "outcome", "expected"),
    [
        (AnnealingPhase.PROBING, GOOD, AnnealingPhase.CALIBRATION),
        (AnnealingPhase.PROBING, VIOLATED, AnnealingPhase.PROBING),
        (AnnealingPhase.CALIBRATION, GOOD, AnnealingPhase.MAIN),
        (AnnealingPhase.CALIBRATION, VIOLATED, AnnealingPhase.MAIN),
        (AnnealingPhase.MAIN, GOOD, AnnealingPhase.REHEAT),
        (AnnealingPhase.MAIN, IMPROVED, AnnealingPhase.REHEAT),
        (AnnealingPhase.REHEAT, GOOD, AnnealingPhase.MAIN),
        (AnnealingPhase.REHEAT, IMPROVED, AnnealingPhase.REHEAT),
        (AnnealingPhase.FINAL, GOOD, AnnealingPhase.FINAL),
    ],
)
def test_each_phase_is_followed_by_one_that_its_outcome_calls_for(
    finished: AnnealingPhase, outcome: Outcome, expected: AnnealingPhase
) -> None:
    assert next_phase(finished, outcome) is expected


def test_calibration_follows_the_last_probing_anneal_whatever_it_leaves() -> None:
    outcome = replace(VIOLATED, probing_anneals_left=0)

    assert next_phase(AnnealingPhase.PROBING, outcome) is AnnealingPhase.CALIBRATION


@pytest.mark.parametrize("finished", [AnnealingPhase.MAIN, AnnealingPhase.REHEAT])
def test_the_final_anneal_follows_the_last_main_anneal(
    finished: AnnealingPhase,
) -> None:
    outcome = replace(IMPROVED, main_anneals_left=0)

    assert next_phase(finished, outcome) is AnnealingPhase.FINAL
