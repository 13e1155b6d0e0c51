"""`flextime check`: the violations, score and travel of a schedule."""

from enum import IntEnum
from typing import Annotated

import typer

from flextime.domain.schedules.checker import check
from flextime_cli.inputs import league_from, published_schedule, schedule_from
from flextime_cli.scorecard import analysis_json, console, scorecard


class Verdict(IntEnum):
    """Exit codes of the command; 2 means invalid input."""

    FEASIBLE = 0
    HARD_RULES_BROKEN = 1


def check_command(
    league: Annotated[
        str, typer.Argument(metavar="LEAGUE", help="a .json file, or a shipped id")
    ],
    schedule: Annotated[
        str | None,
        typer.Argument(
            metavar="[SCHEDULE]",
            help="a .json or .csv file; left out, a shipped league's published one",
            show_default=False,
        ),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="print every violation and every rule")
    ] = False,
) -> None:
    """Judge a schedule: exit 0 without hard violations, 1 with some, 2 for bad input.

    A CSV has the columns date, home and away; teams go by id, name or short name.
    """
    given = league_from(league)
    judged = schedule_from(schedule, given) if schedule else published_schedule(given)
    report = check(given, judged)
    if as_json:
        typer.echo(analysis_json(given, report))
    else:
        console().print(scorecard(given, report, everything=everything))
    broken = report.score.hard_violations > 0
    raise typer.Exit(Verdict.HARD_RULES_BROKEN if broken else Verdict.FEASIBLE)
