"""What a search keeps beside its solution: random numbers, scratch, best, statistics."""

from enum import IntEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import RandomState, uniform
from flextime_solver.jit.records import (
    MAX_ROUNDS,
    MAX_TEAMS,
    new_record,
    real,
    whole,
)
from flextime_solver.solution.round_sets import ROUND_WORDS

Floats = NDArray[np.float64]


class Move(IntEnum):
    """Neighbourhoods of the compiled search; each has its module's docstring."""

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


class SearchState(Protocol):
    """One search's own arrays.

    Attributes
    ----------
    temperature, hard_weight
        In milli-points; the weight is what a unit of hard deviation costs.
    trip_cost
        What a team's travel may fall by in a move, in milli-points.
    weights
        How often each move is tried.
    tried, accepted
        Of each move, since the start.
    brought, work
        What each move has brought since the start: milli-points that solutions are better,
        those that are worse taken off; and what that took: games lifted and placed, a
        try counted as some.
    chain, in_chain
        Scratch: teams whose games a move exchanges.
    in_round
        Scratch: rounds in which a move has exchanged two teams.
    round_chain, chain_length, longest_chain
        Scratch: rounds in which two teams are to exchange games, how many they are,
        and how many they may be.
    gained, planned, pending
        Scratch: games with each third team that the two gain by it, at home and away;
        those rounds as a set, and of each of the two, and of both, the rounds
        that must follow.
    staged, staged_count
        Scratch: games (home, away, round) that a move has in its hand.
    best
        Opponent, at home and slot of the best solution so far.
    best_total, has_best
        Its total, and whether there is one.
    evaluated
        Moves evaluated in the present call.
    """

    random: RandomState
    temperature: float
    hard_weight: float
    trip_cost: float
    weights: Floats
    tried: Ints
    accepted: Ints
    brought: Floats
    work: Ints
    chain: Ints
    in_chain: Ints
    in_round: Ints
    round_chain: Ints
    chain_length: int
    longest_chain: int
    gained: Ints
    planned: Ints
    pending: Ints
    staged: Ints
    staged_count: int
    best: Ints
    best_total: Ints
    has_best: int
    evaluated: int


SEARCH_STATE_FIELDS = [
    ("random", np.uint64, (1,)),
    real("temperature"),
    real("hard_weight"),
    real("trip_cost"),
    real("weights", len(Move)),
    whole("tried", len(Move)),
    whole("accepted", len(Move)),
    real("brought", len(Move)),
    whole("work", len(Move)),
    whole("chain", MAX_TEAMS),
    whole("in_chain", MAX_TEAMS),
    whole("in_round", MAX_ROUNDS + MAX_TEAMS),
    whole("round_chain", MAX_ROUNDS),
    whole("chain_length"),
    whole("longest_chain"),
    whole("gained", 2, 2, MAX_TEAMS),
    whole("planned", ROUND_WORDS),
    whole("pending", 3, ROUND_WORDS),
    whole("staged", MAX_TEAMS * MAX_ROUNDS, 3),
    whole("staged_count"),
    whole("best", 3, MAX_TEAMS, MAX_ROUNDS),
    whole("best_total", 4),
    whole("has_best"),
    whole("evaluated"),
]


def new_search_state(seed: int, weights: Floats) -> SearchState:
    """A state of its own random numbers: the same for the same seed, for ever."""
    state: SearchState = new_record(SEARCH_STATE_FIELDS)
    state.random[0] = seed % (1 << 64)
    state.longest_chain = 6
    state.weights[:] = weights / weights.sum()
    return state


@inner_kernel
def pick_move(state: SearchState) -> int:
    """A kind of move, drawn by the weights."""
    target = uniform(state.random)
    for kind in range(_LAST):
        target -= state.weights[kind]
        if target < 0:
            return kind
    return _LAST
