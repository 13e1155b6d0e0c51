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
from flextime.domain.runs.attempts import Instance
from flextime_solver.annealing.simulated_annealing import anneal
from flextime_solver.construct.random_rounds import initial_games
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.instance.scale import scale
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import Move, SearchState, new_search_state
from flextime_solver.solution.conversion import solution_of
from flextime_solver.solution.solution import Solution

_MIXED, _SINGLE = 200_000, 20_000


def main() -> None:
    league, solution, state = _under_way(seed=1)
    rows = [("all, as mixed", f"{_rate(league, solution, state, _MIXED):,.0f}")]
    for move in Move:
        state.weights[:] = 0
        state.weights[move] = 1
        rate = _rate(league, solution, state, _SINGLE)
        rows.append((move.name.lower(), f"{rate:,.0f}"))
    sys.stdout.write(table("Evaluated moves", ("move", "a CPU second"), rows) + "\n")


def mixed(budget: Budget) -> Record:
    """Moves a second as they are mixed; the shipped season with its own rules."""
    league, solution, state = _under_way(budget.seed)
    wall_s, cpu_s = monotonic(), process_time()
    rate = _rate(league, solution, state, _MIXED)
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


def _under_way(seed: int) -> tuple[CompiledLeague, Solution, SearchState]:
    """A search of the shipped season that is past its beginning."""
    instance = Instance(season())
    league = compile_league(instance)
    solution = solution_of(league, initial_games(instance, league, seed))
    state = new_search_state(seed, MoveWeights().as_array())
    state.trip_cost = scale(league)
    state.hard_weight, state.temperature = 2 * scale(league), 0.2 * scale(league)
    anneal(league, solution, state, _MIXED)
    return league, solution, state


def _rate(
    league: CompiledLeague, solution: Solution, state: SearchState, moves: int
) -> float:
    begun = process_time()
    anneal(league, solution, state, moves)
    return float(state.evaluated) / (process_time() - begun)


if __name__ == "__main__":
    main()
