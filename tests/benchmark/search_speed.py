"""Moves a second of the compiled search, kind by kind, on a search under way.

    python tests/benchmark/search_speed.py

CPU seconds of one process.
"""

import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmark.figures import table
from benchmark.solve_quality import SHIPPED
from flextime.documents.json_documents import read_league
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
    instance = Instance(read_league(SHIPPED.read_bytes()))
    league = compile_league(instance)
    board = board_of(league, first_games(instance, league))
    walk = new_walk(1, MoveWeights().as_array())
    walk.journey = scale(league)
    walk.hard_weight, walk.temperature = 2 * scale(league), 0.2 * scale(league)
    anneal(league, board, walk, _MIXED)
    rows = [("all, as mixed", _rate(league, board, walk, _MIXED))]
    for move in Move:
        walk.weights[:] = 0
        walk.weights[move] = 1
        rows.append((move.name.lower(), _rate(league, board, walk, _SINGLE)))
    sys.stdout.write(table("Evaluated moves", ("move", "a CPU second"), rows) + "\n")


def _rate(league: CompiledLeague, board: Board, walk: Walk, moves: int) -> str:
    begun = process_time()
    anneal(league, board, walk, moves)
    return f"{walk.evaluated / (process_time() - begun):,.0f}"


if __name__ == "__main__":
    main()
