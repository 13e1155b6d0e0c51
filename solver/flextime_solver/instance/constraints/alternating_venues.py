"""Venues of two meetings in a row are looked at for every two teams (RobinX FA3)."""

from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import PairRule
from flextime_solver.instance.masks import team_mask


def contribute(rule: AlternatingVenues, to: Contributions) -> None:
    to.between(rule, PairRule.ALTERNATE, team_mask(to.teams(rule.teams)))
