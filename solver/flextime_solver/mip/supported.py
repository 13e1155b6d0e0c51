"""What cannot be written in rows, said before anything is built."""

from collections.abc import Iterator

from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.travel_limit import TravelLimit
from flextime.domain.leagues.league import League
from flextime_solver.mip.catalogue import UNITS
from flextime_solver.mip.constraints.carry_over import too_large
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.travel import continuations

MAX_CONTINUATIONS = 400_000
"""Travel variables that a solver of rows still takes in, found by trying."""


def unsupported(league: League, *, travel: bool = True) -> tuple[str, ...]:
    """A sentence for everything that the rows of this league could not say.

    Parameters
    ----------
    travel
        Whether the goal of travelling less is part of the question.
    """
    return tuple(_reasons(league, travel=travel))


def _reasons(league: League, *, travel: bool) -> Iterator[str]:
    for rule in league.active_constraints:
        if type(rule) not in UNITS:
            yield f"rule {rule.id}: no rows are known for the kind {rule.kind}"
        elif isinstance(rule, CarryOver) and too_large(len(league.teams)):
            yield (
                f"rule {rule.id}: carry-over effects of {len(league.teams)} teams"
                " are too many for rows"
            )
    limited = any(isinstance(rule, TravelLimit) for rule in league.active_constraints)
    goal = travel and league.goals.travel_points_per_km > 0
    if limited or goal:
        count = continuations(SeasonModel(league))
        if count > MAX_CONTINUATIONS:
            yield f"travel of {len(league.teams)} teams needs {count} variables"
