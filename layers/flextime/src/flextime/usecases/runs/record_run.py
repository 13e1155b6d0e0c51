"""Last step of a run: its schedule becomes a revision, its end becomes known."""

from dataclasses import dataclass

from flextime.domain.errors import ResultRejected
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.runs.evaluation import Candidate, Judgement, Outcome
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.runs.choose_schedule import judgement_of
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
    judgement = judgement_of(dependencies, tenant, run)
    chosen = _chosen(judgement, choice)
    infeasible = choice.outcome is Outcome.INFEASIBLE
    ending = FinalState(
        status=RunStatus.INFEASIBLE if infeasible else RunStatus.COMPLETED,
        judgement=judgement,
        chosen=chosen,
        reasons=judgement.reasons or _reasons(chosen, choice),
    )
    return finish_run(dependencies, tenant, run_id, ending)


def _chosen(judgement: Judgement, choice: Choice) -> Candidate | None:
    if choice.outcome is Outcome.INFEASIBLE:
        return None
    candidate = judgement.of(choice.attempt)
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
