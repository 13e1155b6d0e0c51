"""Meetings in one slot of a pair, and not in the other (RobinX SE2)."""

from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.paired_slots import PairedSlots
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: PairedSlots) -> Iterator[Unit]:
    teams = tuple(dict.fromkeys(model.chosen(rule.teams)))
    for one, other in rule.slot_pairs:
        for first, second in combinations(teams, 2):
            # |meets in one - meets in the other|
            difference = model.meetings(first, second, (one,)) - model.meetings(
                first, second, (other,)
            )
            name = f"paired_{first}_{second}_{one}_{other}"
            yield Unit(name, (difference, -difference))
