"""Games of two teams compared after every slot (RobinX FA2)."""

from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: HomeGameDifference) -> Iterator[Unit]:
    order = [slot.id for slot in model.league.calendar.slots]
    asked = set(order if rule.slots is None else rule.slots)
    teams = model.chosen(rule.teams)
    played = {team: _after_slots(model, rule, team, order) for team in teams}
    for first, second in combinations(teams, 2):
        amounts: list[Linear] = []
        for slot, one, other in zip(order, played[first], played[second], strict=True):
            if slot in asked:
                # |games of one - games of the other| after the slot - max
                amounts.append(one - other - rule.max_difference)
                amounts.append(other - one - rule.max_difference)
        yield Unit(f"difference_{first}_{second}", tuple(amounts))


def _after_slots(
    model: SeasonModel, rule: HomeGameDifference, team: TeamId, order: list[SlotId]
) -> list[Linear]:
    """Games so far, one variable a slot, since every pair of teams looks at them."""

    def make() -> list[Linear]:
        sums = []
        before = Linear.empty()
        for place, slot in enumerate(order):
            total = model.whole(f"{rule.side}_{team}_to_{slot}", place + 1)
            model.require(total == before + model.games(team, (slot,), rule.side))
            before = total + 0
            sums.append(before)
        return sums

    return model.remember(("after_slots", team, rule.side), make)
