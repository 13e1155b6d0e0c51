"""Who meets whom how often, and for how many games: the format of a season."""

from dataclasses import dataclass
from typing import Annotated, Literal

from flextime.domain.discriminator import ToldApartBy
from flextime.domain.ids import TeamId

Pair = tuple[TeamId, TeamId]

MOST_GAMES_OF_A_SERIES = 7


@dataclass(frozen=True, slots=True)
class Meetings:
    """How often two teams may meet, and how often at most at one of the two."""

    at_least: int
    at_most: int

    @property
    def at_most_at_one_venue(self) -> int:
        """Venues of a pair's games differ by at most one."""
        return (self.at_most + 1) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Meets:
    """What every format says of a meeting.

    Attributes
    ----------
    games_per_series
        With more than one, a meeting is a series: so many games on days in a row at
        one site, from the date of its slot on. A schedule lists it once, and wherever
        a league's documents count games, they count series.
    """

    games_per_series: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.games_per_series <= MOST_GAMES_OF_A_SERIES:
            raise ValueError(
                f"games_per_series must lie between 1 and {MOST_GAMES_OF_A_SERIES}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRobin(Meets):
    """Every pair meets `times` times, its venues as equal as they can be.

    Attributes
    ----------
    times
        2 is the double round robin: every pair once at each of the two.
    phased
        The season falls into `times` parts of equally many rounds, and every pair
        meets once in each (RobinX game mode P).
    """

    kind: Literal["round_robin"] = "round_robin"
    times: int = 2
    phased: bool = False

    def __post_init__(self) -> None:
        Meets.__post_init__(self)
        if self.times < 1:
            raise ValueError("times must be at least 1")

    def games_per_team(self, team_count: int) -> int:
        return self.times * (team_count - 1)

    def meetings(self, first: TeamId, second: TeamId) -> Meetings:
        del first, second
        return Meetings(self.times, self.times)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialRoundRobin(Meets):
    """Every pair meets once, some pairs twice; who does is part of the decision.

    Attributes
    ----------
    games
        Games of each team.
    twice
        The pairs that meet twice, when they are not the solver's to choose.
    rivalries
        Pairs that meet twice whoever chooses the others.
    """

    kind: Literal["partial_round_robin"] = "partial_round_robin"
    games: int
    twice: tuple[Pair, ...] | None = None
    rivalries: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        Meets.__post_init__(self)
        if self.games < 1:
            raise ValueError("games must be at least 1")

    def games_per_team(self, team_count: int) -> int:
        del team_count
        return self.games

    def meetings(self, first: TeamId, second: TeamId) -> Meetings:
        if _listed(self.rivalries, first, second):
            return Meetings(2, 2)
        if self.twice is None:
            return Meetings(1, 2)
        if _listed(self.twice, first, second):
            return Meetings(2, 2)
        return Meetings(1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeOpponents(Meets):
    """Every team meets `games` of the others, once each (football: 9 of 15).

    Softball, 8 series of three games against 8 of 10, has 8 `games` and
    3 `games_per_series`.

    Attributes
    ----------
    protected
        Pairs that meet in every season: protected rivals.
    missed
        Pairs that do not meet in this one.
    """

    kind: Literal["some_opponents"] = "some_opponents"
    games: int
    protected: tuple[Pair, ...] = ()
    missed: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        Meets.__post_init__(self)
        if self.games < 1:
            raise ValueError("games must be at least 1")

    def games_per_team(self, team_count: int) -> int:
        del team_count
        return self.games

    def meetings(self, first: TeamId, second: TeamId) -> Meetings:
        if _listed(self.protected, first, second):
            return Meetings(1, 1)
        return Meetings(0, 0) if _listed(self.missed, first, second) else Meetings(0, 1)


Format = Annotated[RoundRobin | PartialRoundRobin | SomeOpponents, ToldApartBy("kind")]
"""A format of any kind, told apart by `kind`."""


def _listed(pairs: tuple[Pair, ...], first: TeamId, second: TeamId) -> bool:
    return (first, second) in pairs or (second, first) in pairs
