"""Rows that make a schedule one of its league: rounds, games, meetings, phases."""

from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.formats import RoundRobin
from flextime_solver.mip.model import SeasonModel


def require_structure(model: SeasonModel) -> None:
    """Add the rows that hold for every league, whatever its rules."""
    league = model.league
    needed = league.format.games_per_team(len(model.teams))
    every_slot = tuple(slot for slots in model.rounds for slot in slots)
    for round_ in range(len(model.rounds)):
        if not model.repeats(round_):
            _require_round(model, round_)
    for team in model.teams:
        # sum over the season of x = games per team
        model.require(model.games(team, every_slot) == needed)
    for first, second in combinations(model.teams, 2):
        _require_meetings(model, first, second, every_slot)
        _require_phases(model, first, second)


def _require_round(model: SeasonModel, round_: int) -> None:
    """A team plays once or has a bye; teams alone in an odd number cannot all play.

    The second row follows from the others, but solvers are slow to see it: with it the
    first schedule of a season of nine teams came five times as fast.
    """
    if model.byes == 0:
        for team in model.teams:
            # home + away = 1
            model.require(model.listed_games(team, model.rounds[round_]) == 1)
        hosts = (model.in_round(team, round_, Side.HOME) for team in model.teams)
        # as many hosts as games
        model.require(lpSum(hosts) == len(model.teams) // 2)
        return
    byes = []
    for team in model.teams:
        bye = model.binary(f"bye_{team}_{round_}")
        byes.append(bye)
        home = model.in_round(team, round_, Side.HOME)
        away = model.in_round(team, round_, Side.AWAY)
        # home + away + bye = 1
        model.require(home + away + bye == 1)
        model.require(model.in_round(team, round_) + bye == 1)
    odd = len(model.teams) % 2
    games = len(model.teams) * model.games_per_team // 2
    every_round_is_full = games == len(model.rounds) * (len(model.teams) // 2)
    model.require(lpSum(byes) == odd if every_round_is_full else lpSum(byes) >= odd)


def _require_meetings(
    model: SeasonModel, first: TeamId, second: TeamId, slots: tuple[SlotId, ...]
) -> None:
    allowed = model.league.format.meetings(first, second)
    if allowed.at_most == 0:
        return
    hosted = (model.game(first, second, slots), model.game(second, first, slots))
    met = hosted[0] + hosted[1]
    least_at_one_venue = allowed.at_least - allowed.at_most_at_one_venue
    # at_least <= meetings <= at_most, and as even between the venues as allowed
    model.require(met >= allowed.at_least)
    model.require(met <= allowed.at_most)
    for games in hosted:
        model.require(games <= allowed.at_most_at_one_venue)
        model.require(games >= least_at_one_venue)


def _require_phases(model: SeasonModel, first: TeamId, second: TeamId) -> None:
    season_format = model.league.format
    if not (isinstance(season_format, RoundRobin) and season_format.phased):
        return
    length = len(model.rounds) // season_format.times
    for phase in range(season_format.times):
        rounds = model.rounds[phase * length : (phase + 1) * length]
        slots = tuple(slot for round_slots in rounds for slot in round_slots)
        # every pair meets once in each phase: as often as there are phases
        model.require(model.meetings(first, second, slots) == 1)
