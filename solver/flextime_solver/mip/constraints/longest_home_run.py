"""Runs of home games that are too long."""

from collections.abc import Iterator

from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime_solver.mip.constraints.runs import units_of_runs
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: LongestHomeRun) -> Iterator[Unit]:
    return units_of_runs(model, rule.teams, rule.max_games, at_home=True)
