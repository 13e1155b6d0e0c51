"""How good a schedule is: hard rules first, then one sum in points."""

from dataclasses import dataclass
from fractions import Fraction

from flextime.domain.ids import TeamId


@dataclass(frozen=True, slots=True)
class Score:
    """Parts that add up exactly: whole points and whole metres.

    Attributes
    ----------
    hard_violations
        Places where a hard rule, or the format itself, is broken.
    infeasibility
        Weighted deviation of those; 0 for a feasible schedule.
    soft_penalty
        Weighted deviation of soft rules, in points.
    travel_m
        Metres of all teams under the league's travel model.
    travel_points_per_km
        What a kilometre costs.
    """

    hard_violations: int
    infeasibility: int
    soft_penalty: int
    travel_m: int
    travel_points_per_km: int

    @property
    def feasible(self) -> bool:
        return self.infeasibility == 0

    @property
    def objective(self) -> float:
        """Points to minimise: soft penalties and travel."""
        return float(self.exact_objective)

    @property
    def exact_objective(self) -> Fraction:
        travel_points = Fraction(self.travel_points_per_km * self.travel_m, 1000)
        return self.soft_penalty + travel_points

    @property
    def rank(self) -> tuple[int, Fraction]:
        """Smaller is better: infeasibility decides before the objective."""
        return self.infeasibility, self.exact_objective


@dataclass(frozen=True, slots=True)
class TeamGameCount:
    """Games of a team in a schedule, those of a series one by one."""

    team: TeamId
    home_games: int
    away_games: int


@dataclass(frozen=True, slots=True)
class TeamTravel:
    """A team's season in metres under the three travel models, and its trips.

    Attributes
    ----------
    trips
        Trips under the league's own model; `longer_trips` have two stops or more.
    """

    team: TeamId
    round_trips_m: int
    three_day_rule_m: int
    chain_m: int
    trips: int
    longer_trips: int
