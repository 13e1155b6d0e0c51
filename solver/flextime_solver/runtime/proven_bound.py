"""That a bound outlives the attempt that proved it."""

from dataclasses import replace

from flextime.domain.runs.attempts import AttemptResult, AttemptStatus, Bound


def told_by_another(result: AttemptResult, points: float | None) -> AttemptResult:
    """With a higher bound that another attempt says it has proven, if that can be."""
    score, own = result.score, result.bound
    if score is None or points is None or (own is not None and points <= own.points):
        return result
    if score.feasible and not points <= score.objective:
        return result
    return replace(
        result,
        bound=Bound(points=points, source="another attempt of this run"),
        status=AttemptStatus.OPTIMAL
        if score.feasible and score.objective <= points
        else result.status,
    )
