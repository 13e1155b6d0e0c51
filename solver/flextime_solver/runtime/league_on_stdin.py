"""A league document in, its result document out: the solver without a bucket."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import AttemptParameters, Instance
from flextime.serialization.attempt_documents import RESULT
from flextime.serialization.json_documents import read_league
from flextime_solver.runtime.solve_attempt import solve_attempt

_STDOUT, _STDERR = 1, 2


def solve_league(text: bytes, time_limit_s: float, seed: int, stopped: Event) -> bytes:
    """Solve a league document and return the result document.

    Parameters
    ----------
    text
        The league as JSON.
    time_limit_s
        Wall time of the search in seconds.
    stopped
        Ends the search when it is set.

    Returns
    -------
    bytes
        JSON with status, schedule, score, bound and trace.

    Raises
    ------
    InvalidInput
        If `text` is not a valid league; with a JSON pointer to every problem.
    ResultRejected
        If the checker does not confirm the result.
    """
    parameters = AttemptParameters(
        attempt=AttemptId("1"), time_limit_s=time_limit_s, seed=seed
    )
    instance = Instance(read_league(text))
    return RESULT.write(solve_attempt(instance, parameters, stopped))


@contextmanager
def stdout_reserved() -> Iterator[int]:
    """Yield a descriptor of standard output; all other output goes to standard error.

    HiGHS prints a banner on standard output, and has no option against it.
    """
    reserved = os.dup(_STDOUT)
    os.dup2(_STDERR, _STDOUT)
    try:
        yield reserved
    finally:
        os.dup2(reserved, _STDOUT)
        os.close(reserved)
