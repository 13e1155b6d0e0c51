"""Formats of a season: how many games each team plays, and how often a pair meets."""

from dataclasses import dataclass
from typing import Annotated, Literal

from flextime.domain.discriminator import Discriminator
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

Pair = tuple[TeamId, TeamId]

MAX_GAMES_PER_SERIES = 7
"""Largest number of games in one series; one week of days in a row."""


@dataclass(frozen=True, slots=True)
class MeetingLimits:
    """How often two teams must and may meet in a season.

    Attributes
    ----------
    at_least, at_most
        Minimum and maximum number of meetings.
    """

    at_least: int
    at_most: int

    @property
    def at_most_at_one_venue(self) -> int:
        """Maximum number of meetings at one of the two: `at_most` / 2, rounded up."""
        return (self.at_most + 1) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseFormat:
    """Fields that every format has.

    Attributes
    ----------
    games_per_series
        Games of one meeting, 1 to `MAX_GAMES_PER_SERIES`. With more than one, a
        meeting is a series: games on consecutive days at one site, the first of them
        on the date of the slot. A schedule lists a series once, and constraints count
        it as one game.

    Raises
    ------
    ValueError
        If a number is out of range.
    """

    games_per_series: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.games_per_series <= MAX_GAMES_PER_SERIES:
            raise InvalidField(
                "games_per_series", f"must lie between 1 and {MAX_GAMES_PER_SERIES}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRobin(BaseFormat):
    """Every pair meets `times` times, with home games divided as evenly as possible.

    Attributes
    ----------
    times
        2 is the double round robin, in which each pair meets once at each team.
    phased
        Whether the season has `times` parts with equal numbers of rounds, in each of
        which every pair meets once (RobinX game mode P).
    """

    kind: Literal["round_robin"] = "round_robin"
    times: int = 2
    phased: bool = False

    def __post_init__(self) -> None:
        BaseFormat.__post_init__(self)
        if self.times < 1:
            raise InvalidField("times", "must be at least 1")

    def games_per_team(self, team_count: int) -> int:
        """Return the number of games, or of series, that each team plays."""
        return self.times * (team_count - 1)

    def meetings(self, first: TeamId, second: TeamId) -> MeetingLimits:
        """Return how often two teams must and may meet."""
        del first, second
        return MeetingLimits(self.times, self.times)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialRoundRobin(BaseFormat):
    """Every pair meets once, and some pairs meet twice.

    Attributes
    ----------
    games
        Number of games of each team.
    twice
        Pairs that meet twice; None leaves the choice to the solver.
    rivalries
        Pairs that meet twice in any case.
    """

    kind: Literal["partial_round_robin"] = "partial_round_robin"
    games: int
    twice: tuple[Pair, ...] | None = None
    rivalries: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        BaseFormat.__post_init__(self)
        if self.games < 1:
            raise InvalidField("games", "must be at least 1")

    def games_per_team(self, team_count: int) -> int:
        """Return the number of games, or of series, that each team plays."""
        del team_count
        return self.games

    def meetings(self, first: TeamId, second: TeamId) -> MeetingLimits:
        """Return how often two teams must and may meet."""
        if _listed(self.rivalries, first, second):
            return MeetingLimits(2, 2)
        if self.twice is None:
            return MeetingLimits(1, 2)
        if _listed(self.twice, first, second):
            return MeetingLimits(2, 2)
        return MeetingLimits(1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeOpponents(BaseFormat):
    """Every team meets `games` of the other teams, once each (football: 9 of 15).

    Softball, with 8 series of three games against 8 of 10 opponents, has 8 `games` and
    3 `games_per_series`.

    Attributes
    ----------
    games
        Number of games of each team, or of series.
    protected
        Pairs that must meet: protected rivals.
    missed
        Pairs that must not meet in this season.
    """

    kind: Literal["some_opponents"] = "some_opponents"
    games: int
    protected: tuple[Pair, ...] = ()
    missed: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        BaseFormat.__post_init__(self)
        if self.games < 1:
            raise InvalidField("games", "must be at least 1")

    def games_per_team(self, team_count: int) -> int:
        """Return the number of games, or of series, that each team plays."""
        del team_count
        return self.games

    def meetings(self, first: TeamId, second: TeamId) -> MeetingLimits:
        """Return how often two teams must and may meet."""
        if _listed(self.protected, first, second):
            return MeetingLimits(1, 1)
        return (
            MeetingLimits(0, 0)
            if _listed(self.missed, first, second)
            else MeetingLimits(0, 1)
        )


Format = Annotated[
    RoundRobin | PartialRoundRobin | SomeOpponents, Discriminator("kind")
]
"""A format of any kind, discriminated by its field `kind`."""


def _listed(pairs: tuple[Pair, ...], first: TeamId, second: TeamId) -> bool:
    return (first, second) in pairs or (second, first) in pairs
