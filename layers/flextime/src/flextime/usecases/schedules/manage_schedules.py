"""Create, change and delete schedules, and read their revisions."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flextime.domain.constraints import Constraint
from flextime.domain.errors import Conflict, InvalidInput, NotFound, Problem
from flextime.domain.events import (
    EventData,
    ScheduleCreated,
    ScheduleDeleted,
    SchedulePublished,
)
from flextime.domain.ids import LeagueId, ScheduleId
from flextime.domain.leagues.league import Goals, League
from flextime.domain.leagues.references import validate_league, validate_schedule
from flextime.domain.schedules.games import Game, Schedule
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.domain.text import Name, ensure_texts
from flextime.usecases.aggregates import Versioned
from flextime.usecases.ports import Store
from flextime.usecases.preconditions import ensure_current_version
from flextime.usecases.request_context import BuildResponse, RequestContext
from flextime.usecases.schedules.dependencies import ScheduleDependencies
from flextime.usecases.schedules.edit_schedule import (
    EditResult,
    Target,
    edit_schedule,
    ensure_no_active_run,
)
from flextime.usecases.schedules.record_revision import record_revision
from flextime.usecases.transaction import (
    AdjustReferenceCount,
    Delete,
    Save,
    Transaction,
)


@dataclass(frozen=True, kw_only=True)
class NewSchedule:
    """A schedule to create.

    Attributes
    ----------
    constraints, goals
        None to copy those of the league.
    """

    name: Name
    league: LeagueId
    games: tuple[Game, ...] = ()
    constraints: tuple[Constraint, ...] | None = None
    goals: Goals | None = None

    def __post_init__(self) -> None:
        ensure_texts(self)


@dataclass(frozen=True, kw_only=True)
class ScheduleDocument:
    """The fields of a schedule that users can change."""

    name: Name
    status: ScheduleStatus
    games: tuple[Game, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    goals: Goals

    def __post_init__(self) -> None:
        ensure_texts(self)


def create_schedule(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    new: NewSchedule,
    build_response: BuildResponse[SeasonSchedule],
) -> Versioned[SeasonSchedule]:
    """Create a schedule of a league, without games or with given ones.

    Raises
    ------
    InvalidInput
        The league does not exist, or games or constraints do not fit it.
    """
    league = _league_for(dependencies.store, context, new)
    schedule = _draft(context, new, league)
    validate_league(schedule.apply_to(league))
    validate_schedule(league, schedule.to_schedule())
    if schedule.games:
        number = record_revision(
            dependencies.revisions, dependencies.retry, context.tenant, schedule
        )
        schedule = replace(schedule, revision=number)
    saved = Versioned(schedule, 1)
    created = ScheduleCreated(name=schedule.name, league=league.id)
    dependencies.store.commit(
        Transaction(
            context.tenant,
            (Save(schedule, 0), AdjustReferenceCount(League, league.id)),
            (context.event(schedule.id, 1, created),),
            build_response(saved),
        )
    )
    return saved


def _league_for(store: Store, context: RequestContext, new: NewSchedule) -> League:
    try:
        return store.load(context.tenant, League, new.league).value
    except NotFound:
        unknown = Problem("/league", f"no league is called {new.league!r}")
        raise InvalidInput((unknown,)) from None


def _draft(context: RequestContext, new: NewSchedule, league: League) -> SeasonSchedule:
    rules = league.constraints if new.constraints is None else new.constraints
    return SeasonSchedule(
        id=ScheduleId(context.new_id()),
        name=new.name,
        league=league.id,
        status=ScheduleStatus.DRAFT,
        created_by=context.user,
        created_at=context.at,
        updated_at=context.at,
        games=new.games,
        constraints=rules,
        goals=new.goals or league.goals,
    )


def document_of(schedule: SeasonSchedule) -> ScheduleDocument:
    """Return the fields that a merge patch can change."""
    return ScheduleDocument(
        name=schedule.name,
        status=schedule.status,
        games=schedule.games,
        constraints=schedule.constraints,
        goals=schedule.goals,
    )


def change_schedule(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    change: Callable[[ScheduleDocument], ScheduleDocument],
) -> Versioned[SeasonSchedule]:
    """Replace the changeable fields of a schedule by the result of `change`.

    Raises
    ------
    Conflict
        The status may not follow the present one; a schedule without games, or with
        changed games, is to be published; or as `edit_schedule` does.
    StaleVersion, InvalidInput
        As `edit_schedule` does.
    """

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        document = change(document_of(schedule))
        if not schedule.status.may_become(document.status):
            raise Conflict(f"{schedule.status} cannot become {document.status}")
        after = replace(
            schedule,
            name=document.name,
            status=document.status,
            games=document.games,
            constraints=document.constraints,
            goals=document.goals,
        )
        return EditResult(after, _publication(schedule, after))

    return edit_schedule(dependencies, context, target, edit)


def _publication(
    before: SeasonSchedule, after: SeasonSchedule
) -> tuple[EventData, ...]:
    if after.status is not ScheduleStatus.PUBLISHED or before.status == after.status:
        return ()
    if before.games != after.games or not after.games:
        raise Conflict("publish a schedule whose games are saved already")
    return (SchedulePublished(revision=after.revision),)


def delete_schedule(
    store: Store, context: RequestContext, schedule: ScheduleId, version: int | None
) -> None:
    """Delete a schedule; its runs and revisions remain.

    Raises
    ------
    NotFound
        The schedule does not exist.
    StaleVersion
        `version` is neither the newest version nor None.
    Conflict
        A run is working on the schedule.
    """
    current = store.load(context.tenant, SeasonSchedule, schedule)
    ensure_current_version(current.version, version)
    ensure_no_active_run(store, context, current.value)
    delete = Delete(current.value, current.version)
    store.commit(
        Transaction(
            context.tenant,
            (delete, AdjustReferenceCount(League, current.value.league, -1)),
            (context.event(schedule, current.version + 1, ScheduleDeleted()),),
        )
    )


def read_revision(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    schedule: ScheduleId,
    number: int,
) -> Schedule:
    """Read the games of a revision; raise `NotFound` if there is no such revision."""
    newest = dependencies.store.load(
        context.tenant, SeasonSchedule, schedule
    ).value.revision
    if number > newest:
        raise NotFound(f"schedule {schedule} has no revision {number}")
    return dependencies.revisions.load(context.tenant, schedule, number)
