"""The shared_incumbent of a run: attempts in containers of their own that share a bucket.

Each attempt writes its best for all to see (`container`) and reads that of the others
now and then, in a thread of its own: neither a slow store nor a torn file of another
attempt holds the search up. Nothing is believed: what others left counts with the
checker's score, and only if it is a schedule of this instance with all its locks.
That is the cooperative scheme of asynchronous multi-state search: Crainic & Toulouse,
Parallel Meta-heuristics, doi:10.1007/978-1-4419-1665-5_17.
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
from flextime.domain.schedules.locks import broken_locks
from flextime.domain.schedules.score import Score
from flextime.usecases.runs.ports import AttemptPeers
from flextime_solver.instance.compiled_league import Ints
from flextime_solver.solution.conversion import placed_games
from flextime_solver.solution.shared_incumbent import Rank

_LOGGER = logging.getLogger(__name__)

LOOK_PAUSE_S = 5.0


class RunIncumbent:
    """The best that this attempt has heard of; within ``with`` it keeps listening."""

    def __init__(self, peers: AttemptPeers, instance: Instance) -> None:
        self._peers = peers
        self._instance = instance
        self._best: tuple[Rank, Ints] | None = None
        self._lock = Lock()
        self._over = Event()
        self._thread = Thread(target=self._listen, name="shared_incumbent")

    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        """What is better than `rank`, if anything is; the offer is in the bucket."""
        del games
        with self._lock:
            if self._best is None or self._best[0] >= rank:
                return None
            return self._best[1].copy()

    def remember(self) -> None:
        """Take up what an interrupted try of this attempt had found."""
        for schedule in self._peers.interrupted_incumbents():
            self._hear("an earlier try of this attempt", schedule)

    def look(self) -> None:
        """Read what others have found since the last look."""
        for attempt, schedule in self._peers.new_incumbents():
            self._hear(f"attempt {attempt}", schedule)

    def bound(self) -> float | None:
        """The highest bound that another attempt says it has proven."""
        try:
            return self._peers.best_bound()
        except Exception:  # the attempt's own result must not be lost for it
            _LOGGER.exception("bounds of other attempts could not be read")
            return None

    def __enter__(self) -> Self:
        self._try(self.remember)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _listen(self) -> None:
        while not self._over.wait(LOOK_PAUSE_S):
            self._try(self.look)

    def _try(self, reading: Callable[[], None]) -> None:
        try:
            reading()
        except Exception:  # others are a help, not a need; the next look is near
            _LOGGER.exception("what other tries found could not be read")

    def _hear(self, teller: str, schedule: Schedule) -> None:
        score = self._score_of(teller, schedule)
        if score is None:
            return
        rank = (score.infeasibility, int(1000 * score.exact_objective))
        with self._lock:
            if self._best is not None and self._best[0] <= rank:
                return
            games = placed_games(self._instance, schedule)
            self._best = rank, np.array(games, dtype=np.int64).reshape(-1, 3)
        _LOGGER.info("%s has a schedule of rank %s", teller, rank)

    def _score_of(self, teller: str, schedule: Schedule) -> Score | None:
        league = self._instance.league
        try:
            validate_schedule(league, schedule)
        except InvalidInput as error:
            _LOGGER.warning("%s left no schedule of this league: %s", teller, error)
            return None
        start = self._instance.start
        broken = broken_locks(start, schedule) if start is not None else ()
        if broken:
            _LOGGER.warning("%s left a schedule that breaks locks: %s", teller, broken)
            return None
        return check(league, schedule).score
