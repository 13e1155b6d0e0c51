"""Which schedule of a run is the best, by the checker's word and nobody else's."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.errors import InvalidInput, ResultRejected
from flextime.domain.ids import AttemptId
from flextime.domain.leagues.references import validate_schedule
from flextime.domain.runs.attempts import AttemptResult, AttemptStatus, Bound, Instance
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.locks import broken_locks
from flextime.domain.schedules.score import Score


class Outcome(StrEnum):
    SOLVED = "solved"
    """There is a schedule that keeps all hard rules."""
    INFEASIBLE = "infeasible"
    """Proven: there is none."""
    NOTHING_FOUND = "nothing_found"
    """None was found; the least broken one is chosen, if there is any."""


@dataclass(frozen=True)
class Candidate:
    """A schedule with the checker's score; of no attempt: as it stood before."""

    attempt: AttemptId | None
    schedule: Schedule
    score: Score


@dataclass(frozen=True, slots=True)
class Rejection:
    """An attempt that counts for nothing: its solver or its storage has a fault."""

    attempt: AttemptId
    reason: str


@dataclass(frozen=True)
class Judgement:
    """What a run's attempts left, judged.

    Attributes
    ----------
    instance
        What was to be solved; None when the run never came so far.
    candidates
        The schedule as it stood, if any, comes first: it gives way to better ones only.
    results
        Of attempts that ended in order.
    """

    instance: Instance | None = None
    candidates: tuple[Candidate, ...] = ()
    results: tuple[AttemptResult, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    def of(self, attempt: AttemptId | None) -> Candidate | None:
        """The best that an attempt found; of no attempt: the schedule as it stood."""
        found = (each for each in self.candidates if each.attempt == attempt)
        return min(found, key=lambda each: each.score.rank, default=None)

    @property
    def best(self) -> Candidate | None:
        """None without a schedule, and when it is proven that there is no good one."""
        if self.outcome is Outcome.INFEASIBLE:
            return None
        return min(self.candidates, key=lambda each: each.score.rank, default=None)

    @property
    def outcome(self) -> Outcome:
        if any(candidate.score.feasible for candidate in self.candidates):
            return Outcome.SOLVED
        if self._proofs_of_infeasibility:
            return Outcome.INFEASIBLE
        return Outcome.NOTHING_FOUND

    @property
    def bound(self) -> Bound | None:
        """The highest: each of them holds for every schedule."""
        bounds = [result.bound for result in self.results if result.bound is not None]
        return max(bounds, key=lambda bound: bound.points, default=None)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why there is no feasible schedule, each reason once."""
        if self.outcome is Outcome.SOLVED:
            return ()
        told = self._proofs_of_infeasibility or self.results
        return tuple(dict.fromkeys(text for each in told for text in each.reasons))

    @property
    def left_nothing(self) -> bool:
        """Whether no attempt ended in order or had found anything."""
        found = any(candidate.attempt is not None for candidate in self.candidates)
        return not (found or self.results)

    @property
    def _proofs_of_infeasibility(self) -> list[AttemptResult]:
        return [
            result
            for result in self.results
            if result.status is AttemptStatus.INFEASIBLE
        ]


Left = AttemptResult | tuple[AttemptId, Schedule]
"""What an attempt left: its result, or a schedule it had when it was interrupted."""


def judge(instance: Instance, left: Iterable[Left]) -> Judgement:
    """Score everything anew. An attempt that does not stand up to it is rejected."""
    candidates, results, rejections = [], [], []
    if instance.start is not None:
        candidates.append(_candidate(instance, None, instance.start))
    for each in left:
        attempt, schedule = _read(each)
        try:
            if schedule is not None:
                candidate = _candidate(instance, attempt, schedule)
                _hold_against(candidate, each)
                candidates.append(candidate)
        except (InvalidInput, ResultRejected) as error:
            rejections.append(Rejection(attempt, str(error)))
        else:
            if isinstance(each, AttemptResult):
                results.append(each)
    believed, disproved = _without_disproved(candidates, results)
    return Judgement(instance, tuple(candidates), believed, (*rejections, *disproved))


def _read(left: Left) -> tuple[AttemptId, Schedule | None]:
    if isinstance(left, AttemptResult):
        return left.attempt, left.schedule
    return left


def _candidate(
    instance: Instance, attempt: AttemptId | None, schedule: Schedule
) -> Candidate:
    validate_schedule(instance.league, schedule)
    if attempt is not None and instance.start is not None:
        broken = broken_locks(instance.start, schedule)
        if broken:
            raise ResultRejected("; ".join(broken))
    return Candidate(attempt, schedule, check(instance.league, schedule).score)


def _hold_against(candidate: Candidate, left: Left) -> None:
    if isinstance(left, AttemptResult) and left.score != candidate.score:
        raise ResultRejected(
            f"the solver reported {left.score}, the checker says {candidate.score}"
        )


def _without_disproved(
    candidates: list[Candidate], results: list[AttemptResult]
) -> tuple[tuple[AttemptResult, ...], tuple[Rejection, ...]]:
    """Results whose proof a schedule gives the lie, and all the others."""
    costs = [each.score.objective for each in candidates if each.score.feasible]
    believed, disproved = [], []
    for result in results:
        reason = _disproof(result, min(costs)) if costs else None
        if reason is None:
            believed.append(result)
        else:
            disproved.append(Rejection(result.attempt, reason))
    return tuple(believed), tuple(disproved)


def _disproof(result: AttemptResult, lowest_cost: float) -> str | None:
    if result.status is AttemptStatus.INFEASIBLE:
        return "it proved infeasible what has a feasible schedule"
    # Solvers prove with a relative tolerance of a millionth.
    tolerance = 1e-6 * max(1.0, lowest_cost)
    if result.bound is not None and result.bound.points > lowest_cost + tolerance:
        return (
            f"it proved that nothing costs less than {result.bound.points} points,"
            f" and a schedule costs {lowest_cost}"
        )
    return None
