"""What one run of the benchmark found, and the file that keeps all of them."""

import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, kw_only=True)
class Record:
    """One finished run, as the checker and the clock saw it.

    Attributes
    ----------
    seconds
        Budget; `clock` says of what: wall time or CPU time of each worker.
    value
        Objective of a season, kilometres where the row is about travel, moves a
        second, seconds, or a number of schedules: the row says which.
    feasible_at_s
        On the same clock; None where nothing feasible was found.
    memory_mib
        Most that a process of this benchmark has held so far.
    """

    row: str
    instance: str
    seconds: float
    seed: int
    workers: int
    clock: str
    infeasibility: int
    value: float
    feasible_at_s: float | None
    cpu_s: float
    wall_s: float
    memory_mib: float
    commit: str
    machine: str

    @property
    def key(self) -> tuple[str, str, float, int]:
        """Of runs with the same key the table shows the latest."""
        return self.row, self.instance, self.seconds, self.seed

    @property
    def order(self) -> tuple[str, str, int, float, int]:
        """By row and instance, numbers as numbers."""
        name = self.instance.rstrip("0123456789")
        number = int(self.instance.removeprefix(name) or 0)
        return self.row, name, number, self.seconds, self.seed


def append(path: Path, record: Record) -> None:
    with path.open("a") as file:
        file.write(json.dumps(asdict(record)) + "\n")


def read(path: Path) -> list[Record]:
    """The latest record of each key, in order."""
    if not path.exists():
        return []
    found = [Record(**json.loads(line)) for line in path.read_text().splitlines()]
    latest = {record.key: record for record in found}
    return sorted(latest.values(), key=lambda record: record.order)


def commit() -> str:
    """The commit that runs; `-dirty` where the code is not what was committed."""
    name = _git("rev-parse", "--short=8", "HEAD").stdout.strip()
    changed = _git("diff", "--quiet", "HEAD", "--", "solver", "layers").returncode
    return f"{name}-dirty" if changed else name or "no commit"


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = ("git", *arguments)
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )


def machine() -> str:
    """Model of the processor and how many of its cores there are."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.split(":")[1].strip() for line in lines if "model name" in line]
    return f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores"
