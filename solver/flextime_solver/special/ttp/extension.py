"""Extension of a partial solution by one game: feasibility, travel and Zobrist key."""

import numpy as np

from flextime_solver.jit.kernels import inlined_kernel
from flextime_solver.special.ttp.partial_solution import BeamInstance, PartialSolution


@inlined_kernel
def is_allowed(
    partial: PartialSolution, instance: BeamInstance, guest: int, host: int
) -> bool:
    """Return whether the game is still to play and breaks no constraint now.

    It must not repeat the last game's pair or make a run too long.
    """
    return bool(
        (partial.remaining_hosts[guest] >> host) & 1
        and (instance.allows_repeaters or partial.last_opponent[guest] != host)
        and -run_after_away_game(partial.run[guest]) <= instance.max_away_run
        and _run_after_home_game(partial.run[host]) <= instance.max_home_run
    )


@inlined_kernel
def has_completion(
    partial: PartialSolution, instance: BeamInstance, guest: int, host: int
) -> bool:
    """Return whether both teams' games after this one can form runs that are allowed.

    This is necessary for a completion, not sufficient: it regards each team alone.
    """
    away, at_home = partial.remaining_away[guest] - 1, partial.remaining_home[guest]
    run = run_after_away_game(partial.run[guest])
    if not _can_form_runs(instance, away, at_home, run):
        return False
    away, at_home = partial.remaining_away[host], partial.remaining_home[host] - 1
    run = _run_after_home_game(partial.run[host])
    return bool(_can_form_runs(instance, away, at_home, run))


@inlined_kernel
def _can_form_runs(instance: BeamInstance, away: int, at_home: int, run: int) -> bool:
    # n games of one side separate n + 1 runs of the other; one of them has begun.
    if run < 0:
        max_away = instance.max_away_run * (at_home + 1) + run
        return away <= max_away and at_home <= instance.max_home_run * (away + 1)
    max_at_home = instance.max_home_run * (away + 1) - run
    return at_home <= max_at_home and away <= instance.max_away_run * (at_home + 1)


@inlined_kernel
def run_after_away_game(run: int) -> int:
    """Return the run after an away game that follows `run`: a negative length."""
    return run - 1 if run < 0 else -1


@inlined_kernel
def _run_after_home_game(run: int) -> int:
    return run + 1 if run > 0 else 1


@inlined_kernel
def game_travel(
    partial: PartialSolution, instance: BeamInstance, guest: int, host: int
) -> int:
    """Return the metres that both teams travel to this game."""
    location = partial.location
    return int(
        instance.distance_m[location[guest], host]
        + instance.distance_m[location[host], host]
    )


@inlined_kernel
def travel_lower_bound(partial: PartialSolution, teams: int) -> int:
    """Return a lower bound on the metres of every completion."""
    metres = partial.travel
    for team in range(teams):
        metres += partial.remaining_bound[team]
    return int(metres)


@inlined_kernel
def zobrist_key_after(
    partial: PartialSolution, instance: BeamInstance, guest: int, host: int
) -> np.uint64:
    """Return the Zobrist key of the partial solution extended by this game."""
    locations, runs = instance.location_keys, instance.run_keys
    key = partial.zobrist_key ^ instance.game_keys[guest, host]
    # Exclusive or with a feature's number removes the feature, or adds it.
    key ^= locations[guest, partial.location[guest], partial.last_opponent[guest]]
    key ^= locations[guest, host, host]
    run = partial.run[guest]
    key ^= runs[guest, run] ^ runs[guest, run_after_away_game(run)]
    key ^= locations[host, partial.location[host], partial.last_opponent[host]]
    key ^= locations[host, host, guest]
    run = partial.run[host]
    key ^= runs[host, run] ^ runs[host, _run_after_home_game(run)]
    return np.uint64(key)


@inlined_kernel
def extend(
    partial: PartialSolution, instance: BeamInstance, guest: int, host: int
) -> None:
    """Assign this game in place; the caller updates the completion bounds."""
    partial.zobrist_key = zobrist_key_after(partial, instance, guest, host)
    partial.travel += game_travel(partial, instance, guest, host)
    partial.remaining_hosts[guest] &= ~(1 << host)
    partial.remaining_away[guest] -= 1
    partial.remaining_home[host] -= 1
    partial.run[guest] = run_after_away_game(partial.run[guest])
    partial.run[host] = _run_after_home_game(partial.run[host])
    partial.location[guest] = partial.location[host] = host
    partial.last_opponent[guest], partial.last_opponent[host] = host, guest
    partial.assigned |= (1 << guest) | (1 << host)
    if partial.assigned == (1 << instance.teams) - 1:
        # The round is complete; the next game belongs to the next round.
        partial.assigned = 0
