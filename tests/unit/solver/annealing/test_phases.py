"""Transitions between the phases of the annealing of constraints."""

from dataclasses import replace

import pytest

from flextime_solver.annealing.phases import Outcome, Phase, next_phase

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
        (Phase.PROBING, GOOD, Phase.CALIBRATION),
        (Phase.PROBING, VIOLATED, Phase.PROBING),
        (Phase.CALIBRATION, GOOD, Phase.MAIN),
        (Phase.CALIBRATION, VIOLATED, Phase.MAIN),
        (Phase.MAIN, GOOD, Phase.REHEAT),
        (Phase.MAIN, IMPROVED, Phase.REHEAT),
        (Phase.REHEAT, GOOD, Phase.MAIN),
        (Phase.REHEAT, IMPROVED, Phase.REHEAT),
        (Phase.FINAL, GOOD, Phase.FINAL),
    ],
)
def test_each_phase_is_followed_by_one_that_its_outcome_calls_for(
    finished: Phase, outcome: Outcome, expected: Phase
) -> None:
    assert next_phase(finished, outcome) is expected


def test_calibration_follows_the_last_probing_anneal_whatever_it_leaves() -> None:
    outcome = replace(VIOLATED, probing_anneals_left=0)

    assert next_phase(Phase.PROBING, outcome) is Phase.CALIBRATION


@pytest.mark.parametrize("finished", [Phase.MAIN, Phase.REHEAT])
def test_the_final_anneal_follows_the_last_main_anneal(finished: Phase) -> None:
    outcome = replace(IMPROVED, main_anneals_left=0)

    assert next_phase(finished, outcome) is Phase.FINAL
