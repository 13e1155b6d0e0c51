"""Moves a second of the compiled search, kind by kind, on a search under way.

    PYTHONPATH=tests python -m benchmark.solver.search_speed

CPU seconds of one process.
"""

import sys
from time import monotonic, process_time

from benchmark.figures import table
from benchmark.solver.instances import season
from benchmark.solver.records import Record, commit, machine
from benchmark.solver.searches import Budget, memory_mib
from flextime.domain.attempts import Instance
from flextime_solver.model.compile import compile_league
from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.model.schedules import board_of
from flextime_solver.params import MoveWeights
from flextime_solver.score.board import Board
from flextime_solver.search.anneal import anneal
from flextime_solver.search.construct import first_games
from flextime_solver.search.scale import scale
from flextime_solver.search.walk import Move, Walk, new_walk

_MIXED, _SINGLE = 200_000, 20_000


def main() -> None:
    league, board, walk = _under_way(seed=1)
    rows = [("all, as mixed", f"{_rate(league, board, walk, _MIXED):,.0f}")]
    for move in Move:
        walk.weights[:] = 0
        walk.weights[move] = 1
        rate = _rate(league, board, walk, _SINGLE)
        rows.append((move.name.lower(), f"{rate:,.0f}"))
    sys.stdout.write(table("Evaluated moves", ("move", "a CPU second"), rows) + "\n")


def mixed(budget: Budget) -> Record:
    """Moves a second as they are mixed; the shipped season with its own rules."""
    league, board, walk = _under_way(budget.seed)
    wall_s, cpu_s = monotonic(), process_time()
    rate = _rate(league, board, walk, _MIXED)
    return Record(
        row="speed",
        instance="Big 12",
        seconds=0,
        seed=budget.seed,
        workers=1,
        clock="cpu",
        infeasibility=0,
        value=round(rate),
        feasible_at_s=None,
        cpu_s=round(process_time() - cpu_s, 1),
        wall_s=round(monotonic() - wall_s, 1),
        memory_mib=memory_mib(),
        commit=commit(),
        machine=machine(),
    )


def _under_way(seed: int) -> tuple[CompiledLeague, Board, Walk]:
    """A search of the shipped season that is past its beginning."""
    instance = Instance(season())
    league = compile_league(instance)
    board = board_of(league, first_games(instance, league, seed))
    walk = new_walk(seed, MoveWeights().as_array())
    walk.journey = scale(league)
    walk.hard_weight, walk.temperature = 2 * scale(league), 0.2 * scale(league)
    anneal(league, board, walk, _MIXED)
    return league, board, walk


def _rate(league: CompiledLeague, board: Board, walk: Walk, moves: int) -> float:
    begun = process_time()
    anneal(league, board, walk, moves)
    return float(walk.evaluated) / (process_time() - begun)


if __name__ == "__main__":
    main()
