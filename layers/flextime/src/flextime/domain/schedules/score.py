"""The score of a schedule: infeasibility first, then one objective in points."""

from dataclasses import dataclass
from fractions import Fraction

from flextime.domain.ids import TeamId


@dataclass(frozen=True, slots=True)
class Score:
    """Components of a score, in whole points and whole metres, so that sums are exact.

    Attributes
    ----------
    hard_violations
        Number of violations of hard constraints and of the base rules.
    infeasibility
        Sum of their penalties; 0 for a feasible schedule.
    soft_penalty
        Sum of the penalties of soft violations, in points.
    travel_m
        Travel of all teams under the league's travel model, in metres.
    travel_points_per_km
        Points for each kilometre of travel.
    """

    hard_violations: int
    infeasibility: int
    soft_penalty: int
    travel_m: int
    travel_points_per_km: int

    @property
    def feasible(self) -> bool:
        """Whether the schedule satisfies all hard constraints and base rules."""
        return self.infeasibility == 0

    @property
    def objective(self) -> float:
        """Points to minimise: soft penalties and travel."""
        return float(self.exact_objective)

    @property
    def exact_objective(self) -> Fraction:
        """The objective without rounding, for comparisons."""
        travel_points = Fraction(self.travel_points_per_km * self.travel_m, 1000)
        return self.soft_penalty + travel_points

    @property
    def rank(self) -> tuple[int, Fraction]:
        """Sort key: a smaller infeasibility is better, then a smaller objective."""
        return self.infeasibility, self.exact_objective


@dataclass(frozen=True, slots=True)
class TeamGameCount:
    """Home and away games of a team; each game of a series is counted."""

    team: TeamId
    home_games: int
    away_games: int


@dataclass(frozen=True, slots=True)
class TeamTravel:
    """Travel of a team over a season, in metres under each of the travel models.

    Attributes
    ----------
    trips
        Number of trips under the league's own travel model.
    longer_trips
        Number of those trips with at least two stops.
    """

    team: TeamId
    round_trips_m: int
    three_day_rule_m: int
    chain_m: int
    trips: int
    longer_trips: int
