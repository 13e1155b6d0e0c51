from dataclasses import dataclass, replace
from threading import Event

import numpy as np

from builders import a_league
from flextime.domain.attempts import AttemptParameters, Instance
from flextime.domain.checker import check
from flextime.domain.formats import RoundRobin
from flextime.domain.ids import AttemptId, LeagueId
from flextime.domain.schedule import Lock, Schedule
from flextime_solver.attempt import attempt
from flextime_solver.model.schedules import placed_games
from flextime_solver.run_elite import RunElite
from flextime_solver.search.stop import MaxIterations
from flextime_solver.solve import solve
from unit.solver.test_solve import QUICK

LEAGUE = a_league("A B C D", "4 11 18 25 32 39", format_=RoundRobin(times=2))
INSTANCE = Instance(LEAGUE)
SECOND = AttemptId("2")
NOTHING = (1 << 40, 0), np.zeros((0, 3), dtype=np.int64)
"""What a search has that has only begun."""


@dataclass
class Told:
    """Peers of an attempt that have said so much."""

    found: tuple[tuple[AttemptId, Schedule], ...] = ()
    before: tuple[Schedule, ...] = ()

    def earlier(self) -> tuple[Schedule, ...]:
        return self.before

    def news(self) -> tuple[tuple[AttemptId, Schedule], ...]:
        return self.found

    def bound(self) -> float | None:
        return None


class Unreachable:
    """A store that has failed."""

    def earlier(self) -> tuple[Schedule, ...]:
        raise ConnectionError

    def news(self) -> tuple[tuple[AttemptId, Schedule], ...]:
        raise ConnectionError

    def bound(self) -> float | None:
        raise ConnectionError


def a_found_schedule() -> Schedule:
    found = solve(INSTANCE, QUICK, MaxIterations(20_000), seed=1).schedule
    assert found is not None
    return found


def rank_of(schedule: Schedule) -> tuple[int, int]:
    score = check(LEAGUE, schedule).score
    return score.infeasibility, int(1000 * score.exact_objective)


def test_what_another_attempt_found_is_given_to_who_has_worse() -> None:
    found = a_found_schedule()
    elite = RunElite(Told(((SECOND, found),)), INSTANCE)
    elite.look()

    games = elite.exchange(*NOTHING)

    assert games is not None
    assert sorted(map(tuple, games.tolist())) == sorted(placed_games(INSTANCE, found))


def test_nothing_is_given_to_who_has_the_same_or_better() -> None:
    found = a_found_schedule()
    elite = RunElite(Told(((SECOND, found),)), INSTANCE)
    elite.look()

    infeasibility, cost = rank_of(found)
    assert elite.exchange((infeasibility, cost), NOTHING[1]) is None
    assert elite.exchange((infeasibility, cost - 1), NOTHING[1]) is None
    assert elite.exchange((infeasibility, cost + 1), NOTHING[1]) is not None


def test_a_schedule_of_another_league_is_not_believed() -> None:
    stray = replace(a_found_schedule(), league=LeagueId("other"))
    elite = RunElite(Told(((SECOND, stray),)), INSTANCE)
    elite.look()

    assert elite.exchange(*NOTHING) is None


def test_a_schedule_that_breaks_a_lock_is_not_believed() -> None:
    found = a_found_schedule()
    first, last = found.games[0], found.games[-1]
    locked = replace(first, slot=last.slot, locks=(Lock(attribute="slot"),))
    start = replace(found, games=(locked,))
    elite = RunElite(Told(((SECOND, found),)), Instance(LEAGUE, start))
    elite.look()

    assert elite.exchange(*NOTHING) is None


def test_a_stray_schedule_hides_no_sound_one() -> None:
    found = a_found_schedule()
    stray = replace(found, league=LeagueId("other"))
    told = Told(((SECOND, stray), (AttemptId("3"), found)))
    elite = RunElite(told, INSTANCE)
    elite.look()

    assert elite.exchange(*NOTHING) is not None


def test_an_attempt_goes_on_from_what_an_earlier_try_of_it_had() -> None:
    found = a_found_schedule()
    stopped = Event()
    stopped.set()
    parameters = AttemptParameters(attempt=AttemptId("1"), time_limit_s=60, seed=9)

    with RunElite(Told(before=(found,)), INSTANCE) as elite:
        result = attempt(INSTANCE, parameters, stopped, elite=elite)

    assert result.schedule is not None
    assert rank_of(result.schedule) <= rank_of(found)


def test_a_store_that_fails_does_no_harm() -> None:
    with RunElite(Unreachable(), INSTANCE) as elite:
        assert elite.exchange(*NOTHING) is None
        assert elite.bound() is None


def test_ranks_of_the_checker_are_those_of_the_search() -> None:
    solved = solve(INSTANCE, QUICK, MaxIterations(20_000), seed=1)

    assert solved.schedule is not None
    assert solved.rank == rank_of(solved.schedule)
