"""The portfolio: complementary search strategies, one for each attempt of a run.

Attempts differ in seed and strategy, so that their best result is more reliable than
that of a single one. The solver defines the strategies (`flextime_solver.strategies`);
planning needs only their names.
"""

from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import AttemptParameters

STRATEGIES = ("default", "cool", "reheated", "neighbourhoods")
"""Names of the strategies, in the order in which attempts are assigned to them."""

_SEED_STEP = 1_000_003
"""Distance between the seeds of two attempts; runs with seeds 1, 2, … share none."""


def plan_attempts(
    attempts: int, seed: int, time_limit_s: float
) -> tuple[AttemptParameters, ...]:
    """Return the parameters of a run's attempts, numbered from 1.

    Parameters
    ----------
    seed
        Seed of the first attempt, from which the others are derived.
    time_limit_s
        Search time of each attempt, in seconds.

    Raises
    ------
    ValueError
        If `attempts` is less than 1 or `time_limit_s` is not greater than 0.
    """
    if attempts < 1:
        raise ValueError("attempts must be at least 1")
    return tuple(
        AttemptParameters(
            attempt=AttemptId(str(number + 1)),
            time_limit_s=time_limit_s,
            seed=(seed + _SEED_STEP * number) % 2**31,
            strategy=STRATEGIES[number % len(STRATEGIES)],
        )
        for number in range(attempts)
    )
