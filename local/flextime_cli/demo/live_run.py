"""A run's progress while it goes on: a live table, or a line now and then."""

from collections.abc import Iterable
from time import monotonic

from rich.console import Console
from rich.live import Live
from rich.table import Table

from flextime_cli.demo.api_client import Document

_LINE_EVERY_S = 5.0


def follow(progress: Iterable[Document], screen: Console) -> Document:
    """Show every state of a run; returns the last."""
    last: Document = {}
    if screen.is_terminal:
        with Live(console=screen, refresh_per_second=4) as live:
            for last in progress:
                live.update(_table(last))
        return last
    begin_s = told_s = monotonic()
    status = ""
    for last in progress:
        now_s = monotonic()
        if last["run"]["status"] != status or now_s >= told_s + _LINE_EVERY_S:
            told_s, status = now_s, last["run"]["status"]
            screen.print(_line(last, now_s - begin_s))
    return last


def _line(progress: Document, elapsed_s: float) -> str:
    best = progress.get("incumbent") or {}
    parts = [f"{elapsed_s:5.0f} s", progress["run"]["status"]]
    if best:
        parts.append(f"incumbent {_travel(best.get('travel_km'))}")
        parts.append(f"hard penalty {best['infeasibility']}")
    if progress.get("bound") is not None:
        parts.append(f"bound {progress['bound']:,.0f}")
    return "  ".join(parts)


def _table(progress: Document) -> Table:
    table = Table(title=f"Run: {progress['run']['status']}", title_justify="left")
    for column in ("attempt", "phase"):
        table.add_column(column)
    for column in ("seconds", "hard penalty", "objective", "travel", "bound"):
        table.add_column(column, justify="right")
    for attempt in progress["attempts"]:
        table.add_row(
            attempt["attempt"],
            attempt["phase"],
            f"{attempt['elapsed_s']:.0f}",
            _number(attempt.get("infeasibility")),
            _number(attempt.get("objective")),
            _travel_m(attempt.get("travel_m")),
            _number(attempt.get("bound")),
        )
    return table


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"


def _travel(km: float | None) -> str:
    return "" if km is None else f"{km:,.0f} km"


def _travel_m(metres: int | None) -> str:
    return "" if metres is None else _travel(metres / 1000)
