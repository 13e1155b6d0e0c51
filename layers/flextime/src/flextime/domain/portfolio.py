"""How the attempts of a run differ from each other."""

from flextime.domain.attempts import AttemptParameters
from flextime.domain.ids import AttemptId

_SEED_STEP = 1_000_003  # a prime: runs with neighbouring seeds share no attempt


def plan(
    attempts: int, seed: int, time_limit_s: float
) -> tuple[AttemptParameters, ...]:
    """Parameters of each attempt; the first has the run's own seed."""
    return tuple(
        AttemptParameters(
            attempt=AttemptId(str(number)),
            time_limit_s=time_limit_s,
            seed=(seed + (number - 1) * _SEED_STEP) % 2**31,
        )
        for number in range(1, attempts + 1)
    )
