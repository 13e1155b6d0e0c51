"""The neighbourhood of rounds that are scheduled anew, opponents and venues."""

from dataclasses import dataclass
from random import Random

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.neighbourhood import all_cells


@dataclass(frozen=True)
class RoundsNeighbourhood:
    """Frees all games of `size` rounds, consecutive or anywhere in the season."""

    min_size: int = 4
    name: str = "rounds"

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        """Return the cells that may change; all others are fixed."""
        del incumbent
        size = min(size, league.rounds)
        first = random.randrange(league.rounds - size + 1)
        chosen = set(range(first, first + size))
        if random.random() < 0.5:
            chosen = set(random.sample(range(league.rounds), size))
        return {cell for cell in all_cells(league) if cell[2] in chosen}
