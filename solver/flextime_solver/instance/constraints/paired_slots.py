"""Pairs of slots in which two teams meet twice or not at all (RobinX SE2).

A meeting adds +1 in one slot of a pair and -1 in the other.
"""

from itertools import combinations

from flextime.domain.constraints.paired_slots import PairedSlots
from flextime_solver.instance.league_builder import Cells, LeagueBuilder


def contribute(rule: PairedSlots, builder: LeagueBuilder) -> None:
    """Add one counter per pair of teams and of slots, whose sum must be 0."""
    for one, other in combinations(builder.teams(rule.teams), 2):
        for pair in rule.slot_pairs:
            cells = [
                Cells((home,), (away,), builder.slot_indices((slot,)), step)
                for slot, step in zip(pair, (1, -1), strict=True)
                for home, away in ((one, other), (other, one))
            ]
            builder.add_counter(rule, *cells, low=0, high=0)
