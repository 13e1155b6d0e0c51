"""What the rest of a team's trips costs at least, were it alone in the season.

Its journeys are those of a vehicle that makes at most so many visits between two
returns home. All of them together are a lower bound of a season that is played in part
(Uthus, Riddle and Guesgen 2012, Journal of Scheduling 15(5), 601-614).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel

NarrowInts = NDArray[np.int32]

MAX_METRES = 1 << 30
"""More than any team's trips of a season may come to."""


class TripsToGo(NamedTuple):
    """Least metres until a team has been to some hosts and is home again.

    Attributes
    ----------
    from_home
        Where the team is at home, of shape (team, hosts); `hosts` is a set as `without`
        makes it.
    on_trip
        After some visits since it left home, of shape (team, hosts, place, visits - 1).
        Where the place is home, or one of the hosts that are still to come, it has no
        meaning.
    """

    from_home: NarrowInts
    on_trip: NarrowInts


def table_bytes(teams: int, longest: int) -> int:
    """What the tables of trips of at most so many visits take."""
    return 4 * teams * (1 << (teams - 1)) * (1 + teams * longest)


def trips_to_go(metres: Ints, longest: int) -> TripsToGo:
    """By dynamic programming over sets of hosts.

    Parameters
    ----------
    metres
        Between homes, of shape (team, team); those of a season of any team come to less
        than `MAX_METRES`.
    longest
        Most visits of a trip.
    """
    teams = len(metres)
    from_home = np.zeros((teams, 1 << (teams - 1)), np.int32)
    on_trip = np.zeros((*from_home.shape, teams, longest), np.int32)
    _fill(from_home, on_trip, metres)
    return TripsToGo(from_home, on_trip)


@inlined_kernel
def without(team: int, teams: int) -> int:
    """A set of other teams, with no bit for the team itself."""
    below = (1 << team) - 1
    return (teams & below) | ((teams >> 1) & ~below)


@kernel
def _fill(from_home: NarrowInts, on_trip: NarrowInts, metres: Ints) -> None:
    teams, sets, _, longest = on_trip.shape
    for team in range(teams):
        for hosts in range(sets):
            home = 0
            if hosts != 0:
                home = _least_onward(on_trip, metres, team, hosts, team, 0)
            from_home[team, hosts] = home
            for place in range(teams):
                if place == team or (without(team, 1 << place) & hosts) != 0:
                    continue
                for visits in range(1, longest + 1):
                    on_trip[team, hosts, place, visits - 1] = min(
                        metres[place, team] + home,
                        _least_onward(on_trip, metres, team, hosts, place, visits),
                    )


@inner_kernel
def _least_onward(
    on_trip: NarrowInts, metres: Ints, team: int, hosts: int, place: int, visits: int
) -> int:
    """By going to one of the hosts next, after so many visits in a row."""
    least = MAX_METRES
    if visits < on_trip.shape[3]:
        for other in range(on_trip.shape[0] - 1):
            if (hosts >> other) & 1:
                host = other if other < team else other + 1
                rest = on_trip[team, hosts & ~(1 << other), host, visits]
                least = min(least, metres[place, host] + rest)
    return least
