import pytest

from flextime_solver.annealing.anneal_phase import AnnealPhase
from flextime_solver.annealing.stages import Stage


def test_an_anneal_cools_by_the_same_factor_in_the_same_time() -> None:
    stage = Stage(
        AnnealPhase.MAIN,
        0.2,
        0.6,
        initial_temperature=16.0,
        final_temperature=1.0,
        penalty_weight=1.0,
    )

    progress = [stage.progress(each) for each in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)]
    temperatures = [stage.temperature(each) for each in progress]

    assert temperatures == pytest.approx([16.0, 8.0, 4.0, 2.0, 1.0, 1.0])
