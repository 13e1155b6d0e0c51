"""A weekday pattern is matched along a team's games; its days are one number."""

from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule


def contribute(rule: WeekdayPattern, to: Contributions) -> None:
    # Three bits a day, the first game's day lowest: up to 21 games in a row.
    packed = sum(int(day) << (3 * place) for place, day in enumerate(rule.weekdays))
    to.in_order(rule, SequenceRule.WEEKDAYS, rule.teams, len(rule.weekdays), packed)
