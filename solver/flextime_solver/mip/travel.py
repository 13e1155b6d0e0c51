"""Travel as a sum: a round trip to every away game, less what longer trips save.

z[team, i, j, day, next day] = 1 when the team goes on from its game at i to its next
one, at j, without going home between: saved are d(i, home) + d(home, j) - d(i, j).
"""

from collections.abc import Iterator

from pulp import LpVariable, lpSum

from flextime.domain.ids import TeamId
from flextime.domain.leagues.goals import TravelModel
from flextime_solver.mip.days import Day, days_of
from flextime_solver.mip.model import Linear, SeasonModel

STAYS_AWAY_DAYS = {TravelModel.ROUND_TRIPS: -1, TravelModel.THREE_DAY_RULE: 3}
"""Days between two games of one trip at most; without an entry, any number."""


def travel_m(model: SeasonModel, team: TeamId) -> Linear:
    """Metres that the team travels under the league's travel model."""
    return model.remember(("travel", team), lambda: _Traveller(model, team).travel_m())


def continuations(model: SeasonModel) -> int:
    """How many variables the travel of all teams needs."""
    team = model.teams[0]
    pairs = list(_Traveller(model, team).day_pairs())
    return len(pairs) * len(model.teams) ** 3


class _Traveller:
    def __init__(self, model: SeasonModel, team: TeamId) -> None:
        self.model = model
        self.team = team
        league = model.league
        at_home = league.team_by_id[team].home_venue
        self.hosts = tuple(
            other.id
            for other in league.teams
            if other.id != team and other.home_venue != at_home
        )
        self.distance_m = league.home_distance_m

    def travel_m(self) -> Linear:
        every_slot = tuple(slot for slots in self.model.rounds for slot in slots)
        round_trips = lpSum(
            (self.distance_m(self.team, host) + self.distance_m(host, self.team))
            * self.model.game(host, self.team, every_slot)
            for host in self.hosts
        )
        return round_trips - self._saved_m()

    def _saved_m(self) -> Linear:
        goes_on: dict[tuple[TeamId, TeamId, Day, Day], LpVariable] = {}
        saved = Linear.empty()
        for before, after in self.day_pairs():
            for host in self.hosts:
                for following in self.hosts:
                    saving_m = self._saving_m(host, following)
                    if saving_m:
                        variable = self.model.binary(
                            f"on_{self.team}_{host}_{following}"
                        )
                        goes_on[host, following, before, after] = variable
                        saved = saved + saving_m * variable
                        if saving_m < 0:
                            self._require_detour(
                                variable, (host, following), before, after
                            )
        self._require_real(goes_on)
        return saved

    def _saving_m(self, host: TeamId, following: TeamId) -> int:
        over_home_m = self.distance_m(host, self.team) + self.distance_m(
            self.team, following
        )
        return over_home_m - self.distance_m(host, following)

    def day_pairs(self) -> Iterator[tuple[Day, Day]]:
        """Days of two games in a row that one trip can hold."""
        model = self.model
        limit_days = STAYS_AWAY_DAYS.get(model.league.goals.travel_model)
        goes_on_days = model.league.format.games_per_series - 1
        days = days_of(model.league)
        for after in days:
            for before in days:
                apart_days = (after.date - before.date).days - goes_on_days
                near = limit_days is None or apart_days <= limit_days
                if near and before.round in model.rounds_before(after.round):
                    yield before, after

    def _at(self, host: TeamId, day: Day) -> Linear:
        return self.model.game(host, self.team, day.slots)

    def _require_real(
        self, goes_on: dict[tuple[TeamId, TeamId, Day, Day], LpVariable]
    ) -> None:
        """A trip goes on only from a game to the team's next one."""
        model = self.model
        leaving: dict[tuple[TeamId, Day], list[LpVariable]] = {}
        reaching: dict[tuple[TeamId, Day], list[LpVariable]] = {}
        spanning: dict[tuple[Day, Day], list[LpVariable]] = {}
        for (host, following, before, after), variable in goes_on.items():
            leaving.setdefault((host, before), []).append(variable)
            reaching.setdefault((following, after), []).append(variable)
            spanning.setdefault((before, after), []).append(variable)
        if goes_on:
            model.ambiguous = True
        for (host, day), variables in (*leaving.items(), *reaching.items()):
            # sum over the other stop of z <= away at this one on this day
            model.require(lpSum(variables) <= self._at(host, day))
        for (before, after), variables in spanning.items():
            for round_ in range(before.round + 1, after.round):
                # no game between
                played = model.in_round(self.team, round_)
                model.require(lpSum(variables) <= 1 - played)

    def _require_detour(
        self,
        variable: LpVariable,
        stops: tuple[TeamId, TeamId],
        before: Day,
        after: Day,
    ) -> None:
        """Where going on is longer than over home, the rule of the trip still holds."""
        host, following = stops
        between = self.model.in_rounds(self.team, range(before.round + 1, after.round))
        both = self._at(host, before) + self._at(following, after)
        self.model.require(variable >= both - 1 - between)
