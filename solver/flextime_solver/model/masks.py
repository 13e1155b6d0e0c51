"""Sets of small numbers as bits of whole numbers, for rows of a compiled league."""

from collections.abc import Iterable

SLOTS_PER_MASK = 60
SLOT_MASKS = 4
"""Whole numbers that hold a set of slots: `records.MOST_SLOTS` fits."""


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
