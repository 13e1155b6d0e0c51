"""Mirrored slots: the second holds the games of the first, home and away swapped."""

from collections import Counter
from collections.abc import Iterable

from flextime.domain.constraints import Rule
from flextime.domain.constraints.paired_slots import PairedSlots
from flextime.domain.ids import SlotId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League


def mirrored_slots(league: League, rules: Iterable[Rule]) -> dict[SlotId, SlotId]:
    """Return the mirrored slot of each slot that `rules` mirror, in both directions.

    In a double round robin, two teams that meet in one slot of a `PairedSlots` pair
    meet in the other slot too. These are their only two games, hence the second is at
    the other venue. Slots that occur in several pairs are left out.
    """
    if not (isinstance(league.format, RoundRobin) and league.format.times == 2):
        return {}
    pairs = [
        pair
        for rule in rules
        if isinstance(rule, PairedSlots) and rule.teams is None
        for pair in rule.slot_pairs
    ]
    occurrences = Counter(slot for pair in pairs for slot in pair)
    mirrored = {}
    for first, second in pairs:
        if occurrences[first] == occurrences[second] == 1:
            mirrored[first], mirrored[second] = second, first
    return mirrored
