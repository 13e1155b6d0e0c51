"""Games in every stretch of the season (RobinX CA3).

Windows of rounds are counters, windows of games a rule over the team's sequence.
"""

from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime_solver.model.builder import Contributions
from flextime_solver.model.compiled import SequenceRule
from flextime_solver.model.constraints.sides import SIDE_NUMBER, games_on_side, limits
from flextime_solver.model.masks import team_mask


def contribute(rule: OpponentWindow, to: Contributions) -> None:
    low, high = limits(rule)
    if rule.unit == "games":
        if _counts_all(rule, to):
            sides = rule.length, SIDE_NUMBER[rule.side], low, high
            to.in_order(rule, SequenceRule.SIDE_WINDOW, rule.teams, *sides)
            return
        opponents = team_mask(to.teams(rule.opponents))
        numbers = rule.length, SIDE_NUMBER[rule.side], opponents, low, high
        to.in_order(rule, SequenceRule.OPPONENT_WINDOW, rule.teams, *numbers)
        return
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
