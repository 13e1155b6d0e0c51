"""Rounds between two meetings in a row of a pair (RobinX SE1)."""

from collections.abc import Iterator
from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.ids import TeamId
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: MeetingGap) -> Iterator[Unit]:
    for first, second in combinations(model.chosen(rule.teams), 2):
        if model.league.format.meetings(first, second).at_most > 1:
            yield from _too_close(model, rule, first, second)
            yield from _too_far(model, rule, first, second)


def _too_close(
    model: SeasonModel, rule: MeetingGap, first: TeamId, second: TeamId
) -> Iterator[Unit]:
    """Two meetings with a gap g share min - g windows of min + 1 rounds.

    Windows that begin before the season, or end after it, count too.
    """
    if rule.min_rounds == 0:
        return
    last = len(model.rounds)
    for start in range(1 - rule.min_rounds, last - 1):
        rounds = range(max(0, start), min(last, start + rule.min_rounds + 1))
        # sum over the window of meetings - 1
        met = lpSum(model.meetings(first, second, model.rounds[r]) for r in rounds)
        yield Unit(f"too_close_{first}_{second}_{start}", (met - 1,))


def _too_far(
    model: SeasonModel, rule: MeetingGap, first: TeamId, second: TeamId
) -> Iterator[Unit]:
    if rule.max_rounds is None:
        return
    meets = [model.meetings(first, second, slots) for slots in model.rounds]
    for later in range(rule.max_rounds + 2, len(meets)):
        amounts = []
        for earlier in range(later - rule.max_rounds - 1):
            excess = later - earlier - 1 - rule.max_rounds
            between = lpSum(meets[earlier + 1 : later])
            # meetings in both rounds and none between
            both = meets[earlier] + meets[later] - 1 - between
            amounts.append(excess * both)
        yield Unit(f"too_far_{first}_{second}_{later}", tuple(amounts))
