"""Lower bounds on the distance that a team travels until the end of the season.

The remaining trips of one team, regarded without the other teams, are the routes of a
vehicle that makes at most a given number of visits between two returns home. The sum
of the optimal routes of all teams is a lower bound on the travel of any completion of a
partial schedule: the independent lower bound of Uthus, Riddle and Guesgen (2012),
Journal of Scheduling 15(5), 601-614.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel

Int32s = NDArray[np.int32]

MAX_METRES = 1 << 30
"""Metres that the season of any team must stay below, so that sums fit 32 bits."""


class CompletionBounds(NamedTuple):
    """Least metres until a team has visited a set of hosts and is back home.

    Sets of hosts are integers as `compress_set` makes them.

    Attributes
    ----------
    from_home
        Bound for a team that is at home, of shape (team, hosts).
    on_trip
        Bound for a team that is on a trip, of shape (team, hosts, location, visits of
        this trip - 1). Entries whose location is the team's home or one of the hosts
        have no meaning.
    """

    from_home: Int32s
    on_trip: Int32s


def table_bytes(teams: int, max_trip: int) -> int:
    """Return the size in bytes of the bounds for trips of at most `max_trip` visits."""
    return 4 * teams * (1 << (teams - 1)) * (1 + teams * max_trip)


def completion_bounds(distance_m: Ints, max_trip: int) -> CompletionBounds:
    """Compute the bounds by dynamic programming over sets of hosts.

    Parameters
    ----------
    distance_m
        Metres between the homes of two teams, of shape (team, team). The season of each
        team must come to less than `MAX_METRES`.
    max_trip
        Most visits between two returns home.
    """
    teams = len(distance_m)
    from_home = np.zeros((teams, 1 << (teams - 1)), np.int32)
    on_trip = np.zeros((*from_home.shape, teams, max_trip), np.int32)
    _fill(from_home, on_trip, distance_m)
    return CompletionBounds(from_home, on_trip)


@inlined_kernel
def compress_set(team: int, others: int) -> int:
    """Return a set of other teams without the bit of `team`, which halves the table."""
    below = (1 << team) - 1
    return (others & below) | ((others >> 1) & ~below)


@kernel
def _fill(from_home: Int32s, on_trip: Int32s, distance_m: Ints) -> None:
    teams, sets, _, max_trip = on_trip.shape
    for team in range(teams):
        # A subset is a smaller number than the set, so its bounds are there already.
        for hosts in range(sets):
            home = 0
            if hosts != 0:
                home = _bound_of_next_visit(on_trip, distance_m, team, hosts, team, 0)
            from_home[team, hosts] = home
            for location in range(teams):
                if location == team or compress_set(team, 1 << location) & hosts != 0:
                    continue
                for visits in range(1, max_trip + 1):
                    on_trip[team, hosts, location, visits - 1] = min(
                        distance_m[location, team] + home,
                        _bound_of_next_visit(
                            on_trip, distance_m, team, hosts, location, visits
                        ),
                    )


@inner_kernel
def _bound_of_next_visit(
    on_trip: Int32s,
    distance_m: Ints,
    team: int,
    hosts: int,
    location: int,
    visits: int,
) -> int:
    """Return the least metres if a trip of `visits` visits continues to a host."""
    bound = MAX_METRES
    if visits < on_trip.shape[3]:
        for other in range(on_trip.shape[0] - 1):
            if (hosts >> other) & 1:
                host = other if other < team else other + 1
                rest = on_trip[team, hosts & ~(1 << other), host, visits]
                bound = min(bound, distance_m[location, host] + rest)
    return bound
