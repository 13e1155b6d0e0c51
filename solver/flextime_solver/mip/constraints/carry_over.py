"""Carry-over effects value (RobinX FA4).

c[i, j] counts the teams that meet j directly after i, the end of the season being
followed by its start. The value is the sum of squares q[i, j], each bounded from below
by the chords of the square between consecutive integers k and k + 1:

    q[i, j] >= (2 k + 1) c[i, j] - k (k + 1)    for k = 0, 1, ...
    d >= sum over i, j of q[i, j] - max_value

The model is written for few teams only (`mip.params.SizeLimits`), because the number of
cases grows with the cube of the number of teams.
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.ids import TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: CarryOver) -> Iterator[ViolationTerm]:
    """Yield the single term of the season's carry-over effects value."""
    model.has_redundant_solutions = True
    squares = lpSum(
        _square(model, giver, taker) for giver in model.teams for taker in model.teams
    )
    yield ViolationTerm("carry_over", (squares - rule.max_value,))


def _square(model: MipModel, giver: TeamId, taker: TeamId) -> LinearExpr:
    """Return a bound from below of c², c the teams that meet `taker` after `giver`."""
    others = [team for team in model.teams if team not in {giver, taker}]
    cases = [
        _case(model, team, giver, taker, round_)
        for team in others
        for round_ in range(1, len(model.rounds))
    ]
    cases += [_across_the_season_end(model, team, giver, taker) for team in others]
    if not cases:
        return LinearExpr.empty()
    max_count = len(model.rounds) * len(model.teams) // 2
    count = model.integer(f"effects_{giver}_{taker}", max_count)
    model.add_constraint(count >= lpSum(cases))
    square = model.integer(f"effects_squared_{giver}_{taker}", max_count * max_count)
    for step in range(max_count):
        # the chord of c² between c = step and c = step + 1 is below no integer point
        model.add_constraint(square >= (2 * step + 1) * count - step * (step + 1))
    return square + 0


def _case(
    model: MipModel, team: TeamId, giver: TeamId, taker: TeamId, round_: int
) -> LinearExpr:
    """Return at least 1 if the team meets `taker` in a round directly after `giver`."""
    taken = model.meetings(team, taker, model.rounds[round_])
    case = model.binary(f"effect_{team}_{giver}_{taker}_{round_}")
    for earlier in model.possible_previous_rounds(round_):
        given = model.meetings(team, giver, model.rounds[earlier])
        between = model.games_in_rounds(team, range(earlier + 1, round_))
        model.add_constraint(case >= given + taken - 1 - between)
    return case + 0


def _across_the_season_end(
    model: MipModel, team: TeamId, giver: TeamId, taker: TeamId
) -> LinearExpr:
    """Return at least 1 if the last opponent is `giver` and the first `taker`."""
    case = model.binary(f"effect_{team}_{giver}_{taker}_around")
    rounds = range(len(model.rounds))
    for first in rounds:
        taken = model.meetings(team, taker, model.rounds[first])
        before = model.games_in_rounds(team, range(first))
        for last in rounds[first:]:
            given = model.meetings(team, giver, model.rounds[last])
            after = model.games_in_rounds(team, rounds[last + 1 :])
            model.add_constraint(case >= given + taken - 1 - before - after)
    return case + 0
