"""The disturbance of a repair: the objective of its MIP model.

The objective is lexicographic, by weights that dominate each other: games moved, teams
of moved games, games with another host, and later rounds. With n planned games and R
rounds, a new placement weighs its round, plus R if its host is new; each team weighs
2 R n, and each game moved weighs that times the number of teams plus 1.
"""

from collections.abc import Collection

from pulp import lpSum, lpSum_vars

from flextime.domain.ids import TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.placements import Placement


def disturbance(model: MipModel, planned: Collection[Placement]) -> LinearExpr:
    """Return the disturbance of a schedule against the planned placements."""
    rounds = len(model.rounds)
    disturbed = [_is_disturbed(model, team, planned) for team in model.teams]
    round_of = model.league.round_position
    hosts = {(place.home, place.away) for place in planned}
    late_or_swapped = lpSum(
        (round_of[place.slot] + rounds * ((place.home, place.away) not in hosts))
        * variable
        for place, variable in model.x.items()
        if place not in planned
    )
    unchanged = lpSum_vars(model.x[p] for p in planned if p in model.x)
    team_weight = 2 * rounds * len(planned)
    game_weight = (len(model.teams) + 1) * team_weight
    return (
        game_weight * (len(planned) - unchanged)
        + team_weight * lpSum(disturbed)
        + late_or_swapped
    )


def _is_disturbed(
    model: MipModel, team: TeamId, planned: Collection[Placement]
) -> LinearExpr:
    """Return at least 1 if the team has a new game."""
    disturbed = model.binary(f"touched_{team}")
    for place, variable in model.x.items():
        if team in {place.home, place.away} and place not in planned:
            # disturbed >= x of a new placement
            model.add_constraint(disturbed >= variable + 0)
    return disturbed + 0
