"""Evaluation of a run: verify the results of its attempts and select the best schedule.

Only the checker's score counts. A result that contradicts it is rejected.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.errors import InvalidInput, ResultRejected
from flextime.domain.ids import AttemptId
from flextime.domain.leagues.references import validate_schedule
from flextime.domain.runs.attempts import AttemptResult, AttemptStatus, Bound, Instance
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.locks import violated_locks
from flextime.domain.schedules.score import Score


class Outcome(StrEnum):
    """The outcome of a run over all its attempts."""

    SOLVED = "solved"
    """There is a feasible schedule."""
    INFEASIBLE = "infeasible"
    """An attempt proved that no feasible schedule exists."""
    NOTHING_FOUND = "nothing_found"
    """No feasible schedule was found; the least infeasible one is selected, if any."""


@dataclass(frozen=True)
class Candidate:
    """A schedule with the checker's score.

    Attributes
    ----------
    attempt
        The attempt that found it; None for the schedule from before the run.
    """

    attempt: AttemptId | None
    schedule: Schedule
    score: Score


@dataclass(frozen=True, slots=True)
class Rejection:
    """An attempt whose result is ignored because it failed verification."""

    attempt: AttemptId
    reason: str


@dataclass(frozen=True)
class RunEvaluation:
    """The verified results of a run.

    Attributes
    ----------
    instance
        The problem; None when the run ended before it was prepared.
    candidates
        The schedule from before the run comes first, if any, and wins ties.
    results
        Accepted results of attempts that ended regularly.
    """

    instance: Instance | None = None
    candidates: tuple[Candidate, ...] = ()
    results: tuple[AttemptResult, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    def best_of(self, attempt: AttemptId | None) -> Candidate | None:
        """Return the best candidate of an attempt; None is the earlier schedule."""
        found = (each for each in self.candidates if each.attempt == attempt)
        return min(found, key=lambda each: each.score.rank, default=None)

    @property
    def best(self) -> Candidate | None:
        """The best candidate; None without one, or when infeasibility is proven."""
        if self.outcome is Outcome.INFEASIBLE:
            return None
        return min(self.candidates, key=lambda each: each.score.rank, default=None)

    @property
    def outcome(self) -> Outcome:
        """The outcome over all attempts."""
        if any(candidate.score.feasible for candidate in self.candidates):
            return Outcome.SOLVED
        if self._proofs_of_infeasibility:
            return Outcome.INFEASIBLE
        return Outcome.NOTHING_FOUND

    @property
    def bound(self) -> Bound | None:
        """The highest lower bound; each one holds for every feasible schedule."""
        bounds = [result.bound for result in self.results if result.bound is not None]
        return max(bounds, key=lambda bound: bound.points, default=None)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Reasons why there is no feasible schedule, without duplicates."""
        if self.outcome is Outcome.SOLVED:
            return ()
        results = self._proofs_of_infeasibility or self.results
        return tuple(dict.fromkeys(text for each in results for text in each.reasons))

    @property
    def no_results(self) -> bool:
        """Whether no attempt has a result, accepted or as an incumbent."""
        found = any(candidate.attempt is not None for candidate in self.candidates)
        return not (found or self.results)

    @property
    def _proofs_of_infeasibility(self) -> list[AttemptResult]:
        return [
            result
            for result in self.results
            if result.status is AttemptStatus.INFEASIBLE
        ]


AttemptOutput = AttemptResult | tuple[AttemptId, Schedule]
"""The result of an attempt, or the last incumbent of one that was interrupted."""


def evaluate_attempts(
    instance: Instance, outputs: Iterable[AttemptOutput]
) -> RunEvaluation:
    """Check every schedule again and reject attempts that fail verification.

    An attempt is rejected if its schedule is invalid or violates a lock, if its score
    differs from the checker's, or if another schedule disproves its proof.
    """
    candidates, results, rejections = [], [], []
    if instance.start is not None:
        candidates.append(_candidate(instance, None, instance.start))
    for output in outputs:
        attempt, schedule = _attempt_and_schedule(output)
        try:
            if schedule is not None:
                candidate = _candidate(instance, attempt, schedule)
                _ensure_same_score(candidate, output)
                candidates.append(candidate)
        except (InvalidInput, ResultRejected) as error:
            rejections.append(Rejection(attempt, str(error)))
        else:
            if isinstance(output, AttemptResult):
                results.append(output)
    accepted, disproved = _without_disproved(candidates, results)
    return RunEvaluation(
        instance, tuple(candidates), accepted, (*rejections, *disproved)
    )


def _attempt_and_schedule(output: AttemptOutput) -> tuple[AttemptId, Schedule | None]:
    if isinstance(output, AttemptResult):
        return output.attempt, output.schedule
    return output


def _candidate(
    instance: Instance, attempt: AttemptId | None, schedule: Schedule
) -> Candidate:
    validate_schedule(instance.league, schedule)
    if attempt is not None and instance.start is not None:
        violated = violated_locks(instance.start, schedule)
        if violated:
            raise ResultRejected("; ".join(violated))
    return Candidate(attempt, schedule, check(instance.league, schedule).score)


def _ensure_same_score(candidate: Candidate, output: AttemptOutput) -> None:
    if isinstance(output, AttemptResult) and output.score != candidate.score:
        raise ResultRejected(
            f"the solver reported {output.score}, the checker found {candidate.score}"
        )


def _without_disproved(
    candidates: list[Candidate], results: list[AttemptResult]
) -> tuple[tuple[AttemptResult, ...], tuple[Rejection, ...]]:
    """Separate the results whose proof is contradicted by a feasible schedule."""
    costs = [each.score.objective for each in candidates if each.score.feasible]
    accepted, disproved = [], []
    for result in results:
        reason = _disproof(result, min(costs)) if costs else None
        if reason is None:
            accepted.append(result)
        else:
            disproved.append(Rejection(result.attempt, reason))
    return tuple(accepted), tuple(disproved)


def _disproof(result: AttemptResult, lowest_cost: float) -> str | None:
    if result.status is AttemptStatus.INFEASIBLE:
        return "it reported infeasibility, but there is a feasible schedule"
    # Solvers prove with a relative tolerance of a millionth.
    tolerance = 1e-6 * max(1.0, lowest_cost)
    if result.bound is not None and result.bound.points > lowest_cost + tolerance:
        return (
            f"it reported a lower bound of {result.bound.points} points, but there is a"
            f" schedule of {lowest_cost} points"
        )
    return None
