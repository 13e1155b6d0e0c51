"""Rest is looked at between any two games in a row of a team."""

from flextime.domain.constraints.rest_days import RestDays
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule


def contribute(rule: RestDays, to: Contributions) -> None:
    # Days are counted from the first day of a game to that of the next one.
    from_first_day = rule.min_rest_days + to.league.format.games_per_series - 1
    to.in_order(rule, SequenceRule.REST, rule.teams, from_first_day)
    if not rule.hard:
        return
    for first, before in enumerate(to.slots):
        for second, after in enumerate(to.slots):
            rest_days = to.league.days_apart(before, after) - 1
            if second > first and rest_days < rule.min_rest_days:
                short_of = rule.min_rest_days - rest_days
                to.follow_hard[:, :, first, second] += rule.weight * short_of
