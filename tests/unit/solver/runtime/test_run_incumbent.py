from dataclasses import dataclass, replace
from threading import Event

import numpy as np

from builders import a_league
from flextime.domain.ids import AttemptId, LeagueId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import AttemptParameters, Instance
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Lock, Schedule
from flextime_solver.runtime.run_incumbent import RunIncumbent
from flextime_solver.runtime.solve_attempt import solve_attempt
from flextime_solver.solution.conversion import placed_games
from flextime_solver.solve import solve
from flextime_solver.stop import MaxIterations
from unit.solver.test_solve import QUICK

LEAGUE = a_league("A B C D", "4 11 18 25 32 39", format_=RoundRobin(times=2))
INSTANCE = Instance(LEAGUE)
SECOND = AttemptId("2")
NOTHING = (1 << 40, 0), np.zeros((0, 3), dtype=np.int64)
"""Rank and games of a search that has only begun."""


@dataclass
class KnownPeers:
    """Peers of an attempt with these incumbents."""

    found: tuple[tuple[AttemptId, Schedule], ...] = ()
    before: tuple[Schedule, ...] = ()

    def interrupted_incumbents(self) -> tuple[Schedule, ...]:
        return self.before

    def new_incumbents(self) -> tuple[tuple[AttemptId, Schedule], ...]:
        return self.found

    def best_bound(self) -> float | None:
        return None


class Unreachable:
    """A store that has failed."""

    def interrupted_incumbents(self) -> tuple[Schedule, ...]:
        raise ConnectionError

    def new_incumbents(self) -> tuple[tuple[AttemptId, Schedule], ...]:
        raise ConnectionError

    def best_bound(self) -> float | None:
        raise ConnectionError


def a_found_schedule() -> Schedule:
    found = solve(INSTANCE, QUICK, MaxIterations(20_000), seed=1).schedule
    assert found is not None
    return found


def rank_of(schedule: Schedule) -> tuple[int, int]:
    score = check(LEAGUE, schedule).score
    return score.infeasibility, int(1000 * score.exact_objective)


def test_the_incumbent_of_another_attempt_is_returned_to_a_worse_search() -> None:
    found = a_found_schedule()
    shared_incumbent = RunIncumbent(KnownPeers(((SECOND, found),)), INSTANCE)
    shared_incumbent.poll()

    games = shared_incumbent.exchange(*NOTHING)

    assert games is not None
    assert sorted(map(tuple, games.tolist())) == sorted(placed_games(INSTANCE, found))


def test_a_search_with_the_same_rank_or_better_gets_nothing() -> None:
    found = a_found_schedule()
    shared_incumbent = RunIncumbent(KnownPeers(((SECOND, found),)), INSTANCE)
    shared_incumbent.poll()

    infeasibility, cost = rank_of(found)
    assert shared_incumbent.exchange((infeasibility, cost), NOTHING[1]) is None
    assert shared_incumbent.exchange((infeasibility, cost - 1), NOTHING[1]) is None
    assert shared_incumbent.exchange((infeasibility, cost + 1), NOTHING[1]) is not None


def test_a_schedule_of_another_league_is_ignored() -> None:
    stray = replace(a_found_schedule(), league=LeagueId("other"))
    shared_incumbent = RunIncumbent(KnownPeers(((SECOND, stray),)), INSTANCE)
    shared_incumbent.poll()

    assert shared_incumbent.exchange(*NOTHING) is None


def test_a_schedule_that_breaks_a_lock_is_ignored() -> None:
    found = a_found_schedule()
    first, last = found.games[0], found.games[-1]
    locked = replace(first, slot=last.slot, locks=(Lock(attribute="slot"),))
    start = replace(found, games=(locked,))
    shared_incumbent = RunIncumbent(
        KnownPeers(((SECOND, found),)), Instance(LEAGUE, start)
    )
    shared_incumbent.poll()

    assert shared_incumbent.exchange(*NOTHING) is None


def test_an_invalid_schedule_does_not_hide_a_valid_one() -> None:
    found = a_found_schedule()
    stray = replace(found, league=LeagueId("other"))
    peers = KnownPeers(((SECOND, stray), (AttemptId("3"), found)))
    shared_incumbent = RunIncumbent(peers, INSTANCE)
    shared_incumbent.poll()

    assert shared_incumbent.exchange(*NOTHING) is not None


def test_an_attempt_resumes_from_the_incumbent_of_its_earlier_execution() -> None:
    found = a_found_schedule()
    stopped = Event()
    stopped.set()
    parameters = AttemptParameters(attempt=AttemptId("1"), time_limit_s=60, seed=9)

    with RunIncumbent(KnownPeers(before=(found,)), INSTANCE) as shared_incumbent:
        result = solve_attempt(
            INSTANCE, parameters, stopped, shared_incumbent=shared_incumbent
        )

    assert result.schedule is not None
    assert rank_of(result.schedule) <= rank_of(found)


def test_a_store_that_fails_does_not_stop_the_attempt() -> None:
    with RunIncumbent(Unreachable(), INSTANCE) as shared_incumbent:
        assert shared_incumbent.exchange(*NOTHING) is None
        assert shared_incumbent.bound() is None


def test_ranks_of_the_checker_are_those_of_the_search() -> None:
    solved = solve(INSTANCE, QUICK, MaxIterations(20_000), seed=1)

    assert solved.schedule is not None
    assert solved.rank == rank_of(solved.schedule)
