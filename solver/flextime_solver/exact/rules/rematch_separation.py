"""Two meetings in a row that are too close, in games or days."""

from collections.abc import Iterator
from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime.domain.ids import TeamId
from flextime.domain.season import Slot
from flextime_solver.exact.season_model import Linear, SeasonModel
from flextime_solver.exact.unit import Unit


def units(model: SeasonModel, rule: RematchSeparation) -> Iterator[Unit]:
    for first, second in combinations(model.teams, 2):
        if model.league.format.meetings(first, second).at_most > 1:
            for later in model.league.calendar.slots:
                amounts = tuple(_amounts(model, rule, (first, second), later))
                yield Unit(f"rematch_{first}_{second}_{later.id}", amounts)


def _amounts(
    model: SeasonModel,
    rule: RematchSeparation,
    pair: tuple[TeamId, TeamId],
    later: Slot,
) -> Iterator[Linear]:
    """1 for the earlier slot of a rematch in `later` that is too close."""
    round_of = model.league.round_position
    end = round_of[later.id]
    rematch = model.meetings(*pair, (later.id,))
    for earlier in model.league.calendar.slots:
        start = round_of[earlier.id]
        if start >= end:
            return
        days_short = (later.date - earlier.date).days < rule.min_days
        between = lpSum(
            model.meetings(*pair, model.rounds[r]) for r in range(start + 1, end)
        )
        first_meeting = model.meetings(*pair, (earlier.id,))
        # a meeting in both slots and none between
        both = first_meeting + rematch - 1 - between
        if rule.both and days_short:
            yield both
        elif rule.both or days_short:
            for team in pair:
                few = _few_games(model, rule.min_games, team, start, end)
                if few is not None:
                    yield both - 1 + few


def _few_games(
    model: SeasonModel, least: int, team: TeamId, start: int, end: int
) -> Linear | None:
    """At least 1 when a game in round `end` is fewer than `least` games after `start`.

    None when it cannot be: too many rounds lie between for a team's byes.
    """
    if end - start < least:
        return Linear.from_constant(1)
    if end - start - model.byes >= least:
        return None

    def make() -> Linear:
        few = model.binary(f"few_games_{team}_{start}_{end}")
        model.ambiguous = True
        played = model.in_rounds(team, range(start + 1, end + 1))
        # games after `start` up to `end` < least  =>  few = 1
        model.require(least * few >= least - played)
        return few + 0

    return model.remember(("few_games", least, team, start, end), make)
