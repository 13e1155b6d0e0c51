"""Which of a schedule's hard rules a change has broken."""

from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.season_schedule import SeasonSchedule


def newly_violated(
    league: League, before: SeasonSchedule, after: SeasonSchedule
) -> tuple[ConstraintId, ...]:
    """Hard rules of `after` that it breaks, and that `before` kept or did not have.

    The format's own rules are left out: games are added and taken out one by one.
    """
    broken = _broken(league, after)
    known = _broken(league, before) if broken else []
    return tuple(rule for rule in broken if rule not in known)


def _broken(league: League, schedule: SeasonSchedule) -> list[ConstraintId]:
    rules = {rule.id for rule in schedule.constraints if rule.hard}
    if not rules:
        return []
    report = check(schedule.apply_to(league), schedule.to_schedule())
    return [
        verdict.constraint
        for verdict in report.constraint_results
        if verdict.constraint in rules and not verdict.satisfied
    ]
