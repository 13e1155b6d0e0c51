"""Games against a group in windows of rounds or of games (RobinX CA3).

With c[k] = 1 if a counted game is in round k, or is the team's k-th game, for each
window of the rule's length:

    d >= sum of c[k] over the window - max
    d >= min - sum of c[k] over the window
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.ids import TeamId
from flextime_solver.mip.constraints.game_limits import limit_terms
from flextime_solver.mip.game_sequence import game_sequence
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: OpponentWindow) -> Iterator[ViolationTerm]:
    """Yield a term for each team and window."""
    for team in model.selected_teams(rule.teams):
        cells = _cells(model, rule, team)
        for start in range(len(cells) - rule.length + 1):
            games = lpSum(cells[start : start + rule.length])
            yield from limit_terms(f"window_{team}_{start}", rule, games)


def _cells(
    model: MipModel, rule: OpponentWindow, team: TeamId
) -> tuple[LinearExpr, ...]:
    """Return c[k], 1 if a counted game is in round k or is the team's k-th game."""

    def counts(round_: int) -> LinearExpr:
        if rule.opponents is None:
            return model.plays_in_round(team, round_, rule.side)
        opponents = frozenset(rule.opponents)
        return model.games(team, model.rounds[round_], rule.side, opponents)

    if rule.unit == "games":
        return game_sequence(model, team).by_game(f"{rule.id}_{rule.side}", counts)
    return tuple(counts(round_) for round_ in range(len(model.rounds)))
