"""What a large neighbourhood is: it names the cells to free, and touches no model."""

from random import Random
from typing import Protocol

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell


class Neighbourhood(Protocol):
    """Stateless; `size` counts what it frees and is steered by who calls."""

    name: str
    smallest: int
    """Size to begin with."""

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        """Cells (home, away, round) that may change; all others stay."""
        ...


def all_cells(league: CompiledLeague) -> set[Cell]:
    """Every possible game that no lock forbids or fixes."""
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
