from dataclasses import replace

from builders import a_schedule
from flextime_solver.observer import Snapshot
from flextime_solver.runtime.best_snapshot import BestSnapshot

FIRST = Snapshot(
    elapsed_s=1.0,
    phase="search",
    infeasibility=0,
    objective=100.0,
    travel_m=0,
    bound=50.0,
    incumbent=a_schedule("A-B"),
)


def test_a_higher_bound_of_a_later_snapshot_is_shown() -> None:
    best = BestSnapshot()
    best.update(FIRST)

    shown = best.update(replace(FIRST, objective=90.0, bound=60.0))

    assert shown is not None
    assert shown.bound == 60.0


def test_a_higher_bound_of_a_worker_with_a_worse_incumbent_is_shown() -> None:
    best = BestSnapshot()
    best.update(FIRST)

    shown = best.update(
        replace(FIRST, elapsed_s=2.0, objective=120.0, travel_m=7, bound=60.0)
    )

    assert shown == replace(FIRST, elapsed_s=2.0, bound=60.0, incumbent=None)


def test_a_lower_bound_does_not_replace_a_higher_one() -> None:
    best = BestSnapshot()
    best.update(FIRST)

    shown = best.update(replace(FIRST, objective=90.0, bound=40.0))

    assert shown is not None
    assert shown.bound == 50.0


def test_the_bound_stays_where_a_better_worker_has_none() -> None:
    best = BestSnapshot()
    best.update(FIRST)

    shown = best.update(replace(FIRST, objective=90.0, bound=None))

    assert shown is not None
    assert shown.bound == 50.0


def test_a_worse_incumbent_without_a_better_bound_is_not_shown() -> None:
    best = BestSnapshot()
    best.update(FIRST)

    assert best.update(replace(FIRST, objective=120.0)) is None
