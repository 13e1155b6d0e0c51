"""Deviations from constraints on road trips, runs of away games of one team.

Sides are numbered 0 home, 1 away, 2 either; sets of slots and teams are masks
(`instance.masks`).
"""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.membership import in_slots, in_teams, partner_of
from flextime_solver.solution.team_sequence import AWAY, DAY, OPPONENT, SLOT, WEEKDAY

_EITHER = 2


@inner_kernel
def missing_trips(sequence: Ints, games: int, min_trips: int, masks: Ints) -> int:
    """Return how many trips of two or more away games are missing in the slots."""
    trips = 0
    length = 0
    for game in range(games):
        if not in_slots(masks, sequence[SLOT, game]):
            continue
        length = length + 1 if sequence[AWAY, game] == 1 else 0
        # A longer trip is still one trip: count it at its second game.
        if length == 2:
            trips += 1
    return int(max(0, min_trips - trips))


@inner_kernel
def trip_opponents_deviation(
    sequence: Ints, games: int, opponents: int, low: int, high: int
) -> int:
    """Return the visits missing or in excess on trips that visit some opponents."""
    deviation = 0
    visits = 0
    # One step beyond the last game ends a trip that the season ends with.
    for game in range(games + 1):
        if game < games and sequence[AWAY, game] == 1:
            visits += in_teams(opponents, sequence[OPPONENT, game])
            continue
        if visits > 0:
            deviation += max(0, visits - high) + max(0, low - visits)
        visits = 0
    return int(deviation)


@inner_kernel
def games_without_partner(sequence: Ints, games: int, rule: Ints) -> int:
    """Count games against one of two partners with no adjacent game against the other.

    Adjacent games are successive, on the same side, and at most the rule's first
    parameter in days apart.
    """
    days, side, masks = rule[3], rule[4], rule[5:8]
    deviation = 0
    for game in range(games):
        if side not in (sequence[AWAY, game], _EITHER):
            continue
        opponent = sequence[OPPONENT, game]
        partner = partner_of(masks, opponent)
        if partner == opponent:
            continue
        before = game > 0 and _is_adjacent(sequence, game, game - 1, partner, days)
        after = game + 1 < games and _is_adjacent(
            sequence, game, game + 1, partner, days
        )
        deviation += not (before or after)
    return int(deviation)


@inner_kernel
def _is_adjacent(
    sequence: Ints, game: int, neighbour: int, partner: int, days: int
) -> bool:
    apart = abs(sequence[DAY, game] - sequence[DAY, neighbour])
    same_side = sequence[AWAY, game] == sequence[AWAY, neighbour]
    return bool(
        sequence[OPPONENT, neighbour] == partner and same_side and apart <= days
    )


@inner_kernel
def road_day_deviation(
    league: CompiledLeague, sequence: Ints, games: int, rule: Ints
) -> int:
    """Count away games on the road day that do not follow the required game.

    The game before must be the given number of days earlier, and at home or at a host
    within the given metres of the road day's host.
    """
    road_day, days_between, nearby_m = rule[3], rule[4], rule[5]
    deviation = 0
    for game in range(1, games):
        if sequence[AWAY, game] == 0 or sequence[WEEKDAY, game] != road_day:
            continue
        before = game - 1
        if sequence[DAY, game] - sequence[DAY, before] != days_between:
            deviation += 1
        elif sequence[AWAY, before] == 1:
            hosts = sequence[OPPONENT, before], sequence[OPPONENT, game]
            deviation += league.distance_m[hosts[0], hosts[1]] > nearby_m
    return deviation
