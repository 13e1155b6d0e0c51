"""Find the hard constraints that a change of a schedule has violated."""

from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.season_schedule import SeasonSchedule


def newly_violated(
    league: League, before: SeasonSchedule, after: SeasonSchedule
) -> tuple[ConstraintId, ...]:
    """Return the hard constraints that `after` violates and `before` did not.

    The structural rules of the league's format are ignored: while games are added and
    deleted one by one a schedule cannot satisfy them.
    """
    violated = _violated(league, after)
    already_violated = _violated(league, before) if violated else []
    return tuple(rule for rule in violated if rule not in already_violated)


def _violated(league: League, schedule: SeasonSchedule) -> list[ConstraintId]:
    hard = {rule.id for rule in schedule.constraints if rule.hard}
    if not hard:
        return []
    report = check(schedule.apply_to(league), schedule.to_schedule())
    return [
        result.constraint
        for result in report.constraint_results
        if result.constraint in hard and not result.satisfied
    ]
