"""Figures of repeated measurements, and how they are printed."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Spread:
    """Percentiles of one measurement, in the unit of its samples."""

    p50: float
    p99: float

    @classmethod
    def of(cls, samples: Sequence[float]) -> "Spread":
        """Percentiles by the nearest rank."""
        ordered = sorted(samples)
        return cls(p50=_rank(ordered, 0.50), p99=_rank(ordered, 0.99))


def _rank(ordered: Sequence[float], share: float) -> float:
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table for the terminal and for Markdown alike."""
    widths = [
        max(len(row[column]) for row in (head, *rows)) for column in range(len(head))
    ]
    lines = [head, tuple("-" * width for width in widths), *rows]
    body = "\n".join(
        "| "
        + " | ".join(
            cell.ljust(width) for cell, width in zip(line, widths, strict=True)
        )
        + " |"
        for line in lines
    )
    return f"\n{title}\n\n{body}"


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
