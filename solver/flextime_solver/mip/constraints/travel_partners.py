"""Games against one of two partners with none against the other beside them."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.side import Side
from flextime.domain.constraints.travel_partners import TravelPartners
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Slot
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit

_SIDES = {
    Side.HOME: (Side.HOME,),
    Side.AWAY: (Side.AWAY,),
    Side.EITHER: (Side.HOME, Side.AWAY),
}


def units(model: SeasonModel, rule: TravelPartners) -> Iterator[Unit]:
    for team in model.teams:
        for one, other in rule.partner.items():
            if team not in (one, other):
                for slot in model.league.calendar.slots:
                    yield _unit(model, rule, team, (one, other), slot)


def _unit(
    model: SeasonModel,
    rule: TravelPartners,
    team: TeamId,
    partners: tuple[TeamId, TeamId],
    slot: Slot,
) -> Unit:
    one, other = partners
    # a game against the one here, less those against the other beside it
    amounts = tuple(
        model.games(team, (slot.id,), side, (one,))
        - lpSum(_beside(model, rule, team, other, slot, side))
        for side in _SIDES[rule.side]
    )
    return Unit(f"partners_{team}_{one}_{slot.id}", amounts)


def _beside(
    model: SeasonModel,
    rule: TravelPartners,
    team: TeamId,
    other: TeamId,
    slot: Slot,
    side: Side,
) -> Iterator[Linear]:
    """The games against `other` that may be the one before or the one after."""
    round_of = model.league.round_position
    here = round_of[slot.id]
    for near in model.league.calendar.slots:
        there = round_of[near.id]
        first, last = sorted((here, there))
        before, after = (near, slot) if there < here else (slot, near)
        if first not in model.rounds_before(last):
            continue
        if model.league.days_apart(before, after) <= rule.max_days:
            game = model.games(team, (near.id,), side, (other,))
            yield _with_none_between(model, team, game, (first, last))


def _with_none_between(
    model: SeasonModel, team: TeamId, game: Linear, rounds: tuple[int, int]
) -> Linear:
    first, last = rounds
    if last == first + 1:
        return game
    model.ambiguous = True
    beside = model.binary(f"beside_{team}_{first}_{last}")
    # at most the game itself, and none where the team plays between
    model.require(beside <= game)
    for round_ in range(first + 1, last):
        model.require(beside <= 1 - model.in_round(team, round_))
    return beside + 0
