"""Two meetings in a row that are too close, in games or days."""

from collections.abc import Iterator
from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Slot
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: RematchSeparation) -> Iterator[Unit]:
    for first, second in combinations(model.teams, 2):
        if model.league.format.meetings(first, second).at_most > 1:
            for later in model.league.calendar.slots:
                amounts = tuple(_amounts(model, rule, (first, second), later))
                if amounts:
                    yield Unit(f"rematch_{first}_{second}_{later.id}", amounts)


def _amounts(
    model: SeasonModel,
    rule: RematchSeparation,
    pair: tuple[TeamId, TeamId],
    later: Slot,
) -> Iterator[Linear]:
    """1 for the earlier slot of a rematch in `later` that is too close."""
    rematch = model.meetings(*pair, (later.id,))
    certain = []
    for earlier in _before(model, later):
        few = _too_few(model, rule, pair, earlier, later)
        if few is None:
            certain.append(earlier)
            continue
        for amount in few:
            # a meeting in both slots and none between, and too few games
            first_meeting = model.meetings(*pair, (earlier.id,))
            between = _between(model, pair, earlier, later)
            yield first_meeting + rematch - 1 - between - 1 + amount
    if model.league.format.meetings(*pair).at_most == 2:
        if certain:
            # two meetings have none between: one row for all earlier slots, which
            # may hold both when `later` holds none
            slots = tuple(slot.id for slot in certain)
            yield model.meetings(*pair, slots) + 2 * rematch - 2
        return
    for earlier in certain:
        first_meeting = model.meetings(*pair, (earlier.id,))
        yield first_meeting + rematch - 1 - _between(model, pair, earlier, later)


def _before(model: SeasonModel, later: Slot) -> Iterator[Slot]:
    """Slots of earlier rounds."""
    for round_ in model.league.calendar.rounds[: model.league.round_position[later.id]]:
        yield from round_.slots


def _between(
    model: SeasonModel, pair: tuple[TeamId, TeamId], earlier: Slot, later: Slot
) -> Linear:
    round_of = model.league.round_position
    if model.league.format.meetings(*pair).at_most == 2:
        return Linear.empty()
    rounds = range(round_of[earlier.id] + 1, round_of[later.id])
    return lpSum(model.meetings(*pair, model.rounds[r]) for r in rounds)


def _too_few(
    model: SeasonModel,
    rule: RematchSeparation,
    pair: tuple[TeamId, TeamId],
    earlier: Slot,
    later: Slot,
) -> tuple[Linear, ...] | None:
    """What makes a rematch too close: None where it always is, () where it never is."""
    days_short = (later.date - earlier.date).days < rule.min_days
    if rule.both and days_short:
        return None
    if not (rule.both or days_short):
        return ()
    round_of = model.league.round_position
    start, end = round_of[earlier.id], round_of[later.id]
    if end - start < rule.min_games:
        return None
    few = (_few_games(model, rule.min_games, team, start, end) for team in pair)
    return tuple(amount for amount in few if amount is not None)


def _few_games(
    model: SeasonModel, least: int, team: TeamId, start: int, end: int
) -> Linear | None:
    """At least 1 when a game in round `end` is fewer than `least` games after `start`.

    None when it cannot be: too many rounds lie between for a team's byes.
    """
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
