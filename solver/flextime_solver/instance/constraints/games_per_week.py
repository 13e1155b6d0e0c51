"""Limit on games of a team from Monday to Sunday."""

from collections import defaultdict

from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: GamesPerWeek, builder: LeagueBuilder) -> None:
    """Add one counter per team and week."""
    weeks: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, slot in enumerate(builder.slots):
        weeks[slot.date.isocalendar()[:2]].append(index)
    for slots in weeks.values():
        rounds = {
            builder.league.round_position[builder.slots[slot].id] for slot in slots
        }
        # A team plays at most once per round: few rounds cannot exceed the limit.
        if len(rounds) > rule.max_games:
            for team in builder.teams(rule.teams):
                builder.add_counter(
                    rule, *builder.games_of(team, slots), high=rule.max_games
                )
