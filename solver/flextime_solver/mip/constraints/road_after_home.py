"""Away games on a day that a home game must come before."""

from collections.abc import Iterator

from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime.domain.constraints.side import Side
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Slot
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: RoadAfterHome) -> Iterator[Unit]:
    for team in model.chosen(rule.teams):
        for slot in model.league.calendar.slots:
            if slot.weekday is rule.road_day:
                amounts = tuple(_amounts(model, rule, team, slot))
                yield Unit(f"road_after_home_{team}_{slot.id}", amounts)


def _amounts(
    model: SeasonModel, rule: RoadAfterHome, team: TeamId, slot: Slot
) -> Iterator[Linear]:
    round_of = model.league.round_position
    end = round_of[slot.id]
    days_before = (rule.road_day - rule.home_day) % 7
    for earlier in model.league.calendar.slots:
        start = round_of[earlier.id]
        if start not in model.rounds_before(end):
            continue
        between = model.in_rounds(team, range(start + 1, end))
        if (slot.date - earlier.date).days == days_before:
            yield from _too_far_away(model, rule, team, (earlier, slot), between)
        else:
            # away here after any game on another day
            away = model.games(team, (slot.id,), Side.AWAY)
            yield model.games(team, (earlier.id,)) + away - 1 - between


def _too_far_away(
    model: SeasonModel,
    rule: RoadAfterHome,
    team: TeamId,
    slots: tuple[Slot, Slot],
    between: Linear,
) -> Iterator[Linear]:
    """Away on both days, at hosts that are no neighbours."""
    earlier, slot = slots
    for host in model.teams:
        if host == team:
            continue
        far = frozenset(
            other
            for other in model.teams
            if other != team
            and model.league.home_distance_m(other, host) > 1000 * rule.nearby_km
        )
        before = model.games(team, (earlier.id,), Side.AWAY, far)
        yield before + model.game(host, team, (slot.id,)) - 1 - between
