"""A lower bound proven by another attempt of the same run holds for this one too."""

from dataclasses import replace

from flextime.domain.runs.attempts import AttemptResult, AttemptStatus, Bound


def with_peer_bound(result: AttemptResult, points: float | None) -> AttemptResult:
    """Return the result with the lower bound of another attempt, if that is higher.

    Parameters
    ----------
    points
        The other attempt's bound in points; None where there is none. A bound above
        the objective of a feasible result contradicts it and is ignored.
    """
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
