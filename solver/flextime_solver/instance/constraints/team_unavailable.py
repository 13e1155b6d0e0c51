"""An unavailable team counts its games in the slots, on either side."""

from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime_solver.instance.builder import Contributions


def contribute(rule: TeamUnavailable, to: Contributions) -> None:
    (team,) = to.teams((rule.team,))
    to.count(rule, *to.games_of(team, to.slot_numbers(rule.slots)), high=0)
