"""The portfolio: ways to search that complement each other, and who tries which.

Attempts of one run differ in seed and strategy, so that the best of them is better
than any one can be trusted to be. What a strategy means is the solver's to know
(`flextime_solver.strategies`); a planner needs only the names.
"""

from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import AttemptParameters

STRATEGIES = ("default", "cool", "reheated", "neighbourhoods")
"""Names, in the order in which attempts take them."""

_SEED_STEP = 1_000_003
"""Seeds of one run's attempts lie far apart, so that runs with seeds 1, 2, … differ."""


def plan(
    attempts: int, seed: int, time_limit_s: float
) -> tuple[AttemptParameters, ...]:
    """Parameters of a run's attempts, numbered from 1.

    Raises
    ------
    ValueError
        If `attempts` is less than 1 or `time_limit_s` not greater than 0.
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
