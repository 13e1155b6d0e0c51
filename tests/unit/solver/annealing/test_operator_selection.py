"""Frequencies of moves follow their gain per unit of work."""

from typing import Any

import pytest

from flextime_solver.annealing.operator_selection import OperatorSelection
from flextime_solver.annealing.params import OperatorSelectionParams
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import Move, SearchState, new_search_state


def a_state() -> SearchState:
    return new_search_state(1, MoveWeights().as_array())


def a_selection(state: SearchState, learned_share: float) -> OperatorSelection:
    return OperatorSelection(state, OperatorSelectionParams(learned_share))


def test_the_move_with_the_largest_gain_per_work_is_attempted_most() -> None:
    state = a_state()
    given = state.weights.copy()
    selection = a_selection(state, learned_share=0.5)
    state.gain[[Move.ROUNDS_CHAIN, Move.TEAMS_CHAIN]] = 900
    state.work[[Move.ROUNDS_CHAIN, Move.TEAMS_CHAIN]] = 1_000, 9_000

    selection.update()

    expected = 0.5 * given[Move.ROUNDS_CHAIN] + 0.5 * 0.9
    assert state.weights[Move.ROUNDS_CHAIN] == pytest.approx(expected)
    assert state.weights.sum() == pytest.approx(1)


def test_a_move_that_makes_solutions_worse_keeps_its_share_of_the_given_weight() -> (
    None
):
    state = a_state()
    given = state.weights[Move.TEAMS]
    selection = a_selection(state, learned_share=0.75)
    state.gain[[Move.ROUNDS_CHAIN, Move.TEAMS]] = 1_000, -500
    state.work[:] = 1_000

    selection.update()

    assert state.weights[Move.TEAMS] == pytest.approx(given / 4)


def test_the_frequencies_stay_if_no_move_gains() -> None:
    state = a_state()
    given = state.weights.copy()
    selection = a_selection(state, learned_share=0.5)
    state.gain[:] = -1
    state.work[:] = 1_000

    selection.update()

    assert state.weights.tolist() == given.tolist()


def test_gains_of_long_ago_decay() -> None:
    state = a_state()
    selection = a_selection(state, learned_share=1.0)
    state.gain[Move.ROUNDS] = 10_000
    state.work[:] += 10_000
    selection.update()

    for _ in range(1000):
        state.gain[Move.TEAMS_CHAIN] += 100
        state.work[:] += 1_000
        selection.update()

    assert state.weights[Move.TEAMS_CHAIN] > 0.99


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"learned_share": -0.1}, "learned_share must lie between 0 and 1"),
        ({"learned_share": 1.1}, "learned_share must lie between 0 and 1"),
        ({"decay": 1.1}, "decay must lie between 0 and 1"),
    ],
)
def test_parameters_out_of_range_are_rejected(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        OperatorSelectionParams(**values)
