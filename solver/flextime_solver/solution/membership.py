"""Membership of slots and teams in the bit sets of rules (`instance.masks`)."""

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.instance.masks import (
    BITS_OF_A_PARTNER,
    SLOTS_PER_MASK,
    TEAMS_PER_MASK,
)
from flextime_solver.jit.kernels import inner_kernel

_PARTNER_BITS = (1 << BITS_OF_A_PARTNER) - 1


@inner_kernel
def in_slots(masks: Ints, slot: int) -> bool:
    """Return whether a slot is in a set of slots."""
    chosen: int = (masks[slot // SLOTS_PER_MASK] >> (slot % SLOTS_PER_MASK)) & 1
    return chosen == 1


@inner_kernel
def in_teams(mask: int, team: int) -> bool:
    """Return whether a team is in a set of teams."""
    return (mask >> team) & 1 == 1


@inner_kernel
def partner_of(masks: Ints, team: int) -> int:
    """Return a team's travel partner, or the team itself if it has none."""
    shift = BITS_OF_A_PARTNER * (team % TEAMS_PER_MASK)
    partner: int = (masks[team // TEAMS_PER_MASK] >> shift) & _PARTNER_BITS
    return partner
