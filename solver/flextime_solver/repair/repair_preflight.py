"""Why a disrupted season has no repair, where counting tells."""

from collections.abc import Iterator
from dataclasses import replace

from flextime.domain.constraints import Constraint
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import ConstraintId, SlotId, TeamId
from flextime.domain.leagues.preflight import preflight
from flextime.domain.schedules.checker import check
from flextime_solver.repair.disrupted_season import DisruptedSeason
from flextime_solver.repair.disruption import ArenaLost, GamePostponed, TeamOut


def no_room(season: DisruptedSeason) -> tuple[str, ...]:
    """Sentences, each of which proves that there is no repair; none proves nothing.

    A schedule that breaks hard rules already may go on breaking them: then counting
    them proves nothing.
    """
    if not check(season.league, season.schedule).score.feasible:
        return ()
    rules = tuple(_rules(season))
    disrupted = replace(season.league, constraints=(*season.league.constraints, *rules))
    return tuple(problem.message for problem in preflight(disrupted))


def _rules(season: DisruptedSeason) -> Iterator[Constraint]:
    """What happened, as rules that every repair keeps."""
    for number, happened in enumerate(season.disruptions):
        name = ConstraintId(f"disruption-{number}")
        match happened:
            case ArenaLost(team, slots):
                if lost := _free(season, team, slots):
                    yield VenueUnavailable(id=name, team=team, slots=lost)
            case TeamOut(team, slots):
                if lost := _free(season, team, slots):
                    yield TeamUnavailable(id=name, team=team, slots=lost)
            case GamePostponed():
                continue  # there may be room on another day of its round


def _free(
    season: DisruptedSeason, team: TeamId, slots: tuple[SlotId, ...]
) -> tuple[SlotId, ...]:
    """Without those in which the team has a game that stays whatever happens."""
    taken = {
        game.slot
        for game in season.schedule.games
        if team in {game.home, game.away} and season.fixed(game)
    }
    return tuple(slot for slot in slots if slot not in taken)
