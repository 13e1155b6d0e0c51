"""Days without a game between two consecutive games of a team.

For slots q < r that leave f fewer free days than required:

    d >= f (P[t, q] + P[t, r] - 1 - games between)
"""

from collections.abc import Iterator

from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Slot
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: RestDays) -> Iterator[ViolationTerm]:
    """Yield a term for each team and slot of the later game."""
    for team in model.selected_teams(rule.teams):
        for later in model.league.calendar.slots:
            expressions = tuple(_expressions(model, rule, team, later))
            yield ViolationTerm(f"rest_{team}_{later.id}", expressions)


def _expressions(
    model: MipModel, rule: RestDays, team: TeamId, later: Slot
) -> Iterator[LinearExpr]:
    round_of = model.league.round_position
    end = round_of[later.id]
    game = model.games(team, (later.id,))
    for earlier in model.league.calendar.slots:
        start = round_of[earlier.id]
        missing = rule.min_rest_days + 1 - model.league.days_apart(earlier, later)
        if start in model.possible_previous_rounds(end) and missing > 0:
            between = model.games_in_rounds(team, range(start + 1, end))
            # games in both slots and none between
            both = model.games(team, (earlier.id,)) + game - 1 - between
            yield missing * both
