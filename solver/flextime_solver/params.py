"""How a search is made: its parameters, apart from what is solved and until when."""

from dataclasses import dataclass, field

import numpy as np

from flextime_solver.moves.search_state import Floats, Move


@dataclass(frozen=True, slots=True)
class Cycle:
    """One cooling of the search.

    Attributes
    ----------
    share
        Of the search's budget; shares are relative to each other.
    hottest, coldest
        Temperatures as shares of the league's scale (`search.scale`).
    from_best
        Whether it starts from the best solution, its own or a neighbour worker's, and
        not from where the last one ended.
    """

    share: float
    hottest: float
    coldest: float
    from_best: bool = False

    def __post_init__(self) -> None:
        if self.share <= 0:
            raise ValueError("share must be greater than 0")
        if not 0 < self.coldest <= self.hottest:
            raise ValueError("coldest must be greater than 0 and at most hottest")


@dataclass(frozen=True, slots=True)
class Rungs:
    """Temperatures of a ladder (`search.tempering`), in whatever unit it is used with.

    Above the hottest solutions forget what was ordered, below the coldest they hardly
    move; of the exchanges between two neighbours every third should succeed.

    Attributes
    ----------
    begin
        Where the cooling begins that builds the ladder.
    hottest, coldest, number
        Of the rungs, each so many times as hot as the next one.
    """

    begin: float
    hottest: float
    coldest: float
    number: int

    def __post_init__(self) -> None:
        if not 0 < self.coldest < self.hottest <= self.begin:
            raise ValueError("coldest, hottest and begin must rise from above 0")
        if self.number < 2:  # neighbours exchange
            raise ValueError("number must be at least 2")

    @property
    def temperatures(self) -> tuple[float, ...]:
        """Of all rungs, the hottest first."""
        ratio = (self.coldest / self.hottest) ** (1 / (self.number - 1))
        return tuple(self.hottest * ratio**rung for rung in range(self.number))

    def times(self, unit: float) -> "Rungs":
        """The same, in another unit."""
        return Rungs(
            self.begin * unit, self.hottest * unit, self.coldest * unit, self.number
        )


@dataclass(frozen=True, slots=True)
class TourParams:
    """How tours of a travelling tournament are moved (`tournament.tour_ladder`).

    Attributes
    ----------
    rungs
        In the league's scale (`search.scale`).
    cooling_share, cooling_moves_per_cube
        Of the search, at most, for the cooling that builds the ladder; and its moves at
        most, for each unit of the cube of the season's number of games.
    moves_per_call
        Moves on one rung; after those on all of them neighbours exchange.
    """

    rungs: Rungs = field(default_factory=lambda: Rungs(0.42, 0.28, 0.13, 8))
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
class BeamParams:
    """How seasons of a travelling tournament are constructed (`tournament.beams`).

    Attributes
    ----------
    fewest_teams
        Of a tournament; moves alone find better seasons of fewer.
    widths
        Of beams: most partial tours that are kept.
    polish_share
        Moves on what a beam found, for each time that one of its partial tours went on.
    hottest, coldest
        Temperatures of those moves, in the league's scale (`search.scale`).
    moves_per_call
        Of those, between two looks at the clock.
    """

    fewest_teams: int = 12
    widths: tuple[int, ...] = (2_000, 10_000, 50_000)
    polish_share: float = 0.25
    hottest: float = 0.1
    coldest: float = 0.03
    moves_per_call: int = 5000

    def __post_init__(self) -> None:
        if not self.widths or min(self.widths) < 1:
            raise ValueError("widths must be at least 1, and there must be one")
        if self.polish_share < 0:
            raise ValueError("polish_share must be at least 0")
        if not 0 < self.coldest <= self.hottest:
            raise ValueError("coldest must be greater than 0 and at most hottest")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")

    def temperature(self, done: float) -> float:
        """Of a polish that is `done` so far (0 to 1)."""
        return float(self.hottest * (self.coldest / self.hottest) ** done)


@dataclass(frozen=True, slots=True)
class RuleParams:
    """How a league in which only rules count is cooled (`search.rule_cooling`).

    Attributes
    ----------
    price
        What a unit of hard deviation costs at first, in the league's scale.
    quick_share, most_quick_ones
        Of the cooling, for each of at most so many quick ones.
    brisk_share, last_share
        Of the cooling, for the one after them, and for the last, which begins at the
        best solution; the slow ones between them have the rest.
    slow_moves_per_game
        Moves of one slow cooling for each game of the season; there are as many of
        them as the budget allows, at least one.
    moves_per_call
        Moves between two looks at the clock and at the rules that are broken.
    """

    price: float = 1.5
    quick_share: float = 0.04
    most_quick_ones: int = 3
    brisk_share: float = 0.15
    last_share: float = 0.12
    slow_moves_per_game: float = 100_000.0
    moves_per_call: int = 5000

    def __post_init__(self) -> None:
        if self.price <= 0:
            raise ValueError("price must be greater than 0")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")
        if self.slow_moves_per_game <= 0:
            raise ValueError("slow_moves_per_game must be greater than 0")
        if self.quick_share <= 0 or self.most_quick_ones < 1:
            raise ValueError("there must be a quick cooling")
        quick_share = self.quick_share * self.most_quick_ones
        if quick_share + self.brisk_share + self.last_share >= 1:
            raise ValueError("shares must leave something for the slow cooling")


@dataclass(frozen=True, slots=True)
class MoveWeights:
    """How often each move is tried, relative to the others."""

    date: float = 0.10
    venue_cycle: float = 0.15
    rounds_chain: float = 0.25
    trips_chain: float = 0.01
    rounds: float = 0.01
    teams_chain: float = 0.35
    teams_trip_chain: float = 0.12
    teams: float = 0.01
    meeting: float = 0.01

    def __post_init__(self) -> None:
        if min(self.as_array()) < 0 or sum(self.as_array()) <= 0:
            raise ValueError("weights must not be negative, and not all 0")

    def as_array(self) -> Floats:
        return np.array([getattr(self, move.name.lower()) for move in Move])


@dataclass(frozen=True, slots=True)
class SolveParams:
    """Parameters of `flextime_solver.solve.solve`.

    Attributes
    ----------
    cycles
        Coolings, one after the other.
    tours, beams
        How a travelling tournament is searched instead.
    rules
        How a league is cooled where travel costs nothing.
    moves
        Mix of the compiled search's moves.
    learned_share
        Of all tries, how many go by what each move gained for its work (`search.mix`).
    moves_per_call
        Moves between two looks at the clock and the observer.
    choose_trips
        Whether the trip model is solved first, for a bound and for a start.
    proof_share
        Share of the time that is left for the proof of a small league, at most; none
        where moves count instead of time.
    neighbourhood_share
        Share of the whole budget, at its end, for large neighbourhoods by MIP.
    """

    cycles: tuple[Cycle, ...] = (
        Cycle(0.9, 0.42, 0.24),
        Cycle(0.1, 0.2, 0.05, from_best=True),
    )
    tours: TourParams = field(default_factory=TourParams)
    beams: BeamParams = field(default_factory=BeamParams)
    rules: RuleParams = field(default_factory=RuleParams)
    moves: MoveWeights = field(default_factory=MoveWeights)
    learned_share: float = 0.0
    moves_per_call: int = 2000
    choose_trips: bool = True
    proof_share: float = 0.2
    neighbourhood_share: float = 0.1

    def __post_init__(self) -> None:
        if not self.cycles:
            raise ValueError("cycles must name at least one cooling")
        if not 0 <= self.learned_share <= 1:
            raise ValueError("learned_share must lie between 0 and 1")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")
        if not 0 <= self.proof_share < 1:
            raise ValueError("proof_share must lie between 0 and 1")
        if not 0 <= self.neighbourhood_share < 1:
            raise ValueError("neighbourhood_share must lie between 0 and 1")
