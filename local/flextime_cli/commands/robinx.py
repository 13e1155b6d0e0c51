"""`flextime robinx`: the research community's instances and solutions."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import AttemptStatus, Instance
from flextime.domain.schedules.games import Schedule
from flextime.serialization.json_documents import write_league
from flextime.serialization.robinx import (
    Evaluation,
    evaluate,
    objective_text,
    write_solution,
)
from flextime_cli.command_errors import CommandError, reporting_errors
from flextime_cli.commands.check import Verdict
from flextime_cli.outputs import ensure_writable_file, write_whole
from flextime_cli.params_files import ParamsFile, strategies_with
from flextime_cli.progress import progress_on
from flextime_cli.robinx_files import (
    instance_to_import,
    instance_to_judge,
    instance_to_solve,
    solution_of,
)
from flextime_cli.search_options import SearchOptions

robinx = typer.Typer(help="RobinX instances and solutions.", no_args_is_help=True)

InstanceFile = Annotated[
    Path, typer.Argument(metavar="INSTANCE.xml", help="an instance of RobinX")
]


def import_command(
    instance: InstanceFile,
    league: Annotated[
        Path, typer.Argument(metavar="LEAGUE.json", help="where to write the league")
    ],
) -> None:
    """Write an instance as a league document."""
    ensure_writable_file(league)
    write_whole(league, write_league(instance_to_import(instance)) + b"\n")


def solve_command(
    instance: InstanceFile,
    out: Annotated[Path, typer.Option(help="where to write the solution")],
    seconds: Annotated[float, typer.Option(min=1, help="search time")] = 60.0,
    seed: Annotated[int, typer.Option(min=0, help="of the first worker")] = 1,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="searches side by side, one a core")
    ] = 2,
    params: ParamsFile = None,
) -> None:
    """Search for the best solution: exit 0 when it is feasible, else 1.

    Ctrl-C ends the search early and keeps the best; --out has the best at any time.
    """
    from flextime_cli.portfolio_run import search  # noqa: PLC0415 - a second of imports

    league = instance_to_solve(instance)
    ensure_writable_file(out)
    options = SearchOptions(seconds, seed, workers, strategies_with(params))
    screen = Console(highlight=False, stderr=True)

    def keep(schedule: Schedule) -> None:
        _save(out, league, schedule)

    with progress_on(screen, seconds) as show:
        result = search(Instance(league), options, show, keep)
    screen.print(f"{result.status} after {result.elapsed_s:.0f} s of search")
    if result.schedule is None:
        if result.status is AttemptStatus.INFEASIBLE:
            raise CommandError(f"{instance}: {'; '.join(result.reasons)}")
        raise typer.Exit(Verdict.HARD_RULES_BROKEN)
    found = _save(out, league, result.schedule)
    _tell(found)
    raise typer.Exit(_verdict(found))


def evaluate_command(
    instance: InstanceFile,
    solution: Annotated[Path, typer.Argument(metavar="SOLUTION.xml")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print the parts")] = False,
) -> None:
    """Judge a solution: exit 0 when it is feasible, else 1."""
    league, all_games = instance_to_judge(instance)
    found = evaluate(league, solution_of(solution, league), all_games)
    if as_json:
        typer.echo(json.dumps(asdict(found), indent=2))
    else:
        _tell(found)
    raise typer.Exit(_verdict(found))


robinx.command("import")(reporting_errors(import_command))
robinx.command("solve")(reporting_errors(solve_command))
robinx.command("evaluate")(reporting_errors(evaluate_command))


def _save(out: Path, league: League, schedule: Schedule) -> Evaluation:
    found = evaluate(league, schedule)
    score = found.infeasibility, found.objective
    write_whole(out, write_solution(league, schedule, score))
    return found


def _tell(found: Evaluation) -> None:
    objective = objective_text(found.objective)
    typer.echo(f"infeasibility={found.infeasibility} objective={objective}")


def _verdict(found: Evaluation) -> Verdict:
    return Verdict.HARD_RULES_BROKEN if found.infeasibility else Verdict.FEASIBLE
