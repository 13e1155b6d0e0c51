"""Sets of teams and slots as bits of integers, for rows of a compiled league."""

from collections.abc import Iterable, Mapping

SLOTS_PER_MASK = 60
SLOT_MASKS = 4
"""Integers that hold a set of slots; `jit.records.MAX_SLOTS` slots fit."""
TEAMS_PER_MASK = 12
BITS_OF_A_PARTNER = 5
"""Bits of a partner's index, which is below `jit.records.MAX_TEAMS`; three integers
hold the partners of all teams."""


def team_mask(teams: Iterable[int]) -> int:
    """Return a set of teams as one integer."""
    return sum(1 << team for team in set(teams))


def slot_masks(slots: Iterable[int]) -> tuple[int, int, int, int]:
    """Return a set of slots, the first `SLOTS_PER_MASK` slots in the first integer."""
    masks = [0] * SLOT_MASKS
    for slot in set(slots):
        masks[slot // SLOTS_PER_MASK] |= 1 << (slot % SLOTS_PER_MASK)
    first, second, third, fourth = masks
    return first, second, third, fourth


def partner_masks(partner: Mapping[int, int]) -> tuple[int, int, int]:
    """Return the partner of each team, or the team itself if it has none."""
    masks = [0, 0, 0]
    for team in range(TEAMS_PER_MASK * len(masks)):
        index = partner.get(team, team) % (1 << BITS_OF_A_PARTNER)
        shift = BITS_OF_A_PARTNER * (team % TEAMS_PER_MASK)
        masks[team // TEAMS_PER_MASK] |= index << shift
    first, second, third = masks
    return first, second, third
