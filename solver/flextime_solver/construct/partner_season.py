"""Reduction to a league whose teams are pairs of travel partners.

Its rounds are weekends of two rounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product
from statistics import mean

from flextime.domain.constraints import Constraint
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.travel_partners import TravelPartners
from flextime.domain.ids import ConstraintId, RoundId, SlotId, TeamId
from flextime.domain.leagues.formats import Format, RoundRobin, SomeOpponents
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.season import Round, SeasonCalendar

Partners = tuple[TeamId, TeamId]
Days = tuple[SlotId, SlotId]
"""The slots of a weekend's two games."""


@dataclass(frozen=True)
class Weekend:
    """Two consecutive rounds that fit into one trip.

    Attributes
    ----------
    rounds
        The two rounds.
    days
        For each pair, the slots in which both of its teams can play.
    """

    rounds: tuple[Round, Round]
    days: dict[Partners, tuple[Days, ...]]


@dataclass(frozen=True)
class PartnerSeason:
    """A league in which every team has a travel partner, and its weekends.

    Attributes
    ----------
    league
        The league of teams.
    pairs
        Pairs of travel partners, which include every team.
    weekends
        Weekends in order of time; they do not overlap.
    """

    league: League
    pairs: tuple[Partners, ...]
    weekends: tuple[Weekend, ...]

    @classmethod
    def of(cls, league: League) -> "PartnerSeason | None":
        """Return the reduction, or None if the league does not allow it.

        It needs hard travel partners for all teams, a format in which two pairs meet
        at most once, and enough weekends.
        """
        constraints = [
            constraint
            for constraint in league.active_constraints
            if isinstance(constraint, TravelPartners) and constraint.hard
        ]
        if not constraints or len(constraints[0].partner) < len(league.teams):
            return None
        weekends = _weekends(league, constraints[0])
        games = league.format.games_per_team(len(league.teams))
        if not isinstance(league.format, RoundRobin | SomeOpponents):
            return None
        single = isinstance(league.format, SomeOpponents) or league.format.times == 1
        # Two games a weekend; an odd one is that of the partners against each other.
        enough = len(weekends) >= games // 2 + games % 2
        return (
            cls(league, constraints[0].pairs, weekends) if single and enough else None
        )

    @property
    def partners_meet(self) -> bool:
        """Whether partners play each other, as an odd number of games requires."""
        return self._games % 2 == 1

    @property
    def _games(self) -> int:
        return self.league.format.games_per_team(len(self.league.teams))

    def as_league(self) -> League:
        """Return the league of pairs.

        Each pair has the id of its first team, each weekend that of its first round.
        """
        league = self.league
        firsts = tuple(pair[0] for pair in self.pairs)
        return League(
            id=league.id,
            name=league.name,
            sport=league.sport,
            season=league.season,
            teams=tuple(league.team_by_id[team] for team in firsts),
            venues=league.venues,
            calendar=SeasonCalendar(
                tuple(
                    Round(RoundId(weekend.rounds[0].id), (weekend.rounds[0].slots[0],))
                    for weekend in self.weekends
                )
            ),
            format=self._format(),
            constraints=tuple(self._constraints()),
            goals=Goals(TravelModel.ROUND_TRIPS),
            distances_km=tuple(
                tuple(self._mean_km(one, other) for other in self.pairs)
                for one in self.pairs
            ),
        )

    def _format(self) -> Format:
        if isinstance(self.league.format, RoundRobin):
            return RoundRobin(times=1)
        bounds = {
            (one[0], other[0]): [
                self.league.format.meetings(first, second)
                for first, second in product(one, other)
            ]
            for one, other in combinations(self.pairs, 2)
        }
        missed = [
            pair for pair, all_ in bounds.items() if any(not b.at_most for b in all_)
        ]
        needed = [
            pair for pair, all_ in bounds.items() if any(b.at_least for b in all_)
        ]
        return SomeOpponents(
            games=self._games // 2,
            missed=tuple(missed),
            protected=tuple(pair for pair in needed if pair not in missed),
        )

    def _constraints(self) -> Iterator[Constraint]:
        """Yield constraints on home and away games and dates, converted to weekends."""
        for constraint in self.league.active_constraints:
            match constraint:
                case LongestAwayRun(teams=None) | LongestHomeRun(teams=None):
                    yield replace(
                        constraint, max_games=max(1, constraint.max_games // 2)
                    )
                case HomeAwayBalance(teams=None):
                    # The partners' own game is at home for one of them.
                    max_difference = (
                        max(0, constraint.max_difference - self._games % 2) // 2
                    )
                    yield replace(constraint, max_difference=max_difference)
                case _:
                    pass
        for pair in self.pairs:
            closed = tuple(
                weekend.rounds[0].slots[0].id
                for weekend in self.weekends
                if not weekend.days[pair]
            )
            if closed:
                name = ConstraintId(f"no-weekend-for-{pair[0]}")
                yield TeamUnavailable(id=name, team=pair[0], slots=closed)

    def _mean_km(self, one: Partners, other: Partners) -> float:
        if one == other:
            return 0.0
        legs_m = [self.league.home_distance_m(*legs) for legs in product(one, other)]
        return mean(legs_m) / 1000


def _weekends(league: League, constraint: TravelPartners) -> tuple[Weekend, ...]:
    """Return disjoint pairs of consecutive rounds, the earliest first."""
    availability = Availability(league)
    found: list[Weekend] = []
    taken = -1
    for place, rounds in enumerate(pairwise(league.calendar.rounds)):
        days = {
            pair: tuple(_days(availability, constraint, pair, rounds))
            for pair in constraint.pairs
        }
        if place > taken and any(days.values()):
            found.append(Weekend(rounds, days))
            taken = place + 1
    return tuple(found)


def _days(
    availability: Availability,
    constraint: TravelPartners,
    pair: Partners,
    rounds: tuple[Round, Round],
) -> Iterator[Days]:
    league = availability.league
    rest_days = max(availability.rest_days(team) for team in pair)
    for first, second in product(*(round_.slots for round_ in rounds)):
        apart_days = league.days_apart(first, second)
        free = all(
            availability.can_play(team, slot.id)
            for team in pair
            for slot in (first, second)
        )
        if free and rest_days < apart_days <= constraint.max_days:
            yield first.id, second.id
