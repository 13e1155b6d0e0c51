"""A schedule by team: the games of each team in chronological order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flextime.domain.ids import SlotId, TeamId, VenueId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.season import Slot, Weekday
from flextime.domain.schedules.games import Game, Schedule


@dataclass(frozen=True, slots=True)
class TeamGame:
    """A game from the point of view of one of its two teams.

    Attributes
    ----------
    travels
        Whether the venue is not the team's own; at a neutral venue both teams travel.
    last_date
        The day of the game, or of the last game of a series.
    """

    game: Game
    team: TeamId
    opponent: TeamId
    at_home: bool
    slot: Slot
    travels: bool
    last_date: date

    @property
    def date(self) -> date:
        """The day of the game, or of the first game of a series."""
        return self.slot.date

    @property
    def weekday(self) -> Weekday:
        """The weekday of `date`."""
        return self.slot.weekday

    @property
    def when(self) -> str:
        """The date, or the first and last date of a series, as part of a sentence."""
        if self.last_date == self.date:
            return f"on {self.date}"
        return f"from {self.date} to {self.last_date}"

    @property
    def side(self) -> str:
        """``home`` or ``away``, as part of a sentence."""
        return "home" if self.at_home else "away"


@dataclass(frozen=True)
class Timeline:
    """A schedule of a league, indexed for the evaluation of constraints.

    Games without a slot, postponed games and cancelled games are left out. All teams
    and slots of the schedule must exist in the league.
    """

    league: League
    schedule: Schedule

    @cached_property
    def games(self) -> tuple[Game, ...]:
        """The games that take place, in chronological order."""
        place = self.league.slot_position
        taking_place = (game for game in self.schedule.games if game.takes_place)
        return tuple(
            sorted(taking_place, key=lambda g: (place[slot_of(g)], g.home, g.away))
        )

    @cached_property
    def _by_team(self) -> dict[TeamId, tuple[TeamGame, ...]]:
        seen: dict[TeamId, list[TeamGame]] = defaultdict(list)
        for game in self.games:
            for team in (game.home, game.away):
                seen[team].append(self._as_played_by(team, game))
        return {team: tuple(games) for team, games in seen.items()}

    def _as_played_by(self, team: TeamId, game: Game) -> TeamGame:
        slot = self.league.slot_by_id[slot_of(game)]
        return TeamGame(
            game=game,
            team=team,
            opponent=game.away if team == game.home else game.home,
            at_home=team == game.home,
            slot=slot,
            travels=self.venue(game) != self.league.team_by_id[team].home_venue,
            last_date=self.league.days(slot)[-1],
        )

    def games_of(self, team: TeamId) -> tuple[TeamGame, ...]:
        """Return the games of a team in chronological order."""
        return self._by_team.get(team, ())

    def teams(self, chosen: Iterable[TeamId] | None = None) -> tuple[TeamId, ...]:
        """Return the chosen teams, or all teams of the league for None."""
        if chosen is None:
            return tuple(team.id for team in self.league.teams)
        return tuple(chosen)

    def name(self, team: TeamId) -> str:
        """Return the full name of a team."""
        return self.league.team_by_id[team].name

    @cached_property
    def _by_slot(self) -> dict[SlotId, tuple[Game, ...]]:
        seen: dict[SlotId, list[Game]] = defaultdict(list)
        for game in self.games:
            seen[slot_of(game)].append(game)
        return {slot: tuple(games) for slot, games in seen.items()}

    def in_slot(self, slot: SlotId) -> tuple[Game, ...]:
        """Return all games of a slot."""
        return self._by_slot.get(slot, ())

    def between(self, first: TeamId, second: TeamId) -> tuple[TeamGame, ...]:
        """Return the meetings of two teams, from the point of view of the first."""
        return tuple(game for game in self.games_of(first) if game.opponent == second)

    def venue(self, game: Game) -> VenueId:
        """Return the venue of a game: its own, or that of the home team."""
        return game.venue or self.league.team_by_id[game.home].home_venue


def slot_of(game: Game) -> SlotId:
    """Return the slot of a game.

    Raises
    ------
    ValueError
        If the game has no slot.
    """
    if game.slot is None:
        raise ValueError(f"game {game.id} has no slot")
    return game.slot
