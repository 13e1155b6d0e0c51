"""State of a search beside its solution: random numbers, statistics, best, scratch."""

from enum import IntEnum
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import RandomState, uniform
from flextime_solver.jit.records import (
    MAX_ROUNDS,
    MAX_TEAMS,
    Record,
    float64,
    int64,
    uint64,
)
from flextime_solver.solution.round_sets import ROUND_WORDS

Floats = NDArray[np.float64]


class Move(IntEnum):
    """Kind of move of the compiled search; `MoveWeights` describes each of them."""

    DATE = 0
    VENUE_CYCLE = 1
    ROUNDS_CHAIN = 2
    TRIPS_CHAIN = 3
    ROUNDS = 4
    TEAMS_CHAIN = 5
    TEAMS_TRIP_CHAIN = 6
    TEAMS = 7
    MEETING = 8


_LAST = len(Move) - 1
MAX_CHAIN_LENGTH = 6
"""Rounds after which a chain of two teams is given up: longer ones change too much."""


class SearchState(Record):
    """Random numbers, parameters, statistics, best solution and scratch of a search."""

    random: Annotated[RandomState, uint64(1)]
    """State of the random number generator."""
    temperature: float
    """Current temperature, in milli-points."""
    hard_weight: float
    """Cost of one unit of hard deviation, in milli-points."""
    trip_cost: float
    """Travel cost that a move may save per team, in milli-points."""
    weights: Annotated[Floats, float64(len(Move))]
    """Probability of each kind of move."""
    proposed: Annotated[Ints, int64(len(Move))]
    """Moves of each kind evaluated since the start."""
    accepted: Annotated[Ints, int64(len(Move))]
    """Moves of each kind accepted since the start."""
    gain: Annotated[Floats, float64(len(Move))]
    """Improvement by each kind of move since the start, in milli-points: what it made
    better less what it made worse."""
    work: Annotated[Ints, int64(len(Move))]
    """Games removed and inserted by each kind since the start, plus a constant for
    every attempt."""
    chain: Annotated[Ints, int64(MAX_TEAMS)]
    """Scratch: teams whose games a move exchanges."""
    in_chain: Annotated[Ints, int64(MAX_TEAMS)]
    """Scratch: 1 for each team in `chain`."""
    in_round: Annotated[Ints, int64(MAX_ROUNDS + MAX_TEAMS)]
    """Scratch: 1 for each round in which a move has exchanged two teams."""
    round_chain: Annotated[Ints, int64(MAX_ROUNDS)]
    """Scratch: rounds in which two teams are to exchange games."""
    chain_length: int
    """Rounds in `round_chain`."""
    max_chain_length: int
    """Maximum length of `round_chain`."""
    meeting_changes: Annotated[Ints, int64(2, 2, MAX_TEAMS)]
    """Scratch: change by `round_chain` in the number of games of each of the two teams,
    at home and away, against each third team."""
    planned: Annotated[Ints, int64(ROUND_WORDS)]
    """Scratch: `round_chain` as a set of rounds."""
    pending: Annotated[Ints, int64(3, ROUND_WORDS)]
    """Scratch: sets of rounds that must join the chain because of the first team, the
    second and both."""
    staged: Annotated[Ints, int64(MAX_TEAMS * MAX_ROUNDS, 3)]
    """Scratch: games (home, away, round) that a move is going to insert."""
    staged_count: int
    """Number of games in `staged`."""
    best: Annotated[Ints, int64(3, MAX_TEAMS, MAX_ROUNDS)]
    """Opponent, home flag and slot of (team, round) in the best solution so far."""
    best_total: Annotated[Ints, int64(4)]
    """Total of the best solution so far."""
    has_best: int
    """1 once there is a best solution."""
    evaluated: int
    """Moves evaluated in the present call."""


def new_search_state(seed: int, weights: Floats) -> SearchState:
    """Return a new state; the same seed gives the same random numbers in all versions.

    Parameters
    ----------
    weights
        Relative frequency of each kind of move, in the order of `Move`.
    """
    state = SearchState.zeros()
    state.random[0] = seed % (1 << 64)
    state.max_chain_length = MAX_CHAIN_LENGTH
    state.weights[:] = weights / weights.sum()
    return state


@inner_kernel
def pick_move(state: SearchState) -> int:
    """Return a random kind of move, with the probabilities of `state.weights`."""
    target = uniform(state.random)
    for kind in range(_LAST):
        target -= state.weights[kind]
        if target < 0:
            return kind
    return _LAST
