"""Add, replace and delete the constraints of a schedule."""

from collections.abc import Callable
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
from flextime.usecases.schedules.dependencies import ScheduleDependencies
from flextime.usecases.schedules.edit_schedule import (
    EditResult,
    Target,
    edit_schedule,
)


def constraint_of(schedule: SeasonSchedule, constraint: ConstraintId) -> Constraint:
    """Return a constraint by its id; raise `NotFound` if the schedule has none."""
    for candidate in schedule.constraints:
        if candidate.id == constraint:
            return candidate
    raise NotFound(f"schedule {schedule.id} has no constraint {constraint!r}")


def add_constraint(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    rule: Constraint,
    build_response: BuildResponse[SeasonSchedule],
) -> Versioned[SeasonSchedule]:
    """Add a constraint.

    Raises
    ------
    AlreadyExists
        The schedule has a constraint of that id.
    StaleVersion, Conflict, InvalidInput
        As `edit_schedule` does.
    """

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        if any(other.id == rule.id for other in schedule.constraints):
            raise AlreadyExists(f"schedule {schedule.id} has a constraint {rule.id!r}")
        rules = (*schedule.constraints, rule)
        added = ConstraintAdded(constraint=rule.id, kind=rule.kind)
        return EditResult(replace(schedule, constraints=rules), (added,))

    return edit_schedule(dependencies, context, target, edit, build_response)


def change_constraint(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    constraint: ConstraintId,
    change: Callable[[Constraint], Constraint],
) -> Versioned[SeasonSchedule]:
    """Replace a constraint by the result of `change`, which must keep its id.

    Raises
    ------
    NotFound
        The schedule has no constraint of that id.
    StaleVersion, Conflict, InvalidInput
        As `edit_schedule` does.
    """

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        before = constraint_of(schedule, constraint)
        rule = change(before)
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
    """Delete a constraint.

    Raises
    ------
    NotFound
        The schedule has no constraint of that id.
    StaleVersion, Conflict
        As `edit_schedule` does.
    """

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        deleted = constraint_of(schedule, constraint)
        rules = tuple(rule for rule in schedule.constraints if rule is not deleted)
        removed = ConstraintRemoved(constraint=constraint)
        return EditResult(replace(schedule, constraints=rules), (removed,))

    return edit_schedule(dependencies, context, target, edit)
