"""Rules of a schedule: added, replaced, removed."""

from dataclasses import replace

from flextime.domain.constraints import Constraint
from flextime.domain.errors import AlreadyExists, NotFound
from flextime.domain.events import (
    ConstraintAdded,
    ConstraintRemoved,
    ConstraintUpdated,
)
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.request_context import BuildResponse, RequestContext
from flextime.usecases.schedules.edit_schedule import (
    EditResult,
    ScheduleDependencies,
    Target,
    edit_schedule,
)


def constraint_of(schedule: SeasonSchedule, constraint: ConstraintId) -> Constraint:
    """Raise `NotFound` when the schedule has no rule of that id."""
    for known in schedule.constraints:
        if known.id == constraint:
            return known
    raise NotFound(f"schedule {schedule.id} has no constraint {constraint!r}")


def add_constraint(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    rule: Constraint,
    build_response: BuildResponse[SeasonSchedule],
) -> Versioned[SeasonSchedule]:
    """Raise `AlreadyExists` when a rule of the schedule has that id."""

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        if any(known.id == rule.id for known in schedule.constraints):
            raise AlreadyExists(f"schedule {schedule.id} has a constraint {rule.id!r}")
        rules = (*schedule.constraints, rule)
        added = ConstraintAdded(constraint=rule.id, kind=rule.kind)
        return EditResult(replace(schedule, constraints=rules), (added,))

    return edit_schedule(dependencies, context, target, edit, build_response)


def change_constraint(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    rule: Constraint,
) -> Versioned[SeasonSchedule]:
    """Put `rule` in the place of the one of its id."""

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        before = constraint_of(schedule, rule.id)
        rules = tuple(rule if r is before else r for r in schedule.constraints)
        updated = ConstraintUpdated(constraint=rule.id, kind=rule.kind)
        return EditResult(replace(schedule, constraints=rules), (updated,))

    return edit_schedule(dependencies, context, target, edit)


def remove_constraint(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    constraint: ConstraintId,
) -> Versioned[SeasonSchedule]:
    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        gone = constraint_of(schedule, constraint)
        rules = tuple(rule for rule in schedule.constraints if rule is not gone)
        removed = ConstraintRemoved(constraint=constraint)
        return EditResult(replace(schedule, constraints=rules), (removed,))

    return edit_schedule(dependencies, context, target, edit)
