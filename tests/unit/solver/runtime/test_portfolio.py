import numpy as np
import pytest

from flextime.domain.runs.portfolio import STRATEGIES, plan_attempts
from flextime_solver.runtime.process_incumbent import ProcessIncumbent
from flextime_solver.strategies import params_of


def test_attempts_differ_in_seed_and_take_the_strategies_in_turn() -> None:
    planned = plan_attempts(len(STRATEGIES) + 1, seed=7, time_limit_s=60)

    assert [p.attempt for p in planned] == ["1", "2", "3", "4", "5"]
    assert [p.strategy for p in planned] == [*STRATEGIES, STRATEGIES[0]]
    assert len({p.seed for p in planned}) == len(planned)
    assert planned[0].seed == 7


def test_a_run_has_at_least_one_attempt() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        plan_attempts(0, seed=1, time_limit_s=60)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_solver_knows_every_strategy_of_the_portfolio(strategy: str) -> None:
    assert params_of(strategy).improve.anneals


def test_an_unknown_strategy_is_rejected_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="there are default, "):
        params_of("luck")


def test_the_shared_incumbent_returns_better_games_to_a_worse_search() -> None:
    shared_incumbent = ProcessIncumbent()
    good, bad = np.array([[0, 1, 0], [2, 3, 0]]), np.array([[1, 0, 0]])

    assert shared_incumbent.exchange((0, 100), good) is None
    shared = shared_incumbent.exchange((1, 5), bad)
    assert shared is not None
    assert shared.tolist() == good.tolist()
    assert shared_incumbent.exchange((0, 99), bad) is None
