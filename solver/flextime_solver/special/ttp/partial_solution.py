"""Partial solutions of beam search and the data of the instance that they share.

A partial solution is a schedule up to some game. Games are assigned round by round;
within a round, the first team without a game, in an order that the beam draws, gets
one next. Only what decides the possible completions is stored, not the games.
"""

from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.records import Record, int8, int32, int64, uint64
from flextime_solver.special.ttp.completion_bound import Int32s
from flextime_solver.special.ttp.ttp_solution import TtpSolution

MAX_BEAM_TEAMS = 16
"""Capacity of the records; it also keeps the table of completion bounds small."""

PartialSolutions = NDArray[np.void]
Keys = NDArray[np.uint64]


class PartialSolution(Record, align=True):
    """State of a schedule up to some game."""

    zobrist_key: np.uint64
    """Zobrist key: equal for partial solutions with the same possible completions, and
    different for others except by a collision of hashes."""
    travel: int
    """Metres travelled so far."""
    assigned: int
    """Teams that have a game in the present round, as bits."""
    remaining_hosts: Annotated[Ints, int32(MAX_BEAM_TEAMS)]
    """Hosts that each team has not visited yet, as bits."""
    remaining_bound: Annotated[Ints, int32(MAX_BEAM_TEAMS)]
    """Completion bound of each team: lower bound on its remaining metres."""
    remaining_away: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Away games that each team has still to play."""
    remaining_home: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Home games that each team has still to play."""
    location: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Team at whose home each team is."""
    run: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Length of each team's present run: positive at home, negative away."""
    last_opponent: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Latest opponent of each team; the team itself before its first game."""


class BeamInstance(Record):
    """Data of a tournament that all its partial solutions share.

    The keys are the random numbers of Zobrist hashing (Zobrist 1970, Technical Report
    88, University of Wisconsin): a state's key is the exclusive or of the numbers of
    its features, so that a game changes it by a few operations.
    """

    teams: int
    """Number of teams, at most `MAX_BEAM_TEAMS`."""
    max_away_run: int
    """Most away games in a row."""
    max_home_run: int
    """Most home games in a row."""
    allows_repeaters: int
    """1 if a pair may meet in two successive rounds."""
    distance_m: Annotated[Ints, int64(MAX_BEAM_TEAMS, MAX_BEAM_TEAMS)]
    """Metres between the homes of two teams."""
    game_keys: Annotated[Keys, uint64(MAX_BEAM_TEAMS, MAX_BEAM_TEAMS)]
    """Key of each played game (guest, host)."""
    location_keys: Annotated[
        Keys, uint64(MAX_BEAM_TEAMS, MAX_BEAM_TEAMS, MAX_BEAM_TEAMS)
    ]
    """Key of each (team, location, last opponent)."""
    run_keys: Annotated[Keys, uint64(MAX_BEAM_TEAMS, 2 * MAX_BEAM_TEAMS)]
    """Key of each (team, run); away runs, being negative, index from the end."""


def beam_instance_of(
    solution: TtpSolution, random: np.random.Generator
) -> BeamInstance:
    """Return the data of a solution's tournament, with keys drawn from `random`.

    The tournament's minimum gap between the games of a pair must be 0 or 1 rounds.
    """
    instance = BeamInstance.zeros()
    teams = instance.teams = int(solution.teams)
    instance.max_away_run, instance.max_home_run = (
        int(games) for games in solution.max_run
    )
    instance.allows_repeaters = int(solution.min_gap == 0)
    instance.distance_m[:teams, :teams] = solution.distance_m[:teams, :teams]
    for keys in (instance.game_keys, instance.location_keys, instance.run_keys):
        keys[:] = random.integers(1 << 63, size=keys.shape)
    return instance


def empty_partial_solutions(
    instance: BeamInstance, from_home: Int32s
) -> PartialSolutions:
    """Return an array of one partial solution without games.

    `from_home` holds the bounds of `completion_bound.CompletionBounds`.
    """
    teams = int(instance.teams)
    own = np.arange(teams)
    partial = np.zeros(1, PartialSolution.dtype)
    partial["remaining_hosts"][0, :teams] = ((1 << teams) - 1) & ~(1 << own)
    partial["remaining_bound"][0, :teams] = from_home[:, -1]
    partial["remaining_away"][0, :teams] = teams - 1
    partial["remaining_home"][0, :teams] = teams - 1
    partial["location"][0, :teams] = partial["last_opponent"][0, :teams] = own
    return partial
