"""The sequence of a team: its games in order of time, and the travel between them."""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.solution import Solution

DAY, WEEKDAY, AWAY, OPPONENT, ROUND, SLOT = 0, 1, 2, 3, 4, 5
"""Rows of `Solution.sequence`, which has one column per game of a team."""


@inner_kernel
def team_sequence(
    league: CompiledLeague, solution: Solution, team: int
) -> tuple[int, int]:
    """Write a team's games to ``solution.sequence``; return their number and metres."""
    games = 0
    metres = 0
    stop_before = team
    day_before = 0
    for round_ in range(league.rounds):
        solution.games_before[team, round_] = games
        opponent = solution.opponent[team, round_]
        if opponent == NO_OPPONENT:
            continue
        slot = solution.slot[team, round_]
        day = league.slot_day[slot]
        at_home = solution.at_home[team, round_]
        host = team if at_home else opponent
        stop = _stop(league, team, round_, host)
        metres += _leg_m(league, team, stop_before, stop, day - day_before)
        solution.sequence[DAY, games] = day
        solution.sequence[WEEKDAY, games] = league.slot_weekday[slot]
        solution.sequence[AWAY, games] = 1 - at_home
        solution.sequence[OPPONENT, games] = opponent
        solution.sequence[ROUND, games] = round_
        solution.sequence[SLOT, games] = slot
        games += 1
        stop_before = stop
        day_before = day
    metres += _leg_m(league, team, stop_before, team, 0)
    return games, metres


@inner_kernel
def team_travel_m(league: CompiledLeague, solution: Solution, team: int) -> int:
    """Return the metres of a team's season, without writing its sequence.

    The result equals that of `team_sequence`, in about half the time.
    """
    metres = 0
    stop_before = team
    day_before = 0
    for round_ in range(league.rounds):
        opponent = solution.opponent[team, round_]
        if opponent == NO_OPPONENT:
            continue
        day = league.slot_day[solution.slot[team, round_]]
        host = team if solution.at_home[team, round_] else opponent
        stop = _stop(league, team, round_, host)
        metres += _leg_m(league, team, stop_before, stop, day - day_before)
        stop_before = stop
        day_before = day
    metres += _leg_m(league, team, stop_before, team, 0)
    return int(metres)


@inner_kernel
def _stop(league: CompiledLeague, team: int, round_: int, host: int) -> int:
    """Return the stop of a team's game: its own number if it does not leave home."""
    stop = league.special_stop[team, round_]
    if stop < 0:
        stop = host
    return stop if league.travels[team, stop] == 1 else team


@inner_kernel
def _leg_m(league: CompiledLeague, team: int, before: int, stop: int, days: int) -> int:
    """Return the metres to a game `days` after the one before, via home or directly."""
    metres: int = league.distance_m[before, team] + league.distance_m[team, stop]
    if days <= league.trip_gap_days and team not in (before, stop):
        metres = league.distance_m[before, stop]
    return metres
