"""One game further with all partial tours of a beam, and which of those are kept."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel
from flextime_solver.special.ttp.partial_tour import (
    Ground,
    Keys,
    PartialTour,
    PartialTours,
    key_after,
    least_travel,
    leaves_room,
    may_meet,
    play_on,
    run_away,
    trip_costs,
)
from flextime_solver.special.ttp.trips_to_go import TripsToGo, without

Continuations = NDArray[np.void]


class Continuation(Protocol):
    """A partial tour and its next game.

    Attributes
    ----------
    least
        Metres of the whole season at least.
    key
        As of a partial tour.
    before
        Row of the partial tour.
    guest_to_go, host_to_go
        What the rest of their trips costs at least then, in metres.
    guest, host
        Who play the game.
    """

    least: int
    key: np.uint64
    before: int
    guest_to_go: int
    host_to_go: int
    guest: int
    host: int


CONTINUATION = np.dtype(
    [
        ("least", np.int64),
        ("key", np.uint64),
        ("before", np.int32),
        ("guest_to_go", np.int32),
        ("host_to_go", np.int32),
        ("guest", np.int8),
        ("host", np.int8),
    ],
    align=True,
)
_KEPT = 3
"""As soon as there is no room for more continuations, one in so many is kept."""
_BINS = 1 << 14
_NO_LIMIT = 1 << 62


@kernel
def list_continuations(
    tours: PartialTours,
    ground: Ground,
    trips: TripsToGo,
    order: Ints,
    continuations: Continuations,
) -> int:
    """All ways to go on, or, of more than there is room for, the best; how many."""
    # Looked up here: tuples of arrays that inner functions get cost more than these.
    from_home, on_trip = trips.from_home, trips.on_trip
    count, limit = 0, _NO_LIMIT
    for row in range(len(tours)):
        tour = tours[row]
        team = _next(tour, order)
        least = least_travel(tour, ground.teams)
        for number in range(2 * ground.teams):
            other = number >> 1
            guest, host = (team, other) if number & 1 else (other, team)
            if (tour.drawn >> other) & 1 or not may_meet(tour, ground, guest, host):
                continue
            hosts = without(guest, tour.unvisited[guest] & ~(1 << host))
            guest_to_go = on_trip[guest, hosts, host, -run_away(tour.run[guest]) - 1]
            host_to_go = from_home[host, without(host, tour.unvisited[host])]
            after = least + trip_costs(tour, ground, guest, host)
            after += guest_to_go + host_to_go - tour.to_go[guest] - tour.to_go[host]
            if after > limit or not leaves_room(tour, ground, guest, host):
                continue
            if count == len(continuations):
                count, limit = _keep_best(continuations)
            continuation = continuations[count]
            continuation.least, continuation.before = after, row
            continuation.key = key_after(tour, ground, guest, host)
            continuation.guest, continuation.host = guest, host
            continuation.guest_to_go, continuation.host_to_go = guest_to_go, host_to_go
            count += 1
    return count


@kernel
def choose(continuations: Continuations, seen: Keys, chosen: Ints) -> int:
    """Rows of those of least travel, one of each key, into `chosen`; how many.

    `seen` is where keys are noted: a power of two of them, more than `chosen` holds.
    """
    seen[:] = 0
    last = len(seen) - 1
    count = 0
    for row in _by_least(continuations):
        key = continuations[row].key
        place = np.int64(key & np.uint64(last))
        while seen[place] != 0 and seen[place] != key:
            place = (place + 1) & last
        if seen[place] == 0:
            seen[place] = key
            chosen[count] = row
            count += 1
            if count == len(chosen):
                break
    return count


@kernel
def go_on(
    tours: PartialTours,
    ground: Ground,
    continuations: Continuations,
    chosen: Ints,
    after: PartialTours,
) -> None:
    """The tours of the chosen continuations, into `after`."""
    for row in range(len(chosen)):
        continuation = continuations[chosen[row]]
        guest, host = continuation.guest, continuation.host
        after[row] = tours[continuation.before]
        play_on(after[row], ground, guest, host)
        after[row].to_go[guest] = continuation.guest_to_go
        after[row].to_go[host] = continuation.host_to_go


@inlined_kernel
def _next(tour: PartialTour, order: Ints) -> int:
    """The first team without a game in this round."""
    for team in order:
        if (tour.drawn >> team) & 1 == 0:
            return int(team)
    return -1


@inner_kernel
def _keep_best(continuations: Continuations) -> tuple[int, int]:
    """Move the best to the front; how many, and the most that others may come to."""
    number = len(continuations) // _KEPT
    least = np.empty(len(continuations), np.int64)
    for row in range(len(continuations)):
        least[row] = continuations[row].least
    limit = np.partition(least, number - 1)[number - 1]
    equal = number - (least < limit).sum()
    kept = 0
    for row in range(len(continuations)):
        if least[row] == limit:
            equal -= 1
        if least[row] < limit or (least[row] == limit and equal >= 0):
            continuations[kept] = continuations[row]
            kept += 1
    return kept, limit


@inner_kernel
def _by_least(continuations: Continuations) -> Ints:
    """Rows by rising travel, but for differences that make none: sorted by counting."""
    least, most = continuations[0].least, continuations[0].least
    for row in range(len(continuations)):
        least = min(least, continuations[row].least)
        most = max(most, continuations[row].least)
    step = (most - least) // _BINS + 1
    start = np.zeros(_BINS + 1, np.int64)
    for row in range(len(continuations)):
        start[(continuations[row].least - least) // step + 1] += 1
    for place in range(_BINS):
        start[place + 1] += start[place]
    rows = np.empty(len(continuations), np.int64)
    for row in range(len(continuations)):
        place = (continuations[row].least - least) // step
        rows[start[place]] = row
        start[place] += 1
    return rows
