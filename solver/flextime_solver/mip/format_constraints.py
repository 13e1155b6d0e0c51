"""Linear constraints of the season format: rounds, games, meetings and phases."""

from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.formats import RoundRobin
from flextime_solver.mip.model import MipModel


def add_format_constraints(model: MipModel) -> None:
    """Add the constraints that hold for every schedule of the league's format."""
    league = model.league
    games_per_team = league.format.games_per_team(len(model.teams))
    every_slot = tuple(slot for slots in model.rounds for slot in slots)
    for round_ in range(len(model.rounds)):
        if not model.is_mirror_round(round_):
            _add_round(model, round_)
    for team in model.teams:
        # sum over the season of x = G
        model.add_constraint(model.games(team, every_slot) == games_per_team)
    for first, second in combinations(model.teams, 2):
        _add_meetings(model, first, second, every_slot)
        _add_phases(model, first, second)


def _add_round(model: MipModel, round_: int) -> None:
    """Each team plays once or has a bye.

    The sum over all teams is implied by the other constraints, but solvers are slow to
    deduce it: with it, the first schedule of a season of nine teams was found in a
    fifth of the time.
    """
    if model.byes == 0:
        _add_full_round(model, round_)
        return
    byes = []
    for team in model.teams:
        bye = model.binary(f"bye_{team}_{round_}")
        byes.append(bye)
        home = model.plays_in_round(team, round_, Side.HOME)
        away = model.plays_in_round(team, round_, Side.AWAY)
        # H + A + bye = 1
        model.add_constraint(home + away + bye == 1)
        model.add_constraint(model.plays_in_round(team, round_) + bye == 1)
    odd = len(model.teams) % 2
    games = len(model.teams) * model.games_per_team // 2
    every_round_is_full = games == len(model.rounds) * (len(model.teams) // 2)
    # sum over t of bye >= n mod 2
    model.add_constraint(
        lpSum(byes) == odd if every_round_is_full else lpSum(byes) >= odd
    )


def _add_full_round(model: MipModel, round_: int) -> None:
    """Without byes each team plays, and half of the teams are at home."""
    for team in model.teams:
        # H + A = 1
        model.add_constraint(model.sum_of_games(team, model.rounds[round_]) == 1)
    hosts = (model.plays_in_round(team, round_, Side.HOME) for team in model.teams)
    # sum over t of H = n / 2
    model.add_constraint(lpSum(hosts) == len(model.teams) // 2)


def _add_meetings(
    model: MipModel, first: TeamId, second: TeamId, slots: tuple[SlotId, ...]
) -> None:
    """Bound the meetings of a pair, in total and at each venue."""
    allowed = model.league.format.meetings(first, second)
    if allowed.at_most == 0:
        return
    hosted = (
        model.games_hosted(first, second, slots),
        model.games_hosted(second, first, slots),
    )
    meetings = hosted[0] + hosted[1]
    min_at_one_venue = allowed.at_least - allowed.at_most_at_one_venue
    # at_least <= sum of m <= at_most
    model.add_constraint(meetings >= allowed.at_least)
    model.add_constraint(meetings <= allowed.at_most)
    for games in hosted:
        model.add_constraint(games <= allowed.at_most_at_one_venue)
        model.add_constraint(games >= min_at_one_venue)


def _add_phases(model: MipModel, first: TeamId, second: TeamId) -> None:
    """In a phased round robin, each pair meets once in each phase."""
    season_format = model.league.format
    if not (isinstance(season_format, RoundRobin) and season_format.phased):
        return
    length = len(model.rounds) // season_format.times
    for phase in range(season_format.times):
        rounds = model.rounds[phase * length : (phase + 1) * length]
        slots = tuple(slot for round_slots in rounds for slot in round_slots)
        # sum of m over the phase = 1
        model.add_constraint(model.meetings(first, second, slots) == 1)
