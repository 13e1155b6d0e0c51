"""One league in, its result out: the container by itself, without a bucket."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import AttemptParameters, Instance
from flextime.serialization.attempt_documents import RESULT
from flextime.serialization.json_documents import read_league
from flextime_solver.runtime.attempt import attempt

_OUT = 1


def solve_league(text: bytes, time_limit_s: float, seed: int, stopped: Event) -> bytes:
    """The result's document: status, schedule, score, bound and trace.

    Raises
    ------
    InvalidInput
        If `text` is no league; with the place and what would be right.
    ResultRejected
        If the checker does not uphold the result.
    """
    parameters = AttemptParameters(
        attempt=AttemptId("1"), time_limit_s=time_limit_s, seed=seed
    )
    return RESULT.write(attempt(Instance(read_league(text)), parameters, stopped))


@contextmanager
def answer_alone() -> Iterator[int]:
    """Give the answer's file descriptor; whatever else is printed goes to errors.

    HiGHS greets on standard output, and no option of it stops that.
    """
    answer = os.dup(_OUT)
    os.dup2(2, _OUT)
    try:
        yield answer
    finally:
        os.dup2(answer, _OUT)
        os.close(answer)
