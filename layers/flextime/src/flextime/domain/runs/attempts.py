"""Attempts of a run: the input of a solver task, its progress and its result."""

from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.ids import AttemptId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score


@dataclass(frozen=True)
class Instance:
    """The problem to solve.

    Attributes
    ----------
    start
        The current schedule, whose played and locked games must not change; None when
        there is no schedule yet.
    """

    league: League
    start: Schedule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptParameters:
    """Parameters of one attempt.

    Attributes
    ----------
    time_limit_s
        Wall-clock time from the start of the search, in seconds.
    seed
        With one worker, the same instance, parameters and seed give the same schedule.
    strategy
        Name of a member of the portfolio.
    """

    attempt: AttemptId
    time_limit_s: float
    seed: int
    strategy: str = "default"

    def __post_init__(self) -> None:
        if self.time_limit_s <= 0:
            raise ValueError("time_limit_s must be greater than 0")


class AttemptStatus(StrEnum):
    """The outcome of an attempt. None of these is an error."""

    OPTIMAL = "optimal"
    """A feasible schedule was found and proven optimal."""
    FEASIBLE = "feasible"
    """A feasible schedule was found."""
    INFEASIBLE = "infeasible"
    """No schedule satisfies all hard constraints; this is proven."""
    NOTHING_FEASIBLE = "nothing_feasible"
    """No feasible schedule was found in time; the schedule is the least infeasible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A proven lower bound on the objective of every feasible schedule, in points.

    Attributes
    ----------
    source
        The method that proved the bound.
    """

    points: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The state of an attempt at one moment; a trace is a sequence of these.

    Attributes
    ----------
    elapsed_s
        Seconds since the start of the search.
    phase
        Current phase: ``construct``, ``search``, ``neighbourhoods`` or ``bound``.
    infeasibility, objective, travel_m
        Score of the incumbent; None before there is one. The objective is in points,
        travel in metres.
    bound
        Best lower bound on the objective, in points.
    """

    attempt: AttemptId
    elapsed_s: float
    phase: str
    infeasibility: int | None = None
    objective: float | None = None
    travel_m: int | None = None
    bound: float | None = None


@dataclass(frozen=True, kw_only=True)
class AttemptResult:
    """The result of an attempt.

    Attributes
    ----------
    score
        The checker's score of `schedule`.
    reasons
        Sentences that explain why there is no schedule.
    trace
        Improvements of the incumbent in chronological order.
    solver
        Name and version of the solver.
    """

    attempt: AttemptId
    status: AttemptStatus
    seed: int
    elapsed_s: float
    solver: str
    schedule: Schedule | None = None
    score: Score | None = None
    bound: Bound | None = None
    reasons: tuple[str, ...] = ()
    trace: tuple[Progress, ...] = ()
