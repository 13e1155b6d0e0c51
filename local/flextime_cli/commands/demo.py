"""`flextime demo`: the whole system on this machine schedules one real season."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from flextime.domain.runs.run import RunParameters
from flextime_cli.background_compilation import compiling_search
from flextime_cli.commands.local import print_welcome
from flextime_cli.demo.api_client import ApiClient
from flextime_cli.demo.follow_run import follow
from flextime_cli.demo.season_run import begin_season
from flextime_cli.demo.summary import Summary, bound_km, comparison
from flextime_cli.local_stack import running_stack, stay_up
from flextime_local.stack import Options

if TYPE_CHECKING:
    from flextime_local.running_stack import RunningStack

LEAGUE = "big12-mbb-2024-25"


def demo_command(  # noqa: PLR0913 - the options of the command
    seconds: Annotated[
        float, typer.Option(min=1, max=900, help="search time of each attempt")
    ] = 60.0,
    attempts: Annotated[int, typer.Option(min=1, max=10, help="solver tasks")] = 2,
    seed: Annotated[int, typer.Option(min=0, help="of the first attempt")] = 1,
    data: Annotated[
        Path | None,
        typer.Option(help="folder to keep everything in; else a temporary one"),
    ] = None,
    http_port: Annotated[
        int, typer.Option(min=0, max=65535, help="of the API; 0 takes a free one")
    ] = 0,
    aws_port: Annotated[
        int,
        typer.Option(min=0, max=65535, help="of the AWS endpoint; 0 takes a free one"),
    ] = 0,
    *,
    end: Annotated[
        bool,
        typer.Option(
            "--exit",
            help="stop when the schedule is there: exit 0 if it breaks no hard rule and"
            " travels less than the published one, else 1",
        ),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="print one JSON summary on standard output")
    ] = False,
) -> None:
    """Start the system, import the Big 12 season, schedule it and compare."""
    begin_s = time.monotonic()
    wanted = RunParameters(time_limit_s=seconds, attempts=attempts, seed=seed)
    screen = Console(highlight=False, stderr=as_json)

    def tell(phase: str, seconds: float) -> None:
        screen.print(f"  {seconds:5.1f} s  {phase}", style="dim")

    with (
        compiling_search() as compiled,
        _folder(data) as folder,
        running_stack(
            Options(
                data_dir=folder, http_port=http_port, aws_port=aws_port, report=tell
            )
        ) as stack,
    ):
        print_welcome(screen, stack)
        compiled()
        summary = _solve(stack, screen, begin_s, wanted)
        screen.print(comparison(summary))
        if as_json:
            typer.echo(json.dumps(summary.as_document()))
        if not end:
            stay_up(stack, screen)
    if not summary.beats_the_published:
        raise typer.Exit(1)


def _solve(
    stack: "RunningStack", screen: Console, begin_s: float, wanted: RunParameters
) -> Summary:
    admin = ApiClient(stack.http_url, stack.sign_in("admin"))
    scheduler = ApiClient(stack.http_url, stack.sign_in("scheduler"))
    season = begin_season(admin, scheduler, LEAGUE)
    screen.print(f"{season.league['name']}: imported, run requested")
    run_begin_s = time.monotonic()
    run = season.request_run(wanted)
    last = follow(season.progress(run), screen, wanted.time_limit_s)
    end_s = time.monotonic()
    found, published = season.analysis(), season.published_analysis()
    return Summary(
        status=last["run"]["status"],
        hard_violations=found["score"]["hard_violations"],
        soft_penalty=found["score"]["soft_penalty"],
        travel_km_rule3d=found["travel_total"]["three_day_rule_km"],
        published_hard_violations=published["score"]["hard_violations"],
        published_soft_penalty=published["score"]["soft_penalty"],
        published_travel_km_rule3d=published["travel_total"]["three_day_rule_km"],
        bound_km=bound_km(last, season.league["goals"]["travel_points_per_km"]),
        seconds=round(end_s - begin_s, 1),
        ready_seconds=round(stack.ready_s, 1),
        run_seconds=round(end_s - run_begin_s, 1),
        seed=wanted.seed,
        attempts=wanted.attempts,
    )


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given is not None:
        yield given
        return
    with TemporaryDirectory(prefix="flextime-demo-") as folder:
        yield Path(folder)
