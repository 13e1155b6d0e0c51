"""Move of one game to another slot of its round."""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.delta_evaluation import insert_game, remove_game
from flextime_solver.solution.solution import Solution


@inner_kernel
def change_date(league: CompiledLeague, solution: Solution, state: SearchState) -> bool:
    """Move a random game to another random slot of its round.

    Returns
    -------
    Whether a change was applied; the same holds for all moves.
    """
    teams, rounds = league.teams, league.rounds
    team = below(state.random, teams)
    round_ = below(state.random, rounds)
    first = league.round_slots[round_]
    options = league.round_slots[round_ + 1] - first
    if options == 1 or solution.opponent[team, round_] == NO_OPPONENT:
        return False
    if league.slot_locked[team, round_]:
        return False
    step = 1 + below(state.random, options - 1)
    slot = first + (solution.slot[team, round_] - first + step) % options
    cell = remove_game(league, solution, team, round_)
    insert_game(league, solution, cell // teams, cell % teams, slot)
    return True
