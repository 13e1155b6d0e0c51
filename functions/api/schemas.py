"""What answers look like where they are not the domain's own values."""

from dataclasses import asdict, dataclass
from datetime import datetime

from flextime.domain.attempts import Progress
from flextime.domain.constraints import Constraint
from flextime.domain.ids import (
    AttemptId,
    LeagueId,
    RunId,
    ScheduleId,
    TenantId,
    UserId,
)
from flextime.domain.league import League, Team, Venue
from flextime.domain.runs import Run, RunParameters, RunResult, RunStatus
from flextime.domain.schedule import Game, Schedule
from flextime.domain.season_schedule import ScheduleStatus
from flextime.usecases.briefs import LeagueBrief, ScheduleBrief
from flextime.usecases.stored import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    status: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Who the token says is asking, and what they may do."""

    user: UserId
    email: str | None
    conference: TenantId
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeagueSummary:
    id: LeagueId
    version: int
    name: str
    sport: str
    season: str
    teams: int
    slots: int
    constraints: int

    @classmethod
    def of(cls, listed: Stored[LeagueBrief]) -> "LeagueSummary":
        return cls(version=listed.version, **asdict(listed.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSummary:
    id: ScheduleId
    version: int
    name: str
    league: LeagueId
    status: ScheduleStatus
    games: int
    revision: int
    updated_at: datetime
    latest_run: RunId | None

    @classmethod
    def of(cls, listed: Stored[ScheduleBrief]) -> "ScheduleSummary":
        return cls(version=listed.version, **asdict(listed.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Incumbent:
    """The best schedule so far, as its attempt tells."""

    attempt: AttemptId
    infeasibility: int
    objective: float
    travel_km: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a run.

    Attributes
    ----------
    revision
        The schedule's revision in which it is recorded.
    optimization_score
        Bound over objective, 0 to 1; absent without a proven bound.
    """

    attempt: AttemptId | None
    revision: int | None
    hard_violations: int | None
    objective: float | None
    travel_km: int | None
    bound: float | None
    bound_source: str | None
    optimization_score: float | None
    reasons: tuple[str, ...]

    @classmethod
    def of(cls, result: RunResult) -> "Outcome":
        score, bound = result.score, result.bound
        return cls(
            attempt=result.attempt,
            revision=result.revision,
            hard_violations=score.hard_violations if score else None,
            objective=score.objective if score else None,
            travel_km=round(score.travel_m / 1000) if score else None,
            bound=bound.points if bound else None,
            bound_source=bound.source if bound else None,
            optimization_score=result.optimization_score,
            reasons=result.reasons,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    id: RunId
    schedule: ScheduleId
    status: RunStatus
    parameters: RunParameters
    owner: UserId
    created_at: datetime
    finished_at: datetime | None
    cancel_requested: bool
    outcome: Outcome | None
    error: str | None

    @classmethod
    def of(cls, run: Run) -> "RunSummary":
        return cls(
            id=run.id,
            schedule=run.schedule,
            status=run.status,
            parameters=run.parameters,
            owner=run.owner,
            created_at=run.created_at,
            finished_at=run.finished_at,
            cancel_requested=run.cancel_requested,
            outcome=None if run.result is None else Outcome.of(run.result),
            error=run.error,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProgress:
    """A run and how its attempts stand; `bound` is the best that any has proven."""

    run: RunSummary
    attempts: tuple[Progress, ...]
    incumbent: Incumbent | None
    bound: float | None

    @classmethod
    def of(cls, run: Run, attempts: tuple[Progress, ...]) -> "RunProgress":
        bounds = [p.bound for p in attempts if p.bound is not None]
        return cls(
            run=RunSummary.of(run),
            attempts=attempts,
            incumbent=_best(attempts),
            bound=max(bounds, default=None),
        )


def _best(attempts: tuple[Progress, ...]) -> Incumbent | None:
    incumbents = [
        Incumbent(
            attempt=progress.attempt,
            infeasibility=progress.infeasibility,
            objective=progress.objective,
            travel_km=None
            if progress.travel_m is None
            else round(progress.travel_m / 1000),
        )
        for progress in attempts
        if progress.infeasibility is not None and progress.objective is not None
    ]
    return min(incumbents, key=lambda i: (i.infeasibility, i.objective), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    items: tuple[Team, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuePage:
    items: tuple[Venue, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaguePage:
    items: tuple[LeagueSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulePage:
    items: tuple[ScheduleSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    items: tuple[RunSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GameList:
    items: tuple[Game, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintList:
    items: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GamesToJudge:
    """Games to be judged in place of those that are stored."""

    games: tuple[Game, ...]
    league: LeagueId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLeague:
    id: LeagueId
    name: str
    sport: str
    season: str
    teams: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLeagueList:
    items: tuple[DemoLeague, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoData:
    """A shipped league, ready to be imported, and what its conference published.

    Some leagues come without a published schedule.
    """

    league: League
    published_schedule: Schedule | None = None
