"""`flextime local`: the whole system on this machine, until Ctrl-C."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from flextime_cli.local_stack import running_stack, stay_up
from flextime_cli.scorecard import console
from flextime_local.stack import Options

if TYPE_CHECKING:
    from flextime_local.running_stack import RunningStack

DATA = Path(".flextime")


def local_command(  # noqa: PLR0913 - the options of the command
    data: Annotated[
        Path, typer.Option(help="folder in which everything is kept", file_okay=False)
    ] = DATA,
    http_port: Annotated[
        int, typer.Option(min=0, max=65535, help="of the API; 0 takes a free one")
    ] = 8000,
    aws_port: Annotated[
        int,
        typer.Option(min=0, max=65535, help="of the AWS endpoint; 0 takes a free one"),
    ] = 4566,
    *,
    show_credentials: Annotated[
        bool,
        typer.Option(
            "--show-credentials", help="print what the AWS endpoint's clients sign with"
        ),
    ] = False,
    sam_env_file: Annotated[
        Path | None,
        typer.Option(help="write the environment for `sam local`, and let it in"),
    ] = None,
    container_host: Annotated[
        str, typer.Option(help="how containers reach this machine")
    ] = "host.docker.internal",
    reset: Annotated[
        bool,
        typer.Option(
            "--reset", help="move the earlier state aside and begin with an empty one"
        ),
    ] = False,
) -> None:
    """Start the whole system on this machine and keep it running until Ctrl-C."""
    screen = console()

    def tell(phase: str, seconds: float) -> None:
        screen.print(f"  {seconds:5.1f} s  {phase}", style="dim")

    options = Options(
        data_dir=data,
        http_port=http_port,
        aws_port=aws_port,
        sam_env_file=sam_env_file,
        container_host=container_host,
        reset=reset,
        report=tell,
    )
    with running_stack(options) as stack:
        if show_credentials:
            for name, value in stack.endpoint.credentials.as_environment().items():
                screen.print(f"export {name}={value}", soft_wrap=True)
        print_welcome(screen, stack)
        stay_up(stack, screen)


def print_welcome(screen: Console, stack: "RunningStack") -> None:
    """Print the addresses, the demo users, and how to sign in."""
    users = Table(
        "role", "e-mail", "password", title="Demo users", title_justify="left"
    )
    for user in stack.users:
        users.add_row(user.role, user.email, user.password)
    places = Table.grid(padding=(0, 2))
    places.add_row("API", stack.http_url)
    places.add_row("its documentation", f"{stack.http_url}/docs")
    places.add_row("AWS endpoint", stack.endpoint.url)
    screen.print(f"ready after {stack.ready_s:.1f} s", style="bold green")
    screen.print(places, users)
    screen.print("A token for `Authorization: Bearer …` (the answer's IdToken):")
    screen.print(_sign_in(stack), style="cyan", soft_wrap=True)


def _sign_in(stack: "RunningStack") -> str:
    """Return shell commands that fetch a token and call the API with it."""
    user = stack.user("scheduler")
    body = {
        "AuthFlow": "USER_PASSWORD_AUTH",
        "ClientId": stack.client_id,
        "AuthParameters": {"USERNAME": user.email, "PASSWORD": user.password},
    }
    return " \\\n  ".join(
        (
            f"curl -s {stack.endpoint.url}",
            "-H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth'",
            "-H 'Content-Type: application/x-amz-json-1.1'",
            f"-d '{json.dumps(body)}'",
        )
    )
