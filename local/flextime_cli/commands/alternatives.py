"""`flextime alternatives`: several good schedules to choose from."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.serialization.type_adapters import adapter_of
from flextime_cli.background_task import run_in_background
from flextime_cli.commands.check import Verdict
from flextime_cli.inputs import league_from
from flextime_cli.outputs import ensure_writable, save_schedules

if TYPE_CHECKING:
    from flextime_solver.alternatives.diverse_schedules import Alternatives


def alternatives_command(  # noqa: PLR0913, PLR0917 - the options of the command
    league: Annotated[
        str, typer.Argument(metavar="LEAGUE", help="a .json file, or a shipped id")
    ],
    number: Annotated[int, typer.Option(min=2, max=50, help="of schedules")] = 3,
    differ: Annotated[
        float,
        typer.Option(min=1, max=100, help="percent of games placed differently"),
    ] = 20.0,
    within: Annotated[
        float, typer.Option(min=0, help="percent that each may cost above the best")
    ] = 10.0,
    seconds: Annotated[float, typer.Option(min=1, help="search time")] = 60.0,
    seed: Annotated[int, typer.Option(min=0, help="of the first search")] = 1,
    out: Annotated[
        Path | None,
        typer.Option(help="FILE.json or .csv: written as FILE-1.json, FILE-2.json, …"),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Find schedules that differ, each nearly as good as the best.

    Exit 0 when there are as many as asked for, or proven that there are no more; 1
    when the time came first.
    """
    given = league_from(league)
    ensure_writable(out)
    # a second of imports, after everything that can be refused at once
    from flextime_solver.alternatives.diverse_schedules import Alternatives  # noqa: PLC0415 - a second of imports
    from flextime_solver.alternatives.diversity import Diversity  # noqa: PLC0415 - a second of imports
    from flextime_solver.alternatives.find_alternatives import (  # noqa: PLC0415 - a second of imports
        AlternativesParams,
        find_alternatives,
    )

    screen = Console(highlight=False, stderr=True)
    question = partial(
        find_alternatives,
        given,
        number,
        Diversity(min_difference=differ / 100, max_gap=within / 100),
        AlternativesParams(time_limit_s=seconds, seed=seed),
    )
    found = run_in_background(screen, "looking for alternatives", question)
    save_schedules(out, found.schedules, given, screen)
    if as_json:
        typer.echo(adapter_of(Alternatives).dump_json(found, indent=2))
    else:
        typer.echo("\n".join(_lines(given, found, number)))
    enough = found.complete or len(found.schedules) == number
    raise typer.Exit(Verdict.FEASIBLE if enough else Verdict.HARD_RULES_BROKEN)


def _lines(league: League, found: "Alternatives", number: int) -> Iterator[str]:
    scores = [check(league, schedule).score for schedule in found.schedules]
    for rank, score in enumerate(scores, start=1):
        best = scores[0].objective
        above = f", {score.objective / best - 1:.1%} above the best" if best else ""
        gap = above if rank > 1 else ""
        yield (
            f"{rank}. {score.objective:,.0f} points,"
            f" {score.travel_m / 1000:,.0f} km{gap}"
        )
    if found.best_is_proven:
        yield "The first is proven to be the best."
    if found.complete:
        yield "There are no others: proven."
    elif len(found.schedules) < number:
        yield "The time came first: there may be others."
