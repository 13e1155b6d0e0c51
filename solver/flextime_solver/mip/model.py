"""The MIP model of a season: variables for games, and sums of them.

x[home, away, slot] is 1 if `home` hosts `away` in `slot`. Every quantity that a rule
constrains is a sum of these variables, or an auxiliary variable that constraints link
to them. docs/model-mip.md states the formulas.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from pulp import LpVariable, lpSum, lpSum_vars

from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, Schedule, game_id
from flextime_solver.mip.integer_program import IntegerProgram, LinearExpr
from flextime_solver.mip.placements import Placement, all_placements

_OPPOSITE = {Side.HOME: Side.AWAY, Side.AWAY: Side.HOME, Side.EITHER: Side.EITHER}


class MipModel(IntegerProgram):
    """Variables and sums of a league's season, as an integer program.

    Rounds are indices from 0 in order of time.

    Parameters
    ----------
    league
        League to be modelled.
    forbidden
        Placements that get no variable.
    mirrored
        Mirrored slot of each slot (`mirrored_slots`), in both directions. A game and
        its mirrored game share one variable.

    Attributes
    ----------
    x
        Binary variable of each placement that is allowed.
    games_per_team, byes
        G and B: games of a team, and rounds in which it does not play.
    has_redundant_solutions
        Whether a schedule may leave auxiliary variables undetermined, so that several
        solutions represent it.
    """

    def __init__(
        self,
        league: League,
        forbidden: Collection[Placement] = frozenset(),
        mirrored: Mapping[SlotId, SlotId] = MappingProxyType({}),
    ) -> None:
        super().__init__("season")
        self.league = league
        self.teams = tuple(team.id for team in league.teams)
        self.rounds = tuple(
            tuple(slot.id for slot in round_.slots) for round_ in league.calendar.rounds
        )
        format_games = league.format.games_per_team(len(self.teams))
        self.games_per_team = min(format_games, len(self.rounds))
        self.byes = len(self.rounds) - self.games_per_team
        self.has_redundant_solutions = False
        self._games: dict[tuple[TeamId, SlotId], list[tuple[Placement, LpVariable]]]
        self._games = defaultdict(list)
        self._original_round = self._original_rounds(mirrored)
        self.x: dict[Placement, LpVariable] = {}
        self._add_game_variables(forbidden, mirrored)

    def is_mirror_round(self, round_: int) -> bool:
        """Return whether an earlier round determines all games of this one."""
        return round_ in self._original_round

    def selected_teams(self, teams: tuple[TeamId, ...] | None) -> tuple[TeamId, ...]:
        """Return the teams that a rule names, or all if it names none."""
        return self.teams if teams is None else teams

    def games_hosted(
        self, home: TeamId, away: TeamId, slots: Iterable[SlotId]
    ) -> LinearExpr:
        """Return the number of games that `home` hosts against `away` in `slots`."""
        found = (self.x.get(Placement(home, away, slot)) for slot in slots)
        return lpSum_vars(variable for variable in found if variable is not None)

    def meetings(
        self, first: TeamId, second: TeamId, slots: Collection[SlotId]
    ) -> LinearExpr:
        """Return the number of games of two teams in `slots`, at either venue."""
        return self.games_hosted(first, second, slots) + self.games_hosted(
            second, first, slots
        )

    def games(
        self,
        team: TeamId,
        slots: Iterable[SlotId],
        side: Side = Side.EITHER,
        opponents: Collection[TeamId] | None = None,
    ) -> LinearExpr:
        """Return the number of a team's games of `side` in `slots` against `opponents`.

        Games in complete rounds against all opponents are expressed by the pattern
        variables H and A, hence rules on patterns share the same few variables.
        """
        if opponents is not None and {*opponents, team} < set(self.teams):
            return self.sum_of_games(team, slots, side, opponents)
        remaining = set(slots)
        complete = [
            round_
            for round_, round_slots in enumerate(self.rounds)
            if remaining.issuperset(round_slots)
        ]
        remaining.difference_update(*(self.rounds[round_] for round_ in complete))
        rest = self.sum_of_games(team, remaining, side)
        return self.games_in_rounds(team, complete, side) + rest

    def sum_of_games(
        self,
        team: TeamId,
        slots: Iterable[SlotId],
        side: Side = Side.EITHER,
        opponents: Collection[TeamId] | None = None,
    ) -> LinearExpr:
        """Return the same number as `games`, as a sum of the variables x only."""
        return lpSum_vars(
            variable
            for slot in slots
            for place, variable in self._games[team, slot]
            if _counts(place, team, side, opponents)
        )

    def plays_in_round(
        self, team: TeamId, round_: int, side: Side = Side.EITHER
    ) -> LinearExpr:
        """Return H, A or P of a team: 1 if it plays a game of `side` in the round."""
        if round_ in self._original_round:
            return self.plays_in_round(
                team, self._original_round[round_], _OPPOSITE[side]
            )
        if self.byes > 0:
            return self.cached(
                (team, round_, side), lambda: self._pattern(team, round_, side)
            )
        if side is Side.EITHER:
            return LinearExpr.from_constant(1)
        home = self.cached((team, round_), lambda: self._at_home(team, round_))
        return home if side is Side.HOME else 1 - home

    def games_in_rounds(
        self, team: TeamId, rounds: Iterable[int], side: Side = Side.EITHER
    ) -> LinearExpr:
        """Return the number of a team's games of `side` in the rounds."""
        return lpSum(self.plays_in_round(team, round_, side) for round_ in rounds)

    def possible_previous_rounds(self, round_: int) -> range:
        """Return the rounds that may hold a team's game before one in `round_`."""
        return range(max(0, round_ - 1 - self.byes), round_)

    def schedule(self, selected: Iterable[Placement]) -> Schedule:
        """Return the schedule of the selected placements, with the domain's ids."""
        position = self.league.slot_position
        meetings: dict[tuple[TeamId, TeamId], int] = defaultdict(int)
        games = []
        for home, away, slot in sorted(selected, key=lambda p: (position[p.slot], p)):
            meetings[home, away] += 1
            name = game_id(home, away, meetings[home, away])
            games.append(Game(id=name, home=home, away=away, slot=slot))
        return Schedule(self.league.id, tuple(games))

    def _add_game_variables(
        self, forbidden: Collection[Placement], mirrored: Mapping[SlotId, SlotId]
    ) -> None:
        for place in all_placements(self.league):
            mirror_slot = mirrored.get(place.slot, place.slot)
            mirror = Placement(place.away, place.home, mirror_slot)
            is_mirrored = place.slot in mirrored
            if place in forbidden or (is_mirrored and mirror in forbidden):
                continue
            self.x[place] = (
                self.x[mirror]
                if is_mirrored and mirror in self.x
                else self.binary(f"x_{place.home}_{place.away}_{place.slot}")
            )
        for place, variable in self.x.items():
            for team in (place.home, place.away):
                self._games[team, place.slot].append((place, variable))

    def _original_rounds(self, mirrored: Mapping[SlotId, SlotId]) -> dict[int, int]:
        """Map each round of one slot to the earlier round that it mirrors."""
        position = self.league.round_position
        single = {slots[0]: r for r, slots in enumerate(self.rounds) if len(slots) == 1}
        return {
            single[slot]: single[mirror]
            for slot, mirror in mirrored.items()
            if slot in single and mirror in single and position[mirror] < position[slot]
        }

    def _pattern(self, team: TeamId, round_: int, side: Side) -> LinearExpr:
        games = self.sum_of_games(team, self.rounds[round_], side)
        return self._as_variable(f"{side}_{team}_{round_}", games)

    def _at_home(self, team: TeamId, round_: int) -> LinearExpr:
        """Return H of a team without byes, which is either at home or away."""
        home = self._pattern(team, round_, Side.HOME)
        away = self.sum_of_games(team, self.rounds[round_], Side.AWAY)
        # without byes, sum of x over the hosts = 1 - home
        self.add_constraint(away + home == 1)
        return home

    def _as_variable(self, name: str, games: LinearExpr) -> LinearExpr:
        """Replace a sum that many rules use by one variable."""
        if len(games.items()) <= 2:
            return games
        variable = self.binary(name)
        self.add_constraint(games == variable)
        return variable + 0


def _counts(
    place: Placement,
    team: TeamId,
    side: Side,
    opponents: Collection[TeamId] | None,
) -> bool:
    at_home = place.home == team
    if side is not Side.EITHER and at_home != (side is Side.HOME):
        return False
    opponent = place.away if at_home else place.home
    return opponents is None or opponent in opponents
