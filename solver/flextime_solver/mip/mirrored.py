"""Seasons of which one part is the other with the sites changed."""

from collections import Counter
from collections.abc import Iterable

from flextime.domain.constraints import Rule
from flextime.domain.constraints.paired_slots import PairedSlots
from flextime.domain.ids import SlotId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League


def mirrored_slots(league: League, rules: Iterable[Rule]) -> dict[SlotId, SlotId]:
    """Pairs of slots, in both directions, that hold the same meetings.

    In a double round robin a pair that meets in one slot of a pair meets in the other
    too: these are its two games, so the second is at the other site.
    """
    if not (isinstance(league.format, RoundRobin) and league.format.times == 2):
        return {}
    pairs = [
        pair
        for rule in rules
        if isinstance(rule, PairedSlots) and rule.teams is None
        for pair in rule.slot_pairs
    ]
    named = Counter(slot for pair in pairs for slot in pair)
    twins = {}
    for first, second in pairs:
        if named[first] == named[second] == 1:
            twins[first], twins[second] = second, first
    return twins
