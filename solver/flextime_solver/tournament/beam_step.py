"""One game further with all partial tours of a beam, and which of those are kept."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from flextime_solver.kernel import inlined_kernel, inner_kernel, kernel
from flextime_solver.model.compiled import Ints
from flextime_solver.tournament.partial_tour import (
    Ground,
    Keys,
    PartialTour,
    PartialTours,
    journeys,
    key_after,
    least_travel,
    leaves_room,
    may_meet,
    play_on,
    run_away,
)
from flextime_solver.tournament.trips_to_go import TripsToGo, without

Candidates = NDArray[np.void]


class Candidate(Protocol):
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


CANDIDATE = np.dtype(
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
"""As soon as there is no room for more candidates, one in so many is kept."""
_BINS = 1 << 14
_NO_LIMIT = 1 << 62


@kernel
def list_candidates(
    tours: PartialTours,
    ground: Ground,
    trips: TripsToGo,
    order: Ints,
    candidates: Candidates,
) -> int:
    """All ways to go on, or at least the best third of them; how many."""
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
            after = least + journeys(tour, ground, guest, host)
            after += guest_to_go + host_to_go - tour.to_go[guest] - tour.to_go[host]
            if after > limit or not leaves_room(tour, ground, guest, host):
                continue
            if count == len(candidates):
                count, limit = _keep_best(candidates)
            candidate = candidates[count]
            candidate.least, candidate.before = after, row
            candidate.key = key_after(tour, ground, guest, host)
            candidate.guest, candidate.host = guest, host
            candidate.guest_to_go, candidate.host_to_go = guest_to_go, host_to_go
            count += 1
    return count


@kernel
def choose(candidates: Candidates, seen: Keys, chosen: Ints) -> int:
    """Rows of those of least travel, one of each key, into `chosen`; how many.

    `seen` is where keys are noted: a power of two of them, more than `chosen` holds.
    """
    seen[:] = 0
    last = len(seen) - 1
    count = 0
    for row in _by_least(candidates):
        key = candidates[row].key
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
    candidates: Candidates,
    chosen: Ints,
    after: PartialTours,
) -> None:
    """The tours of the chosen candidates, into `after`."""
    for row in range(len(chosen)):
        candidate = candidates[chosen[row]]
        guest, host = candidate.guest, candidate.host
        after[row] = tours[candidate.before]
        play_on(after[row], ground, guest, host)
        after[row].to_go[guest] = candidate.guest_to_go
        after[row].to_go[host] = candidate.host_to_go


@inlined_kernel
def _next(tour: PartialTour, order: Ints) -> int:
    """The first team without a game in this round."""
    for team in order:
        if (tour.drawn >> team) & 1 == 0:
            return int(team)
    return -1


@inner_kernel
def _keep_best(candidates: Candidates) -> tuple[int, int]:
    """Move the best to the front; how many, and the most that others may come to."""
    number = len(candidates) // _KEPT
    least = np.empty(len(candidates), np.int64)
    for row in range(len(candidates)):
        least[row] = candidates[row].least
    limit = np.partition(least, number - 1)[number - 1]
    kept = 0
    for row in range(len(candidates)):
        if candidates[row].least <= limit and kept < number:
            candidates[kept] = candidates[row]
            kept += 1
    return kept, limit


@inner_kernel
def _by_least(candidates: Candidates) -> Ints:
    """Rows by rising travel, but for differences that make none: sorted by counting."""
    least, most = candidates[0].least, candidates[0].least
    for row in range(len(candidates)):
        least = min(least, candidates[row].least)
        most = max(most, candidates[row].least)
    step = (most - least) // _BINS + 1
    start = np.zeros(_BINS + 1, np.int64)
    for row in range(len(candidates)):
        start[(candidates[row].least - least) // step + 1] += 1
    for place in range(_BINS):
        start[place + 1] += start[place]
    rows = np.empty(len(candidates), np.int64)
    for row in range(len(candidates)):
        place = (candidates[row].least - least) // step
        rows[start[place]] = row
        start[place] += 1
    return rows
