"""`flextime robinx`: the field's instances and solutions, in and out."""

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from flextime.documents.json_documents import write_league
from flextime.documents.robinx import (
    Evaluation,
    evaluate,
    read_instance,
    read_solution,
    write_solution,
)
from flextime.domain.attempts import Instance
from flextime.domain.errors import InvalidInput
from flextime.domain.league import League
from flextime.domain.schedule import Schedule
from flextime_cli.check_command import Verdict
from flextime_cli.outputs import refuse_unwritable_file, write_whole
from flextime_cli.progress import progress_on
from flextime_cli.refusals import Refusal, refusal_of, refusing

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
    refuse_unwritable_file(league)
    write_whole(league, write_league(_instance(instance)) + b"\n")


def solve_command(
    instance: InstanceFile,
    out: Annotated[Path, typer.Option(help="where to write the solution")],
    seconds: Annotated[float, typer.Option(min=1, help="search time")] = 60.0,
    seed: Annotated[int, typer.Option(min=0, help="of the first worker")] = 1,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="searches side by side, one a core")
    ] = 2,
) -> None:
    """Search for the best solution: exit 0 when it is feasible, else 1."""
    from flextime_cli.search import search  # noqa: PLC0415 - a second of imports

    league = _instance(instance)
    refuse_unwritable_file(out)
    screen = Console(highlight=False, stderr=True)
    begin_s = time.monotonic()
    with progress_on(screen, seconds) as show:
        result = search(Instance(league), seconds, seed, workers, show)
    screen.print(f"{result.status} after {time.monotonic() - begin_s:.0f} s")
    for reason in result.reasons:
        screen.print(f"  {reason}")
    if result.schedule is None:
        raise typer.Exit(Verdict.HARD_RULES_BROKEN)
    found = evaluate(league, result.schedule)
    score = found.infeasibility, found.objective
    write_whole(out, write_solution(league, result.schedule, score))
    _tell(found)
    raise typer.Exit(_verdict(found))


def evaluate_command(
    instance: InstanceFile,
    solution: Annotated[Path, typer.Argument(metavar="SOLUTION.xml")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print the parts")] = False,
) -> None:
    """Judge a solution: exit 0 when it is feasible, else 1."""
    league = _instance(instance)
    found = evaluate(league, _solution(solution, league))
    if as_json:
        typer.echo(json.dumps(asdict(found), indent=2))
    else:
        _tell(found)
    raise typer.Exit(_verdict(found))


robinx.command("import")(refusing(import_command))
robinx.command("solve")(refusing(solve_command))
robinx.command("evaluate")(refusing(evaluate_command))


def _instance(path: Path) -> League:
    text = _bytes_of(path)
    try:
        return read_instance(text)
    except InvalidInput as error:
        raise refusal_of(str(path), error) from None


def _solution(path: Path, league: League) -> Schedule:
    text = _bytes_of(path)
    try:
        return read_solution(text, league)
    except InvalidInput as error:
        raise refusal_of(str(path), error) from None


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"{path}: no such file") from None


def _tell(found: Evaluation) -> None:
    objective = f"{found.objective:.3f}".rstrip("0").rstrip(".")
    typer.echo(f"infeasibility={found.infeasibility} objective={objective}")


def _verdict(found: Evaluation) -> Verdict:
    return Verdict.HARD_RULES_BROKEN if found.infeasibility else Verdict.FEASIBLE
