"""The neighbourhood of teams whose games are all scheduled anew."""

from dataclasses import dataclass
from random import Random

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.neighbourhood import all_cells


@dataclass(frozen=True)
class TeamsNeighbourhood:
    """Frees all games of `size` teams; the others keep their games with each other.

    A team that loses its opponent of a round may then play any other such team, so
    games between those are free too.
    """

    min_size: int = 2
    name: str = "teams"

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
        """Return the cells that may change; all others are fixed."""
        size = min(size, league.teams)
        chosen = set(random.sample(range(league.teams), size))
        loose = {
            (team, round_)
            for home, away, round_ in incumbent
            if home in chosen or away in chosen
            for team in (home, away)
        }
        return {
            (home, away, round_)
            for home, away, round_ in all_cells(league)
            if (home, round_) in loose and (away, round_) in loose
        }
