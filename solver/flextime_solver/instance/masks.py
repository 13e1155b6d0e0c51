"""Sets of small numbers as bits of whole numbers, for rows of a compiled league."""

from collections.abc import Iterable, Mapping

SLOTS_PER_MASK = 60
SLOT_MASKS = 4
"""Whole numbers that hold a set of slots: `records.MAX_SLOTS` fits."""


TEAMS_PER_MASK = 12
BITS_OF_A_PARTNER = 5
"""A team's partner has a number below 32; `records.MAX_TEAMS` fit into three."""


def team_mask(teams: Iterable[int]) -> int:
    """A set of teams in one whole number."""
    return sum(1 << team for team in set(teams))


def slot_masks(slots: Iterable[int]) -> tuple[int, int, int, int]:
    """A set of slots, the first `SLOTS_PER_MASK` of them in the first number."""
    masks = [0] * SLOT_MASKS
    for slot in set(slots):
        masks[slot // SLOTS_PER_MASK] |= 1 << (slot % SLOTS_PER_MASK)
    first, second, third, fourth = masks
    return first, second, third, fourth


def partner_masks(partner: Mapping[int, int]) -> tuple[int, int, int]:
    """Of each team its partner's number, or its own where it has none."""
    masks = [0, 0, 0]
    for team in range(TEAMS_PER_MASK * len(masks)):
        number = partner.get(team, team) % (1 << BITS_OF_A_PARTNER)
        place = BITS_OF_A_PARTNER * (team % TEAMS_PER_MASK)
        masks[team // TEAMS_PER_MASK] |= number << place
    first, second, third = masks
    return first, second, third
