"""`flextime enumerate`: all schedules of a tightly constrained league."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from flextime.serialization.type_adapters import adapter_of
from flextime_cli.background_task import run_in_background
from flextime_cli.command_errors import CommandError
from flextime_cli.commands.check import Verdict
from flextime_cli.inputs import league_from
from flextime_cli.outputs import ensure_writable, save_schedules


def enumerate_command(
    league: Annotated[
        str, typer.Argument(metavar="LEAGUE", help="a .json file, or a shipped id")
    ],
    limit: Annotated[int, typer.Option(min=1, help="schedules at most")] = 1000,
    seconds: Annotated[float, typer.Option(min=1, help="search time")] = 60.0,
    out: Annotated[
        Path | None,
        typer.Option(help="FILE.json or .csv: written as FILE-1.json, FILE-2.json, …"),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """List every schedule without hard violations, and say whether these are all.

    Soft rules and travel play no part. Exit 0 when all were found (that there is none
    is an answer too), 1 when the limit or the time came first.
    """
    given = league_from(league)
    ensure_writable(out)
    # a second of imports, after everything that can be refused at once
    from flextime_solver.alternatives.enumerate_schedules import (  # noqa: PLC0415 - a second of imports
        Enumeration,
        enumerate_schedules,
    )
    from flextime_solver.backends.params import MipParams  # noqa: PLC0415 - a second of imports

    screen = Console(highlight=False, stderr=True)
    params = MipParams(time_limit_s=seconds)
    question = partial(enumerate_schedules, given, limit, params)
    found = run_in_background(screen, "going through all schedules", question)
    if found.reasons:
        raise CommandError("; ".join(found.reasons))
    save_schedules(out, found.schedules, given, screen)
    if as_json:
        typer.echo(adapter_of(Enumeration).dump_json(found, indent=2))
    else:
        typer.echo(_sentence(len(found.schedules), limit, complete=found.complete))
    raise typer.Exit(Verdict.FEASIBLE if found.complete else Verdict.HARD_RULES_BROKEN)


def _sentence(number: int, limit: int, *, complete: bool) -> str:
    schedules = "schedule" if number == 1 else "schedules"
    if complete:
        return f"exactly {number} {schedules}: proven"
    why = "the limit" if number == limit else "the time"
    return f"{number} {schedules} found, {why} came before the proof: maybe more"
