"""A run and its attempts: what a solver task is given, and what it gives back."""

from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.ids import AttemptId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score


@dataclass(frozen=True)
class Instance:
    """What is to be solved.

    Attributes
    ----------
    start
        The schedule as it stands; played and locked games in it must stay as they
        are. None when there is nothing yet.
    """

    league: League
    start: Schedule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptParameters:
    """How one attempt of a run is to be made.

    Attributes
    ----------
    time_limit_s
        Wall time from the start of the search, in seconds.
    seed
        Same instance, parameters and seed, one worker: same schedule.
    strategy
        Member of the portfolio, by its name in the solver's list.
    """

    attempt: AttemptId
    time_limit_s: float
    seed: int
    strategy: str = "default"

    def __post_init__(self) -> None:
        if self.time_limit_s <= 0:
            raise ValueError("time_limit_s must be greater than 0")


class AttemptStatus(StrEnum):
    """How an attempt ended. None of these is an error."""

    OPTIMAL = "optimal"
    """Feasible, and proven to be the best."""
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    """Proven: no schedule keeps all hard rules."""
    NOTHING_FEASIBLE = "nothing_feasible"
    """None found in time; the schedule is the least broken one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """No feasible schedule costs less than `points`; `source` says why."""

    points: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where an attempt stands; also one point of its trace.

    Attributes
    ----------
    phase
        What it is doing: ``construct``, ``search``, ``neighbourhoods``, ``bound``.
    infeasibility, objective, travel_m
        Of the incumbent; None before there is one. Objective in points.
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
    """What an attempt leaves behind.

    Attributes
    ----------
    score
        As the checker gives it to `schedule`.
    reasons
        Why there is no schedule, in the sport's words.
    trace
        Improvements of the incumbent in order of time.
    solver
        Name and version of the engine.
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
