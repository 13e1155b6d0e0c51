"""Limits on games in every window of the season (RobinX CA3).

Windows of rounds become counters, windows of games a sequence rule. If all teams play
in all rounds, the two are equal, and a sequence rule per team replaces the counters.
"""

from collections.abc import Iterable

from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.ids import TeamId
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import (
    SIDE_NUMBER,
    games_on_side,
    limits,
)
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import team_mask


def contribute(rule: OpponentWindow, builder: LeagueBuilder) -> None:
    """Add sequence rules over windows of games, or one counter per team and window."""
    if rule.unit == "games":
        _add_game_windows(rule, builder, rule.teams)
    elif builder.rounds_are_games:
        # A rule for each team: penalised searches weight them one by one.
        for number in builder.teams(rule.teams):
            _add_game_windows(rule, builder, (builder.league.teams[number].id,))
    else:
        _add_round_windows(rule, builder)


def _add_game_windows(
    rule: OpponentWindow, builder: LeagueBuilder, teams: Iterable[TeamId] | None
) -> None:
    low, high = limits(rule)
    if _counts_every_opponent(rule, builder):
        sides = rule.length, SIDE_NUMBER[rule.side], low, high
        builder.add_sequence_rule(rule, SequenceRule.SIDE_WINDOW, teams, *sides)
        return
    opponents = team_mask(builder.teams(rule.opponents))
    numbers = rule.length, SIDE_NUMBER[rule.side], opponents, low, high
    builder.add_sequence_rule(rule, SequenceRule.OPPONENT_WINDOW, teams, *numbers)


def _add_round_windows(rule: OpponentWindow, builder: LeagueBuilder) -> None:
    low, high = limits(rule)
    rounds = len(builder.league.calendar.rounds)
    for start in range(rounds - rule.length + 1):
        slots = builder.slots_of_rounds(range(start, start + rule.length))
        for team in builder.teams(rule.teams):
            others = [other for other in builder.teams(rule.opponents) if other != team]
            cells = games_on_side(rule.side, (team,), others, slots)
            builder.add_counter(rule, *cells, low=low, high=high)


def _counts_every_opponent(rule: OpponentWindow, builder: LeagueBuilder) -> bool:
    """Return whether games count against any opponent, so that sides decide."""
    opponents = {*builder.teams(rule.opponents)}
    return all(
        opponents | {team} >= {*builder.all_teams} for team in builder.teams(rule.teams)
    )
