"""The carry-over effects value (RobinX FA4)."""

from collections.abc import Iterator
from itertools import permutations

from pulp import lpSum

from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.ids import TeamId
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: CarryOver) -> Iterator[Unit]:
    model.ambiguous = True
    squares = lpSum(
        _square(model, giver, taker) for giver in model.teams for taker in model.teams
    )
    yield Unit("carry_over", (squares - rule.max_value,))


def _square(model: SeasonModel, giver: TeamId, taker: TeamId) -> Linear:
    """At least the square of how many teams meet the taker right after the giver."""
    others = [team for team in model.teams if team not in {giver, taker}]
    cases = [
        _case(model, team, giver, taker, round_)
        for team in others
        for round_ in range(1, len(model.rounds))
    ]
    cases += [_around(model, team, giver, taker) for team in others]
    if not cases:
        return Linear.empty()
    most = len(model.rounds) * len(model.teams) // 2
    count = model.whole(f"effects_{giver}_{taker}", most)
    model.require(count >= lpSum(cases))
    square = model.whole(f"effects_squared_{giver}_{taker}", most * most)
    for step in range(most):
        # the chord of c^2 from c = step to step + 1
        model.require(square >= (2 * step + 1) * count - step * (step + 1))
    return square + 0


def _case(
    model: SeasonModel, team: TeamId, giver: TeamId, taker: TeamId, round_: int
) -> Linear:
    """At least 1 when the team meets the taker in a round, after the giver."""
    taken = model.meetings(team, taker, model.rounds[round_])
    case = model.binary(f"effect_{team}_{giver}_{taker}_{round_}")
    for earlier in model.rounds_before(round_):
        given = model.meetings(team, giver, model.rounds[earlier])
        between = model.in_rounds(team, range(earlier + 1, round_))
        model.require(case >= given + taken - 1 - between)
    return case + 0


def _around(model: SeasonModel, team: TeamId, giver: TeamId, taker: TeamId) -> Linear:
    """At least 1 when the team's last game is with the giver, its first the taker's."""
    case = model.binary(f"effect_{team}_{giver}_{taker}_around")
    rounds = range(len(model.rounds))
    for first in rounds:
        taken = model.meetings(team, taker, model.rounds[first])
        before = model.in_rounds(team, range(first))
        for last in rounds[first:]:
            given = model.meetings(team, giver, model.rounds[last])
            after = model.in_rounds(team, rounds[last + 1 :])
            model.require(case >= given + taken - 1 - before - after)
    return case + 0


def too_large(team_count: int) -> bool:
    """Beyond eight teams the cases alone are more than a solver can search."""
    return len(list(permutations(range(team_count), 3))) > 8 * 7 * 6
