"""The fixed game counts the games of its pair, at its host, in its slots."""

from flextime.domain.constraints.fixed_game import FixedGame
from flextime_solver.instance.builder import Cells, Contributions


def contribute(rule: FixedGame, to: Contributions) -> None:
    home, away = to.teams((rule.home, rule.away))
    to.count(rule, Cells((home,), (away,), to.slot_numbers(rule.slots)), low=1)
