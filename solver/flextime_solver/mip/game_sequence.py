"""A team's games by number: its k-th game, in whichever round it is.

Without byes the k-th game is in round k. With byes, p[k, r] = 1 if the team's k-th game
is in round r, for k <= r <= k + B:

    sum over r of p[k, r] = 1
    sum over k of p[k, r] = P[r]
    sum over r of r p[k, r] >= 1 + sum over r of r p[k - 1, r]
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pulp import LpVariable, lpSum

from flextime.domain.constraints.side import Side
from flextime.domain.ids import TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel


@dataclass(frozen=True)
class GameSequence:
    """The games of one team, numbered from 0.

    Attributes
    ----------
    model
        Model to which variables and constraints are added when they are first needed.
    team
        Team whose games are numbered.
    position
        The variables p[k, r]; empty without byes.
    """

    model: MipModel
    team: TeamId
    position: dict[tuple[int, int], LpVariable] = field(default_factory=dict)
    _by_name: dict[str, tuple[LinearExpr, ...]] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """Number of the team's games."""
        return self.model.games_per_team

    def home(self) -> tuple[LinearExpr, ...]:
        """Return H[k] for each game: 1 if it is at home."""
        return self.by_game(
            "home",
            lambda round_: self.model.plays_in_round(self.team, round_, Side.HOME),
        )

    def by_game(
        self, name: str, by_round: Callable[[int], LinearExpr]
    ) -> tuple[LinearExpr, ...]:
        """Return a 0-1 property of rounds as a property of the team's games.

        Parameters
        ----------
        name
            Name of the property. It is translated once per name.
        by_round
            The property c[r] of a round, an expression that is 0 or 1.

        Returns
        -------
        tuple[LinearExpr, ...]
            C[k] of each game, equal to c[r] of its round r.
        """
        if name not in self._by_name:
            cells = tuple(by_round(r) for r in range(len(self.model.rounds)))
            self._by_name[name] = (
                cells
                if self.model.byes == 0
                else tuple(self._cell(name, k, cells) for k in range(self.length))
            )
        return self._by_name[name]

    def _cell(self, name: str, k: int, cells: tuple[LinearExpr, ...]) -> LinearExpr:
        self._add_positions()
        model = self.model
        value = model.binary(f"{name}_{self.team}_game_{k}")
        for round_ in self._rounds_of(k):
            position = self.position[k, round_]
            # p[k, r] = 1 implies C[k] = c[r]
            model.add_constraint(value >= cells[round_] + position - 1)
            model.add_constraint(value <= cells[round_] + 1 - position)
        return value + 0

    def _rounds_of(self, k: int) -> range:
        return range(k, k + self.model.byes + 1)

    def _add_positions(self) -> None:
        """Add the variables p and their constraints once."""
        if self.position:
            return
        model = self.model
        for k in range(self.length):
            for round_ in self._rounds_of(k):
                self.position[k, round_] = model.binary(
                    f"game_{k}_{self.team}_in_{round_}"
                )
        for k in range(self.length):
            model.add_constraint(
                lpSum(self.position[k, r] for r in self._rounds_of(k)) == 1
            )
        for k in range(1, self.length):
            model.add_constraint(self._round_of(k) >= self._round_of(k - 1) + 1)
        for round_ in range(len(model.rounds)):
            numbers = range(
                max(0, round_ - model.byes), min(round_, self.length - 1) + 1
            )
            model.add_constraint(
                lpSum(self.position[k, round_] for k in numbers)
                == model.plays_in_round(self.team, round_)
            )

    def _round_of(self, k: int) -> LinearExpr:
        return lpSum(round_ * self.position[k, round_] for round_ in self._rounds_of(k))


def game_sequence(model: MipModel, team: TeamId) -> GameSequence:
    """Return the team's game sequence, one for all rules of the model."""
    return model.cached(("sequence", team), lambda: GameSequence(model, team))
