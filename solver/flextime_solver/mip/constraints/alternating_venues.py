"""Two consecutive meetings of a pair at the same venue (RobinX FA3).

A pair that meets at most twice, for either host:

    d >= sum over s of x[h, a, s] - 1

A pair that meets more often, for meetings in the rounds q < r and either host:

    d >= x[h, a, q] + x[h, a, r] - 1 - sum of m[p, k] over q < k < r
"""

from collections.abc import Iterator
from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.ids import TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(
    model: MipModel, rule: AlternatingVenues
) -> Iterator[ViolationTerm]:
    """Yield a term for each pair, or for each pair and round of its later meeting."""
    for first, second in combinations(model.selected_teams(rule.teams), 2):
        if model.league.format.meetings(first, second).at_most <= 2:
            yield from _terms_of_two_meetings(model, first, second)
        else:
            yield from _terms_of_more_meetings(model, first, second)


def _terms_of_two_meetings(
    model: MipModel, first: TeamId, second: TeamId
) -> Iterator[ViolationTerm]:
    slots = tuple(slot for slots in model.rounds for slot in slots)
    # two meetings at one venue: sum over slots of x[home, away, slot] - 1
    yield ViolationTerm(
        f"same_venue_{first}_{second}",
        tuple(
            model.games_hosted(home, away, slots) - 1
            for home, away in ((first, second), (second, first))
        ),
    )


def _terms_of_more_meetings(
    model: MipModel, first: TeamId, second: TeamId
) -> Iterator[ViolationTerm]:
    for later in range(1, len(model.rounds)):
        expressions: list[LinearExpr] = []
        for home, away in ((first, second), (second, first)):
            now = model.games_hosted(home, away, model.rounds[later])
            for earlier in range(later):
                between = lpSum(
                    model.meetings(first, second, model.rounds[round_])
                    for round_ in range(earlier + 1, later)
                )
                # both at this venue and no meeting between
                before = model.games_hosted(home, away, model.rounds[earlier])
                expressions.append(before + now - 1 - between)
        yield ViolationTerm(f"same_venue_{first}_{second}_{later}", tuple(expressions))
