"""Lower bounds on the travel of a team until the end of the season."""

from itertools import permutations

import numpy as np
import pytest

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.special.ttp.completion_bound import completion_bounds


@pytest.mark.parametrize("max_trip", [1, 2, 3])
def test_completion_bounds_are_the_shortest_trips_by_enumeration(max_trip: int) -> None:
    metres = np.random.default_rng(max_trip).integers(1, 100, (5, 5))
    metres[np.diag_indices(5)] = 0

    bounds = completion_bounds(metres, max_trip)

    for team in range(5):
        others = [host for host in range(5) if host != team]
        for hosts in range(16):
            left = [host for bit, host in enumerate(others) if hosts >> bit & 1]
            bound = _shortest(metres, team, team, left, max_trip, max_trip)
            assert bounds.from_home[team, hosts] == bound
            for location in set(others) - set(left):
                for visits in range(1, max_trip + 1):
                    bound = _shortest(
                        metres,
                        team,
                        location,
                        left,
                        max_trip,
                        max_trip - visits,
                    )
                    assert bounds.on_trip[team, hosts, location, visits - 1] == bound


def _shortest(
    metres: Ints, team: int, location: int, hosts: list[int], max_trip: int, first: int
) -> int:
    """Return the least metres by enumeration of orders and of returns home."""

    def onward(location: int, order: tuple[int, ...], visits: int) -> int:
        if not order:
            return int(metres[location, team])
        home = metres[location, team] + metres[team, order[0]]
        ways = [home + onward(order[0], order[1:], max_trip - 1)]
        if visits > 0:
            on = metres[location, order[0]]
            ways.append(on + onward(order[0], order[1:], visits - 1))
        return int(min(ways))

    return min(onward(location, order, first) for order in permutations(hosts))
