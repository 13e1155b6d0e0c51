"""How a travelling tournament is searched."""

from dataclasses import dataclass, field

from flextime_solver.annealing.params import ReplicaTemperatures


@dataclass(frozen=True, slots=True)
class TtpAnnealingParams:
    """How tours of a travelling tournament are moved (`tournament.tour_ladder`).

    Attributes
    ----------
    replicas
        In the league's scale (`search.scale`).
    cooling_share, cooling_moves_per_cube
        Of the search, at most, for the cooling that builds the ladder; and its moves at
        most, for each unit of the cube of the season's number of games.
    moves_per_call
        Moves on one rung; after those on all of them neighbours exchange.
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
    """How seasons of a travelling tournament are constructed (`tournament.beams`).

    Attributes
    ----------
    min_teams
        Of a tournament; moves alone find better seasons of fewer.
    widths
        Of beams: most partial tours that are kept.
    polish_share
        Moves on what a beam found, for each time that one of its partial tours went on.
    initial_temperature, final_temperature
        Temperatures of those moves, in the league's scale (`search.scale`).
    moves_per_call
        Of those, between two looks at the clock.
    """

    min_teams: int = 12
    widths: tuple[int, ...] = (2_000, 10_000, 50_000)
    polish_share: float = 0.25
    initial_temperature: float = 0.1
    final_temperature: float = 0.03
    moves_per_call: int = 5000

    def __post_init__(self) -> None:
        if not self.widths or min(self.widths) < 1:
            raise ValueError("widths must be at least 1, and there must be one")
        if self.polish_share < 0:
            raise ValueError("polish_share must be at least 0")
        if not 0 < self.final_temperature <= self.initial_temperature:
            raise ValueError(
                "final_temperature must be greater than 0 and at most initial_temperature"
            )
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")

    def temperature(self, done: float) -> float:
        """Of a polish that is `done` so far (0 to 1)."""
        return float(
            self.initial_temperature
            * (self.final_temperature / self.initial_temperature) ** done
        )
