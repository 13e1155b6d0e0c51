"""Games against a team whose travel partner is not visited next to it.

For a game of team t against i in slot s, and g[s'] the game against i's partner j in a
slot s' next to it, each at most the game itself and 0 if t plays between:

    d >= x[t, i, s] - sum over s' of g[s']
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.side import Side
from flextime.domain.constraints.travel_partners import TravelPartners
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Slot
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm

_SIDES = {
    Side.HOME: (Side.HOME,),
    Side.AWAY: (Side.AWAY,),
    Side.EITHER: (Side.HOME, Side.AWAY),
}


def violation_terms(model: MipModel, rule: TravelPartners) -> Iterator[ViolationTerm]:
    """Yield a term for each team, travel partner and slot."""
    for team in model.teams:
        for one, other in rule.partner.items():
            if team not in (one, other):
                for slot in model.league.calendar.slots:
                    yield _term(model, rule, team, (one, other), slot)


def _term(
    model: MipModel,
    rule: TravelPartners,
    team: TeamId,
    partners: tuple[TeamId, TeamId],
    slot: Slot,
) -> ViolationTerm:
    one, other = partners
    # a game against one partner here, minus those against the other next to it
    expressions = tuple(
        model.games(team, (slot.id,), side, (one,))
        - lpSum(_adjacent_games(model, rule, team, other, slot, side))
        for side in _SIDES[rule.side]
    )
    return ViolationTerm(f"partners_{team}_{one}_{slot.id}", expressions)


def _adjacent_games(
    model: MipModel,
    rule: TravelPartners,
    team: TeamId,
    other: TeamId,
    slot: Slot,
    side: Side,
) -> Iterator[LinearExpr]:
    """Yield the games against `other` that may be the previous or the next game."""
    round_of = model.league.round_position
    here = round_of[slot.id]
    for near in model.league.calendar.slots:
        there = round_of[near.id]
        first, last = sorted((here, there))
        before, after = (near, slot) if there < here else (slot, near)
        if first not in model.possible_previous_rounds(last):
            continue
        if model.league.days_apart(before, after) <= rule.max_days:
            game = model.games(team, (near.id,), side, (other,))
            yield _adjacent_game(model, team, game, (first, last))


def _adjacent_game(
    model: MipModel, team: TeamId, game: LinearExpr, rounds: tuple[int, int]
) -> LinearExpr:
    first, last = rounds
    if last == first + 1:
        return game
    model.has_redundant_solutions = True
    adjacent = model.binary(f"adjacent_{team}_{first}_{last}")
    # g <= x, g <= 1 - P[t, r] for the rounds r between
    model.add_constraint(adjacent <= game)
    for round_ in range(first + 1, last):
        model.add_constraint(adjacent <= 1 - model.plays_in_round(team, round_))
    return adjacent + 0
