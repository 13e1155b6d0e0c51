"""A road Monday is looked at together with the game before it."""

from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule

_HOME, _AWAY = 0, 1


def contribute(rule: RoadAfterHome, to: Contributions) -> None:
    days_between = (rule.road_day - rule.home_day) % 7
    to.in_order(
        rule,
        SequenceRule.ROAD_DAY,
        rule.teams,
        int(rule.road_day),
        days_between,
        1000 * rule.nearby_km,
    )
    if not rule.hard:
        return
    for first, before in enumerate(to.slots):
        for second in range(first + 1, len(to.slots)):
            after = to.slots[second]
            if after.weekday is rule.road_day:
                wrong_day = (after.date - before.date).days != days_between
                # Neighbours may be two stops in a row: the search finds those dates.
                to.follow_hard[_AWAY, _AWAY, first, second] += rule.weight
                to.follow_hard[_HOME, _AWAY, first, second] += rule.weight * wrong_day
