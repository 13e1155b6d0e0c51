"""Travel as a linear expression: round trips, minus what longer trips save.

z[t, i, j, q, r] = 1 if team t travels directly from its game at i on day q to its next
game at j on day r. With d the distance in metres and h the team's home, its travel is

    sum over away games at i of (d(h, i) + d(i, h))
    - sum of (d(i, h) + d(h, j) - d(i, j)) z[t, i, j, q, r]

    sum over j, r of z[t, i, j, q, r] <= x[i, t, q]
    sum over i, q of z[t, i, j, q, r] <= x[j, t, r]
    sum over i, j of z[t, i, j, q, r] <= 1 - P[t, k]    for rounds k between q and r
"""

from collections.abc import Iterator

from pulp import LpVariable, lpSum

from flextime.domain.ids import TeamId
from flextime.domain.leagues.goals import TravelModel
from flextime_solver.mip.game_days import GameDay, game_days
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel

_MAX_TRIP_GAP_DAYS = {TravelModel.ROUND_TRIPS: -1, TravelModel.THREE_DAY_RULE: 3}
"""Maximum days between two games of one trip; other travel models have no limit."""

type _Leg = tuple[TeamId, TeamId, GameDay, GameDay]
"""The indices (i, j, q, r) of a variable z of one team."""


def travel_m(model: MipModel, team: TeamId) -> LinearExpr:
    """Return the metres that a team travels under the league's travel model."""
    return model.cached(("travel", team), lambda: _TeamTravel(model, team).travel_m())


def travel_variable_count(model: MipModel) -> int:
    """Return an estimate of the number of variables z of all teams."""
    team = model.teams[0]
    pairs = list(_TeamTravel(model, team).day_pairs())
    return len(pairs) * len(model.teams) ** 3


class _TeamTravel:
    def __init__(self, model: MipModel, team: TeamId) -> None:
        self.model = model
        self.team = team
        league = model.league
        home_venue = league.team_by_id[team].home_venue
        self.hosts = tuple(
            other.id
            for other in league.teams
            if other.id != team and other.home_venue != home_venue
        )
        self.distance_m = league.home_distance_m

    def travel_m(self) -> LinearExpr:
        every_slot = tuple(slot for slots in self.model.rounds for slot in slots)
        round_trips = lpSum(
            (self.distance_m(self.team, host) + self.distance_m(host, self.team))
            * self.model.games_hosted(host, self.team, every_slot)
            for host in self.hosts
        )
        return round_trips - self._saved_m()

    def _saved_m(self) -> LinearExpr:
        legs: dict[_Leg, LpVariable] = {}
        saved = LinearExpr.empty()
        for before, after in self.day_pairs():
            for host in self.hosts:
                for following in self.hosts:
                    saving_m = self._saving_m(host, following)
                    if saving_m:
                        leg = (host, following, before, after)
                        legs[leg] = self.model.binary(
                            f"on_{self.team}_{host}_{following}"
                        )
                        saved = saved + saving_m * legs[leg]
                        if saving_m < 0:
                            self._force_leg(leg, legs[leg])
        self._link_legs_to_games(legs)
        return saved

    def _saving_m(self, host: TeamId, following: TeamId) -> int:
        """Return d(i, h) + d(h, j) - d(i, j)."""
        via_home_m = self.distance_m(host, self.team) + self.distance_m(
            self.team, following
        )
        return via_home_m - self.distance_m(host, following)

    def day_pairs(self) -> Iterator[tuple[GameDay, GameDay]]:
        """Yield pairs of days that may hold two consecutive games of one trip."""
        model = self.model
        max_gap_days = _MAX_TRIP_GAP_DAYS.get(model.league.goals.travel_model)
        series_days = model.league.format.games_per_series - 1
        days = game_days(model.league)
        for after in days:
            for before in days:
                gap_days = (after.date - before.date).days - series_days
                near = max_gap_days is None or gap_days <= max_gap_days
                if near and before.round in model.possible_previous_rounds(after.round):
                    yield before, after

    def _away_game(self, host: TeamId, day: GameDay) -> LinearExpr:
        return self.model.games_hosted(host, self.team, day.slots)

    def _link_legs_to_games(self, legs: dict[_Leg, LpVariable]) -> None:
        """Allow a leg only between a game and the team's next game."""
        model = self.model
        leaving: dict[tuple[TeamId, GameDay], list[LpVariable]] = {}
        reaching: dict[tuple[TeamId, GameDay], list[LpVariable]] = {}
        spanning: dict[tuple[GameDay, GameDay], list[LpVariable]] = {}
        for (host, following, before, after), variable in legs.items():
            leaving.setdefault((host, before), []).append(variable)
            reaching.setdefault((following, after), []).append(variable)
            spanning.setdefault((before, after), []).append(variable)
        if legs:
            model.has_redundant_solutions = True
        for (host, day), variables in (*leaving.items(), *reaching.items()):
            # sum of z <= x
            model.add_constraint(lpSum(variables) <= self._away_game(host, day))
        for (before, after), variables in spanning.items():
            for round_ in range(before.round + 1, after.round):
                # sum of z <= 1 - P
                played = model.plays_in_round(self.team, round_)
                model.add_constraint(lpSum(variables) <= 1 - played)

    def _force_leg(self, leg: _Leg, variable: LpVariable) -> None:
        """Force z = 1 where the direct leg is longer than the way via home.

        The travel model prescribes the leg, although the objective would avoid it.
        """
        host, following, before, after = leg
        rounds = range(before.round + 1, after.round)
        between = self.model.games_in_rounds(self.team, rounds)
        both = self._away_game(host, before) + self._away_game(following, after)
        # z >= x[i, t, q] + x[j, t, r] - 1 - games between
        self.model.add_constraint(variable >= both - 1 - between)
