"""The result of a solve."""

from dataclasses import dataclass
from typing import Self

from flextime.domain.runs.attempts import AttemptStatus, Bound
from flextime.domain.schedules.games import Schedule
from flextime_solver.observer import Snapshot


@dataclass(frozen=True, kw_only=True)
class SolverScore:
    """The solver's own score of its schedule, to be compared with the checker's.

    Attributes
    ----------
    infeasibility
        Weighted deviation from the hard constraints.
    soft_penalty
        Weighted deviation from the soft constraints, in points.
    travel_m
        Travel of all teams in metres.
    """

    infeasibility: int
    soft_penalty: int
    travel_m: int


@dataclass(frozen=True, kw_only=True)
class SolveResult:
    """The result of one solve.

    Attributes
    ----------
    status
        Whether the schedule is feasible or optimal; infeasibility is a status too.
    schedule, score
        The best schedule and the solver's own score of it; None where there is none
        that keeps all locks.
    rank
        Infeasibility of the schedule, then its objective in thousandths of a point.
    bound
        The highest proven lower bound; None where none was proven.
    moves
        Moves that were evaluated.
    elapsed_s
        Wall time in seconds.
    reasons
        Why there is no schedule; empty where there is one.
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

    @classmethod
    def infeasible(cls, reasons: tuple[str, ...], elapsed_s: float) -> Self:
        """Return the result of an instance that has no schedule, for these reasons."""
        return cls(
            status=AttemptStatus.INFEASIBLE,
            schedule=None,
            score=None,
            rank=None,
            bound=None,
            moves=0,
            elapsed_s=elapsed_s,
            reasons=reasons,
        )
