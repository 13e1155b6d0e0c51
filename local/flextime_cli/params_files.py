"""Files of solver parameters."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flextime.domain.runs.portfolio import STRATEGIES
from flextime_cli.inputs import bytes_of, faults_of

if TYPE_CHECKING:
    from flextime_solver.params import SolveParams

ParamsFile = Annotated[
    Path | None,
    typer.Option(
        "--params",
        metavar="FILE",
        help="JSON of solver parameters that replace those of every strategy",
    ),
]


def strategies_with(file: Path | None) -> "Mapping[str, SolveParams]":
    """Return the parameters of every strategy, with those of the file in their place.

    Raises
    ------
    CommandError
        If the file names an unknown parameter or has an invalid value.
    """
    from flextime_solver.params_json import read_params  # noqa: PLC0415 - a second of imports
    from flextime_solver.strategies import STRATEGY_PARAMS  # noqa: PLC0415 - as above

    if file is None:
        return STRATEGY_PARAMS
    text = bytes_of(str(file), "flextime params prints all parameters")
    with faults_of(str(file)):
        return {name: read_params(text, STRATEGY_PARAMS[name]) for name in STRATEGIES}
