"""A schedule seen from each team: its games in order of time."""

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
    """A game as one of its two teams plays it.

    Attributes
    ----------
    travels
        Whether the team leaves home for it; at a neutral venue both do.
    last_date
        The day on which it ends: for a series, that of its last game.
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
        return self.slot.date

    @property
    def weekday(self) -> Weekday:
        return self.slot.weekday

    @property
    def when(self) -> str:
        """Its day, or the days of a series, in words."""
        if self.last_date == self.date:
            return f"on {self.date}"
        return f"from {self.date} to {self.last_date}"

    @property
    def side(self) -> str:
        return "home" if self.at_home else "away"


@dataclass(frozen=True)
class Timeline:
    """What rules look at: a league and a schedule of it, every game known to it.

    Games without a slot, postponed or cancelled do not appear.
    """

    league: League
    schedule: Schedule

    @cached_property
    def games(self) -> tuple[Game, ...]:
        """Games that stand, in order of time."""
        place = self.league.slot_position
        standing = (game for game in self.schedule.games if game.counts)
        return tuple(
            sorted(standing, key=lambda g: (place[slot_of(g)], g.home, g.away))
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

    def of(self, team: TeamId) -> tuple[TeamGame, ...]:
        """A team's games in order of time."""
        return self._by_team.get(team, ())

    def teams(self, chosen: Iterable[TeamId] | None = None) -> tuple[TeamId, ...]:
        """The chosen teams; all of the league where none are named."""
        if chosen is None:
            return tuple(team.id for team in self.league.teams)
        return tuple(chosen)

    def name(self, team: TeamId) -> str:
        return self.league.team_by_id[team].name

    @cached_property
    def _by_slot(self) -> dict[SlotId, tuple[Game, ...]]:
        seen: dict[SlotId, list[Game]] = defaultdict(list)
        for game in self.games:
            seen[slot_of(game)].append(game)
        return {slot: tuple(games) for slot, games in seen.items()}

    def in_slot(self, slot: SlotId) -> tuple[Game, ...]:
        """The games of a slot, whoever plays."""
        return self._by_slot.get(slot, ())

    def between(self, first: TeamId, second: TeamId) -> tuple[TeamGame, ...]:
        """The games of two teams against each other, as the first plays them."""
        return tuple(game for game in self.of(first) if game.opponent == second)

    def venue(self, game: Game) -> VenueId:
        return game.venue or self.league.team_by_id[game.home].home_venue


def slot_of(game: Game) -> SlotId:
    """The slot of a game that stands."""
    if game.slot is None:
        raise ValueError(f"game {game.id} has no slot")
    return game.slot
