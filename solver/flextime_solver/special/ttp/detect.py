"""Detection of travelling tournaments among compiled leagues."""

import numpy as np

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.special.ttp.hard_rules import meeting_gap, run_limits


def is_ttp(league: CompiledLeague) -> bool:
    """Return whether a league is a travelling tournament problem.

    It is a double round robin with one slot a round and no byes, in which teams travel
    from game to game and nothing costs anything but travel and hard constraints for
    all teams: runs of home or away games, and the gap between the games of a pair.
    """
    return (
        _is_compact_double_round_robin(league)
        and league.milli_points_per_m > 0
        and not league.counters
        and not league.slot_locked.any()
        and _teams_travel_between_venues(league)
        and run_limits(league) is not None
        and meeting_gap(league) is not None
    )


def _is_compact_double_round_robin(league: CompiledLeague) -> bool:
    teams = int(league.teams)
    others = ~np.eye(teams, dtype=bool)
    meetings = (league.pair_min, league.pair_max)
    return bool(
        teams > 2
        and league.phases == 0
        and league.rounds == league.slots == league.games_per_team == 2 * (teams - 1)
        and all((pairs[:teams, :teams][others] == 2).all() for pairs in meetings)
    )


def _teams_travel_between_venues(league: CompiledLeague) -> bool:
    """Return whether teams return home between games only when they play there."""
    teams, rounds = int(league.teams), int(league.rounds)
    days = np.diff(league.slot_day[:rounds])
    away = league.travels[:teams, :teams] == ~np.eye(teams, dtype=bool)
    elsewhere = (league.special_stop[:teams, :rounds] >= 0).any()
    return bool(days.max() <= league.trip_gap_days and away.all() and not elsewhere)
