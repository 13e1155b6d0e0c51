"""Moves are weighed by what they gain for their work."""

import pytest

from flextime_solver.params import MoveWeights, SolveParams
from flextime_solver.search.mix import Mix
from flextime_solver.search.walk import Move, Walk, new_walk


def a_walk() -> Walk:
    return new_walk(1, MoveWeights().as_array())


def test_the_move_that_gains_most_for_its_work_is_tried_most() -> None:
    walk = a_walk()
    given = walk.weights.copy()
    mix = Mix(walk, learned_share=0.5)
    walk.brought[[Move.ROUNDS_CHAIN, Move.TEAMS_CHAIN]] = 900
    walk.work[[Move.ROUNDS_CHAIN, Move.TEAMS_CHAIN]] = 1_000, 9_000

    mix.learn()

    expected = 0.5 * given[Move.ROUNDS_CHAIN] + 0.5 * 0.9
    assert walk.weights[Move.ROUNDS_CHAIN] == pytest.approx(expected)
    assert walk.weights.sum() == pytest.approx(1)


def test_a_move_that_makes_boards_worse_keeps_its_part_of_the_given_mix() -> None:
    walk = a_walk()
    given = walk.weights[Move.TEAMS]
    mix = Mix(walk, learned_share=0.75)
    walk.brought[[Move.ROUNDS_CHAIN, Move.TEAMS]] = 1_000, -500
    walk.work[:] = 1_000

    mix.learn()

    assert walk.weights[Move.TEAMS] == pytest.approx(given / 4)


def test_where_nothing_gains_the_mix_stays() -> None:
    walk = a_walk()
    given = walk.weights.copy()
    mix = Mix(walk, learned_share=0.5)
    walk.brought[:] = -1
    walk.work[:] = 1_000

    mix.learn()

    assert walk.weights.tolist() == given.tolist()


def test_what_moves_gained_long_ago_fades() -> None:
    walk = a_walk()
    mix = Mix(walk, learned_share=1.0)
    walk.brought[Move.ROUNDS] = 10_000
    walk.work[:] += 10_000
    mix.learn()

    for _ in range(1000):
        walk.brought[Move.TEAMS_CHAIN] += 100
        walk.work[:] += 1_000
        mix.learn()

    assert walk.weights[Move.TEAMS_CHAIN] > 0.99


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_learned_share_is_a_share(share: float) -> None:
    with pytest.raises(ValueError, match="learned_share must lie between 0 and 1"):
        SolveParams(learned_share=share)
