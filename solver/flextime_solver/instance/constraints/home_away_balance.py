"""The balance adds one for a home game and takes one for an away game."""

from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime_solver.instance.builder import Contributions


def contribute(rule: HomeAwayBalance, to: Contributions) -> None:
    for team in to.teams(rule.teams):
        to.count(
            rule,
            to.home_games(team, to.all_slots),
            to.away_games(team, to.all_slots, step=-1),
            low=-rule.max_difference,
            high=rule.max_difference,
        )
