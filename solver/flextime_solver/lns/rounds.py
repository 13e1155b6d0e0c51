"""Some rounds are played anew: who meets whom, and where."""

from random import Random

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.neighbourhood import all_cells


class Rounds:
    """Frees `size` rounds in a row, or as many anywhere."""

    name = "rounds"
    smallest = 4

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        del incumbent
        size = min(size, league.rounds)
        first = random.randrange(league.rounds - size + 1)
        chosen = set(range(first, first + size))
        if random.random() < 0.5:
            chosen = set(random.sample(range(league.rounds), size))
        return {cell for cell in all_cells(league) if cell[2] in chosen}
