"""Arrays and numbers of a league's format: meetings of pairs, phases, trips."""

import numpy as np

from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League, TravelModel
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.compiled_league import Ints

_TRIP_GAP_DAYS = {
    TravelModel.ROUND_TRIPS: -1,
    TravelModel.THREE_DAY_RULE: 3,
    TravelModel.CHAIN: 100_000,
}


def meeting_arrays(league: League) -> dict[str, Ints]:
    """Return the limits of `CompiledLeague` on meetings of pairs, by their names."""
    size = len(league.teams)
    minimum, maximum, max_at_one = (
        np.zeros((size, size), dtype=np.int64) for _ in range(3)
    )
    for row, first in enumerate(league.teams):
        for column, second in enumerate(league.teams):
            if row != column:
                allowed = league.format.meetings(first.id, second.id)
                minimum[row, column] = allowed.at_least
                maximum[row, column] = allowed.at_most
                max_at_one[row, column] = allowed.at_most_at_one_venue
    return {"pair_min": minimum, "pair_max": maximum, "pair_max_at_one": max_at_one}


def is_every_game_once(limits: dict[str, Ints]) -> bool:
    """Return whether the limits have each team host every other team exactly once."""
    others = ~np.eye(len(limits["pair_min"]), dtype=bool)
    twice = (limits["pair_min"][others] == 2) & (limits["pair_max"][others] == 2)
    return bool((twice & (limits["pair_max_at_one"][others] == 1)).all())


def phases(league: League) -> tuple[int, int]:
    """Return the number of phases, 0 if there are none, and the rounds per phase."""
    rounds = len(league.calendar.rounds)
    if not isinstance(league.format, RoundRobin):
        return 0, rounds
    times = league.format.times
    return (times if league.format.phased else 0), rounds // times


def trip_gap_days(league: League) -> int:
    """Return the most days between two games of one trip; -1 if there are no trips.

    Days are counted between first days of series, so those of a series are added.
    """
    free_days = _TRIP_GAP_DAYS[league.goals.travel_model]
    series_days = league.format.games_per_series - 1
    return free_days + series_days if free_days >= 0 else free_days


def fills_all_rounds(instance: Instance) -> bool:
    """Return whether every solution is a double round robin of full rounds."""
    league = instance.league
    rounds, teams = league.calendar.rounds, len(league.teams)
    return (
        instance.start is None
        and isinstance(league.format, RoundRobin)
        and league.format.times == 2
        and teams % 2 == 0
        and len(rounds) == league.format.games_per_team(teams)
        and all(len(round_.slots) == 1 for round_ in rounds)
    )
