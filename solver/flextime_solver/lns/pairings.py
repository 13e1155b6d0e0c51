"""Home-away patterns stay; who meets whom is chosen anew.

The second step of first-break-then-schedule (Nemhauser and Trick, 1998,
doi 10.1287/opre.46.1.1), taken from an incumbent's patterns.
"""

from random import Random

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.neighbourhood import all_cells


class Pairings:
    """Frees the opponents in a stretch of `size` rounds."""

    name = "pairings"
    smallest = 8

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        size = min(size, league.rounds)
        first = random.randrange(league.rounds - size + 1)
        hosts = {(home, round_) for home, _, round_ in incumbent}
        return {
            (home, away, round_)
            for home, away, round_ in all_cells(league)
            if first <= round_ < first + size
            and (home, round_) in hosts
            and (away, round_) not in hosts
        }
