"""Executions of state machines: what has ended, and what must be started again."""

from dataclasses import asdict, dataclass, field
from typing import Any

from moto.stepfunctions.models import StateMachine
from moto.stepfunctions.parser.api import ExecutionStatus, GetExecutionHistoryOutput
from moto.stepfunctions.parser.backend.execution import Execution
from moto.stepfunctions.parser.models import StepFunctionsParserBackend

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request
from flextime_local.persistence.kept_values import KeptValues

_RUNNING = ExecutionStatus.RUNNING.value


class EndedExecution(Execution):
    """An execution of an earlier process: described as before, without its history."""

    def to_history_output(self) -> GetExecutionHistoryOutput:
        return GetExecutionHistoryOutput(events=[])


@dataclass(frozen=True, slots=True)
class KeptExecution:
    state_machine_arn: str
    name: str
    input: str
    status: str
    start_date: Any
    stop_date: Any = None
    output: Any = None
    error: str | None = None
    cause: str | None = None

    @classmethod
    def of(cls, execution: Execution) -> "KeptExecution":
        return cls(
            execution.state_machine_arn,
            execution.name,
            execution.execution_input,
            str(execution.status),
            execution.start_date,
            execution.stop_date,
            execution.output,
            execution.error,
            execution.cause,
        )


@dataclass(slots=True)
class ExecutionPart:
    """Keeps the executions of Step Functions, by state machine and name."""

    backend: StepFunctionsParserBackend
    values: KeptValues
    _seen: dict[str, str] = field(default_factory=dict)
    """Status by execution ARN."""
    _kept: list[KeptExecution] = field(default_factory=list)
    _is_frozen: bool = False

    def freeze(self) -> None:
        """Take what runs now as interrupted: the stack is about to stop it."""
        self._is_frozen = True

    def save_changes(
        self,
        request: Request | None,  # noqa: ARG002 - the protocol's
    ) -> None:
        """Write the executions that have started or ended since the last call."""
        if self._is_frozen:
            return
        for machine in self.backend.state_machines:
            for execution in _started(machine):
                status = str(execution.status)
                if self._seen.get(execution.execution_arn) != status:
                    self._seen[execution.execution_arn] = status
                    kept = KeptExecution.of(execution)
                    self.values.put(
                        f"{kept.state_machine_arn}/{kept.name}", asdict(kept)
                    )

    def restore(self) -> None:
        """Read what an earlier process has written."""
        self._kept = [KeptExecution(**content) for _, content, _ in self.values.all()]

    def place_ended(self) -> None:
        """Put what had ended back where it is described and its name is taken."""
        for kept in self._kept:
            if kept.status != _RUNNING:
                self._place(kept)

    def start_interrupted(self) -> int:
        """Start again, with name and input, what had not ended; returns how many.

        Every step of a workflow is idempotent, since Step Functions may repeat one.
        """
        interrupted = [one for one in self._kept if one.status == _RUNNING]
        arns = {machine.arn for machine in self.backend.state_machines}
        known = [one for one in interrupted if one.state_machine_arn in arns]
        for kept in known:
            self.backend.start_execution(kept.state_machine_arn, kept.name, kept.input)
        return len(known)

    def _place(self, kept: KeptExecution) -> None:
        machine = next(
            (
                one
                for one in self.backend.state_machines
                if one.arn == kept.state_machine_arn
            ),
            None,
        )
        if machine is None:
            return  # the template has no such state machine any more
        prefix = machine.arn.replace(":stateMachine:", ":execution:")
        parsed: Untyped = machine  # what the parser's execution calls an instance
        execution = EndedExecution(
            name=kept.name,
            sm_type=parsed.sm_type,
            role_arn=machine.roleArn,
            exec_arn=f"{prefix}:{kept.name}",
            account_id=self.backend.account_id,
            region_name=self.backend.region_name,
            state_machine=parsed,
            start_date=kept.start_date,
            cloud_watch_logging_session=None,
            activity_store={},
            input_data=kept.input,
        )
        execution.exec_status = ExecutionStatus(kept.status)
        execution.stop_date = kept.stop_date
        execution.output = kept.output
        execution.error, execution.cause = kept.error, kept.cause
        parsed.executions.append(execution)
        self._seen[execution.exec_arn] = kept.status


def _started(machine: StateMachine) -> list[Any]:
    executions: list[Any] = list(machine.executions)
    return [one for one in executions if one.exec_status is not None]
