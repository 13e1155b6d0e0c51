"""Counting arguments that prove that a disrupted season has no repair."""

from collections.abc import Iterator
from dataclasses import replace

from flextime.domain.constraints import Constraint
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import ConstraintId, SlotId, TeamId
from flextime.domain.leagues.preflight import preflight
from flextime.domain.schedules.checker import check
from flextime_solver.repair.disrupted_season import DisruptedSeason
from flextime_solver.repair.disruption import (
    GamePostponement,
    TeamAbsence,
    VenueClosure,
)


def repair_preflight(season: DisruptedSeason) -> tuple[str, ...]:
    """Return sentences that each prove that there is no repair.

    An empty result proves nothing. Nothing can be proven this way if the published
    schedule violates hard rules, because a repair may violate them as well.
    """
    if not check(season.league, season.schedule).score.feasible:
        return ()
    rules = tuple(_rules_of_disruptions(season))
    disrupted = replace(season.league, constraints=(*season.league.constraints, *rules))
    return tuple(problem.message for problem in preflight(disrupted))


def _rules_of_disruptions(season: DisruptedSeason) -> Iterator[Constraint]:
    """Yield the disruptions as rules that every repair satisfies."""
    for number, disruption in enumerate(season.disruptions):
        name = ConstraintId(f"disruption-{number}")
        match disruption:
            case VenueClosure(team, slots):
                if lost := _slots_without_fixed_game(season, team, slots):
                    yield VenueUnavailable(id=name, team=team, slots=lost)
            case TeamAbsence(team, slots):
                if lost := _slots_without_fixed_game(season, team, slots):
                    yield TeamUnavailable(id=name, team=team, slots=lost)
            case GamePostponement():
                continue  # another slot of the same round may be possible


def _slots_without_fixed_game(
    season: DisruptedSeason, team: TeamId, slots: tuple[SlotId, ...]
) -> tuple[SlotId, ...]:
    fixed = {
        game.slot
        for game in season.schedule.games
        if team in {game.home, game.away} and season.is_fixed(game)
    }
    return tuple(slot for slot in slots if slot not in fixed)
