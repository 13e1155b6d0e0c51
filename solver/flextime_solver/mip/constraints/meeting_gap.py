"""Rounds between two consecutive meetings of a pair (RobinX SE1).

Too close, for each window of min + 1 rounds:

    d >= sum of m[p, r] over the window - 1

Too far, for rounds q < r with a gap g = r - q - 1 > max:

    d >= (g - max) (m[p, q] + m[p, r] - 1 - sum of m[p, k] over q < k < r)
"""

from collections.abc import Iterator
from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.ids import TeamId
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: MeetingGap) -> Iterator[ViolationTerm]:
    """Yield the terms of each pair that meets more than once."""
    for first, second in combinations(model.selected_teams(rule.teams), 2):
        if model.league.format.meetings(first, second).at_most > 1:
            yield from _too_close(model, rule, first, second)
            yield from _too_far(model, rule, first, second)


def _too_close(
    model: MipModel, rule: MeetingGap, first: TeamId, second: TeamId
) -> Iterator[ViolationTerm]:
    """Yield a term for each window of min + 1 rounds.

    Two meetings with a gap g share min - g windows, provided that windows which overlap
    the start or the end of the season are included.
    """
    if rule.min_rounds == 0:
        return
    last = len(model.rounds)
    for start in range(1 - rule.min_rounds, last - 1):
        rounds = range(max(0, start), min(last, start + rule.min_rounds + 1))
        # sum over the window of meetings - 1
        met = lpSum(model.meetings(first, second, model.rounds[r]) for r in rounds)
        yield ViolationTerm(f"too_close_{first}_{second}_{start}", (met - 1,))


def _too_far(
    model: MipModel, rule: MeetingGap, first: TeamId, second: TeamId
) -> Iterator[ViolationTerm]:
    if rule.max_rounds is None:
        return
    meets = [model.meetings(first, second, slots) for slots in model.rounds]
    for later in range(rule.max_rounds + 2, len(meets)):
        expressions = []
        for earlier in range(later - rule.max_rounds - 1):
            surplus = later - earlier - 1 - rule.max_rounds
            between = lpSum(meets[earlier + 1 : later])
            # meetings in both rounds and none between
            both = meets[earlier] + meets[later] - 1 - between
            expressions.append(surplus * both)
        yield ViolationTerm(f"too_far_{first}_{second}_{later}", tuple(expressions))
