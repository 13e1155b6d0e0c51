"""The interface of a large neighbourhood: which cells to free; it touches no model."""

from random import Random
from typing import Protocol

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell


class Neighbourhood(Protocol):
    """A stateless rule that chooses the cells to free."""

    @property
    def name(self) -> str:
        """Name for logs and tests."""
        ...

    @property
    def min_size(self) -> int:
        """First and smallest size; the search adapts it to the time of its steps."""
        ...

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        """Return the cells (home, away, round) that may change."""
        ...


def all_cells(league: CompiledLeague) -> set[Cell]:
    """Return every possible game that no lock forbids or fixes."""
    teams, rounds = range(league.teams), range(league.rounds)
    return {
        (home, away, round_)
        for home in teams
        for away in teams
        for round_ in rounds
        if home != away
        and not league.slot_locked[home, round_]
        and not league.slot_locked[away, round_]
    }
