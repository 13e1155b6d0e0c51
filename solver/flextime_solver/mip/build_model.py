"""Build the MIP model of a league."""

from flextime.domain.leagues.league import League
from flextime_solver.mip.forbidden_games import forbidden_games
from flextime_solver.mip.format_constraints import add_format_constraints
from flextime_solver.mip.mirrored_slots import mirrored_slots
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.rule_constraints import enforce


def build_model(league: League) -> MipModel:
    """Return a model of the league's format and hard rules, without an objective.

    Raises
    ------
    KeyError
        If a hard rule has no linear form (`unsupported_reasons` says so before).
    """
    hard = [rule for rule in league.active_constraints if rule.hard]
    model = MipModel(
        league, forbidden_games(league, hard), mirrored_slots(league, hard)
    )
    add_format_constraints(model)
    for rule in hard:
        enforce(model, rule)
    return model
