"""Schedules: made from a league, renamed and led through their life, deleted."""

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
from flextime.usecases.aggregates import Versioned
from flextime.usecases.ports import Store
from flextime.usecases.preconditions import ensure_current_version
from flextime.usecases.request_context import BuildResponse, RequestContext
from flextime.usecases.schedules.edit_schedule import (
    EditResult,
    ScheduleDependencies,
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
    """What a schedule begins with.

    Attributes
    ----------
    constraints, goals
        The league's own where they are not given.
    """

    name: str
    league: LeagueId
    games: tuple[Game, ...] = ()
    constraints: tuple[Constraint, ...] | None = None
    goals: Goals | None = None


@dataclass(frozen=True, kw_only=True)
class ScheduleDocument:
    """What people may change of a schedule."""

    name: str
    status: ScheduleStatus
    games: tuple[Game, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    goals: Goals


def create_schedule(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    new: NewSchedule,
    build_response: BuildResponse[SeasonSchedule],
) -> Versioned[SeasonSchedule]:
    """Raise `InvalidInput` for an unknown league or games that are not of it."""
    league = _league_of(dependencies.store, context, new)
    schedule = _begun(context, new, league)
    validate_league(schedule.apply_to(league))
    validate_schedule(league, schedule.to_schedule())
    if schedule.games:
        number = record_revision(dependencies.revisions, context.tenant, schedule)
        schedule = replace(schedule, revision=number)
    made = Versioned(schedule, 1)
    created = ScheduleCreated(name=schedule.name, league=league.id)
    dependencies.store.commit(
        Transaction(
            context.tenant,
            (Save(schedule, 0), AdjustReferenceCount(League, league.id)),
            (context.event(schedule.id, 1, created),),
            build_response(made),
        )
    )
    return made


def _league_of(store: Store, context: RequestContext, new: NewSchedule) -> League:
    try:
        return store.load(context.tenant, League, new.league).value
    except NotFound:
        unknown = Problem("/league", f"no league is called {new.league!r}")
        raise InvalidInput((unknown,)) from None


def _begun(context: RequestContext, new: NewSchedule, league: League) -> SeasonSchedule:
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
    """What a merge patch is laid over."""
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
    document: ScheduleDocument,
) -> Versioned[SeasonSchedule]:
    """Replace what people may change; raise `Conflict` for a step out of order."""

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
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
        return EditResult(after, _published(schedule, after))

    return edit_schedule(dependencies, context, target, edit)


def _published(before: SeasonSchedule, after: SeasonSchedule) -> tuple[EventData, ...]:
    newly = after.status is ScheduleStatus.PUBLISHED and before.status != after.status
    if not newly:
        return ()
    if before.games != after.games or not after.games:
        raise Conflict("publish a schedule whose games are kept already")
    return (SchedulePublished(revision=after.revision),)


def delete_schedule(
    store: Store, context: RequestContext, schedule: ScheduleId, version: int | None
) -> None:
    """Its runs and revisions stay."""
    known = store.load(context.tenant, SeasonSchedule, schedule)
    ensure_current_version(known.version, version)
    ensure_no_active_run(store, context, known.value)
    gone = Delete(known.value, known.version)
    store.commit(
        Transaction(
            context.tenant,
            (gone, AdjustReferenceCount(League, known.value.league, -1)),
            (context.event(schedule, known.version + 1, ScheduleDeleted()),),
        )
    )


def read_revision(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    schedule: ScheduleId,
    number: int,
) -> Schedule:
    """Raise `NotFound` for a number that the schedule has not reached."""
    newest = dependencies.store.load(
        context.tenant, SeasonSchedule, schedule
    ).value.revision
    if number > newest:
        raise NotFound(f"schedule {schedule} has no revision {number}")
    return dependencies.revisions.load(context.tenant, schedule, number)
