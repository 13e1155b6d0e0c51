"""Some teams play a new season, and the others fit themselves in."""

from random import Random

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.neighbourhood import all_cells


class Teams:
    """Frees all games of `size` teams; others keep their games among themselves.

    The opponents of a round whose partner is freed are left without one, so their
    games against each other are free too.
    """

    name = "teams"
    smallest = 2

    def free(
        self, league: CompiledLeague, incumbent: set[Cell], size: int, random: Random
    ) -> set[Cell]:
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
