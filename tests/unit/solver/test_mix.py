"""Moves are weighed by what they gain for their work."""

import pytest

from flextime_solver.annealing.operator_selection import Mix
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import Move, SearchState, new_search_state
from flextime_solver.search.local_search_params import LocalSearchParams


def a_walk() -> SearchState:
    return new_search_state(1, MoveWeights().as_array())


def test_the_move_that_gains_most_for_its_work_is_tried_most() -> None:
    state = a_walk()
    given = state.weights.copy()
    mix = Mix(state, learned_share=0.5)
    state.brought[[Move.ROUNDS_CHAIN, Move.TEAMS_CHAIN]] = 900
    state.work[[Move.ROUNDS_CHAIN, Move.TEAMS_CHAIN]] = 1_000, 9_000

    mix.learn()

    expected = 0.5 * given[Move.ROUNDS_CHAIN] + 0.5 * 0.9
    assert state.weights[Move.ROUNDS_CHAIN] == pytest.approx(expected)
    assert state.weights.sum() == pytest.approx(1)


def test_a_move_that_makes_boards_worse_keeps_its_part_of_the_given_mix() -> None:
    state = a_walk()
    given = state.weights[Move.TEAMS]
    mix = Mix(state, learned_share=0.75)
    state.brought[[Move.ROUNDS_CHAIN, Move.TEAMS]] = 1_000, -500
    state.work[:] = 1_000

    mix.learn()

    assert state.weights[Move.TEAMS] == pytest.approx(given / 4)


def test_where_nothing_gains_the_mix_stays() -> None:
    state = a_walk()
    given = state.weights.copy()
    mix = Mix(state, learned_share=0.5)
    state.brought[:] = -1
    state.work[:] = 1_000

    mix.learn()

    assert state.weights.tolist() == given.tolist()


def test_what_moves_gained_long_ago_fades() -> None:
    state = a_walk()
    mix = Mix(state, learned_share=1.0)
    state.brought[Move.ROUNDS] = 10_000
    state.work[:] += 10_000
    mix.learn()

    for _ in range(1000):
        state.brought[Move.TEAMS_CHAIN] += 100
        state.work[:] += 1_000
        mix.learn()

    assert state.weights[Move.TEAMS_CHAIN] > 0.99


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_learned_share_is_a_share(share: float) -> None:
    with pytest.raises(ValueError, match="learned_share must lie between 0 and 1"):
        LocalSearchParams(learned_share=share)
