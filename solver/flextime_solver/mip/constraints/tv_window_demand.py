"""Number of games in a television window.

With n = games in slot s, or those of the featured teams:

    d >= min - n
    d >= n - max
"""

from collections.abc import Iterator

from pulp import lpSum_vars

from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.ids import SlotId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: TvWindowDemand) -> Iterator[ViolationTerm]:
    """Yield a term for each slot of the rule."""
    for slot in rule.slots:
        games = _games(model, rule, slot)
        expressions = [rule.min_games - games]
        if rule.max_games is not None:
            expressions.append(games - rule.max_games)
        yield ViolationTerm(f"tv_window_{slot}", tuple(expressions))


def _games(model: MipModel, rule: TvWindowDemand, slot: SlotId) -> LinearExpr:
    featured = None if rule.featuring is None else frozenset(rule.featuring)
    return lpSum_vars(
        variable
        for place, variable in model.x.items()
        if place.slot == slot
        and (featured is None or place.home in featured or place.away in featured)
    )
