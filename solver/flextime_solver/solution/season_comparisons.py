"""Pair rules that compare two teams' seasons, whether the teams meet or not."""

from flextime_solver.instance.compiled_league import (
    NO_OPPONENT,
    CompiledLeague,
    Ints,
    PairRule,
)
from flextime_solver.instance.masks import SLOT_MASKS, SLOTS_PER_MASK
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.solution.solution import Solution

_BREAK_DIFFERENCE = int(PairRule.BREAK_DIFFERENCE)
_EITHER = 2


@inner_kernel
def update_prefix_sums(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Recompute a team's home and away games up to each slot, and its breaks."""
    home, away, breaks = 0, 0, 0
    side_before = -1
    slot = 0
    for round_ in range(league.rounds):
        played = solution.opponent[team, round_] != NO_OPPONENT
        for slot in range(league.round_slots[round_], league.round_slots[round_ + 1]):
            if played and solution.slot[team, round_] == slot:
                side = solution.at_home[team, round_]
                home += side
                away += 1 - side
                breaks += side == side_before
                side_before = side
            solution.side_total[team, 0, slot] = home
            solution.side_total[team, 1, slot] = away
    solution.breaks[team] = breaks


@inner_kernel
def comparison_deviation(
    league: CompiledLeague, solution: Solution, rule: Ints, one: int, other: int
) -> int:
    """Return the deviation of two teams from a rule of `SEASON_PAIR_RULES`, unweighted.

    The prefix sums of both teams must be up to date.
    """
    if not (in_teams(rule[3], one) and in_teams(rule[3], other)):
        return 0
    if rule[0] == _BREAK_DIFFERENCE:
        return int(max(0, abs(solution.breaks[one] - solution.breaks[other]) - rule[4]))
    return int(max(0, _largest_lead(league, solution, rule, one, other) - rule[4]))


@inner_kernel
def _largest_lead(
    league: CompiledLeague, solution: Solution, rule: Ints, one: int, other: int
) -> int:
    """Return the largest difference in games of a side over the rule's slots."""
    first, last = (0, 1) if rule[5] == _EITHER else (rule[5], rule[5])
    largest = 0
    for word in range(SLOT_MASKS):
        mask = rule[6 + word]
        start = word * SLOTS_PER_MASK
        for slot in range(start, min(league.slots, start + SLOTS_PER_MASK)):
            lead = solution.side_total[one, first, slot]
            lead -= solution.side_total[other, first, slot]
            if first != last:
                lead += solution.side_total[one, last, slot]
                lead -= solution.side_total[other, last, slot]
            # No branch: the compiler then compares several slots per instruction.
            largest = max(largest, abs(lead) * ((mask >> (slot - start)) & 1))
    return int(largest)
