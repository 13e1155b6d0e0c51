"""The incumbent shared by a run's attempts, whose containers share a bucket.

Each attempt writes its incumbent (`run_attempt`) and a thread of its own reads those of
the others every few seconds, so that neither a slow store nor a damaged file delays
the search. Nothing is trusted: a schedule counts with the checker's score, and only if
it belongs to this league and keeps all locks. This is the cooperative scheme of
asynchronous multi-search: Crainic and Toulouse, Parallel Meta-heuristics,
doi 10.1007/978-1-4419-1665-5_17.
"""

import logging
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Self

import numpy as np

from flextime.domain.errors import InvalidInput
from flextime.domain.leagues.references import validate_schedule
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.locks import violated_locks
from flextime.domain.schedules.score import Score
from flextime.usecases.runs.ports import AttemptPeers
from flextime_solver.instance.compiled_league import Ints
from flextime_solver.solution.conversion import placed_games
from flextime_solver.solution.shared_incumbent import Rank

_LOGGER = logging.getLogger(__name__)

POLL_PAUSE_S = 5.0


class RunIncumbent:
    """The best schedule of the run's other attempts; it is polled within ``with``."""

    def __init__(self, peers: AttemptPeers, instance: Instance) -> None:
        self._peers = peers
        self._instance = instance
        self._best: tuple[Rank, Ints] | None = None
        self._lock = Lock()
        self._closed = Event()
        self._thread = Thread(target=self._poll_until_closed, name="run-incumbent")

    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        """Return the games of another attempt if they are better than `rank`.

        The games that are offered need no action: the attempt writes its incumbent.
        """
        del games
        with self._lock:
            if self._best is None or self._best[0] >= rank:
                return None
            return self._best[1].copy()

    def load_previous(self) -> None:
        """Read the incumbent that an interrupted execution of this attempt left."""
        for schedule in self._peers.interrupted_incumbents():
            self._consider("an earlier execution of this attempt", schedule)

    def poll(self) -> None:
        """Read the incumbents that other attempts wrote since the last poll."""
        for attempt, schedule in self._peers.new_incumbents():
            self._consider(f"attempt {attempt}", schedule)

    def bound(self) -> float | None:
        """Return the highest lower bound, in points, that another attempt reports."""
        try:
            return self._peers.best_bound()
        except Exception:  # the attempt's own result must not be lost
            _LOGGER.exception("bounds of other attempts could not be read")
            return None

    def __enter__(self) -> Self:
        self._without_raising(self.load_previous)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._closed.set()
        self._thread.join()

    def _poll_until_closed(self) -> None:
        while not self._closed.wait(POLL_PAUSE_S):
            self._without_raising(self.poll)

    def _without_raising(self, read: Callable[[], None]) -> None:
        try:
            read()
        except Exception:  # the search can do without; the next poll is near
            _LOGGER.exception("incumbents of other attempts could not be read")

    def _consider(self, source: str, schedule: Schedule) -> None:
        """Keep a schedule if the checker finds it better than the best so far."""
        score = self._valid_score(source, schedule)
        if score is None:
            return
        rank = (score.infeasibility, int(1000 * score.exact_objective))
        with self._lock:
            if self._best is not None and self._best[0] <= rank:
                return
            games = placed_games(self._instance, schedule)
            self._best = rank, np.array(games, dtype=np.int64).reshape(-1, 3)
        _LOGGER.info("%s has a schedule of rank %s", source, rank)

    def _valid_score(self, source: str, schedule: Schedule) -> Score | None:
        """Score of a schedule of this instance; None where it is not one."""
        league = self._instance.league
        try:
            validate_schedule(league, schedule)
        except InvalidInput as error:
            _LOGGER.warning("%s left no schedule of this league: %s", source, error)
            return None
        start = self._instance.start
        broken = violated_locks(start, schedule) if start is not None else ()
        if broken:
            _LOGGER.warning("%s left a schedule that breaks locks: %s", source, broken)
            return None
        return check(league, schedule).score
