"""Show the progress of attempts: a table on a terminal, lines in a pipe."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table

from flextime.domain.runs.attempts import Progress

type Show = Callable[[str, Iterable[Progress]], None]
"""Shows a status and the attempts; call it as often as there is something new."""

_LINE_EVERY_S = 5.0


@contextmanager
def progress_on(screen: Console, seconds: float) -> Iterator[Show]:
    """Yield a function that shows the progress of attempts of `seconds` each."""
    if not screen.is_terminal:
        yield _lines(screen)
        return
    with Live(console=screen, refresh_per_second=4) as live:
        yield lambda status, attempts: live.update(
            _picture(status, tuple(attempts), seconds)
        )


def _lines(screen: Console) -> Show:
    """Print a line when the status changes, and one every few seconds."""
    begin_s = told_s = monotonic()
    told_status = ""

    def show(status: str, attempts: Iterable[Progress]) -> None:
        nonlocal told_s, told_status
        now_s = monotonic()
        if status != told_status or now_s >= told_s + _LINE_EVERY_S:
            told_s, told_status = now_s, status
            line = f"{now_s - begin_s:5.0f} s  {status}{_best(attempts)}"
            screen.print(line, soft_wrap=True)

    return show


def _best(attempts: Iterable[Progress]) -> str:
    attempts = tuple(attempts)
    found = [a for a in attempts if a.infeasibility is not None]
    best = min(found, key=lambda a: (a.infeasibility, a.objective), default=None)
    bounds = [a.bound for a in attempts if a.bound is not None]
    parts = []
    if best is not None:
        parts.append(f"incumbent {_number(best.objective)} points")
        parts.append(f"{_km(best.travel_m)} km")
        parts.append(f"hard penalty {_number(best.infeasibility)}")
    if bounds:
        parts.append(f"bound {_number(max(bounds))}")
    return "".join(f"  {part}" for part in parts)


def _picture(status: str, attempts: tuple[Progress, ...], seconds: float) -> Group:
    searched_s = max((attempt.elapsed_s for attempt in attempts), default=0.0)
    bar = ProgressBar(total=seconds, completed=min(searched_s, seconds), width=60)
    return Group(_table(status, attempts), bar)


def _table(status: str, attempts: tuple[Progress, ...]) -> Table:
    table = Table("attempt", "phase", title=status, title_justify="left")
    for column in ("seconds", "hard penalty", "objective", "travel km", "bound"):
        table.add_column(column, justify="right")
    for attempt in attempts:
        table.add_row(
            attempt.attempt,
            attempt.phase,
            f"{attempt.elapsed_s:.0f}",
            _number(attempt.infeasibility),
            _number(attempt.objective),
            _km(attempt.travel_m),
            _number(attempt.bound),
        )
    return table


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"


def _km(metres: int | None) -> str:
    return "" if metres is None else f"{metres / 1000:,.0f}"
