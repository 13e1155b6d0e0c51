"""The objective of a MIP model: weighted deviations of soft rules, and travel."""

from pulp import lpSum

from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.rule_constraints import deviation
from flextime_solver.mip.travel import travel_m

MILLIPOINTS = 1000
"""Objective units per point. A metre of travel then has an integer coefficient."""


def objective_millipoints(model: MipModel) -> LinearExpr:
    """Return the weighted deviations of soft rules plus travel, in 1/1000 points."""
    league = model.league
    soft = lpSum(
        MILLIPOINTS * rule.weight * deviation(model, rule)
        for rule in league.active_constraints
        if not rule.hard
    )
    if league.goals.travel_points_per_km == 0:
        return soft
    # points per km are millipoints per metre
    metres = lpSum(travel_m(model, team) for team in model.teams)
    return soft + league.goals.travel_points_per_km * metres
