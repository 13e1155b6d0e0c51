"""Pairs of slots that hold the same meetings (RobinX SE2).

For each pair of teams p and each pair of slots (s, s'):

    d >= m[p, s] - m[p, s']
    d >= m[p, s'] - m[p, s]
"""

from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.paired_slots import PairedSlots
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: PairedSlots) -> Iterator[ViolationTerm]:
    """Yield a term for each pair of slots and pair of teams."""
    teams = tuple(dict.fromkeys(model.selected_teams(rule.teams)))
    for one, other in rule.slot_pairs:
        for first, second in combinations(teams, 2):
            # |meets in one - meets in the other|
            difference = model.meetings(first, second, (one,)) - model.meetings(
                first, second, (other,)
            )
            name = f"paired_{first}_{second}_{one}_{other}"
            yield ViolationTerm(name, (difference, -difference))
