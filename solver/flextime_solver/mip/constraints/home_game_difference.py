"""Difference in games played between two teams after each slot (RobinX FA2).

With n[t, s] games of team t up to and including slot s, for each pair and each slot:

    d >= n[i, s] - n[j, s] - max
    d >= n[j, s] - n[i, s] - max
"""

from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(
    model: MipModel, rule: HomeGameDifference
) -> Iterator[ViolationTerm]:
    """Yield a term for each pair, with two expressions for each slot."""
    order = [slot.id for slot in model.league.calendar.slots]
    compared = set(order if rule.slots is None else rule.slots)
    teams = model.selected_teams(rule.teams)
    played = {team: _cumulative_games(model, rule, team, order) for team in teams}
    for first, second in combinations(teams, 2):
        expressions: list[LinearExpr] = []
        for slot, one, other in zip(order, played[first], played[second], strict=True):
            if slot in compared:
                # |games of one - games of the other| after the slot - max
                expressions.append(one - other - rule.max_difference)
                expressions.append(other - one - rule.max_difference)
        yield ViolationTerm(f"difference_{first}_{second}", tuple(expressions))


def _cumulative_games(
    model: MipModel, rule: HomeGameDifference, team: TeamId, order: list[SlotId]
) -> list[LinearExpr]:
    """Return n[t, s] for every slot, as variables because all pairs share them."""

    def make() -> list[LinearExpr]:
        sums = []
        before = LinearExpr.empty()
        for place, slot in enumerate(order):
            total = model.integer(f"{rule.side}_{team}_to_{slot}", place + 1)
            model.add_constraint(
                total == before + model.games(team, (slot,), rule.side)
            )
            before = total + 0
            sums.append(before)
        return sums

    return model.cached(("after_slots", team, rule.side), make)
