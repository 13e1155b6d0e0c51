"""Breaks as variables: two consecutive games of a team on the same side.

L[t, r] = 1 if the last game of team t up to round r was on a given side, say at home:

    L[r] >= H[r],               L[r] <= 1 - A[r]
    L[r] >= L[r - 1] - A[r],    L[r] <= L[r - 1] + H[r]

A home break b in round r:

    b >= H[r] + L[r - 1] - 1,   b <= H[r],   b <= L[r - 1]

Without byes L = H, and a break of either side is b = 1 if and only if H[r] = H[r - 1].
"""

from collections.abc import Collection

from pulp import lpSum

from flextime.domain.constraints.breaks import BreakLimits
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm

_SIDES = (Side.HOME, Side.AWAY)


def break_count(
    model: MipModel,
    team: TeamId,
    slots: Collection[SlotId] | None = None,
    side: Side = Side.EITHER,
) -> LinearExpr:
    """Return the number of a team's breaks of `side`, in `slots` or in the season."""
    single_variable = side is not Side.EITHER or model.byes == 0
    sides = (side,) if single_variable else _SIDES
    return lpSum(
        _break_in_slots(model, team, round_, each_side, slots)
        for each_side in sides
        for round_ in range(1, len(model.rounds))
    )


def break_limit_term(name: str, rule: BreakLimits, breaks: LinearExpr) -> ViolationTerm:
    """Return the term max(0, breaks - max, min - breaks) of a rule's limits."""
    # one term for both limits: at most one of the two can be violated
    expressions = [breaks - rule.max_breaks]
    if rule.min_breaks > 0:
        expressions.append(rule.min_breaks - breaks)
    return ViolationTerm(name, tuple(expressions))


def _break_in_slots(
    model: MipModel,
    team: TeamId,
    round_: int,
    side: Side,
    slots: Collection[SlotId] | None,
) -> LinearExpr:
    """Return 1 for a break in the round whose game is in one of the slots."""
    counted = [slot for slot in model.rounds[round_] if slots is None or slot in slots]
    if not counted:
        return LinearExpr.empty()
    in_round = _break_in_round(model, team, round_, side)
    if len(counted) == len(model.rounds[round_]):
        return in_round
    game = model.games(team, counted)
    in_slots = model.binary(f"break_{side}_{team}_part_of_{round_}")
    # in_slots = 1 if and only if both in_round = 1 and game = 1
    model.add_constraint(in_slots >= in_round + game - 1)
    model.add_constraint(in_slots <= in_round)
    model.add_constraint(in_slots <= game)
    return in_slots + 0


def _break_in_round(
    model: MipModel, team: TeamId, round_: int, side: Side
) -> LinearExpr:
    """Return b, 1 for a break of `side`; `EITHER` only without byes."""

    def build() -> LinearExpr:
        if side is Side.EITHER:
            return _same_side(model, team, round_)
        is_break = model.binary(f"break_{side}_{team}_{round_}")
        now = model.plays_in_round(team, round_, side)
        before = last_side(model, team, round_ - 1, side)
        model.add_constraint(is_break >= now + before - 1)
        model.add_constraint(is_break <= now)
        model.add_constraint(is_break <= before)
        return is_break + 0

    return model.cached(("break", team, round_, side), build)


def _same_side(model: MipModel, team: TeamId, round_: int) -> LinearExpr:
    """Return 1 if a team without byes is on the same side as in the previous round."""
    is_break = model.binary(f"break_{team}_{round_}")
    now = model.plays_in_round(team, round_, Side.HOME)
    before = model.plays_in_round(team, round_ - 1, Side.HOME)
    # b = 1 if and only if H[r] = H[r - 1]
    model.add_constraint(is_break >= now + before - 1)
    model.add_constraint(is_break >= 1 - now - before)
    model.add_constraint(is_break <= 1 - now + before)
    model.add_constraint(is_break <= 1 + now - before)
    return is_break + 0


def last_side(model: MipModel, team: TeamId, round_: int, side: Side) -> LinearExpr:
    """Return L, 1 if the team's last game up to and in a round was on `side`."""
    if round_ < 0:
        return LinearExpr.empty()
    if model.byes == 0:
        return model.plays_in_round(team, round_, side)

    def build() -> LinearExpr:
        before = last_side(model, team, round_ - 1, side)
        here = model.plays_in_round(team, round_, side)
        other = model.plays_in_round(
            team, round_, Side.AWAY if side is Side.HOME else Side.HOME
        )
        last = model.binary(f"last_{side}_{team}_{round_}")
        # a game determines the side; a bye leaves it unchanged
        model.add_constraint(last >= here)
        model.add_constraint(last <= 1 - other)
        model.add_constraint(last >= before - other)
        model.add_constraint(last <= before + here)
        return last + 0

    return model.cached(("last", team, round_, side), build)
