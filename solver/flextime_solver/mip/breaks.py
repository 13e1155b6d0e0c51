"""Breaks as variables: a game on the same side as the team's game before it."""

from collections.abc import Collection

from pulp import lpSum

from flextime.domain.constraints.breaks import BreakLimits
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit

SIDES = (Side.HOME, Side.AWAY)


def break_count(
    model: SeasonModel,
    team: TeamId,
    slots: Collection[SlotId] | None = None,
    side: Side = Side.EITHER,
) -> Linear:
    """How many breaks of `side` the team has in `slots`."""
    one_kind = side is not Side.EITHER or model.byes == 0
    sides = (side,) if one_kind else SIDES
    return lpSum(
        _in_slots(model, team, round_, which, slots)
        for which in sides
        for round_ in range(1, len(model.rounds))
    )


def outside(name: str, rule: BreakLimits, breaks: Linear) -> Unit:
    """How far a number of breaks lies outside the rule's limits."""
    # (breaks - max)+ + (min - breaks)+: at most one of the two is above 0
    amounts = [breaks - rule.max_breaks]
    if rule.min_breaks > 0:
        amounts.append(rule.min_breaks - breaks)
    return Unit(name, tuple(amounts))


def _in_slots(
    model: SeasonModel,
    team: TeamId,
    round_: int,
    side: Side,
    slots: Collection[SlotId] | None,
) -> Linear:
    asked = [slot for slot in model.rounds[round_] if slots is None or slot in slots]
    if not asked:
        return Linear.empty()
    whole = _in_round(model, team, round_, side)
    if len(asked) == len(model.rounds[round_]):
        return whole
    here = model.games(team, asked)
    part = model.binary(f"break_{side}_{team}_part_of_{round_}")
    # part = 1  <=>  a break of the round, whose game is in one of the slots
    model.require(part >= whole + here - 1)
    model.require(part <= whole)
    model.require(part <= here)
    return part + 0


def _in_round(model: SeasonModel, team: TeamId, round_: int, side: Side) -> Linear:
    """1 for a break of `side` in the round; of either side only without byes."""

    def make() -> Linear:
        if side is Side.EITHER:
            return _repeated(model, team, round_)
        found = model.binary(f"break_{side}_{team}_{round_}")
        now = model.in_round(team, round_, side)
        before = last_side(model, team, round_ - 1, side)
        # break = 1  <=>  on that side now, and in the last game before
        model.require(found >= now + before - 1)
        model.require(found <= now)
        model.require(found <= before)
        return found + 0

    return model.remember(("break", team, round_, side), make)


def _repeated(model: SeasonModel, team: TeamId, round_: int) -> Linear:
    """1 when a team without byes is on the side of the round before."""
    found = model.binary(f"break_{team}_{round_}")
    now = model.in_round(team, round_, Side.HOME)
    before = model.in_round(team, round_ - 1, Side.HOME)
    # break = 1  <=>  now = before
    model.require(found >= now + before - 1)
    model.require(found >= 1 - now - before)
    model.require(found <= 1 - now + before)
    model.require(found <= 1 + now - before)
    return found + 0


def last_side(model: SeasonModel, team: TeamId, round_: int, side: Side) -> Linear:
    """1 when the team's last game up to and in a round was on that side."""
    if round_ < 0:
        return Linear.empty()
    if model.byes == 0:
        return model.in_round(team, round_, side)

    def make() -> Linear:
        before = last_side(model, team, round_ - 1, side)
        here = model.in_round(team, round_, side)
        other = model.in_round(
            team, round_, Side.AWAY if side is Side.HOME else Side.HOME
        )
        last = model.binary(f"last_{side}_{team}_{round_}")
        # a game decides; a bye keeps what was
        model.require(last >= here)
        model.require(last <= 1 - other)
        model.require(last >= before - other)
        model.require(last <= before + here)
        return last + 0

    return model.remember(("last", team, round_, side), make)
