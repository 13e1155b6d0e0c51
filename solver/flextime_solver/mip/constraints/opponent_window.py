"""Games against a group in windows of rounds or of games (RobinX CA3)."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.ids import TeamId
from flextime_solver.mip.constraints.counted import outside
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.sequences import sequence
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: OpponentWindow) -> Iterator[Unit]:
    for team in model.chosen(rule.teams):
        cells = _cells(model, rule, team)
        for start in range(len(cells) - rule.length + 1):
            games = lpSum(cells[start : start + rule.length])
            yield from outside(f"window_{team}_{start}", rule, games)


def _cells(
    model: SeasonModel, rule: OpponentWindow, team: TeamId
) -> tuple[Linear, ...]:
    """For each round, or each game of the team, 1 when a game that counts is there."""

    def counts(round_: int) -> Linear:
        if rule.opponents is None:
            return model.in_round(team, round_, rule.side)
        opponents = frozenset(rule.opponents)
        return model.games(team, model.rounds[round_], rule.side, opponents)

    if rule.unit == "games":
        return sequence(model, team).counted(f"{rule.id}_{rule.side}", counts)
    return tuple(counts(round_) for round_ in range(len(model.rounds)))
