"""`flextime params`: the parameters of a strategy of the solver."""

from typing import Annotated

import typer

from flextime.domain.runs.portfolio import STRATEGIES
from flextime_cli.command_errors import CommandError


def params_command(
    strategy: Annotated[
        str, typer.Argument(help=f"one of {', '.join(STRATEGIES)}")
    ] = STRATEGIES[0],
) -> None:
    """Print the solver's parameters as JSON, for `flextime solve --params`."""
    from flextime_solver.params_json import write_params  # noqa: PLC0415 - a second of imports
    from flextime_solver.strategies import params_of  # noqa: PLC0415 - as above

    if strategy not in STRATEGIES:
        known = ", ".join(STRATEGIES)
        raise CommandError(f"no strategy is called {strategy!r}; there are {known}")
    typer.echo(write_params(params_of(strategy)).decode())
