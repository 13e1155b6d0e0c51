"""`flextime solve`: a schedule for a league, without a server."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from flextime.domain.runs.attempts import Bound, Instance
from flextime.domain.schedules.checker import Report, check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score
from flextime_cli.commands.check import Verdict
from flextime_cli.inputs import league_from, schedule_from
from flextime_cli.outputs import ensure_writable, save_schedule
from flextime_cli.params_files import ParamsFile, strategies_with
from flextime_cli.progress import progress_on
from flextime_cli.scorecard import analysis_json, console, scorecard
from flextime_cli.search_options import SearchOptions

if TYPE_CHECKING:
    from flextime.domain.runs.attempts import AttemptResult


def solve_command(  # noqa: PLR0913, PLR0917 - the options of the command
    league: Annotated[
        str, typer.Argument(metavar="LEAGUE", help="a .json file, or a shipped id")
    ],
    seconds: Annotated[float, typer.Option(min=1, help="search time")] = 60.0,
    seed: Annotated[int, typer.Option(min=0, help="of the first worker")] = 1,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="searches side by side, one a core")
    ] = 2,
    out: Annotated[
        Path | None,
        typer.Option(help="where to write the schedule, .json or .csv"),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            metavar="SCHEDULE", help="begin from it; its played and locked games stay"
        ),
    ] = None,
    params: ParamsFile = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Search for the best schedule: exit 0 without hard violations, else 1.

    Ctrl-C ends the search early and keeps the best; --out has the best at any time.
    """
    given = league_from(league)
    instance = Instance(given, schedule_from(start, given) if start else None)
    if out:
        ensure_writable(out)
    options = SearchOptions(seconds, seed, workers, strategies_with(params))
    screen = Console(highlight=False, stderr=True)
    result = _searched(instance, screen, options, out)
    screen.print(f"{result.status} after {result.elapsed_s:.0f} s of search")
    if result.bound:
        screen.print(_proven(result.bound, result.score))
    for reason in result.reasons:
        screen.print(f"  {reason}")
    if result.schedule is None:
        raise typer.Exit(Verdict.HARD_RULES_BROKEN)
    if out:
        save_schedule(out, result.schedule, given)
        screen.print(f"written to {out}", soft_wrap=True)
    report = check(given, result.schedule)
    if as_json:
        typer.echo(analysis_json(given, report))
    else:
        console().print(scorecard(given, report, everything=False))
    raise typer.Exit(_verdict(report))


def _searched(
    instance: Instance, screen: Console, options: SearchOptions, out: Path | None
) -> "AttemptResult":
    from flextime_cli.portfolio_run import search  # noqa: PLC0415 - a second of imports

    def keep(schedule: Schedule) -> None:
        if out:
            save_schedule(out, schedule, instance.league)

    with progress_on(screen, options.seconds) as show:
        return search(instance, options, show, keep)


def _proven(bound: Bound, score: Score | None) -> str:
    proven = f"proven: at least {bound.points:,.0f} points ({bound.source})"
    if score is None or not score.feasible or not bound.points:
        return proven
    above = score.objective / bound.points - 1
    return f"{proven}; this schedule is at most {above:.1%} above the best"


def _verdict(report: Report) -> Verdict:
    feasible = report.score.feasible
    return Verdict.FEASIBLE if feasible else Verdict.HARD_RULES_BROKEN
