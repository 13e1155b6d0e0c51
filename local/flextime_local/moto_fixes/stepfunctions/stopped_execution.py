"""An execution that was stopped or timed out stays so.

Stopping ends the iterations of a running Map with errors; moto lets these overrule
the stop, so that the execution ends as FAILED instead of ABORTED.
"""

from collections.abc import Callable

from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.program_state import (
    ProgramStopped,
    ProgramTimedOut,
)

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch


def _unless_stopped(original: Callable[..., None]) -> Callable[..., None]:
    def set_error(environment: Environment, error: Untyped) -> None:
        state = environment.program_state()
        if not isinstance(state, ProgramStopped | ProgramTimedOut):
            original(environment, error=error)

    return set_error


STOPPED_EXECUTION = Fix(
    gap="an execution stopped within a Map ends as FAILED",
    patches=(Patch(Environment, "set_error", _unless_stopped),),
)
