"""Parameters of a repair."""

from dataclasses import dataclass, field

from flextime_solver.backends.params import MipParams


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairParams:
    """Parameters of `repair`.

    Attributes
    ----------
    number
        Repairs that are asked for.
    windows
        Widths, in rounds before and after the affected games, of the windows into which
        games may be moved. Wider windows follow only if narrower ones yield too few
        repairs; None is the whole season.
    mip
        Solver and seed; `time_limit_s` limits the whole repair in seconds of wall time.

    Raises
    ------
    ValueError
        If a value lies outside its range.
    """

    number: int = 3
    windows: tuple[int | None, ...] = (3, 8, None)
    mip: MipParams = field(default_factory=MipParams)

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError("number must be at least 1")
        if not self.windows:
            raise ValueError("windows must name at least one width")
        if any(width is not None and width < 0 for width in self.windows):
            raise ValueError("windows must not be negative")
