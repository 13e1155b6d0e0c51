"""Games that a TV window has."""

from collections.abc import Iterator

from pulp import lpSum_vars

from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.ids import SlotId
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: TvWindowDemand) -> Iterator[Unit]:
    for slot in rule.slots:
        games = _games(model, rule, slot)
        # (min - games)+ + (games - max)+: at most one of the two is above 0
        amounts = [rule.min_games - games]
        if rule.max_games is not None:
            amounts.append(games - rule.max_games)
        yield Unit(f"tv_window_{slot}", tuple(amounts))


def _games(model: SeasonModel, rule: TvWindowDemand, slot: SlotId) -> Linear:
    featured = None if rule.featuring is None else frozenset(rule.featuring)
    return lpSum_vars(
        variable
        for place, variable in model.x.items()
        if place.slot == slot
        and (featured is None or place.home in featured or place.away in featured)
    )
