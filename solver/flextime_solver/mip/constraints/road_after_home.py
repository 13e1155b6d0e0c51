"""Away games that must follow a home game or a nearby away game.

For an away game in slot r and the team's previous game in slot q, not on the home day:

    d >= P[t, q] + A[t, r] - 1 - games between

For a previous game on the home day, for hosts i and j that are too far apart:

    d >= x[i, t, q] + x[j, t, r] - 1 - games between
"""

from collections.abc import Iterator

from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime.domain.constraints.side import Side
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Slot
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: RoadAfterHome) -> Iterator[ViolationTerm]:
    """Yield a term for each team and slot on the rule's road day."""
    for team in model.selected_teams(rule.teams):
        for slot in model.league.calendar.slots:
            if slot.weekday is rule.road_day:
                expressions = tuple(_expressions(model, rule, team, slot))
                yield ViolationTerm(f"road_after_home_{team}_{slot.id}", expressions)


def _expressions(
    model: MipModel, rule: RoadAfterHome, team: TeamId, slot: Slot
) -> Iterator[LinearExpr]:
    round_of = model.league.round_position
    end = round_of[slot.id]
    days_before = (rule.road_day - rule.home_day) % 7
    for earlier in model.league.calendar.slots:
        start = round_of[earlier.id]
        if start not in model.possible_previous_rounds(end):
            continue
        between = model.games_in_rounds(team, range(start + 1, end))
        if (slot.date - earlier.date).days == days_before:
            yield from _too_far_away(model, rule, team, (earlier, slot), between)
        else:
            # away here after any game on another day
            away = model.games(team, (slot.id,), Side.AWAY)
            yield model.games(team, (earlier.id,)) + away - 1 - between


def _too_far_away(
    model: MipModel,
    rule: RoadAfterHome,
    team: TeamId,
    slots: tuple[Slot, Slot],
    between: LinearExpr,
) -> Iterator[LinearExpr]:
    """Yield expressions that are 1 if both games are away at hosts too far apart."""
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
        yield before + model.games_hosted(host, team, (slot.id,)) - 1 - between
