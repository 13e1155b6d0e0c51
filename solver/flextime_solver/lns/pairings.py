"""The neighbourhood of opponents: home-away patterns are fixed, pairings are free.

The second step of first-break-then-schedule (Nemhauser and Trick, 1998,
doi 10.1287/opre.46.1.1), applied to the incumbent's patterns.
"""

from dataclasses import dataclass
from random import Random

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.neighbourhood import all_cells


@dataclass(frozen=True)
class PairingsNeighbourhood:
    """Frees the opponents in `size` consecutive rounds."""

    min_size: int = 8
    name: str = "pairings"

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        """Return the cells that may change; all others are fixed."""
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
