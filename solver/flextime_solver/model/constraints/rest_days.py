"""Rest is looked at between any two games in a row of a team."""

from flextime.domain.constraints.rest_days import RestDays
from flextime_solver.model.builder import Contributions
from flextime_solver.model.compiled import SequenceRule


def contribute(rule: RestDays, to: Contributions) -> None:
    to.in_order(rule, SequenceRule.REST, rule.teams, rule.min_rest_days)
    if not rule.hard:
        return
    for first, before in enumerate(to.slots):
        for second, after in enumerate(to.slots):
            rest_days = (after.date - before.date).days - 1
            if second > first and rest_days < rule.min_rest_days:
                short_of = rule.min_rest_days - rest_days
                to.follow_hard[:, :, first, second] += rule.weight * short_of
