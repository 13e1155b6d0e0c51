"""Games in every stretch of the season (RobinX CA3).

Windows of rounds are counters, windows of games a rule over the team's sequence. Where
all teams play in all rounds the two are the same, and a team's sequence is one rule in
place of a counter for each window.
"""

from collections.abc import Iterable

from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.ids import TeamId
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import (
    SIDE_NUMBER,
    games_on_side,
    limits,
)
from flextime_solver.instance.masks import team_mask


def contribute(rule: OpponentWindow, to: Contributions) -> None:
    if rule.unit == "games":
        _look_at_games(rule, to, rule.teams)
    elif to.rounds_are_games:
        # A rule for each team: searches weigh them one by one.
        for number in to.teams(rule.teams):
            _look_at_games(rule, to, (to.league.teams[number].id,))
    else:
        _count_windows(rule, to)


def _look_at_games(
    rule: OpponentWindow, to: Contributions, teams: Iterable[TeamId] | None
) -> None:
    low, high = limits(rule)
    if _counts_all(rule, to):
        sides = rule.length, SIDE_NUMBER[rule.side], low, high
        to.in_order(rule, SequenceRule.SIDE_WINDOW, teams, *sides)
        return
    opponents = team_mask(to.teams(rule.opponents))
    numbers = rule.length, SIDE_NUMBER[rule.side], opponents, low, high
    to.in_order(rule, SequenceRule.OPPONENT_WINDOW, teams, *numbers)


def _count_windows(rule: OpponentWindow, to: Contributions) -> None:
    low, high = limits(rule)
    rounds = len(to.league.calendar.rounds)
    for start in range(rounds - rule.length + 1):
        slots = to.slots_of_rounds(range(start, start + rule.length))
        for team in to.teams(rule.teams):
            others = [other for other in to.teams(rule.opponents) if other != team]
            cells = games_on_side(rule.side, (team,), others, slots)
            to.count(rule, *cells, low=low, high=high)


def _counts_all(rule: OpponentWindow, to: Contributions) -> bool:
    """Whether games count whoever the opponent is: then sides alone decide."""
    opponents = {*to.teams(rule.opponents)}
    return all(opponents | {team} >= {*to.all_teams} for team in to.teams(rule.teams))
