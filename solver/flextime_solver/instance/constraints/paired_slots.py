"""Of two paired slots, a pair of teams meets in both or in none (RobinX SE2).

A meeting counts +1 in one slot and -1 in the other, and the sum must be 0.
"""

from itertools import combinations

from flextime.domain.constraints.paired_slots import PairedSlots
from flextime_solver.instance.builder import Cells, Contributions


def contribute(rule: PairedSlots, to: Contributions) -> None:
    for one, other in combinations(to.teams(rule.teams), 2):
        for pair in rule.slot_pairs:
            cells = [
                Cells((home,), (away,), to.slot_numbers((slot,)), step)
                for slot, step in zip(pair, (1, -1), strict=True)
                for home, away in ((one, other), (other, one))
            ]
            to.count(rule, *cells, low=0, high=0)
