"""Free days between two games in a row."""

from collections.abc import Iterator

from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Slot
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: RestDays) -> Iterator[Unit]:
    for team in model.chosen(rule.teams):
        for later in model.league.calendar.slots:
            amounts = tuple(_amounts(model, rule, team, later))
            yield Unit(f"rest_{team}_{later.id}", amounts)


def _amounts(
    model: SeasonModel, rule: RestDays, team: TeamId, later: Slot
) -> Iterator[Linear]:
    round_of = model.league.round_position
    end = round_of[later.id]
    game = model.games(team, (later.id,))
    for earlier in model.league.calendar.slots:
        start = round_of[earlier.id]
        missing = rule.min_rest_days + 1 - model.league.days_apart(earlier, later)
        if start in model.rounds_before(end) and missing > 0:
            between = model.in_rounds(team, range(start + 1, end))
            # games in both slots and none between
            both = model.games(team, (earlier.id,)) + game - 1 - between
            yield missing * both
