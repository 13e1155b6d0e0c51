"""Worker processes that share their best."""

import os
import signal
from multiprocessing import active_children

import pytest

from builders import a_league
from flextime.domain.ids import AttemptId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import AttemptParameters, AttemptStatus, Instance
from flextime.domain.schedules.checker import check
from flextime_solver.observer import Snapshot
from flextime_solver.runtime.portfolio import WorkersFailed, solve_with_workers

LEAGUE = a_league("A B C D", "4 11 18 25 32 39", format_=RoundRobin(times=2))
LONG = AttemptParameters(attempt=AttemptId("1"), time_limit_s=600, seed=1)


class StopsAtTheFirstSchedule:
    """An observer that asks to stop at the first feasible schedule."""

    def __init__(self) -> None:
        self.seen = False

    def observe(self, snapshot: Snapshot) -> None:
        self.seen = self.seen or snapshot.infeasibility == 0

    def asked(self) -> bool:
        return self.seen


def test_workers_that_are_stopped_return_the_best_of_all() -> None:
    listener = StopsAtTheFirstSchedule()

    result = solve_with_workers(Instance(LEAGUE), LONG, 2, listener, listener.asked)

    assert result.status in {AttemptStatus.FEASIBLE, AttemptStatus.OPTIMAL}
    assert result.schedule is not None
    assert result.score == check(LEAGUE, result.schedule).score
    assert active_children() == []


class KillsWorkers(StopsAtTheFirstSchedule):
    """Kills some workers at the first feasible schedule, then asks to stop."""

    def __init__(self, victims: int) -> None:
        super().__init__()
        self._victims = victims

    def asked(self) -> bool:
        if self.seen:
            for child in active_children()[: self._victims]:
                if child.pid is not None:
                    os.kill(child.pid, signal.SIGKILL)
            self._victims = 0
        return self.seen


def test_a_worker_that_crashes_does_not_affect_the_others() -> None:
    listener = KillsWorkers(victims=1)

    result = solve_with_workers(Instance(LEAGUE), LONG, 2, listener, listener.asked)

    assert result.schedule is not None


def test_without_any_worker_left_there_is_no_result() -> None:
    listener = KillsWorkers(victims=2)

    with pytest.raises(WorkersFailed):
        solve_with_workers(Instance(LEAGUE), LONG, 2, listener, listener.asked)
