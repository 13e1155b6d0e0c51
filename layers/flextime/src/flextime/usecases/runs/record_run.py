"""Last step of a run: its schedule becomes a revision, its end becomes known."""

from dataclasses import dataclass

from flextime.domain.errors import ResultRejected
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.runs.evaluation import Candidate, Outcome, RunEvaluation
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.runs.choose_schedule import run_evaluation
from flextime.usecases.runs.dependencies import RunDependencies
from flextime.usecases.runs.finish_run import FinalState, finish_run


@dataclass(frozen=True, slots=True)
class Choice:
    """What `choose_schedule` decided; the workflow carries it from step to step.

    Attributes
    ----------
    attempt
        Whose schedule; None for the schedule as it stood, or for none.
    """

    outcome: Outcome
    attempt: AttemptId | None


def record_run(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId, choice: Choice
) -> RunStatus:
    """End a run with what was chosen for it. To repeat this step changes nothing.

    Raises
    ------
    ResultRejected
        When the chosen attempt's schedule does not stand up to the checker any more.
    """
    run = dependencies.store.load(tenant, Run, run_id).value
    if run.status.is_final:
        return run.status
    evaluation = run_evaluation(dependencies, tenant, run)
    chosen = _chosen(evaluation, choice)
    infeasible = choice.outcome is Outcome.INFEASIBLE
    ending = FinalState(
        status=RunStatus.INFEASIBLE if infeasible else RunStatus.COMPLETED,
        evaluation=evaluation,
        chosen=chosen,
        reasons=evaluation.reasons or _reasons(chosen, choice),
    )
    return finish_run(dependencies, tenant, run_id, ending)


def _chosen(evaluation: RunEvaluation, choice: Choice) -> Candidate | None:
    if choice.outcome is Outcome.INFEASIBLE:
        return None
    candidate = evaluation.best_of(choice.attempt)
    if candidate is None and choice.attempt is not None:
        raise ResultRejected(f"attempt {choice.attempt} has no sound schedule any more")
    return candidate


def _reasons(chosen: Candidate | None, choice: Choice) -> tuple[str, ...]:
    if choice.outcome is not Outcome.NOTHING_FOUND:
        return ()
    if chosen is None:
        return ("No schedule was found in the time given.",)
    told = "No schedule that keeps all hard rules was found in the time given."
    return (f"{told} This one breaks the fewest.",)
