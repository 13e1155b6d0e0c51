"""Rematches are looked at for every two teams that meet more than once."""

from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import PairRule


def contribute(rule: RematchSeparation, to: Contributions) -> None:
    to.between(rule, PairRule.SEPARATION, rule.min_games, rule.min_days, int(rule.both))
