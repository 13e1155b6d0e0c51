"""The message to the owner of a run that has ended."""

from collections.abc import Iterator
from dataclasses import dataclass

from flextime.domain.events import OptimizationCompleted, OptimizationFailed
from flextime.domain.runs.run import RunStatus


@dataclass(frozen=True, slots=True)
class EmailMessage:
    """An e-mail in plain text."""

    subject: str
    text: str


type FinalEvent = OptimizationCompleted | OptimizationFailed
"""The event with which a run ends."""


def message_for(data: FinalEvent, dashboard_url: str) -> EmailMessage:
    """Write the message about the end of a run, with a link to its schedule."""
    # Users choose the name; a line break in it would end the subject line.
    name = " ".join(data.schedule_name.split())
    if isinstance(data, OptimizationFailed):
        headline, lines = "the optimisation failed", _lines_of_failed(name, data)
    else:
        headline, lines = _headline(data), _lines(name, data)
    link = f"See it: {dashboard_url.rstrip('/')}/schedules/{data.schedule}"
    return EmailMessage(f"{name}: {headline}", "\n".join((*lines, "", link)))


def _headline(data: OptimizationCompleted) -> str:
    if data.status == RunStatus.INFEASIBLE:
        return "no schedule can keep all hard rules"
    if data.status == RunStatus.CANCELLED:
        kept = data.revision is not None
        return "stopped, the best so far is kept" if kept else "stopped"
    if data.hard_violations is None:
        return "no schedule was found"
    if data.hard_violations > 0:
        return f"the best schedule found breaks {data.hard_violations} hard rules"
    return "a schedule that keeps all hard rules"


def _lines(name: str, data: OptimizationCompleted) -> Iterator[str]:
    yield f"The optimisation of “{name}” is over: {data.status}."
    yield ""
    if data.hard_violations is not None:
        yield f"Hard violations: {data.hard_violations}"
    if data.travel_km is not None:
        yield f"Travel of all teams: {data.travel_km:,} km"
    if data.objective is not None:
        yield f"Objective: {data.objective:,.1f} points (fewer is better)"
    if data.bound is not None:
        yield f"Proven bound: no schedule has fewer than {data.bound:,.1f} points"
    if data.optimization_score is not None:
        yield f"Optimization score (bound / objective): {data.optimization_score:.1%}"
    if data.revision is not None:
        yield f"Kept as revision {data.revision}"
    yield from data.reasons


def _lines_of_failed(name: str, data: OptimizationFailed) -> Iterator[str]:
    yield f"The optimisation of “{name}” failed. This is a fault of the system."
    yield ""
    yield data.error
    if data.revision is None:
        yield "The schedule is as it was before."
    else:
        yield f"The best schedule found until then is kept as revision {data.revision}"
