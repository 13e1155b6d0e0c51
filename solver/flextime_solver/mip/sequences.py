"""A team's games by number: its k-th game, whatever round that falls into.

Without byes the k-th game is that of round k. With byes, p[k, r] = 1 when the team's
k-th game is in round r; k <= r <= k + byes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pulp import LpVariable, lpSum

from flextime.domain.constraints.side import Side
from flextime.domain.ids import TeamId
from flextime_solver.mip.model import Linear, SeasonModel


@dataclass(frozen=True)
class GameSequence:
    """The games of one team, numbered from 0."""

    model: SeasonModel
    team: TeamId
    position: dict[tuple[int, int], LpVariable] = field(default_factory=dict)
    _named: dict[str, tuple[Linear, ...]] = field(default_factory=dict)

    @property
    def length(self) -> int:
        return self.model.games_per_team

    def home(self) -> tuple[Linear, ...]:
        """For each game, 1 when it is at home."""
        return self.counted(
            "home", lambda round_: self.model.in_round(self.team, round_, Side.HOME)
        )

    def counted(
        self, name: str, in_round: Callable[[int], Linear]
    ) -> tuple[Linear, ...]:
        """For each game, the 0 or 1 that `in_round` gives for its round."""
        if name not in self._named:
            cells = tuple(in_round(place) for place in range(len(self.model.rounds)))
            self._named[name] = (
                cells
                if self.model.byes == 0
                else tuple(
                    self._at(name, number, cells) for number in range(self.length)
                )
            )
        return self._named[name]

    def _at(self, name: str, number: int, cells: tuple[Linear, ...]) -> Linear:
        self._place_games()
        model = self.model
        value = model.binary(f"{name}_{self.team}_game_{number}")
        for round_ in self._rounds_of(number):
            here = self.position[number, round_]
            # p[k, r] = 1  =>  value = cell[r]
            model.require(value >= cells[round_] + here - 1)
            model.require(value <= cells[round_] + 1 - here)
        return value + 0

    def _rounds_of(self, number: int) -> range:
        return range(number, number + self.model.byes + 1)

    def _place_games(self) -> None:
        if self.position:
            return
        model = self.model
        for number in range(self.length):
            for round_ in self._rounds_of(number):
                self.position[number, round_] = model.binary(
                    f"game_{number}_{self.team}_in_{round_}"
                )
        for number in range(self.length):
            # sum over r of p[k, r] = 1
            model.require(
                lpSum(self.position[number, r] for r in self._rounds_of(number)) == 1
            )
        for number in range(1, self.length):
            # the k-th game comes after the one before it
            model.require(self._round_of(number) >= self._round_of(number - 1) + 1)
        for round_ in range(len(model.rounds)):
            # sum over k of p[k, r] = plays[r]
            numbers = range(
                max(0, round_ - model.byes), min(round_, self.length - 1) + 1
            )
            model.require(
                lpSum(self.position[number, round_] for number in numbers)
                == model.in_round(self.team, round_)
            )

    def _round_of(self, number: int) -> Linear:
        return lpSum(
            round_ * self.position[number, round_] for round_ in self._rounds_of(number)
        )


def sequence(model: SeasonModel, team: TeamId) -> GameSequence:
    """The team's games of this model, made once."""
    return model.remember(("sequence", team), lambda: GameSequence(model, team))
