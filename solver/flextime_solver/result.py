"""What `solve` gives back."""

from dataclasses import dataclass

from flextime.domain.runs.attempts import AttemptStatus, Bound
from flextime.domain.schedules.games import Schedule
from flextime_solver.observer import Snapshot


@dataclass(frozen=True, kw_only=True)
class SolverScore:
    """The solver's own score of its schedule, to be held against the checker's."""

    infeasibility: int
    soft_penalty: int
    travel_m: int


@dataclass(frozen=True, kw_only=True)
class SolveResult:
    """Outcome of one search.

    Attributes
    ----------
    schedule, score
        The best found and the solver's own score; None only where `reasons` prove
        that there can be none.
    rank
        Of the schedule: hard deviation, then objective in thousandths of a point.
    moves
        Moves evaluated.
    trace
        Improvements of the incumbent in order of time.
    """

    status: AttemptStatus
    schedule: Schedule | None
    score: SolverScore | None
    rank: tuple[int, int] | None
    bound: Bound | None
    moves: int
    elapsed_s: float
    reasons: tuple[str, ...] = ()
    trace: tuple[Snapshot, ...] = ()
