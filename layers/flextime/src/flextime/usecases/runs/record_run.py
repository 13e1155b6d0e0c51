"""Last step of a run: record the chosen schedule and end the run."""

from dataclasses import dataclass

from flextime.domain.errors import ResultRejected
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.runs.evaluation import Candidate, Outcome, RunEvaluation
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.runs.choose_schedule import evaluate_run
from flextime.usecases.runs.dependencies import RunDependencies
from flextime.usecases.runs.finish_run import FinalState, finish_run


@dataclass(frozen=True, slots=True)
class Choice:
    """The decision of `choose_schedule`, passed on by the workflow.

    Attributes
    ----------
    attempt
        The attempt with the chosen schedule; None for the schedule before the run, or
        if there is no schedule.
    """

    outcome: Outcome
    attempt: AttemptId | None


def record_run(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId, choice: Choice
) -> RunStatus:
    """End a run with the chosen schedule; repeating this step has no effect.

    Raises
    ------
    NotFound
        The run does not exist.
    ResultRejected
        The chosen attempt has no valid schedule any more.
    """
    run = dependencies.store.load(tenant, Run, run_id).value
    if run.status.is_final:
        return run.status
    evaluation = evaluate_run(dependencies, tenant, run)
    chosen = _candidate(evaluation, choice)
    infeasible = choice.outcome is Outcome.INFEASIBLE
    final_state = FinalState(
        status=RunStatus.INFEASIBLE if infeasible else RunStatus.COMPLETED,
        evaluation=evaluation,
        chosen=chosen,
        reasons=evaluation.reasons or _reasons(chosen, choice),
    )
    return finish_run(dependencies, tenant, run_id, final_state)


def _candidate(evaluation: RunEvaluation, choice: Choice) -> Candidate | None:
    if choice.outcome is Outcome.INFEASIBLE:
        return None
    candidate = evaluation.best_of(choice.attempt)
    if candidate is None and choice.attempt is not None:
        raise ResultRejected(f"attempt {choice.attempt} has no valid schedule any more")
    return candidate


def _reasons(chosen: Candidate | None, choice: Choice) -> tuple[str, ...]:
    if choice.outcome is not Outcome.NOTHING_FOUND:
        return ()
    if chosen is None:
        return ("No schedule was found in the time given.",)
    reason = (
        "No schedule that keeps all hard rules was found in the time given."
        " This one breaks the fewest."
    )
    return (reason,)
