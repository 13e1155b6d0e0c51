"""Rules over breaks, trips, partners and sides of one team's games in order of time.

Sides are numbered 0 home, 1 away, 2 either; sets of slots and teams are masks
(`model.masks`).
"""

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.instance.masks import (
    BITS_OF_A_PARTNER,
    SLOTS_PER_MASK,
    TEAMS_PER_MASK,
)
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.team_sequence import AWAY, DAY, OPPONENT, SLOT

_NUMBER = (1 << BITS_OF_A_PARTNER) - 1
_EITHER = 2


@inner_kernel
def in_slots(masks: Ints, slot: int) -> bool:
    """Whether a slot is in a set of slots."""
    chosen: int = (masks[slot // SLOTS_PER_MASK] >> (slot % SLOTS_PER_MASK)) & 1
    return chosen == 1


@inner_kernel
def in_teams(mask: int, team: int) -> bool:
    """Whether a team is in a set of teams."""
    return (mask >> team) & 1 == 1


@inner_kernel
def partner_of(masks: Ints, team: int) -> int:
    """A team's partner; itself where it has none."""
    place = BITS_OF_A_PARTNER * (team % TEAMS_PER_MASK)
    number: int = (masks[team // TEAMS_PER_MASK] >> place) & _NUMBER
    return number


@inner_kernel
def count_breaks(sequence: Ints, games: int, side: int, masks: Ints) -> int:
    """Breaks of a side whose second game is in a slot of the set."""
    count = 0
    for game in range(1, games):
        away = sequence[AWAY, game]
        if away != sequence[AWAY, game - 1]:
            continue
        if side in (away, _EITHER) and in_slots(masks, sequence[SLOT, game]):
            count += 1
    return count


@inner_kernel
def excess_of_balance(away: Ints, games: int, allowed: int) -> int:
    """Largest excess of home over away games or the other way round."""
    largest = 0
    difference = 0
    for game in range(games):
        difference += 1 - 2 * away[game]
        largest = max(largest, abs(difference))
    return int(max(0, largest - allowed))


@inner_kernel
def missing_road_trips(sequence: Ints, games: int, needed: int, masks: Ints) -> int:
    """Runs of two or more away games that are missing among games in the slots."""
    trips = 0
    length = 0
    for game in range(games):
        if not in_slots(masks, sequence[SLOT, game]):
            continue
        length = length + 1 if sequence[AWAY, game] == 1 else 0
        if length == 2:
            trips += 1
    return int(max(0, needed - trips))


@inner_kernel
def excess_on_trips(
    sequence: Ints, games: int, opponents: int, low: int, high: int
) -> int:
    """On each trip that visits the group, visits too few or too many."""
    amount = 0
    visits = 0
    for game in range(games + 1):
        if game < games and sequence[AWAY, game] == 1:
            visits += in_teams(opponents, sequence[OPPONENT, game])
            continue
        if visits > 0:
            amount += max(0, visits - high) + max(0, low - visits)
        visits = 0
    return int(amount)


@inner_kernel
def excess_in_windows(sequence: Ints, games: int, rule: Ints) -> int:
    """Games that count, too few or too many, in each window of a team's games."""
    length, side, opponents, low, high = rule[3], rule[4], rule[5], rule[6], rule[7]
    amount = 0
    counted = 0
    for game in range(games):
        counted += _counts(sequence, game, side, opponents)
        if game >= length:
            counted -= _counts(sequence, game - length, side, opponents)
        if game >= length - 1:
            amount += max(0, counted - high) + max(0, low - counted)
    return int(amount)


@inner_kernel
def excess_of_sides(away: Ints, games: int, rule: Ints) -> int:
    """The same where games of a side count whoever the opponent is."""
    length, side, low, high = rule[3], rule[4], rule[5], rule[6]
    amount = 0
    counted = 0
    for game in range(games):
        counted += side in (away[game], _EITHER)
        if game >= length:
            counted -= side in (away[game - length], _EITHER)
        if game >= length - 1:
            amount += max(0, counted - high) + max(0, low - counted)
    return int(amount)


@inner_kernel
def _counts(sequence: Ints, game: int, side: int, opponents: int) -> bool:
    on_side = side == _EITHER or sequence[AWAY, game] == side
    return on_side and in_teams(opponents, sequence[OPPONENT, game])


@inner_kernel
def games_without_partner(sequence: Ints, games: int, rule: Ints) -> int:
    """Games against one of two partners with none against the other beside them."""
    days, side, masks = rule[3], rule[4], rule[5:8]
    amount = 0
    for game in range(games):
        if side not in (sequence[AWAY, game], _EITHER):
            continue
        opponent = sequence[OPPONENT, game]
        other = partner_of(masks, opponent)
        if other == opponent:
            continue
        before = game > 0 and _beside(sequence, game, game - 1, other, days)
        after = game + 1 < games and _beside(sequence, game, game + 1, other, days)
        amount += not (before or after)
    return int(amount)


@inner_kernel
def _beside(sequence: Ints, game: int, next_one: int, other: int, days: int) -> bool:
    apart = abs(sequence[DAY, game] - sequence[DAY, next_one])
    same_side = sequence[AWAY, game] == sequence[AWAY, next_one]
    return bool(sequence[OPPONENT, next_one] == other and same_side and apart <= days)
