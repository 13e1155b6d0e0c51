"""A rivalry window counts the games of its pair in its slots, on either side."""

from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime_solver.instance.builder import Cells, Contributions


def contribute(rule: RivalryWindow, to: Contributions) -> None:
    pair = to.teams(rule.teams)
    to.count(rule, Cells(pair, pair, to.slot_numbers(rule.slots)), low=rule.min_games)
