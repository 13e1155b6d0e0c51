"""Away games on a weekday that must follow a home game."""

from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder

_HOME, _AWAY = 0, 1


def contribute(rule: RoadAfterHome, builder: LeagueBuilder) -> None:
    """Add a sequence rule over a game on the road day and the game before it."""
    days_between = (rule.road_day - rule.home_day) % 7
    builder.add_sequence_rule(
        rule,
        SequenceRule.ROAD_DAY,
        rule.teams,
        int(rule.road_day),
        days_between,
        1000 * rule.nearby_km,
    )
    if not rule.hard:
        return
    for first, before in enumerate(builder.slots):
        for second in range(first + 1, len(builder.slots)):
            after = builder.slots[second]
            if after.weekday is rule.road_day:
                wrong_day = (after.date - before.date).days != days_between
                # Nearby hosts may be visited in a row; these costs ignore hosts.
                builder.succession_cost[_AWAY, _AWAY, first, second] += rule.weight
                builder.succession_cost[_HOME, _AWAY, first, second] += (
                    rule.weight * wrong_day
                )
