"""The demonstration's result beside the published schedule."""

from dataclasses import asdict, dataclass

from rich.table import Table

from flextime_cli.demo.api_client import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Figures of the schedule that was made.

    Attributes
    ----------
    bound_km
        No schedule that keeps the hard rules travels less, as far as was proven.
    seconds
        From the command to the recorded schedule; `ready_seconds` of them until the
        system answered, `run_seconds` for the run.
    """

    status: str
    hard_violations: int
    soft_penalty: int
    travel_km_rule3d: int
    published_hard_violations: int
    published_soft_penalty: int
    published_travel_km_rule3d: int
    bound_km: int | None
    seconds: float
    ready_seconds: float
    run_seconds: float
    seed: int
    attempts: int

    @property
    def beats_the_published(self) -> bool:
        """Whether the schedule is feasible and travels less than the published one."""
        feasible = self.hard_violations == 0
        return feasible and self.travel_km_rule3d < self.published_travel_km_rule3d

    def as_document(self) -> Document:
        """Return the figures as a JSON object."""
        return asdict(self)


def bound_km(progress: Document, travel_points_per_km: int) -> int | None:
    """Return the proven lower bound on the objective, converted to kilometres."""
    outcome = progress["run"].get("outcome") or {}
    points = outcome.get("bound") or progress.get("bound")
    if points is None or travel_points_per_km == 0:
        return None
    return int(points / travel_points_per_km)


def comparison(summary: Summary) -> Table:
    """Return the scorecard: one column for each schedule."""
    table = Table("", title="Scorecard", title_justify="left")
    table.add_column("FlexTime", justify="right", style="bold")
    table.add_column("as published", justify="right")
    table.add_row(
        "hard violations",
        str(summary.hard_violations),
        str(summary.published_hard_violations),
    )
    table.add_row(
        "points for soft rules",
        f"{summary.soft_penalty:,}",
        f"{summary.published_soft_penalty:,}",
    )
    table.add_row(
        "travel by the 3-day rule",
        f"{summary.travel_km_rule3d:,} km",
        f"{summary.published_travel_km_rule3d:,} km",
    )
    change = summary.travel_km_rule3d / summary.published_travel_km_rule3d - 1
    table.add_row("", f"{change:+.1%}", "")
    if summary.bound_km is not None:
        table.add_row("proven: at least", f"{summary.bound_km:,} km", "")
    table.add_row("run", f"{summary.run_seconds:.0f} s", "")
    return table
