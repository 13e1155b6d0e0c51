"""Away windows slide over a team's games in order of time."""

from flextime.domain.constraints.away_window import AwayWindow
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule

_WHERE = {"any": 0, "first": 1, "last": 2}


def contribute(rule: AwayWindow, to: Contributions) -> None:
    to.in_order(
        rule,
        SequenceRule.WINDOW,
        rule.teams,
        _WHERE[rule.where],
        rule.games,
        rule.max_away,
    )
