"""Parameters of the search for travelling tournaments."""

from dataclasses import dataclass, field

from flextime_solver.annealing.params import ReplicaTemperatures


@dataclass(frozen=True, slots=True)
class TtpAnnealingParams:
    """Parameters of parallel tempering on schedules of a travelling tournament.

    One replica is annealed first and leaves a copy at each temperature that it passes.

    Attributes
    ----------
    replicas
        Temperatures of the replicas, as multiples of the instance's mean trip cost.
    cooling_share
        Largest share of the search (0 to 1, both excluded) for the first anneal.
    cooling_moves_per_cube
        Largest number of moves of the first anneal, as a multiple of the cube of the
        number of games.
    moves_per_call
        Moves of one replica at a time; when each has made as many, neighbours may
        exchange their schedules.

    Raises
    ------
    ValueError
        If a parameter is out of its range.
    """

    replicas: ReplicaTemperatures = field(
        default_factory=lambda: ReplicaTemperatures(0.42, 0.28, 0.13, 8)
    )
    cooling_share: float = 0.5
    cooling_moves_per_cube: float = 10.0
    moves_per_call: int = 5000

    def __post_init__(self) -> None:
        if not 0 < self.cooling_share < 1:
            raise ValueError("cooling_share must lie between 0 and 1")
        if self.cooling_moves_per_cube <= 0:
            raise ValueError("cooling_moves_per_cube must be greater than 0")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")


@dataclass(frozen=True, slots=True)
class BeamSearchParams:
    """Parameters of beam search for a travelling tournament.

    Attributes
    ----------
    min_teams
        Fewest teams of a tournament that is constructed by beam search; annealing alone
        finds better schedules of smaller ones.
    widths
        Beam widths: how many partial solutions are kept at each level. Widths share
        the moves equally.
    successors_per_partial
        Successors that are stored at each level before the worse ones are discarded,
        as a multiple of the beam width.
    max_table_bytes
        Largest size of the table of completion bounds, in bytes. Beam search does not
        apply to tournaments that need a larger one.
    polish_share
        Moves of the anneal that follows each construction, as a multiple of the partial
        solutions that the construction extended.
    initial_temperature, final_temperature
        Temperatures at the beginning and the end of that anneal, as multiples of the
        instance's mean trip cost.
    moves_per_call
        Moves of that anneal between two looks at the stopping criterion.

    Raises
    ------
    ValueError
        If a parameter is out of its range.
    """

    min_teams: int = 12
    widths: tuple[int, ...] = (2_000, 10_000, 50_000)
    successors_per_partial: int = 6
    max_table_bytes: int = 128 << 20
    polish_share: float = 0.25
    initial_temperature: float = 0.1
    final_temperature: float = 0.03
    moves_per_call: int = 5000

    def __post_init__(self) -> None:
        if not self.widths or min(self.widths) < 1:
            raise ValueError("widths must be at least 1, and there must be one")
        if self.successors_per_partial < 1:
            raise ValueError("successors_per_partial must be at least 1")
        if self.max_table_bytes < 1:
            raise ValueError("max_table_bytes must be at least 1")
        if self.polish_share < 0:
            raise ValueError("polish_share must be at least 0")
        if not 0 < self.final_temperature <= self.initial_temperature:
            raise ValueError(
                "final_temperature must be greater than 0 and at most "
                "initial_temperature"
            )
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")

    def temperature(self, progress: float) -> float:
        """Return the temperature of the anneal at `progress` (0 to 1)."""
        return float(
            self.initial_temperature
            * (self.final_temperature / self.initial_temperature) ** progress
        )
