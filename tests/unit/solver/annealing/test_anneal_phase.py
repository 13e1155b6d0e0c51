"""Transitions between the phases of the annealing of constraints."""

from dataclasses import replace

import pytest

from flextime_solver.annealing.anneal_phase import AnnealPhase, Outcome, next_phase

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
        (AnnealPhase.PROBING, GOOD, AnnealPhase.CALIBRATION),
        (AnnealPhase.PROBING, VIOLATED, AnnealPhase.PROBING),
        (AnnealPhase.CALIBRATION, GOOD, AnnealPhase.MAIN),
        (AnnealPhase.CALIBRATION, VIOLATED, AnnealPhase.MAIN),
        (AnnealPhase.MAIN, GOOD, AnnealPhase.REHEAT),
        (AnnealPhase.MAIN, IMPROVED, AnnealPhase.REHEAT),
        (AnnealPhase.REHEAT, GOOD, AnnealPhase.MAIN),
        (AnnealPhase.REHEAT, IMPROVED, AnnealPhase.REHEAT),
        (AnnealPhase.FINAL, GOOD, AnnealPhase.FINAL),
    ],
)
def test_each_phase_is_followed_by_one_that_its_outcome_calls_for(
    finished: AnnealPhase, outcome: Outcome, expected: AnnealPhase
) -> None:
    assert next_phase(finished, outcome) is expected


def test_calibration_follows_the_last_probing_anneal_whatever_it_leaves() -> None:
    outcome = replace(VIOLATED, probing_anneals_left=0)

    assert next_phase(AnnealPhase.PROBING, outcome) is AnnealPhase.CALIBRATION


@pytest.mark.parametrize("finished", [AnnealPhase.MAIN, AnnealPhase.REHEAT])
def test_the_final_anneal_follows_the_last_main_anneal(finished: AnnealPhase) -> None:
    outcome = replace(IMPROVED, main_anneals_left=0)

    assert next_phase(finished, outcome) is AnnealPhase.FINAL
