"""Successors of the partial solutions of a beam.

A successor is a partial solution and its next game. All successors of a level are
generated first, without the partial solutions that they lead to; those are made for the
selected ones only (`successor_selection`).
"""

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel
from flextime_solver.jit.records import Record
from flextime_solver.special.ttp.completion_bound import CompletionBounds, compress_set
from flextime_solver.special.ttp.extension import (
    extend,
    game_travel,
    has_completion,
    is_allowed,
    run_after_away_game,
    travel_lower_bound,
    zobrist_key_after,
)
from flextime_solver.special.ttp.partial_solution import (
    BeamInstance,
    PartialSolution,
    PartialSolutions,
)

Successors = NDArray[np.void]


class Successor(Record, align=True):
    """A partial solution and its next game."""

    bound: int
    """Lower bound on the metres of every completion."""
    zobrist_key: np.uint64
    """Zobrist key of the partial solution with the game."""
    parent: np.int32
    """Row of the partial solution."""
    guest_bound: np.int32
    """Completion bound of the guest after the game, in metres."""
    host_bound: np.int32
    """Completion bound of the host after the game, in metres."""
    guest: np.int8
    host: np.int8


_KEPT_FRACTION = 3
"""One successor in this many is kept when their array is full.

Frozen into machine code, hence no parameter; it decides how often the array fills."""
_NO_LIMIT = 1 << 62


@kernel
def generate_successors(
    partials: PartialSolutions,
    instance: BeamInstance,
    bounds: CompletionBounds,
    order: Ints,
    successors: Successors,
) -> int:
    """Write all successors of a level to an array and return their number.

    If there are more than the array holds, the best are kept.

    Parameters
    ----------
    partials, instance, bounds
        Partial solutions of one level, and the data of their tournament.
    order
        Teams in the order in which they get their game of a round.
    successors
        Array that the successors are written to.
    """
    # Looked up here: passing tuples of arrays to inner functions costs more.
    from_home, on_trip = bounds.from_home, bounds.on_trip
    count, limit = 0, _NO_LIMIT
    for row in range(len(partials)):
        partial = partials[row]
        team = _next_team(partial, order)
        bound = travel_lower_bound(partial, instance.teams)
        for number in range(2 * instance.teams):
            other = number >> 1
            guest, host = (team, other) if number & 1 else (other, team)
            if (partial.assigned >> other) & 1:
                continue
            if not is_allowed(partial, instance, guest, host):
                continue
            hosts = compress_set(guest, partial.remaining_hosts[guest] & ~(1 << host))
            visits = -run_after_away_game(partial.run[guest])
            guest_bound = on_trip[guest, hosts, host, visits - 1]
            host_bound = from_home[
                host, compress_set(host, partial.remaining_hosts[host])
            ]
            # The other teams' bounds stay as they are.
            after = bound + game_travel(partial, instance, guest, host)
            after += guest_bound + host_bound
            after -= partial.remaining_bound[guest] + partial.remaining_bound[host]
            if after > limit or not has_completion(partial, instance, guest, host):
                continue
            if count == len(successors):
                count, limit = _keep_best(successors)
            successor = successors[count]
            successor.bound, successor.parent = after, row
            successor.zobrist_key = zobrist_key_after(partial, instance, guest, host)
            successor.guest, successor.host = guest, host
            successor.guest_bound, successor.host_bound = guest_bound, host_bound
            count += 1
    return count


@kernel
def apply_successors(
    partials: PartialSolutions,
    instance: BeamInstance,
    successors: Successors,
    selected: Ints,
    next_partials: PartialSolutions,
) -> None:
    """Write the partial solutions of the selected successors to `next_partials`."""
    for row in range(len(selected)):
        successor = successors[selected[row]]
        guest, host = successor.guest, successor.host
        next_partials[row] = partials[successor.parent]
        extend(next_partials[row], instance, guest, host)
        next_partials[row].remaining_bound[guest] = successor.guest_bound
        next_partials[row].remaining_bound[host] = successor.host_bound


@inlined_kernel
def _next_team(partial: PartialSolution, order: Ints) -> int:
    """Return the first team without a game in the present round."""
    for team in order:
        if (partial.assigned >> team) & 1 == 0:
            return int(team)
    return -1


@inner_kernel
def _keep_best(successors: Successors) -> tuple[int, int]:
    """Move the best to the front; return their number and their largest bound."""
    number = len(successors) // _KEPT_FRACTION
    bound = np.empty(len(successors), np.int64)
    for row in range(len(successors)):
        bound[row] = successors[row].bound
    limit = np.partition(bound, number - 1)[number - 1]
    equal = number - (bound < limit).sum()
    kept = 0
    for row in range(len(successors)):
        if bound[row] == limit:
            equal -= 1
        if bound[row] < limit or (bound[row] == limit and equal >= 0):
            successors[kept] = successors[row]
            kept += 1
    return kept, limit
