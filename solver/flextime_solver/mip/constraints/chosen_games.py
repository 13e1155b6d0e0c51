"""Number of named games in given slots (RobinX GA1).

With n = sum of x over the named games in the slots:

    d >= n - max
    d >= min - n
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.chosen_games import ChosenGames
from flextime_solver.mip.constraints.game_limits import limit_terms
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: ChosenGames) -> Iterator[ViolationTerm]:
    """Yield the single term of the named games."""
    games = lpSum(
        model.games_hosted(home, away, rule.slots)
        for home, away in frozenset(rule.games)
    )
    yield from limit_terms("chosen_games", rule, games)
