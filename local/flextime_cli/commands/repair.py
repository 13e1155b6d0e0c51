"""`flextime repair`: restore a disrupted season with as few changes as possible."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from flextime_cli.background_task import run_in_background
from flextime_cli.command_errors import CommandError
from flextime_cli.commands.check import Verdict
from flextime_cli.disruption_options import (
    as_on,
    day_from,
    disruptions_from,
    first_day,
    lifted_from,
)
from flextime_cli.inputs import league_from, schedule_from
from flextime_cli.outputs import ensure_writable, save_schedules

_SPAN = "<TEAM FROM TO>"


def repair_command(  # noqa: PLR0913, PLR0917 - the options of the command
    league: Annotated[
        str, typer.Argument(metavar="LEAGUE", help="a .json file, or a shipped id")
    ],
    schedule: Annotated[
        str, typer.Argument(metavar="SCHEDULE", help="a .json or .csv file")
    ],
    postpone: Annotated[
        list[str] | None,
        typer.Option(metavar="GAME", help="a game's id; may be given again"),
    ] = None,
    arena_lost: Annotated[
        tuple[str, str, str] | None,
        typer.Option(metavar=_SPAN, help="a team that cannot host on these dates"),
    ] = None,
    team_out: Annotated[
        tuple[str, str, str] | None,
        typer.Option(metavar=_SPAN, help="a team that cannot play on these dates"),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="repair the season as it stood that day; left out, the first day"
            " of the trouble",
        ),
    ] = None,
    locked_until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="nothing before it changes that can stay"),
    ] = None,
    lift: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE", help="a rule to give up: one that keeps reserve dates free"
        ),
    ] = None,
    number: Annotated[int, typer.Option(min=1, max=20, help="of repairs")] = 3,
    seconds: Annotated[float, typer.Option(min=1, help="search time")] = 60.0,
    out: Annotated[
        Path | None,
        typer.Option(help="FILE.json or .csv: written as FILE-1.json, FILE-2.json, …"),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Move as few games as possible: exit 0 with a repair, 1 without one.

    What is played or locked stays; who meets whom how often stays. Repairs are ranked
    by games moved, teams touched, notice and added travel.
    """
    given = league_from(league)
    before = schedule_from(schedule, given)
    ensure_writable(out)
    day = day_from("--today", today) if today else None
    if day:
        before = as_on(given, before, day)
    happened = disruptions_from(given, before, postpone or [], arena_lost, team_out)
    day = day or first_day(given, before, happened)
    # a second of imports, after everything that can be refused at once
    from flextime_cli.repair_report import repairs_json, repairs_lines  # noqa: PLC0415 - a second of imports
    from flextime_solver.backends.params import MipParams  # noqa: PLC0415 - a second of imports
    from flextime_solver.repair.params import RepairParams  # noqa: PLC0415 - a second of imports
    from flextime_solver.repair.repair import repair  # noqa: PLC0415 - a second of imports

    screen = Console(highlight=False, stderr=True)
    question = partial(
        repair,
        given,
        before,
        happened,
        today=day,
        locked_until=day_from("--locked-until", locked_until) if locked_until else day,
        waived=lifted_from(given, lift or []),
        params=RepairParams(number=number, mip=MipParams(time_limit_s=seconds)),
    )
    found = run_in_background(screen, "looking for repairs", question)
    if found.reasons:
        raise CommandError("; ".join(found.reasons))
    save_schedules(out, [one.schedule for one in found.repairs], given, screen)
    typer.echo(repairs_json(found) if as_json else repairs_lines(given, found))
    raise typer.Exit(Verdict.FEASIBLE if found.repairs else Verdict.HARD_RULES_BROKEN)
