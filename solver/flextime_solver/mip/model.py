"""A season as whole-number rows: which games are played in which slots.

x[home, away, slot] is 1 when `home` hosts `away` in `slot`. Everything that a rule
looks at is a sum of these, or a helper variable that rows tie to them
(docs/model-exact.md has the formulas).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from pulp import (
    LpAffineExpression,
    LpConstraintEQ,
    LpConstraintLE,
    LpProblem,
    LpVariable,
    lpSum,
    lpSum_vars,
)

from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, Schedule, game_id
from flextime_solver.mip.placements import Placement, every_placement

Linear = LpAffineExpression
"""A weighted sum of variables and a number."""


class SeasonModel:
    """The games that may be played, and the sums that rules are made of.

    Parameters
    ----------
    forbidden
        Games that get no variable.
    twins
        Slots in which the games of another are played at the other site
        (`mirrored.mirrored_slots`), in both directions: one variable for both.

    Attributes
    ----------
    x
        A binary variable for each game that may be played.
    byes
        Rounds of the season in which a team does not play.
    ambiguous
        Whether a schedule leaves some helper variable a choice: then two solutions of
        the rows may be the same schedule.
    """

    def __init__(
        self,
        league: League,
        forbidden: Collection[Placement] = frozenset(),
        twins: Mapping[SlotId, SlotId] = MappingProxyType({}),
    ) -> None:
        self.league = league
        self.problem = LpProblem("season")
        self.teams = tuple(team.id for team in league.teams)
        self.rounds = tuple(
            tuple(slot.id for slot in round_.slots) for round_ in league.calendar.rounds
        )
        needed = league.format.games_per_team(len(self.teams))
        self.games_per_team = min(needed, len(self.rounds))
        self.byes = len(self.rounds) - self.games_per_team
        self.ambiguous = False
        self._columns = 0
        self._made: dict[Hashable, Any] = {}
        self._games: dict[tuple[TeamId, SlotId], list[tuple[Placement, LpVariable]]]
        self._games = defaultdict(list)
        self._earlier_twin = self._rounds_with_twins(twins)
        self.x: dict[Placement, LpVariable] = {}
        for place in every_placement(league):
            again = Placement(place.away, place.home, twins.get(place.slot, place.slot))
            if place in forbidden or (place.slot in twins and again in forbidden):
                continue
            # a game whose twin came before is decided with it
            self.x[place] = (
                self.x[again]
                if place.slot in twins and again in self.x
                else self.binary(f"x_{place.home}_{place.away}_{place.slot}")
            )
        for place, variable in self.x.items():
            for team in (place.home, place.away):
                self._games[team, place.slot].append((place, variable))

    def _rounds_with_twins(self, twins: Mapping[SlotId, SlotId]) -> dict[int, int]:
        """Rounds in which the games of an earlier one are played at the other site."""
        place = self.league.round_position
        alone = {slots[0]: r for r, slots in enumerate(self.rounds) if len(slots) == 1}
        return {
            alone[slot]: alone[twin]
            for slot, twin in twins.items()
            if slot in alone and twin in alone and place[twin] < place[slot]
        }

    def repeats(self, round_: int) -> bool:
        """Whether an earlier round decides all that this one is."""
        return round_ in self._earlier_twin

    def chosen(self, teams: tuple[TeamId, ...] | None) -> tuple[TeamId, ...]:
        """The teams that a rule names; all where it names none."""
        return self.teams if teams is None else teams

    def binary(self, name: str) -> LpVariable:
        return self.whole(name, 1)

    def whole(self, name: str, most: int) -> LpVariable:
        """A new variable from 0 to `most`; its number keeps names apart."""
        self._columns += 1
        return self.problem.add_variable(
            f"{name}_{self._columns}", 0, most, cat="Integer"
        )

    def require(self, row: Linear) -> None:
        """Add a row. One without variables is kept only to fail when it is false."""
        if row.items():
            self.problem.addConstraint(row)
        elif not _true(row):
            self.problem.addConstraint(self.binary("never") >= 2)

    def game(self, home: TeamId, away: TeamId, slots: Iterable[SlotId]) -> Linear:
        """How often `home` hosts `away` in `slots`."""
        found = (self.x.get(Placement(home, away, slot)) for slot in slots)
        return lpSum_vars(variable for variable in found if variable is not None)

    def meetings(
        self, first: TeamId, second: TeamId, slots: Collection[SlotId]
    ) -> Linear:
        """How often two teams meet in `slots`, wherever."""
        return self.game(first, second, slots) + self.game(second, first, slots)

    def games(
        self,
        team: TeamId,
        slots: Iterable[SlotId],
        side: Side = Side.EITHER,
        opponents: Collection[TeamId] | None = None,
    ) -> Linear:
        """How many games of `side` a team plays in `slots` against `opponents`.

        Whole rounds against everybody are told by the team's pattern of home and away
        games: rules on patterns then speak of the same few variables.
        """
        if opponents is not None and {*opponents, team} < set(self.teams):
            return self.listed_games(team, slots, side, opponents)
        asked = set(slots)
        whole = [
            round_
            for round_, place in enumerate(self.rounds)
            if asked.issuperset(place)
        ]
        asked.difference_update(*(self.rounds[round_] for round_ in whole))
        rest = self.listed_games(team, asked, side)
        return self.in_rounds(team, whole, side) + rest

    def listed_games(
        self,
        team: TeamId,
        slots: Iterable[SlotId],
        side: Side = Side.EITHER,
        opponents: Collection[TeamId] | None = None,
    ) -> Linear:
        """The same as a sum over single games."""
        return lpSum_vars(
            variable
            for slot in slots
            for place, variable in self._games[team, slot]
            if _counts(place, team, side, opponents)
        )

    def in_round(self, team: TeamId, round_: int, side: Side = Side.EITHER) -> Linear:
        """1 when the team plays a game of `side` in the round."""
        if round_ in self._earlier_twin:
            return self.in_round(team, self._earlier_twin[round_], _other(side))
        if self.byes > 0:
            return self.remember(
                (team, round_, side), lambda: self._pattern(team, round_, side)
            )
        if side is Side.EITHER:
            return Linear.from_constant(1)
        home = self.remember((team, round_), lambda: self._at_home(team, round_))
        return home if side is Side.HOME else 1 - home

    def _pattern(self, team: TeamId, round_: int, side: Side) -> Linear:
        games = self.listed_games(team, self.rounds[round_], side)
        return self._named(f"{side}_{team}_{round_}", games)

    def _at_home(self, team: TeamId, round_: int) -> Linear:
        """Without byes a team is either at home or away."""
        home = self._pattern(team, round_, Side.HOME)
        away = self.listed_games(team, self.rounds[round_], Side.AWAY)
        # sum over hosts of x = 1 - home
        self.require(away + home == 1)
        return home

    def in_rounds(
        self, team: TeamId, rounds: Iterable[int], side: Side = Side.EITHER
    ) -> Linear:
        return lpSum(self.in_round(team, round_, side) for round_ in rounds)

    def _named(self, name: str, games: Linear) -> Linear:
        """One variable in place of a sum that rules use often."""
        if len(games.items()) <= 2:
            return games
        variable = self.binary(name)
        self.require(games == variable)
        return variable + 0

    def remember[Made](self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` made for this key: helper variables that rules share."""
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    def rounds_before(self, round_: int) -> range:
        """Rounds in which a team can have played its game before one in `round_`."""
        return range(max(0, round_ - 1 - self.byes), round_)

    def schedule(self, chosen: Iterable[Placement]) -> Schedule:
        """The schedule of the chosen games, named as the domain names games."""
        place = self.league.slot_position
        meetings: dict[tuple[TeamId, TeamId], int] = defaultdict(int)
        games = []
        for home, away, slot in sorted(chosen, key=lambda c: (place[c.slot], c)):
            meetings[home, away] += 1
            name = game_id(home, away, meetings[home, away])
            games.append(Game(id=name, home=home, away=away, slot=slot))
        return Schedule(self.league.id, tuple(games))


def _other(side: Side) -> Side:
    return {Side.HOME: Side.AWAY, Side.AWAY: Side.HOME, Side.EITHER: side}[side]


def _true(row: Linear) -> bool:
    """Whether a row without variables holds."""
    if row.sense == LpConstraintEQ:
        return row.constant == 0
    return row.constant <= 0 if row.sense == LpConstraintLE else row.constant >= 0


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
