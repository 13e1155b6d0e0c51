"""Number of games against given opponents in every window of the season.

RobinX CA3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.game_limits import GameLimits
from flextime.domain.constraints.rule import Deviation
from flextime.domain.constraints.side import Side
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class OpponentWindow(GameLimits):
    """Require `min_games` to `max_games` games of each team in every window.

    Windows overlap and each is evaluated: four consecutive home games violate "2 of 3
    rounds" twice.

    Attributes
    ----------
    length
        Length of a window in `unit`.
    unit
        Whether a window has consecutive rounds of the season or consecutive games of
        the team.
    opponents
        Only games against these teams count; None counts all games.
    """

    kind: Literal["opponent_window"] = "opponent_window"
    length: int
    unit: Literal["rounds", "games"] = "rounds"
    side: Side = Side.EITHER
    opponents: tuple[TeamId, ...] | None = None
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.length < 1:
            raise InvalidField("length", "must be at least 1")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team and window, how far the number is outside the limits."""
        for team in timeline.teams(self.teams):
            cells = self._cells(timeline, team)
            for start in range(len(cells) - self.length + 1):
                window = [
                    played
                    for cell in cells[start : start + self.length]
                    for played in cell
                    if self._counts(played)
                ]
                amount = self.excess(len(window))
                if amount:
                    yield Deviation(
                        amount=amount,
                        message=(
                            f"{timeline.name(team)} plays {len(window)}"
                            f" {timeline.league.units}{self.side.phrase} that count in"
                            f" the {self.length}"
                            f" {self.unit} from number {start + 1}, {self.limits_text}"
                        ),
                        teams=(team,),
                        games=tuple(played.game.id for played in window),
                    )

    def _cells(self, timeline: "Timeline", team: TeamId) -> list[list["TeamGame"]]:
        """The team's games by the units that windows slide over."""
        played = timeline.games_of(team)
        if self.unit == "games":
            return [[game] for game in played]
        cells: list[list[TeamGame]] = [[] for _ in timeline.league.calendar.rounds]
        for game in played:
            cells[timeline.league.round_position[game.slot.id]].append(game)
        return cells

    def _counts(self, played: "TeamGame") -> bool:
        known = self.opponents is None or played.opponent in self.opponents
        return known and self.side.counts(played)
