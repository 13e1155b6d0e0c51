"""Days of rest between two games of a team."""

from flextime.domain.constraints.rest_days import RestDays
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: RestDays, builder: LeagueBuilder) -> None:
    """Add a sequence rule over the days between successive games."""
    # Days are counted from the first day of a game to that of the next one.
    from_first_day = rule.min_rest_days + builder.league.format.games_per_series - 1
    builder.add_sequence_rule(rule, SequenceRule.REST, rule.teams, from_first_day)
    if not rule.hard:
        return
    for first, before in enumerate(builder.slots):
        for second, after in enumerate(builder.slots):
            rest_days = builder.league.days_apart(before, after) - 1
            if second > first and rest_days < rule.min_rest_days:
                missing_days = rule.min_rest_days - rest_days
                builder.succession_cost[:, :, first, second] += (
                    rule.weight * missing_days
                )
