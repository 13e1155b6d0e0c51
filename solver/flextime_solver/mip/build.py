"""From a league to its rows."""

from collections.abc import Collection

from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime_solver.mip.forbidden_games import forbidden_games
from flextime_solver.mip.mirrored import mirrored_slots
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.rule_terms import impose
from flextime_solver.mip.structure import require_structure


def build_model(league: League, without: Collection[ConstraintId] = ()) -> SeasonModel:
    """The structure of the league and its hard rules, but for those named."""
    hard = [
        rule
        for rule in league.active_constraints
        if rule.hard and rule.id not in without
    ]
    model = SeasonModel(
        league, forbidden_games(league, hard), mirrored_slots(league, hard)
    )
    require_structure(model)
    for rule in hard:
        impose(model, rule)
    return model
