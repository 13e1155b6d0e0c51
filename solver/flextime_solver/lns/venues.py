"""The neighbourhood of venues: pairings and rounds are fixed, home teams are free."""

from dataclasses import dataclass
from random import Random

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.neighbourhood import all_cells


@dataclass(frozen=True)
class VenuesNeighbourhood:
    """Frees the home team of every game in `size` consecutive rounds."""

    min_size: int = 8
    name: str = "venues"

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        """Return the cells that may change; all others are fixed."""
        size = min(size, league.rounds)
        first = random.randrange(league.rounds - size + 1)
        return {
            (home, away, round_)
            for home, away, round_ in all_cells(league)
            if first <= round_ < first + size
            and {(home, away, round_), (away, home, round_)} & incumbent
        }
