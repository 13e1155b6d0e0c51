"""Options of a start of the local stack."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

type Report = Callable[[str, float], None]
"""Told each phase of the start and its seconds."""


def _say_nothing(_phase: str, _seconds: float) -> None:
    return


@dataclass(frozen=True, slots=True)
class Options:
    """What the user of the local stack can choose."""

    data_dir: Path = Path(".flextime")
    """Everything that is kept; made when it is not there."""
    http_port: int = 8000
    """0 takes any free port, here and for `aws_port`."""
    aws_port: int = 4566
    template: Path = Path("template.yaml")
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Parameters of the template."""
    sam_env_file: Path | None = None
    """Where the environment of `sam local` is written at the start."""
    container_host: str = "host.docker.internal"
    """How containers reach this machine; used with `sam_env_file` only."""
    reset: bool = False
    """Whether the state of earlier runs is moved aside first."""
    report: Report = _say_nothing
