"""Two meetings in a row of a pair at the same of the two (RobinX FA3)."""

from collections.abc import Iterator
from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.ids import TeamId
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: AlternatingVenues) -> Iterator[Unit]:
    for first, second in combinations(model.chosen(rule.teams), 2):
        if model.league.format.meetings(first, second).at_most <= 2:
            yield from _at_most_two(model, first, second)
        else:
            yield from _in_a_row(model, first, second)


def _at_most_two(model: SeasonModel, first: TeamId, second: TeamId) -> Iterator[Unit]:
    slots = tuple(slot for slots in model.rounds for slot in slots)
    # two meetings at one venue: sum over slots of x[home, away, slot] - 1
    yield Unit(
        f"same_venue_{first}_{second}",
        tuple(
            model.game(home, away, slots) - 1
            for home, away in ((first, second), (second, first))
        ),
    )


def _in_a_row(model: SeasonModel, first: TeamId, second: TeamId) -> Iterator[Unit]:
    for later in range(1, len(model.rounds)):
        amounts: list[Linear] = []
        for home, away in ((first, second), (second, first)):
            now = model.game(home, away, model.rounds[later])
            for earlier in range(later):
                between = lpSum(
                    model.meetings(first, second, model.rounds[round_])
                    for round_ in range(earlier + 1, later)
                )
                # both at this venue and no meeting between
                before = model.game(home, away, model.rounds[earlier])
                amounts.append(before + now - 1 - between)
        yield Unit(f"same_venue_{first}_{second}_{later}", tuple(amounts))
