"""All games stay in their rounds; every venue is chosen anew."""

from random import Random

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.neighbourhood import all_cells


class Venues:
    """Frees who is at home, in a stretch of `size` rounds."""

    name = "venues"
    smallest = 8

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        size = min(size, league.rounds)
        first = random.randrange(league.rounds - size + 1)
        return {
            (home, away, round_)
            for home, away, round_ in all_cells(league)
            if first <= round_ < first + size
            and {(home, away, round_), (away, home, round_)} & incumbent
        }
